/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import java.util.List;
import java.util.function.Function;

/** Documents that count together: all policies of a user and of the user's groups, say. */
public record PolicySet(List<PolicyDocument> documents) {

  public PolicySet {
    documents = List.copyOf(documents);
  }

  /** Whether a statement that allows applies to the request; says nothing of those that deny. */
  public Truth allows(Request request) {
    return any(document -> document.allows(request));
  }

  /** Whether a statement that denies applies to the request. */
  public Truth denies(Request request) {
    return any(document -> document.denies(request));
  }

  /** Whether the request is allowed and not denied, by these documents alone. */
  public Truth permits(Request request) {
    return allows(request).and(denies(request).not());
  }

  /**
   * Whether one of the statements allows every action on every resource without any condition.
   * Undecided only if none does and a document has a problem.
   */
  public Truth allowsEverything() {
    return any(PolicyDocument::allowsEverything);
  }

  /** Returns what is not understood, in the order of the documents. */
  public List<String> problems() {
    return documents.stream()
        .filter(document -> !document.isReadable())
        .map(PolicyDocument::problem)
        .toList();
  }

  private Truth any(Function<PolicyDocument, Truth> question) {
    Truth result = Truth.FALSE;
    for (PolicyDocument document : documents) {
      result = result.or(question.apply(document));
    }
    return result;
  }
}
