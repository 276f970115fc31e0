/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

/** Policies in few words, with single quotes for double ones. */
final class Policies {

  static final String FULL = "{'Effect':'Allow','Action':'*','Resource':'*'}";

  private Policies() {}

  static String json(String text) {
    return text.replace('\'', '"');
  }

  /** A document of these statements. */
  static PolicyDocument of(String... statements) {
    PolicyDocument document =
        PolicyDocument.parse(
            json("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}"));
    if (!document.isReadable()) {
      throw new AssertionError(document.problem());
    }
    return document;
  }

  /** A statement that denies an action on everything. */
  static String deny(String action) {
    return "{'Effect':'Deny','Action':'" + action + "','Resource':'*'}";
  }

  static String denyIf(String action, String condition) {
    return "{'Effect':'Deny','Action':'"
        + action
        + "','Resource':'*','Condition':"
        + condition
        + "}";
  }

  static String allow(String action) {
    return "{'Effect':'Allow','Action':'" + action + "','Resource':'*'}";
  }
}
