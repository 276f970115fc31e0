/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.policy.ScpCeiling.Level;
import dev.merlon.fact.policy.ScpCeiling.Policy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds of every organization: over random ones, with policies of few words. */
final class ScpCeilingPropertiesTest {

  private static final String REGION = "aws:RequestedRegion";
  private static final List<String> ACTIONS = List.of("s3:Get", "s3:Put", "ec2:Run");
  private static final List<String> GLOBS =
      List.of("*", "*:*", "s3:*", "S3:G*", "ec2:Run", "*:?ut", "iam:*");
  private static final List<String> RESOURCES =
      List.of("*", "arn:aws:s3:::b*", "arn:aws:s3:::bc", "arn:aws:*:::c", "arn:${aws:x}:s3:::b");
  private static final List<String> OPERATORS =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringLike",
          "StringNotLikeIfExists",
          "ForAnyValue:StringLike",
          "ForAllValues:StringNotEquals",
          "ArnNotLike",
          "StringEqualsIgnoreCase",
          "Null",
          "Bool",
          "Magic");
  private static final List<String> VALUES =
      List.of("eu-1", "eu-2", "us-1", "eu-*", "*", "true", "false", "${aws:y}");

  private static final int ROUNDS = 5_000;

  private final Random random = new Random(1);

  private String any(List<String> from) {
    return '"' + from.get(random.nextInt(from.size())) + '"';
  }

  private String list(List<String> from) {
    return random.nextBoolean() ? any(from) : "[" + any(from) + "," + any(from) + "]";
  }

  private String statement(String effect) {
    StringBuilder text = new StringBuilder("{\"Effect\":\"" + effect + "\"");
    text.append(random.nextInt(4) == 0 ? ",\"NotAction\":" : ",\"Action\":").append(list(GLOBS));
    text.append(random.nextInt(8) == 0 ? ",\"NotResource\":" : ",\"Resource\":");
    text.append(random.nextBoolean() ? "\"*\"" : list(RESOURCES));
    if (random.nextBoolean()) {
      text.append(",\"Condition\":{").append(any(OPERATORS)).append(":{");
      text.append(any(List.of(REGION, "k"))).append(':').append(list(VALUES)).append("}}");
    }
    return text.append('}').toString();
  }

  private PolicyDocument document(String... effects) {
    List<String> statements = new ArrayList<>();
    for (String effect : effects) {
      statements.add(statement(effect));
    }
    PolicyDocument document =
        PolicyDocument.parse(
            "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}");
    assertThat(document.problem()).isEmpty();
    return document;
  }

  private List<Level> levels() {
    List<Level> levels = new ArrayList<>();
    for (int level = random.nextInt(3); level >= 0; level--) {
      List<Policy> policies = new ArrayList<>();
      if (random.nextInt(3) > 0) {
        policies.add(new Policy("full", Policies.of(Policies.FULL)));
      }
      for (int n = random.nextInt(3); n > 0; n--) {
        policies.add(new Policy("p" + n, document(random.nextInt(3) == 0 ? "Allow" : "Deny")));
      }
      if (random.nextInt(20) == 0) {
        policies.add(new Policy("lost", PolicyDocument.unreadable("lost")));
      }
      levels.add(new Level("level" + level, policies));
    }
    return levels;
  }

  private Request request() {
    Request request =
        Request.of(random.nextInt(3) == 0 ? "s3:*" : ACTIONS.get(random.nextInt(ACTIONS.size())));
    if (random.nextBoolean()) {
      request = request.on(random.nextBoolean() ? "arn:aws:s3:::b*" : "arn:aws:s3:::bc");
    }
    return random.nextBoolean() ? request.with("k", "eu-1") : request;
  }

  private static Ceiling left(List<Level> levels, Request request) {
    return ScpCeiling.of(levels).decide(request).ceiling();
  }

  /** Compares the answers before and after a change, for many organizations and requests. */
  private void check(
      UnaryOperator<List<Level>> change,
      UnaryOperator<Request> fix,
      Map<Ceiling, Set<Ceiling>> permitted) {
    Map<Ceiling, Integer> changed = new EnumMap<>(Ceiling.class);
    for (int round = 0; round < ROUNDS; round++) {
      List<Level> levels = levels();
      Request request = request();
      Ceiling before = left(levels, request);
      Ceiling after = left(change.apply(levels), fix.apply(request));
      assertThat(after).as("after %s", before).isIn(permitted.get(before));
      if (before != after) {
        changed.merge(before, 1, Integer::sum);
      }
    }
    permitted.forEach(
        (before, after) -> {
          if (after.size() > 1) {
            assertThat(changed).as("the change matters").containsKey(before);
          }
        });
  }

  @Test
  void decide_oneMoreDeny_isNeverMorePermissive() {
    check(
        levels ->
            replaceOne(levels, policies -> policies.add(new Policy("more", document("Deny")))),
        request -> request,
        Map.of(
            Ceiling.DENIED, Set.of(Ceiling.DENIED),
            Ceiling.CONDITIONAL, Set.of(Ceiling.CONDITIONAL, Ceiling.DENIED),
            Ceiling.ALLOWED, Set.of(Ceiling.ALLOWED, Ceiling.CONDITIONAL, Ceiling.DENIED),
            // at an empty level, the policy added is the first that is known
            Ceiling.UNKNOWN, Set.of(Ceiling.UNKNOWN, Ceiling.DENIED)));
  }

  @Test
  void decide_oneDocumentLost_isTheSameOrUnknown() {
    check(
        levels ->
            replaceOne(
                levels,
                policies ->
                    policies.replaceAll(
                        policy -> new Policy(policy.id(), PolicyDocument.unreadable("lost")))),
        request -> request,
        Map.of(
            Ceiling.DENIED, Set.of(Ceiling.DENIED, Ceiling.UNKNOWN),
            Ceiling.CONDITIONAL, Set.of(Ceiling.UNKNOWN),
            Ceiling.ALLOWED, Set.of(Ceiling.UNKNOWN),
            Ceiling.UNKNOWN, Set.of(Ceiling.UNKNOWN)));
  }

  private static final Map<Ceiling, Set<Ceiling>> REFINED =
      Map.of(
          Ceiling.DENIED, Set.of(Ceiling.DENIED),
          Ceiling.CONDITIONAL, Set.of(Ceiling.CONDITIONAL, Ceiling.DENIED, Ceiling.ALLOWED),
          Ceiling.ALLOWED, Set.of(Ceiling.ALLOWED),
          Ceiling.UNKNOWN, Set.of(Ceiling.UNKNOWN, Ceiling.DENIED));

  @Test
  void decide_oneMoreKeyFixed_refinesWhatDependedOnIt() {
    List<UnaryOperator<Request>> fixes =
        List.of(
            request -> request.with(REGION, "eu-1"),
            request -> request.with(REGION, "eu-1", "us-1"),
            request -> request.without(REGION),
            request -> request.with("aws:x", "aws").with(REGION, "true"),
            request -> request.withNoneOf(REGION, List.of("eu-*")));
    check(
        levels -> levels,
        request -> fixes.get(random.nextInt(fixes.size())).apply(request),
        REFINED);
  }

  @Test
  void decide_keyThatIsNoneOfSome_saysWhatHoldsForEachOtherValue() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Level> levels = levels();
      Request request = request();
      Ceiling others = left(levels, request.withNoneOf(REGION, List.of("eu-*", "true")));
      for (String value : List.of("us-1", "us-2", "false", "")) {
        assertThat(left(levels, request.with(REGION, value))).isIn(REFINED.get(others));
      }
    }
  }

  @Test
  void decide_oneActionOfMany_refinesWhatHoldsForSome() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Level> levels = levels();
      Ceiling many = left(levels, Request.of("s3:*").on("arn:aws:s3:::b*"));
      assertThat(left(levels, Request.of("s3:Get").on("arn:aws:s3:::bc"))).isIn(REFINED.get(many));
      assertThat(left(levels, Request.of("s3:Put").on("arn:aws:s3:::b"))).isIn(REFINED.get(many));
      Ceiling all = left(levels, Request.ofEverything());
      assertThat(many).isIn(REFINED.get(all));
    }
  }

  private List<Level> replaceOne(List<Level> levels, Consumer<List<Policy>> change) {
    List<Level> changed = new ArrayList<>(levels);
    int at = random.nextInt(levels.size());
    List<Policy> policies = new ArrayList<>(levels.get(at).policies());
    change.accept(policies);
    if (policies.isEmpty()) {
      policies.add(new Policy("lost", PolicyDocument.unreadable("lost")));
    }
    changed.set(at, new Level(levels.get(at).name(), policies));
    return changed;
  }
}
