/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A fact with every type of component that there may be, as a customer would write one. */
@ReadBy("sample:DescribeSamples")
record SampleFact(
    String arn,
    String account,
    String region,
    boolean enabled,
    int count,
    long sizeBytes,
    Mode mode,
    Instant createdAt,
    @Nullable Instant lastUsed,
    @Nullable Long limit,
    Duration maxAge,
    List<String> names,
    Map<String, String> tags,
    Map<String, List<Integer>> ports,
    Rule rule,
    List<Rule> rules)
    implements Resource {

  enum Mode {
    UNSET,
    ON {
      @Override
      public String toString() {
        return "switched on";
      }
    }
  }

  /** Contains itself. */
  record Rule(String name, List<Rule> children) {
    Rule {
      if (name.equals("refused")) {
        throw new IllegalArgumentException("the name is taken");
      }
    }
  }

  /** All empty, but for the ARN: what a lenient reading gives. */
  static SampleFact empty(String arn) {
    return new SampleFact(
        arn,
        "",
        "",
        false,
        0,
        0,
        Mode.UNSET,
        Instant.EPOCH,
        null,
        null,
        Duration.ZERO,
        List.of(),
        Map.of(),
        Map.of(),
        new Rule("", List.of()),
        List.of());
  }

  /** All set, to values that are easily spoilt on the way. */
  static SampleFact full(String arn) {
    return new SampleFact(
        arn,
        "111122223333",
        "eu-west-1",
        true,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Mode.ON,
        Instant.parse("2026-01-31T12:00:00.000000001Z"),
        Instant.MIN,
        -1L,
        Duration.ofSeconds(-1, 5),
        List.of(
            "",
            " ",
            "null",
            "1",
            "\u0000\u001b[31m\u007f\u0085\u2028\u202e\ufeff",
            "\ud83d\ude00",
            "\ud83d"),
        Map.of("b", "\"\\/\b\f\n\r\t", "a", "ä", "", "x", "\u001b", "\ud800"),
        Map.of("tcp", List.of(22, 0), "udp", List.of()),
        new Rule("outer", List.of(new Rule("inner", List.of(new Rule("", List.of()))))),
        List.of(new Rule("one", List.of()), new Rule("two", List.of())));
  }
}
