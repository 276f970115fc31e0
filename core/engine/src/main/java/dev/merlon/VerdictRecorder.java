/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.AnalysedRule.Kind;
import dev.merlon.fact.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.rule.Match;

/**
 * Writes down what the rules of one session say; learns from the agenda which rule is speaking.
 * What it throws costs the control of that rule.
 */
final class VerdictRecorder extends DefaultAgendaEventListener
    implements Verdict, RuleRuntimeEventListener {

  /** One firing of a rule of a control. */
  record Call(AnalysedRule rule, Resource subject, Map<String, String> evidence, String reason) {}

  private final RuleBook book;
  private final List<Call> calls = new ArrayList<>();
  private @Nullable Match speaking;

  VerdictRecorder(RuleBook book) {
    this.book = book;
  }

  List<Call> calls() {
    return calls;
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    speaking = event.getMatch();
  }

  @Override
  public void fail(Resource subject, String attribute, Object observed) {
    record(Kind.FAIL, subject, Map.of(attribute, String.valueOf(observed)), "");
  }

  @Override
  public void fail(Resource subject, Map<String, ?> evidence) {
    Map<String, String> printed = new TreeMap<>();
    evidence.forEach((name, value) -> printed.put(name, String.valueOf(value)));
    record(Kind.FAIL, subject, printed, "");
  }

  @Override
  public void notApplicable(Resource subject, String reason) {
    record(Kind.NOT_APPLICABLE, subject, Map.of(), given(reason));
  }

  @Override
  public void unknown(Resource subject, String reason) {
    record(Kind.UNKNOWN, subject, Map.of(), given(reason));
  }

  /** A rule can pass null whatever the signature says. */
  private static String given(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("it gives no reason");
    }
    return reason;
  }

  private void record(Kind kind, Resource subject, Map<String, String> evidence, String reason) {
    Match match = speaking;
    if (match == null) {
      throw new IllegalStateException("no rule is speaking");
    }
    AnalysedRule rule = analysed(match.getRule());
    if (rule.kind() != kind) {
      throw new IllegalStateException(
          "a rule of this name may not say "
              + kind
              + "; id/not-applicable says NOT_APPLICABLE, id/unknown UNKNOWN, every other one FAIL");
    }
    Class<?> expected = book.resourceType(rule.controlId());
    if (!expected.isInstance(subject)) {
      throw new IllegalStateException(
          "its @resource is " + expected.getSimpleName() + " but it speaks of " + subject);
    }
    if (!subject.equals(match.getDeclarationValue(rule.subject()))) {
      throw new IllegalStateException(
          "it speaks of "
              + subject
              + ", which is not what its first pattern of "
              + expected.getSimpleName()
              + " matched");
    }
    calls.add(new Call(rule, subject, evidence, reason));
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (event.getRule() != null) {
      AnalysedRule rule = analysed(event.getRule());
      if (!ControlReader.names(rule.derives(), event.getObject().getClass())) {
        throw new IllegalStateException(
            "it inserts a "
                + event.getObject().getClass().getSimpleName()
                + " but does not say @derives("
                + event.getObject().getClass().getSimpleName()
                + ")");
      }
    }
  }

  @Override
  public void objectUpdated(ObjectUpdatedEvent event) {
    throw new IllegalStateException("a rule may not update facts");
  }

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    throw new IllegalStateException("a rule may not delete facts");
  }

  private AnalysedRule analysed(Rule rule) {
    return book.rule(rule.getPackageName() + "." + rule.getName());
  }
}
