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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.base.base.EnabledBoolean;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;

/** Checks compiled rules, and reads from them which controls they make and which facts they ask. */
final class RuleReader {

  /** The globals that a rule may declare. */
  static final SortedMap<String, Class<?>> GLOBALS =
      new TreeMap<>(
          Map.of("verdict", Verdict.class, "parameters", Parameters.class, "asOf", Instant.class));

  private final List<RuleSource.Loaded> sources;
  private final boolean negationCounts;
  private final Problems problems = new Problems();

  private final SortedSet<String> globals = new TreeSet<>();
  private final SortedMap<String, Control> declared = new TreeMap<>();
  private final Map<String, Class<?>> resourceTypes = new HashMap<>();
  private final SortedMap<String, AnalysedRule> rules = new TreeMap<>();
  private final SortedMap<String, FactType> factTypes = new TreeMap<>();
  private final KieBase base;
  private final Derivations derivations;

  /**
   * @param negationCounts false only where a test shows that soundness needs it
   * @throws InvalidRuleException listing every bad rule
   */
  RuleReader(List<RuleSource.Loaded> sources, boolean negationCounts) {
    this.sources = sources;
    this.negationCounts = negationCounts;
    checkNames();
    checkGlobals();
    checkQueries();
    problems.failIfAny();
    base = RuleBases.build(models(), rule -> true);
    SortedMap<String, RuleImpl> compiled = new TreeMap<>();
    for (KiePackage in : base.getKiePackages()) {
      in.getRules().forEach(rule -> compiled.put(RuleBases.nameOf(rule), (RuleImpl) rule));
    }
    compiled.forEach(this::declare);
    compiled.forEach(this::read);
    rules.values().forEach(this::checkTypes);
    rules.values().stream().filter(AnalysedRule::isGrade).forEach(this::checkGrade);
    derivations = new Derivations(rules.values());
    rules.values().forEach(this::checkDerived);
    derivations.cycles().forEach(this::refuse);
    problems.failIfAny();
  }

  /** The globals that are declared. */
  SortedSet<String> globals() {
    return globals;
  }

  /** The controls as their first rules declare them, by id. */
  SortedMap<String, Control> declared() {
    return declared;
  }

  /** What each control judges, by its id. */
  Map<String, Class<?>> resourceTypes() {
    return resourceTypes;
  }

  /** The rules by qualified name. */
  SortedMap<String, AnalysedRule> rules() {
    return rules;
  }

  /** The fact types that some rule reads, by name. */
  SortedMap<String, FactType> factTypes() {
    return factTypes;
  }

  /** All rules, compiled. */
  KieBase base() {
    return base;
  }

  Derivations derivations() {
    return derivations;
  }

  private List<Model> models() {
    return sources.stream().flatMap(source -> source.models().stream()).toList();
  }

  // ---- names and globals

  private void checkNames() {
    Map<String, String> seen = new HashMap<>();
    for (RuleSource.Loaded source : sources) {
      for (Model model : source.models()) {
        for (Rule rule : model.getRules()) {
          String qualified = RuleBases.nameOf(rule);
          String place = problems.locate(qualified, source);
          String other = seen.putIfAbsent(rule.getName(), place);
          if (other != null) {
            problems.add(
                qualified,
                rule.getName(),
                "the name is taken by a rule in "
                    + other
                    + "; rename this one: every rule of an engine has a name of its own");
          }
        }
      }
    }
  }

  private void checkGlobals() {
    for (Model model : models()) {
      for (Global<?> global : model.getGlobals()) {
        if (GLOBALS.get(global.getName()) == global.getType()) {
          globals.add(global.getName());
        } else {
          problems.add(
              "package "
                  + global.getPackage()
                  + ": "
                  + unknownGlobal(global.getType().getName(), global.getName()));
        }
      }
    }
  }

  private void checkQueries() {
    for (Model model : models()) {
      for (Query query : model.getQueries()) {
        problems.add("package " + query.getPackage() + ": " + queryNotAllowed(query.getName()));
      }
    }
  }

  static String queryNotAllowed(String name) {
    return "query \""
        + name
        + "\" is not allowed: it hides from the engine which facts a rule reads";
  }

  static String unknownGlobal(String type, String name) {
    return "global "
        + type
        + " "
        + name
        + " is not known; known are "
        + String.join(
            ", ",
            GLOBALS.entrySet().stream()
                .map(known -> known.getValue().getName() + " " + known.getKey())
                .toList());
  }

  // ---- controls

  /** The first rule of a control tells about the control; derivations have none. */
  private void declare(String qualified, RuleImpl rule) {
    ControlReader reader = new ControlReader(rule);
    String id = rule.getName();
    if (id.indexOf('/') >= 0 || reader.isDerivation()) {
      return;
    }
    if (!ControlReader.ID.matcher(id).matches()) {
      problems.add(
          qualified, id, "a control's id is lower-case words joined by -, as in my-vpc-tagged");
    }
    String in = rule.getPackageName();
    declared.put(id, reader.control(id, in.substring(in.lastIndexOf('.') + 1)));
    reader.problems().forEach(text -> problems.add(qualified, id, text));
    if (reader.resource().isEmpty()) {
      return; // told already
    }
    for (Class<?> type : ConditionReader.topLevelTypes(rule)) {
      if (ControlReader.names(reader.resource(), type)) {
        try {
          FactType factType = FactType.of(type);
          factTypes.put(factType.name(), factType);
          resourceTypes.put(id, type);
        } catch (IllegalArgumentException e) {
          problems.add(qualified, id, "@resource(" + reader.resource() + "): " + e.getMessage());
        }
        return;
      }
    }
    problems.add(
        qualified,
        id,
        "no pattern of its @resource("
            + reader.resource()
            + ") outside of not, exists and the like; begin the condition with one");
  }

  private void read(String qualified, RuleImpl rule) {
    checkAttributes(qualified, rule);
    ControlReader reader = new ControlReader(rule);
    if (reader.isDerivation()) {
      String derives = reader.derives();
      reader.problems().forEach(text -> problems.add(qualified, rule.getName(), text));
      analyse(
          qualified,
          rule,
          "",
          Kind.DERIVATION,
          null,
          /* isGrade= */ false,
          derives,
          reader.decides());
      return;
    }
    String id = AnalysedRule.controlOf(rule.getName());
    Control control = declared.get(id);
    if (control == null) {
      problems.add(qualified, rule.getName(), "there is no rule \"" + id + "\", which it adds to");
      return;
    }
    Kind kind = Kind.of(rule.getName());
    Severity severity = control.severity();
    boolean further = !rule.getName().equals(id);
    if (further) {
      severity = reader.ofFurtherRule(kind, severity);
      reader.problems().forEach(text -> problems.add(qualified, rule.getName(), text));
      if (rule.getName().endsWith("/")) {
        problems.add(qualified, rule.getName(), "say after the slash what the rule adds");
      }
    }
    if (resourceTypes.containsKey(id)) {
      analyse(
          qualified,
          rule,
          id,
          kind,
          severity,
          further && reader.grades(),
          "",
          /* decides= */ false);
    }
  }

  private void analyse(
      String qualified,
      RuleImpl rule,
      String controlId,
      Kind kind,
      @Nullable Severity severity,
      boolean isGrade,
      String derives,
      boolean decides) {
    try {
      ConditionReader condition =
          new ConditionReader(rule, resourceTypes.get(controlId), negationCounts);
      rules.put(
          qualified,
          new AnalysedRule(
              qualified,
              rule.getName(),
              controlId,
              kind,
              severity,
              isGrade,
              derives,
              decides,
              condition.subject(),
              condition::admits,
              condition.occurrences()));
    } catch (IllegalArgumentException e) {
      problems.add(qualified, rule.getName(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * What raises a failure must not fire without it: the engine relies on that. That it extends the
   * first rule is gone from the compiled rule, but all that the first one asks for is in it.
   */
  private void checkGrade(AnalysedRule rule) {
    List<String> asked = shape(rule);
    for (AnalysedRule first : rules.values()) {
      if (first.name().equals(rule.controlId()) && !shape(first).stream().allMatch(asked::remove)) {
        problems.add(rule, notAGrade(rule.name()));
      }
    }
  }

  private static List<String> shape(AnalysedRule rule) {
    List<String> shape = new ArrayList<>();
    rule.occurrences().forEach(each -> shape.add(each.sign() + " " + each.type().getName()));
    return shape;
  }

  static String notAGrade(String ruleName) {
    return "a further rule with a @severity of its own raises that of the first: write rule \""
        + ruleName
        + "\" extends \""
        + AnalysedRule.controlOf(ruleName)
        + "\" and only what it adds to the condition";
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
        || rule.getEnabled() != EnabledBoolean.ENABLED_TRUE
        || rule.getDateEffective() != null
        || rule.getDateExpires() != null
        || rule.hasCalendars()) {
      problems.add(
          qualified,
          rule.getName(),
          "salience, groups, timers and the like are not allowed: a rule speaks whenever its"
              + " condition holds");
    }
  }

  // ---- fact types and derivations

  private void checkTypes(AnalysedRule rule) {
    for (Occurrence occurrence : rule.occurrences()) {
      Class<?> type = occurrence.type();
      if (type == Gap.class && !rule.decides()) {
        problems.add(rule, "only a derivation that @decides may look at what is missing");
      }
      if (type.isAnnotationPresent(ReadBy.class)) {
        try {
          FactType factType = FactType.of(type);
          factTypes.put(factType.name(), factType);
        } catch (IllegalArgumentException e) {
          problems.add(rule, String.valueOf(e.getMessage()));
        }
      }
    }
  }

  private void checkDerived(AnalysedRule rule) {
    if (rule.kind() == Kind.DERIVATION && ControlReader.names(rule.derives(), Gap.class)) {
      problems.add(rule, "nothing derives what is missing; it is told by the snapshot");
    }
    for (Class<?> type : typesOf(rule)) {
      boolean isRead = type.isAnnotationPresent(ReadBy.class);
      boolean isDerived = !derivations.of(type).isEmpty();
      if (isRead && isDerived) {
        problems.add(rule, type.getName() + " is read and derived; derive a type of its own");
      } else if (isDerived && !type.isRecord()) {
        problems.add(rule, type.getName() + " is derived but no record; make it one");
      } else if (!isRead && !isDerived && type != Gap.class) {
        problems.add(
            rule,
            type.getName()
                + " is neither read nor derived: a fact carries @ReadBy, a derived fact has a rule"
                + " with @derives("
                + type.getSimpleName()
                + ")");
      }
    }
  }

  private static Set<Class<?>> typesOf(AnalysedRule rule) {
    Set<Class<?>> types = new HashSet<>();
    rule.occurrences().forEach(occurrence -> types.add(occurrence.type()));
    return types;
  }

  private void refuse(List<AnalysedRule> cycle) {
    List<String> types = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (AnalysedRule rule : cycle) {
      types.add(rule.derives());
      places.add("rule \"" + rule.name() + "\" in " + problems.placeOf(rule));
    }
    types.add(types.get(0));
    problems.add(
        "derivations stand on each other: "
            + String.join(" -> ", types)
            + " ("
            + String.join(", ", places)
            + "); break the circle");
  }
}
