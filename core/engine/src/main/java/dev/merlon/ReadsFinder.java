/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.AnalysedRule.Occurrence;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import java.util.List;

/** Finds what could change whether a rule fires, through the derivations beneath it. */
final class ReadsFinder {

  private final Derivations derivations;
  private final Class<?> resource;
  private final Reads found = Reads.none();

  private ReadsFinder(Derivations derivations, Class<?> resource) {
    this.derivations = derivations;
    this.resource = resource;
  }

  /**
   * Of a rule of a control.
   *
   * @param resource what the control judges
   */
  static Reads of(AnalysedRule rule, Class<?> resource, Derivations derivations) {
    ReadsFinder finder = new ReadsFinder(derivations, resource);
    for (Occurrence occurrence : rule.occurrences()) {
      finder.addDirect(occurrence);
    }
    return finder.found;
  }

  private void addDirect(Occurrence occurrence) {
    ReadBy readBy = occurrence.type().getAnnotation(ReadBy.class);
    if (readBy == null) {
      addDerived(occurrence, occurrence.sign(), List.copyOf(occurrence.joins().values()));
    } else {
      Reads.JoinKey key = occurrence.joins().get(readBy.per());
      add(occurrence, occurrence.sign(), new Reads.Reach(key, List.of()));
    }
  }

  private void add(Occurrence occurrence, int sign, Reads.Reach reach) {
    found.add(FactType.nameOf(occurrence.type()), sign, reach);
  }

  /**
   * Adds what a derived fact hangs on.
   *
   * @param joins what it is joined to the subject by
   */
  private void addDerived(Occurrence derived, int sign, List<Reads.JoinKey> joins) {
    for (AnalysedRule deriver : derivations.of(derived.type())) {
      for (Occurrence beneath : deriver.occurrences()) {
        int product = sign * beneath.sign();
        if (deriver.decides() && isCollected(beneath)) {
          continue;
        }
        if (!beneath.type().isAnnotationPresent(ReadBy.class)) {
          addDerived(beneath, product, List.of());
        } else if (deriver.decides() && isSubject(beneath, deriver)) {
          add(beneath, product, new Reads.Reach(null, joins));
        } else {
          add(beneath, product, Reads.Reach.EVERYWHERE);
        }
      }
    }
  }

  /**
   * A derivation that decides answers for what it collects. It says nothing of a resource that it
   * does not see, so what its existence hangs on still counts.
   */
  private static boolean isCollected(Occurrence beneath) {
    return beneath.sign() == 0 || beneath.type() == Gap.class;
  }

  /** What is decided for the subject, by its ARN, hangs on no other fact of the subject's type. */
  private boolean isSubject(Occurrence beneath, AnalysedRule deriver) {
    return beneath.type() == resource
        && beneath.sign() > 0
        && deriver.occurrences().stream().filter(o -> o.type() == resource).count() == 1;
  }
}
