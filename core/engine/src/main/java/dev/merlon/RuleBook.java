/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.AnalysedRule.Kind;
import dev.merlon.AnalysedRule.Occurrence;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.drools.base.base.SalienceInteger;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.internal.conf.ParallelExecutionOption;

/**
 * All rules of an engine, checked and analysed: which controls they make, what each reads, and in
 * which order derivations must run. Immutable but for a cache; thread-safe.
 */
final class RuleBook {

  /** The globals that a rule may declare. */
  static final Map<String, Class<?>> GLOBALS =
      new TreeMap<>(
          Map.of("verdict", Verdict.class, "parameters", Parameters.class, "asOf", Instant.class));

  private final List<Model> models;
  private final Map<String, RulePosition> positions;
  private final boolean negationCounts;
  private final List<String> problems = new ArrayList<>();

  private final Map<String, AnalysedRule> rules = new LinkedHashMap<>();
  private final SortedMap<String, List<AnalysedRule>> rulesByControl = new TreeMap<>();
  private final SortedMap<String, Control> controls = new TreeMap<>();
  private final Map<String, Class<?>> resourceTypes = new HashMap<>();
  private final Map<String, Reads> reads = new HashMap<>();
  private final SortedMap<String, FactType> factTypes = new TreeMap<>();
  private final Map<String, Integer> levels = new TreeMap<>();
  private final Set<String> globals = new TreeSet<>();
  private final Map<Set<String>, KieBase> reduced = new ConcurrentHashMap<>();
  private final KieBase base;

  /**
   * @param positions where each rule was written, by qualified name, as far as it is known
   * @param negationCounts false only where a test shows that soundness needs it
   * @throws InvalidRuleException listing every bad rule
   */
  RuleBook(List<Model> models, Map<String, RulePosition> positions, boolean negationCounts) {
    this.models = List.copyOf(models);
    this.positions = Map.copyOf(positions);
    this.negationCounts = negationCounts;
    checkNames();
    checkGlobals();
    failIfAny();
    this.base = build(Set.of());
    analyse();
    failIfAny();
    order(base);
  }

  /** The controls, by id. */
  SortedMap<String, Control> controls() {
    return controls;
  }

  /** The rules of a control, its first rule first. */
  List<AnalysedRule> rulesOf(String controlId) {
    return rulesByControl.getOrDefault(controlId, List.of());
  }

  AnalysedRule rule(String qualifiedName) {
    AnalysedRule rule = rules.get(qualifiedName);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + qualifiedName);
    }
    return rule;
  }

  Collection<AnalysedRule> rules() {
    return rules.values();
  }

  Class<?> resourceType(String controlId) {
    Class<?> type = resourceTypes.get(controlId);
    if (type == null) {
      throw new IllegalArgumentException("no control " + controlId);
    }
    return type;
  }

  /** What could change whether a rule of a control fires. */
  Reads readsOf(AnalysedRule rule) {
    Reads found = reads.get(rule.qualifiedName());
    if (found == null) {
      throw new IllegalArgumentException(rule.qualifiedName() + " is no rule of a control");
    }
    return found;
  }

  /** The fact types that some rule reads, by name. */
  SortedMap<String, FactType> factTypes() {
    return factTypes;
  }

  Set<String> globals() {
    return globals;
  }

  /** These rules without those that serve no control of a selection. */
  RuleBook only(Predicate<? super Control> selection) {
    Set<String> keep = new HashSet<>();
    controls.values().stream()
        .filter(selection)
        .forEach(control -> rulesOf(control.id()).forEach(rule -> closure(rule, keep)));
    return keep.size() == rules.size()
        ? this
        : new RuleBook(modelsWith(keep::contains), positions, negationCounts);
  }

  /** The rule base without some rules, by qualified name. */
  KieBase without(Set<String> dropped) {
    if (dropped.isEmpty()) {
      return base;
    }
    return reduced.computeIfAbsent(
        Set.copyOf(dropped),
        names -> {
          KieBase smaller = build(names);
          order(smaller);
          return smaller;
        });
  }

  /** A rule base of one rule and the derivations beneath it. */
  KieBase alone(AnalysedRule rule) {
    Set<String> keep = new HashSet<>();
    closure(rule, keep);
    Set<String> others = new HashSet<>(rules.keySet());
    others.removeAll(keep);
    KieBase single = build(others);
    order(single);
    return single;
  }

  /** All rule bases that were made, for tests. */
  List<KieBase> bases() {
    List<KieBase> all = new ArrayList<>(reduced.values());
    all.add(base);
    return all;
  }

  private void closure(AnalysedRule rule, Set<String> keep) {
    if (keep.add(rule.qualifiedName())) {
      for (Occurrence occurrence : rule.occurrences()) {
        derivers(occurrence.type()).forEach(deriver -> closure(deriver, keep));
      }
    }
  }

  // ---- building

  private KieBase build(Set<String> without) {
    return KieBaseBuilder.createKieBaseFromModel(
        modelsWith(name -> !without.contains(name)), ParallelExecutionOption.SEQUENTIAL);
  }

  private List<Model> modelsWith(Predicate<String> keep) {
    List<Model> chosen = new ArrayList<>();
    for (Model model : models) {
      ModelImpl copy =
          new ModelImpl(model.getName())
              .withRules(model.getRules().stream().filter(rule -> keep.test(nameOf(rule))).toList())
              .withGlobals(model.getGlobals())
              .withQueries(model.getQueries());
      model.getTypeMetaDatas().forEach(copy::addTypeMetaData);
      chosen.add(copy);
    }
    return chosen;
  }

  private static String nameOf(Rule rule) {
    return rule.getPackage() + "." + rule.getName();
  }

  /**
   * Runs a derivation before everything that reads what it derives, and all before the controls.
   */
  private void order(KieBase rulesToOrder) {
    int top = levels.values().stream().max(Integer::compare).orElse(0);
    for (KiePackage in : rulesToOrder.getKiePackages()) {
      for (var rule : in.getRules()) {
        AnalysedRule analysed = rules.get(in.getName() + "." + rule.getName());
        if (analysed != null && analysed.kind() == Kind.DERIVATION) {
          int level = levels.getOrDefault(analysed.derives(), 0);
          ((RuleImpl) rule).setSalience(new SalienceInteger(1 + top - level));
        }
      }
    }
  }

  // ---- checking

  private void checkNames() {
    Map<String, String> seen = new HashMap<>();
    for (Model model : models) {
      for (Rule rule : model.getRules()) {
        String qualified = nameOf(rule);
        String other = seen.putIfAbsent(rule.getName(), qualified);
        if (other != null) {
          problem(
              qualified,
              rule.getName(),
              "the name is taken"
                  + (positions.containsKey(other) && !other.equals(qualified)
                      ? " by " + positions.get(other)
                      : " by a rule of package " + other.substring(0, other.lastIndexOf('.')))
                  + "; rename this one: every rule of an engine has a name of its own");
        }
      }
    }
  }

  private void checkGlobals() {
    for (Model model : models) {
      for (Global<?> global : model.getGlobals()) {
        if (GLOBALS.get(global.getName()) == global.getType()) {
          globals.add(global.getName());
        } else {
          problems.add(
              "package "
                  + global.getPackage()
                  + ": global "
                  + global.getType().getName()
                  + " "
                  + global.getName()
                  + " is not known; known are "
                  + GLOBALS.entrySet().stream()
                      .map(known -> known.getValue().getName() + " " + known.getKey())
                      .toList());
        }
      }
    }
  }

  private void problem(String qualifiedName, String ruleName, String text) {
    RulePosition position = positions.get(qualifiedName);
    problems.add(
        (position == null
                ? "package " + qualifiedName.substring(0, qualifiedName.lastIndexOf('.'))
                : position.toString())
            + ": rule \""
            + ruleName
            + "\": "
            + text);
  }

  private void failIfAny() {
    if (!problems.isEmpty()) {
      throw new InvalidRuleException(problems);
    }
  }

  // ---- analysing

  private void analyse() {
    Map<String, RuleImpl> compiled = new TreeMap<>();
    for (KiePackage in : base.getKiePackages()) {
      in.getRules()
          .forEach(rule -> compiled.put(in.getName() + "." + rule.getName(), (RuleImpl) rule));
    }
    Map<String, Control> declared = new TreeMap<>();
    compiled.forEach(
        (qualified, rule) -> {
          if (rule.getName().indexOf('/') < 0) {
            declare(qualified, rule, declared);
          }
        });
    compiled.forEach((qualified, rule) -> read(qualified, rule, declared));
    checkTypes();
    failIfAny();
    for (AnalysedRule rule : rules.values()) {
      if (rule.kind() == Kind.DERIVATION) {
        level(rule.derives(), new ArrayDeque<>());
      }
    }
    failIfAny();
    declared.forEach(this::complete);
  }

  /** The first rule of a control tells about the control; derivations have none. */
  private void declare(String qualified, RuleImpl rule, Map<String, Control> declared) {
    ControlReader reader = new ControlReader(rule);
    if (reader.isDerivation()) {
      return;
    }
    String id = rule.getName();
    if (!ControlReader.ID.matcher(id).matches()) {
      problem(qualified, id, "a control's id is lower-case words joined by -, as in my-vpc-tagged");
    }
    String in = rule.getPackageName();
    declared.put(id, reader.control(id, in.substring(in.lastIndexOf('.') + 1)));
    reader.problems().forEach(text -> problem(qualified, id, text));
    ConditionReader.topLevelTypes(rule).stream()
        .filter(type -> ControlReader.names(reader.resource(), type))
        .findFirst()
        .ifPresentOrElse(
            type -> {
              if (type.isAnnotationPresent(ReadBy.class)) {
                resourceTypes.put(id, type);
              } else {
                problem(
                    qualified, id, "@resource(" + reader.resource() + ") is no fact that is read");
              }
            },
            () ->
                problem(
                    qualified,
                    id,
                    "no pattern of its @resource("
                        + reader.resource()
                        + ") outside of not, exists and the like; begin the condition with one"));
  }

  private void read(String qualified, RuleImpl rule, Map<String, Control> declared) {
    ControlReader reader = new ControlReader(rule);
    String id = AnalysedRule.controlOf(rule.getName());
    boolean derivation = reader.isDerivation();
    Control control = declared.get(id);
    if (!derivation && control == null) {
      problem(qualified, rule.getName(), "there is no rule \"" + id + "\", which it adds to");
      return;
    }
    if (!derivation && !resourceTypes.containsKey(id)) {
      return; // told already
    }
    boolean first = !derivation && rule.getName().equals(id);
    Severity severity = null;
    if (first && control != null) {
      severity = control.severity();
    } else if (!derivation) {
      severity = reader.ofFurtherRule();
      if (rule.getName().indexOf('/') == rule.getName().length() - 1) {
        problem(qualified, rule.getName(), "say after the slash what the rule adds");
      }
    }
    String derives = derivation ? reader.derives() : "";
    if (!first) {
      reader.problems().forEach(text -> problem(qualified, rule.getName(), text));
    }
    checkAttributes(qualified, rule);
    try {
      ConditionReader condition =
          new ConditionReader(rule, derivation ? null : resourceTypes.get(id), negationCounts);
      AnalysedRule analysed =
          new AnalysedRule(
              qualified,
              rule.getName(),
              derivation ? "" : id,
              derivation ? Kind.DERIVATION : Kind.of(rule.getName()),
              severity,
              derives,
              derivation && reader.decides(),
              condition::admits,
              condition.occurrences());
      rules.put(qualified, analysed);
      if (!derivation) {
        List<AnalysedRule> ofControl = rulesByControl.computeIfAbsent(id, key -> new ArrayList<>());
        ofControl.add(first ? 0 : ofControl.size(), analysed);
      }
    } catch (IllegalArgumentException e) {
      problem(qualified, rule.getName(), String.valueOf(e.getMessage()));
    }
  }

  private void checkAttributes(String qualified, RuleImpl rule) {
    if (rule.getSalience().isDynamic()
        || rule.getSalienceValue() != 0
        || !rule.isMainAgendaGroup()
        || rule.getActivationGroup() != null
        || rule.getRuleFlowGroup() != null
        || rule.getTimer() != null
        || rule.getAutoFocus()
        || rule.isNoLoop()
        || rule.isLockOnActive()
        || rule.hasCalendars()) {
      problem(
          qualified,
          rule.getName(),
          "salience, groups, timers and the like are not allowed: the order of rules never matters");
    }
  }

  private void checkTypes() {
    for (AnalysedRule rule : rules.values()) {
      for (Occurrence occurrence : rule.occurrences()) {
        Class<?> type = occurrence.type();
        boolean isRead = type.isAnnotationPresent(ReadBy.class);
        boolean isDerived = !derivers(type).isEmpty();
        if (type == Gap.class) {
          if (!rule.decides()) {
            problem(
                rule.qualifiedName(),
                rule.name(),
                "only a derivation that @decides may look at what is missing");
          }
        } else if (isRead && isDerived) {
          problem(rule.qualifiedName(), rule.name(), type.getName() + " is read and derived");
        } else if (isRead) {
          try {
            FactType factType = FactType.of(type);
            factTypes.put(factType.name(), factType);
          } catch (IllegalArgumentException e) {
            problem(rule.qualifiedName(), rule.name(), String.valueOf(e.getMessage()));
          }
        } else if (!isDerived) {
          problem(
              rule.qualifiedName(),
              rule.name(),
              type.getName()
                  + " is neither read nor derived: a fact carries @ReadBy, a derived fact has a rule"
                  + " with @derives("
                  + type.getSimpleName()
                  + ")");
        }
      }
    }
    resourceTypes.values().forEach(type -> factTypes.put(FactType.nameOf(type), FactType.of(type)));
  }

  private List<AnalysedRule> derivers(Class<?> type) {
    return rules.values().stream()
        .filter(rule -> rule.kind() == Kind.DERIVATION && ControlReader.names(rule.derives(), type))
        .toList();
  }

  /** How many derivations must be complete before this type is. */
  private int level(String derived, Deque<String> path) {
    Integer known = levels.get(derived);
    if (known != null) {
      return known;
    }
    if (path.contains(derived)) {
      path.addLast(derived);
      problems.add("derivations stand on each other: " + String.join(" -> ", path));
      return 0;
    }
    path.addLast(derived);
    int level = 0;
    for (AnalysedRule rule : rules.values()) {
      if (rule.kind() == Kind.DERIVATION && rule.derives().equals(derived)) {
        for (Occurrence occurrence : rule.occurrences()) {
          for (AnalysedRule beneath : derivers(occurrence.type())) {
            level = Math.max(level, 1 + level(beneath.derives(), path));
            if (!problems.isEmpty()) {
              return 0;
            }
          }
        }
      }
    }
    path.removeLast();
    levels.put(derived, level);
    return level;
  }

  /** Adds to a control what is computed from all its rules. */
  private void complete(String id, Control declared) {
    Class<?> resource = resourceType(id);
    Set<Class<?>> types = new LinkedHashSet<>(Set.of(resource));
    Severity highest = declared.severity();
    for (AnalysedRule rule : rulesOf(id)) {
      reads.put(rule.qualifiedName(), readsOf(rule, resource));
      Set<String> beneath = new HashSet<>();
      closure(rule, beneath);
      beneath.forEach(name -> rule(name).occurrences().forEach(o -> types.add(o.type())));
      highest = higher(highest, rule.severity());
    }
    List<FactType> read =
        types.stream()
            .filter(type -> type.isAnnotationPresent(ReadBy.class))
            .map(FactType::of)
            .toList();
    controls.put(
        id,
        new Control(
            id,
            declared.title(),
            highest,
            declared.practice(),
            FactType.nameOf(resource),
            read.stream().map(FactType::name).sorted().toList(),
            read.stream().flatMap(type -> type.actions().stream()).distinct().sorted().toList(),
            declared.parameters(),
            declared.risk(),
            declared.remediation(),
            declared.references()));
  }

  static Severity higher(Severity one, @Nullable Severity other) {
    return other != null && other.compareTo(one) > 0 ? other : one;
  }

  private Reads readsOf(AnalysedRule rule, Class<?> resource) {
    Reads found = Reads.none();
    for (Occurrence occurrence : rule.occurrences()) {
      add(occurrence, occurrence.sign(), resource, true, found);
    }
    return found;
  }

  private void add(
      Occurrence occurrence, int sign, Class<?> resource, boolean direct, Reads found) {
    Class<?> type = occurrence.type();
    if (type.isAnnotationPresent(ReadBy.class)) {
      Reads.JoinKey key = direct ? occurrence.key() : null;
      found.add(
          FactType.nameOf(type),
          sign,
          key == null ? Reads.Reach.EVERYWHERE : new Reads.Reach(false, Set.of(key)));
      return;
    }
    for (AnalysedRule deriver : derivers(type)) {
      found.derived().add(deriver.derives());
      for (Occurrence beneath : deriver.occurrences()) {
        if (!deriver.decides() || exists(beneath, occurrence, resource, direct)) {
          add(beneath, sign * beneath.sign(), resource, false, found);
        }
      }
    }
  }

  /**
   * A derivation that decides answers for what it collects, but says nothing of a resource that it
   * does not see: what its existence hangs on still counts. Only the subject itself is surely seen.
   */
  private static boolean exists(
      Occurrence beneath, Occurrence occurrence, Class<?> resource, boolean direct) {
    boolean collected = beneath.sign() == 0 || beneath.type() == Gap.class;
    boolean subject = direct && occurrence.joinedToSubject() && beneath.type() == resource;
    return !collected && !subject;
  }
}
