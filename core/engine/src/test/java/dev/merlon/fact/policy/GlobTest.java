/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  /** Tries every way that a wildcard can go. */
  private static boolean naive(String glob, String text) {
    if (glob.isEmpty()) {
      return text.isEmpty();
    }
    char first = glob.charAt(0);
    if (first == '*') {
      return naive(glob.substring(1), text) || (!text.isEmpty() && naive(glob, text.substring(1)));
    }
    return !text.isEmpty()
        && (first == '?' || first == text.charAt(0))
        && naive(glob.substring(1), text.substring(1));
  }

  private static String random(Random random, String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(longest + 1); n > 0; n--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  /** All texts of a, b and c up to this length. */
  private static List<String> texts(int longest) {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int i = 0; texts.get(i).length() < longest; i++) {
      for (String last : List.of("a", "b", "c")) {
        texts.add(texts.get(i) + last);
      }
    }
    return texts;
  }

  @Test
  void covers_anyText_agreesWithTryingEverything() {
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      String glob = random(random, "ab*?", 8);
      String text = random(random, "ab", 8);
      assertThat(Glob.of(glob).covers(Glob.literal(text)))
          .as("%s covers %s", glob, text)
          .isEqualTo(naive(glob, text));
    }
  }

  @Test
  void coversAndIntersects_anyTwoGlobs_areRightAboutTheTextsInThem() {
    Random random = new Random(2);
    List<String> texts = texts(6); // c occurs in no glob: it stands for every other character
    int found = 0;
    int missed = 0; // "??*" and "*ba"
    for (int round = 0; round < 400; round++) {
      String one = random(random, "ab*?", 3);
      String other = random(random, "ab*?", 3);
      List<String> inOther = texts.stream().filter(text -> naive(other, text)).toList();
      Glob mine = Glob.of(one);
      boolean within = inOther.stream().allMatch(text -> naive(one, text));
      boolean covers = mine.covers(Glob.of(other));
      assertThat(covers && !within).as("%s wrongly covers %s", one, other).isFalse();
      missed += within && !covers ? 1 : 0;
      found += covers ? 1 : 0;
      assertThat(mine.intersects(Glob.of(other)))
          .as("%s intersects %s", one, other)
          .isEqualTo(inOther.stream().anyMatch(text -> naive(one, text)));
    }
    assertThat(found).isGreaterThan(10 * missed);
  }

  @ParameterizedTest
  @CsvSource({
    "s3:*, S3:GetObject, true",
    "S3:get*, s3:GetObject, true",
    "*:Get?bject, s3:getobject, true",
    "s3:Get, s3:GetObject, false",
    "*, s3:GetObject, true",
  })
  void ignoringCase_bothSides_coversInAnyCase(String glob, String text, boolean covers) {
    assertThat(Glob.of(glob).ignoringCase().covers(Glob.of(text).ignoringCase())).isEqualTo(covers);
  }

  @Test
  void covers_characterOutsideTheBasicPlane_isOneCharacter() {
    assertThat(Glob.of("a?b").covers(Glob.literal("a😀b"))).isTrue();
  }

  @Test
  void literal_wildcards_areCharacters() {
    assertThat(Glob.literal("a*").covers(Glob.literal("ab"))).isFalse();
    assertThat(Glob.of("a?").covers(Glob.literal("a*"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::*:role/x, arn:aws:iam::1:role/x, TRUE",
    "arn:aws:iam::*:role/x, arn:aws:iam::1:role/X, FALSE",
    "arn:aws:iam::*:role/x, arn:aws:iam::1:role/y, FALSE",
    "arn:aws:s3:::b/*, arn:aws:s3:::b/c:d/e, TRUE",
    "*, anything at all, TRUE",
    "**, anything at all, TRUE",
    // a wildcard would have to reach beyond a colon
    "arn:*:role/x, arn:aws:iam::1:role/x, UNDECIDED",
    "arn:aws:*:role/x, arn:aws:iam::1:role/x, UNDECIDED",
    "arn:aws:iam::*, arn:aws:iam::1:role/x, UNDECIDED",
    // completed by wildcards
    "arn:aws:s3, arn:aws:s3:::b, UNDECIDED",
    "arn:aws:sqs, arn:aws:s3:::b, FALSE",
    // not all resources are known
    "arn:aws:s3:::b, *, UNDECIDED",
    "arn:aws:s3:::b*, arn:aws:s3:::bc*, TRUE",
    "arn:aws:s3:::bc*, arn:aws:s3:::b*, UNDECIDED",
    "arn:aws:s3:::c*, arn:aws:s3:::b*, FALSE",
    "b, c, FALSE",
  })
  void matchesAsArn_twoGlobs_comparesFieldByField(String glob, String other, Truth expected) {
    assertThat(Glob.of(glob).matchesAsArn(Glob.of(other))).isEqualTo(expected);
  }

  @Test
  void matches_globThatLiesPartlyWithin_isUndecided() {
    assertThat(Glob.of("s3:*").matches(Glob.of("s3:Get*"))).isEqualTo(Truth.TRUE);
    assertThat(Glob.of("s3:Get*").matches(Glob.of("s3:*"))).isEqualTo(Truth.UNDECIDED);
    assertThat(Glob.of("ec2:*").matches(Glob.of("s3:*"))).isEqualTo(Truth.FALSE);
  }

  @Test
  void covers_manyWildcardsThatAlmostMatch_staysFast() {
    Glob hostile = Glob.of("*a".repeat(20_000) + "b");
    Glob text = Glob.literal("a".repeat(2_000));
    Glob pattern = Glob.of("a*".repeat(500) + "c");
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertThat(hostile.covers(text)).isFalse();
          assertThat(Glob.of("*a".repeat(500) + "b").intersects(pattern)).isFalse();
        });
  }
}
