/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.FactType;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Evaluates rules over a snapshot. Immutable and thread-safe: build one and keep it. Evaluation is
 * a pure function of engine and snapshot: no clock, no network, no order.
 */
public final class HardeningEngine {

  private final RuleBook book;
  private final List<Control> loaded;
  private final Parameters parameters;

  private HardeningEngine(RuleBook book, List<Control> loaded, Parameters parameters) {
    this.book = book;
    this.loaded = loaded;
    this.parameters = parameters.resolve(loaded);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The controls that this engine evaluates, ordered by id. */
  public List<Control> controls() {
    return List.copyOf(book.controls().values());
  }

  /** The fact types that the controls read, ordered by name. */
  public List<FactType> factTypes() {
    return List.copyOf(book.factTypes().values());
  }

  /**
   * An engine with the same rules and these parameters instead; costs next to nothing.
   *
   * @throws IllegalArgumentException listing every bad parameter
   */
  public HardeningEngine with(Parameters values) {
    return new HardeningEngine(book, loaded, values);
  }

  /**
   * An engine of some of these controls; costs far less than building one. The others may still be
   * named in parameters.
   */
  public HardeningEngine only(Predicate<? super Control> selection) {
    return new HardeningEngine(book.only(selection), loaded, parameters);
  }

  /**
   * Judges a snapshot. Never null, never throws for what a rule or a fact contains: a rule that
   * throws makes its control {@link Status#UNKNOWN} and costs no other.
   */
  public Report evaluate(Snapshot snapshot) {
    Ignorance ignorance = new Ignorance(snapshot, book.factTypes(), controls());
    List<Gap> gaps = ignorance.gaps();
    RuleRunner.Outcome outcome = new RuleRunner(book, parameters, snapshot, gaps).run();
    return new Report(
        snapshot.takenAt(), new Judge(book, snapshot, ignorance, outcome).findings(), gaps);
  }

  /** How many sessions are open, for tests. */
  int openSessions() {
    return book.bases().stream().mapToInt(base -> base.getKieSessions().size()).sum();
  }

  /** Builds an engine; not thread-safe. A setter replaces what an earlier call of it set. */
  public static final class Builder {
    private List<RuleSource> rules = List.of();
    private Predicate<? super Control> only = control -> true;
    private Parameters parameters = Parameters.none();
    private boolean negationCounts = true;

    private Builder() {}

    /** Where the rules come from; at least one source. */
    public Builder rules(RuleSource... sources) {
      this.rules = List.of(sources);
      return this;
    }

    /** The same, for a list. */
    public Builder rules(Collection<RuleSource> sources) {
      this.rules = List.copyOf(sources);
      return this;
    }

    /** Which controls to evaluate; all by default. Those left out cost nothing. */
    public Builder only(Predicate<? super Control> selection) {
      this.only = selection;
      return this;
    }

    /** Values for parameters; the defaults by default. */
    public Builder parameters(Parameters values) {
      this.parameters = values;
      return this;
    }

    /** Breaks the analysis on purpose, so that a test can show that it would notice. */
    Builder ignoringNegation() {
      this.negationCounts = false;
      return this;
    }

    /**
     * Loads, compiles and checks everything; takes seconds where rules have to be compiled.
     *
     * @throws InvalidRuleException listing every bad rule: file, rule, line if it is known, fix
     * @throws IllegalArgumentException listing every bad parameter, or if there are no rules
     */
    public HardeningEngine build() {
      if (rules.isEmpty()) {
        throw new IllegalArgumentException("no rules; pass rules(AwsRules.all()) or your own");
      }
      List<RuleSource.Loaded> sources = rules.stream().map(RuleSource::load).toList();
      List<String> problems =
          sources.stream().flatMap(source -> source.problems().stream()).toList();
      if (!problems.isEmpty()) {
        throw new InvalidRuleException(problems);
      }
      RuleBook book = new RuleBook(sources, negationCounts);
      return new HardeningEngine(
          book.only(only), List.copyOf(book.controls().values()), parameters);
    }
  }
}
