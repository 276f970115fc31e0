/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.PrefixListEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactReaderTest {

  private static final Map<String, FactType> TYPES =
      FactType.all(FactReaderTest.class.getClassLoader());
  private static final FactReader STRICT = FactReader.strict(TYPES);
  private static final FactReader LENIENT = FactReader.lenient(TYPES);
  private static final String SAMPLE = SampleFact.class.getName();

  @Test
  void read_everyKindOfComponent_isTheRecord() {
    Resource fact =
        STRICT.read(
            SAMPLE,
            """
            {"arn": "a", "account": "1", "region": "r", "enabled": true, "count": -2,
             "sizeBytes": 9223372036854775807, "mode": "ON", "createdAt": "2026-01-31T12:00:00Z",
             "lastUsed": "2026-01-31T12:00:01Z", "limit": 3, "maxAge": "PT12H", "names": ["x", ""],
             "tags": {"b": "1", "a": "2"}, "ports": {"tcp": [22, 80]},
             "rule": {"name": "n", "children": [{"name": "m", "children": []}]}, "rules": []}
            """);
    assertThat(fact)
        .isEqualTo(
            new SampleFact(
                "a",
                "1",
                "r",
                true,
                -2,
                Long.MAX_VALUE,
                SampleFact.Mode.ON,
                Instant.parse("2026-01-31T12:00:00Z"),
                Instant.parse("2026-01-31T12:00:01Z"),
                3L,
                Duration.ofHours(12),
                List.of("x", ""),
                Map.of("a", "2", "b", "1"),
                Map.of("tcp", List.of(22, 80)),
                new SampleFact.Rule("n", List.of(new SampleFact.Rule("m", List.of()))),
                List.of()));
  }

  @Test
  void read_leniently_whatIsLeftOutIsEmpty() {
    assertThat(LENIENT.read(SAMPLE, "{\"arn\": \"a\"}")).isEqualTo(SampleFact.empty("a"));
    assertThat(LENIENT.read("PrefixListEntry", "{}"))
        .isEqualTo(new PrefixListEntry("", "", "", "", "", ""));
  }

  @Test
  void read_lenientlyInARecordInAList_whatIsLeftOutIsEmpty() {
    assertThat(((SampleFact) LENIENT.read(SAMPLE, "{\"rules\": [{}, {\"name\": \"x\"}]}")).rules())
        .containsExactly(new SampleFact.Rule("", List.of()), new SampleFact.Rule("x", List.of()));
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        arguments(
            "{\"enabled\": \"true\"}", "/enabled: must be true or false, not the text \"true\""),
        arguments("{\"enabled\": 1}", "/enabled: must be true or false, not the number 1"),
        arguments("{\"enabled\": null}", "/enabled: must be true or false, not null"),
        arguments("{\"count\": 1.5}", "/count: " + INT + "the number 1.5"),
        arguments("{\"count\": 1.0}", "/count: " + INT + "the number 1.0"),
        arguments("{\"count\": 1e3}", "/count: " + INT + "the number 1e3"),
        arguments("{\"count\": \"1\"}", "/count: " + INT + "the text \"1\""),
        arguments("{\"count\": true}", "/count: " + INT + "true"),
        arguments("{\"count\": 2147483648}", "/count: " + INT + "the number 2147483648"),
        arguments(
            "{\"sizeBytes\": 9223372036854775808}",
            "/sizeBytes: must be a whole number from -9223372036854775808 to 9223372036854775807,"
                + " not the number 9223372036854775808"),
        arguments(
            "{\"account\": 111122223333}", "/account: must be a text, not the number 111122223333"),
        arguments("{\"account\": null}", "/account: must be a text, not null"),
        arguments("{\"account\": {\"id\": 1}}", "/account: must be a text, not an object"),
        arguments("{\"mode\": \"on\"}", "/mode: must be one of UNSET, ON, not the text \"on\""),
        arguments("{\"mode\": 1}", "/mode: must be one of UNSET, ON, not the number 1"),
        arguments("{\"mode\": null}", "/mode: must be one of UNSET, ON, not null"),
        arguments("{\"lastUsed\": \"\"}", "/lastUsed: " + INSTANT + "the text \"\""),
        arguments(
            "{\"lastUsed\": \"2026-01-31\"}", "/lastUsed: " + INSTANT + "the text \"2026-01-31\""),
        arguments("{\"createdAt\": null}", "/createdAt: " + INSTANT + "null"),
        arguments(
            "{\"maxAge\": \"12h\"}",
            "/maxAge: must be a duration such as \"PT12H\", not the text \"12h\""),
        arguments("{\"names\": \"x\"}", "/names: must be a list, not the text \"x\""),
        arguments("{\"names\": [\"x\", null]}", "/names/1: must be a text, not null"),
        arguments("{\"tags\": []}", "/tags: must be an object, not a list"),
        arguments("{\"tags\": {\"a\": null}}", "/tags/a: must be a text, not null"),
        arguments(
            "{\"tags\": {\"a/~\u202e\": 1}}",
            "/tags/a~1~0\\u202e: must be a text, not the number 1"),
        arguments(
            "{\"tags\": {\"a\": \"\", \"a\": \"\"}}",
            "/tags/a: malformed JSON: Duplicate field 'a'"),
        arguments("{\"ports\": {\"tcp\": [22, \"x\"]}}", "/ports/tcp/1: " + INT + "the text \"x\""),
        arguments("{\"rule\": null}", "/rule: must be an object, not null"),
        arguments(
            "{\"rules\": [{\"nam\": \"\"}]}",
            "/rules/0/nam: no such component: Rule has name, children"),
        arguments(
            "{\"rules\": [{\"name\": \"refused\"}]}",
            "/rules/0: Rule refuses its components: java.lang.IllegalArgumentException: the name is"
                + " taken"),
        arguments(
            "{\"tag\": {}}",
            "/tag: no such component: SampleFact has arn, account, region, enabled, count,"
                + " sizeBytes, mode, createdAt, lastUsed, limit, maxAge, names, tags, ports, rule,"
                + " rules"),
        arguments("", ": must be an object, not nothing"),
        arguments("[]", ": must be an object, not a list"),
        arguments("{} {}", ": nothing may follow, but an object does"),
        arguments("{\"arn\": \"a\"", "/arn: ends too early, something is cut off"));
  }

  private static final String INT = "must be a whole number from -2147483648 to 2147483647, not ";
  private static final String INSTANT = "must be an instant such as \"2026-01-31T12:00:00Z\", not ";

  @ParameterizedTest
  @MethodSource("misfits")
  void read_misfit_saysWhereAndWhat(String json, String message) {
    assertThatThrownBy(() -> LENIENT.read(SAMPLE, json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(SAMPLE + message);
  }

  @Test
  void read_strictlyWithComponentsLeftOut_namesThoseThatMayNotBe() {
    assertThatThrownBy(
            () ->
                STRICT.read(
                    SAMPLE,
                    """
                    {"arn": "a", "account": "1", "region": "r", "enabled": true, "count": -2,
                     "sizeBytes": 0, "mode": "ON", "createdAt": "2026-01-31T12:00:00Z",
                     "names": [], "ports": {}, "rule": {"name": "", "children": []}, "rules": []}
                    """))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            SAMPLE
                + ": components are missing: maxAge, tags; if another version of Merlon wrote this,"
                + " collect again with this one");
  }

  @Test
  void read_unknownType_namesTheKnownOnes() {
    FactReader reader =
        FactReader.lenient(Map.of("Vpc", FactType.of(dev.merlon.fact.ec2.Vpc.class)));
    assertThatThrownBy(() -> reader.read("Vpcs", "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Vpcs: there is no fact type \"Vpcs\"; known are Vpc (one of your own must stand in its"
                + " artifact's META-INF/merlon/fact-types)");
  }

  @Test
  void read_nestedAsDeepAsItGets_isRefusedWithoutExhaustingTheStack() {
    String json = "{\"rule\": " + "{\"children\": [".repeat(5_000);
    assertThatThrownBy(() -> LENIENT.read(SAMPLE, json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nesting depth (1001) exceeds the maximum allowed (1000");
  }
}
