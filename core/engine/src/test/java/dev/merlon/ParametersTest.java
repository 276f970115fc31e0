/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.Parameter.Type.BOOLEAN;
import static dev.merlon.Parameter.Type.CIDRS;
import static dev.merlon.Parameter.Type.INT;
import static dev.merlon.Parameter.Type.LIST;
import static dev.merlon.Parameter.Type.PORTS;
import static dev.merlon.Parameter.Type.TEXT;
import static dev.merlon.World.tower;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.sample.Tower;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that rules read, checked against what they declare. */
final class ParametersTest {

  private static Control control(String id, Parameter... parameters) {
    return new Control(
        id,
        Rules.TITLE,
        Severity.LOW,
        "walls",
        "Tower",
        List.of(),
        List.of(),
        List.of(parameters),
        Rules.RISK,
        Rules.FIX,
        List.of());
  }

  private static final List<Control> CONTROLS =
      List.of(
          control(
              "walls-high",
              new Parameter("minHeight", INT, "10"),
              new Parameter("strict", BOOLEAN, "true"),
              new Parameter("colour", TEXT, "grey"),
              new Parameter("owners", LIST, "anna, bert"),
              new Parameter("ports", PORTS, "22, 137-139"),
              new Parameter("trusted", CIDRS, "192.0.2.0/24, 2001:db8::/32")),
          control("walls-thick", new Parameter("minHeight", INT, "3")),
          control("walls-plain"));

  private static Parameters resolved(String name, Object value) {
    return Parameters.of(Map.of(), Map.of("walls-high", Map.of(name, value))).resolve(CONTROLS);
  }

  // ---- values

  @Test
  void resolve_withoutValues_takesTheDefaults() {
    Parameters parameters = Parameters.none().resolve(CONTROLS);

    assertThat(parameters.integer("walls-high", "minHeight")).isEqualTo(10);
    assertThat(parameters.integer("walls-thick", "minHeight")).isEqualTo(3);
    assertThat(parameters.bool("walls-high", "strict")).isTrue();
    assertThat(parameters.text("walls-high", "colour")).isEqualTo("grey");
    assertThat(parameters.list("walls-high", "owners")).containsExactly("anna", "bert");
    assertThat(parameters.ports("walls-high", "ports")).isEqualTo(PortSet.parse("22,137-139"));
    assertThat(parameters.cidrs("walls-high", "trusted"))
        .containsExactly(Cidr.parse("192.0.2.0/24"), Cidr.parse("2001:db8::/32"));
  }

  @Test
  void resolve_withAValueForAllAndOneForTheControl_takesTheControlsOwn() {
    Parameters parameters =
        Parameters.of(Map.of("minHeight", 20), Map.of("walls-high", Map.of("minHeight", 30)))
            .resolve(CONTROLS);

    assertThat(parameters.integer("walls-high", "minHeight")).isEqualTo(30);
    assertThat(parameters.integer("walls-thick", "minHeight")).isEqualTo(20);
  }

  static Stream<Arguments> integers() {
    return Stream.of(90, 90L, (short) 90, BigInteger.valueOf(90), "90", " 90 ", "+90")
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("integers")
  void resolve_ofAWholeNumberInAnyForm_isThatNumber(Object given) {
    assertThat(resolved("minHeight", given).integer("walls-high", "minHeight")).isEqualTo(90);
  }

  @Test
  void resolve_ofOtherTypesInAnyForm_isTheirValue() {
    assertThat(resolved("strict", "false").bool("walls-high", "strict")).isFalse();
    assertThat(resolved("strict", false).bool("walls-high", "strict")).isFalse();
    assertThat(resolved("colour", 7).text("walls-high", "colour")).isEqualTo("7");
    assertThat(resolved("colour", " a, b ").text("walls-high", "colour")).isEqualTo(" a, b ");
    assertThat(resolved("owners", "").list("walls-high", "owners")).isEmpty();
    assertThat(resolved("owners", List.of(1, " b ", true)).list("walls-high", "owners"))
        .containsExactly("1", "b", "true");
    assertThat(resolved("ports", 443).ports("walls-high", "ports")).isEqualTo(PortSet.of(443));
    assertThat(resolved("ports", "").ports("walls-high", "ports")).isEqualTo(PortSet.empty());
    assertThat(resolved("ports", List.of(22, "80-81")).ports("walls-high", "ports"))
        .isEqualTo(PortSet.parse("22,80-81"));
    assertThat(resolved("trusted", List.of("10.0.0.0/8")).cidrs("walls-high", "trusted"))
        .containsExactly(Cidr.parse("10.0.0.0/8"));
    assertThat(resolved("trusted", "").cidrs("walls-high", "trusted")).isEmpty();
  }

  // ---- what is wrong

  static Stream<Arguments> badValues() {
    return Stream.of(
        Arguments.of("minHeight", "many", "\"many\" is not a whole number; give a whole number"),
        Arguments.of("minHeight", 1.5, "1.5 is not a whole number"),
        Arguments.of("minHeight", true, "true is not a whole number"),
        Arguments.of("minHeight", 3_000_000_000L, "3000000000 is not a whole number"),
        Arguments.of("minHeight", List.of(1), "[1] is not a text; give a whole number"),
        Arguments.of("strict", "yes", "\"yes\" is not true or false; give true or false"),
        Arguments.of("strict", 1, "1 is not true or false"),
        Arguments.of("colour", List.of("a"), "[a] is not a text; give a text"),
        Arguments.of("colour", Map.of("a", "b"), "{a=b} is not a text"),
        Arguments.of("owners", Map.of("a", "b"), "{a=b} is not a text; give texts, separated by"),
        Arguments.of("owners", List.of(List.of("a")), "[a] is not a text"),
        Arguments.of("ports", "22-", "give ports such as 22, 137-139 (default: 22, 137-139)"),
        Arguments.of("ports", 70000, "give ports such as"),
        Arguments.of("trusted", "10.0.0.0", "give address blocks such as"),
        Arguments.of("trusted", "example.com/24", "give address blocks such as"));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void resolve_ofABadValue_namesParameterControlFormAndDefault(
      String name, Object value, String message) {
    assertThatThrownBy(() -> resolved(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("parameter " + name + " of walls-high: ")
        .hasMessageContaining(message)
        .hasMessageContaining("(default: ");
  }

  @Test
  void resolve_ofSeveralBadOnes_tellsAll() {
    Parameters bad =
        Parameters.of(
            Map.of("minHeigth", 1, "minHeight", "x", "zzz", 1),
            Map.of(
                "walls-high", Map.of("color", "red"),
                "walls-plain", Map.of("minHeight", 1),
                "walls-hihg", Map.of("minHeight", 1),
                "nothing-alike", Map.of()));

    assertThatThrownBy(() -> bad.resolve(CONTROLS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "parameter minHeight of walls-high: \"x\" is not a whole number; give a whole"
                    + " number (default: 10)",
                "parameter color of walls-high: the control does not declare it; did you mean"
                    + " colour?",
                "parameter minHeight of walls-thick: \"x\" is not a whole number; give a whole"
                    + " number (default: 3)",
                "parameter minHeight of walls-plain: the control does not declare it; there are"
                    + " none",
                "parameter minHeigth: no control declares it; did you mean minHeight?",
                "parameter zzz: no control declares it; known are"
                    + " [colour, minHeight, owners, ports, strict, trusted]",
                "parameters for nothing-alike: no such control; known are"
                    + " [walls-high, walls-plain, walls-thick]",
                "parameters for walls-hihg: no such control; did you mean walls-high?"));
  }

  @Test
  void of_withoutAValue_namesTheParameter() {
    Map<String, @Nullable Object> empty = new HashMap<>();
    empty.put("minHeight", null);
    List<@Nullable String> hole = new ArrayList<>();
    hole.add(null);

    assertThatThrownBy(() -> Parameters.of(cast(empty), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter minHeight: has no value");
    assertThatThrownBy(() -> Parameters.of(Map.of(), Map.of("walls-high", cast(empty))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter minHeight of walls-high: has no value");
    assertThatThrownBy(() -> Parameters.of(Map.of("owners", hole), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter owners: has no value");
  }

  /** As a caller without null checks would pass it. */
  @SuppressWarnings({"NullAway", "unchecked"})
  private static Map<String, Object> cast(Map<String, @Nullable Object> values) {
    return (Map<String, Object>) (Map<String, ?>) values;
  }

  @Test
  void integer_ofWhatIsNotDeclaredOrOfAnotherType_saysSo() {
    Parameters parameters = Parameters.none().resolve(CONTROLS);

    assertThatThrownBy(() -> parameters.integer("walls-plain", "minHeight"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("control walls-plain declares no parameter minHeight; it declares []");
    assertThatThrownBy(() -> parameters.integer("walls-high", "colour"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter colour of walls-high is no Integer");
    assertThatThrownBy(() -> Parameters.none().integer("walls-high", "minHeight"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_keepsWhatItWasGiven() {
    List<String> owners = new ArrayList<>(List.of("anna"));
    Map<String, Object> values = new TreeMap<>(Map.of("owners", owners));
    Parameters parameters = Parameters.of(values, Map.of("walls-high", values));
    owners.add("eve");
    values.put("zzz", 1);

    assertThat(parameters.resolve(CONTROLS).list("walls-high", "owners")).containsExactly("anna");
  }

  // ---- in rules

  private static final HardeningEngine ENGINE =
      new Rules()
          .rule(
              "high",
              Rules.tags("MEDIUM", "Tower")
                  + " @params(\"minHeight: int = 5; names: list = a,b; colour: text = ;\")",
              "$tower : Tower( height < parameters.integer(\"high\", \"minHeight\"),"
                  + " parameters.list(\"high\", \"names\").contains(arn),"
                  + " parameters.text(\"high\", \"colour\").empty )",
              "verdict.fail($tower, \"below\", parameters.integer(\"high\", \"minHeight\"));")
          .control("other", "$tower : Tower( height < 5 )")
          .engine();
  private static final Tower A = tower("a");

  private static Finding of(HardeningEngine engine) {
    return Findings.of(engine.evaluate(World.of(A).snapshot()), "high").get(0);
  }

  @Test
  void evaluate_ofARuleWithParameters_readsTheirValues() {
    assertThat(of(ENGINE)).isEqualTo(Findings.pass("high", A));
    assertThat(of(ENGINE.with(Parameters.of(Map.of("minHeight", 50), Map.of()))))
        .isEqualTo(Findings.fail("high", A, Severity.MEDIUM, Map.of("below", "50")));
  }

  @Test
  void with_otherParameters_leavesTheEngineAsItWas() {
    HardeningEngine strict = ENGINE.with(Parameters.of(Map.of("minHeight", 50), Map.of()));
    HardeningEngine named =
        strict.with(Parameters.of(Map.of(), Map.of("high", Map.of("names", List.of("x")))));

    assertThat(of(strict).status()).isEqualTo(Status.FAIL);
    assertThat(of(ENGINE).status()).isEqualTo(Status.PASS);
    assertThat(of(named).status()).isEqualTo(Status.PASS);
    assertThat(strict.controls()).isEqualTo(ENGINE.controls());
  }

  @Test
  void with_parametersOfAControlThatIsLeftOut_isAllowed() {
    HardeningEngine few = ENGINE.only(control -> control.id().equals("other"));

    assertThat(few.with(Parameters.of(Map.of(), Map.of("high", Map.of("minHeight", 9)))).controls())
        .extracting(Control::id)
        .containsExactly("other");
  }

  @Test
  void with_badParameters_isRefused() {
    assertThatThrownBy(() -> ENGINE.with(Parameters.of(Map.of("minHight", 9), Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter minHight: no control declares it; did you mean minHeight?");
  }

  @Test
  void controls_withParameters_tellThem() {
    assertThat(ENGINE.controls())
        .filteredOn(control -> control.id().equals("high"))
        .flatExtracting(Control::parameters)
        .containsExactly(
            new Parameter("minHeight", INT, "5"),
            new Parameter("names", LIST, "a,b"),
            new Parameter("colour", TEXT, ""));
    assertThat(Set.copyOf(ENGINE.controls())).hasSize(2);
  }
}
