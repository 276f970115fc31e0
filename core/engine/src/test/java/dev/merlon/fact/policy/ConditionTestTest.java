/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition decides: asked of a Deny that has nothing else to depend on. */
final class ConditionTestTest {

  private static final Request REQUEST = Request.of("s3:GetObject");

  private static Truth holds(String condition, Request request) {
    return Policies.of(Policies.denyIf("*", condition)).denies(request);
  }

  private static Truth holds(String operator, String policyValue, Request request) {
    return holds("{'" + operator + "':{'Some:Key':" + policyValue + "}}", request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "StringEquals|'a'|a|TRUE",
        "StringEquals|'a'|A|FALSE",
        "StringEquals|'a*'|ab|FALSE",
        "StringEquals|['b','a']|a|TRUE",
        "StringEquals|['b','c']|a|FALSE",
        "StringNotEquals|'a'|a|FALSE",
        "StringNotEquals|['b','c']|a|TRUE",
        "StringNotEquals|['b','a']|a|FALSE",
        "StringEqualsIgnoreCase|'aB'|Ab|TRUE",
        "StringNotEqualsIgnoreCase|'aB'|Ab|FALSE",
        "StringLike|'a*c?'|abbcd|TRUE",
        "StringLike|'a*c?'|abbc|FALSE",
        "StringLike|'A*'|ab|FALSE",
        "StringNotLike|['x*','a*']|ab|FALSE",
        "StringEqualsIfExists|'a'|b|FALSE",
        "ArnEquals|'arn:aws:iam::*:role/x'|arn:aws:iam::1:role/x|TRUE",
        "ArnLike|'arn:aws:iam::*:role/x'|arn:aws:iam::1:role/y|FALSE",
        "ArnNotEquals|'arn:aws:iam::*:role/x'|arn:aws:iam::1:role/x|FALSE",
        "ArnNotLike|'arn:aws:iam::*:role/x'|arn:aws:iam::1:role/y|TRUE",
        "ArnNotLike|'arn:*:role/x'|arn:aws:iam::1:role/x|UNDECIDED",
        "NumericEquals|10|10.0|TRUE",
        "NumericNotEquals|'10'|11|TRUE",
        "NumericLessThan|3600|3599|TRUE",
        "NumericLessThan|3600|3600|FALSE",
        "NumericLessThanEquals|'3600'|3600|TRUE",
        "NumericGreaterThan|3600|3600|FALSE",
        "NumericGreaterThanEquals|3600|3600|TRUE",
        "NumericLessThan|'many'|1|UNDECIDED",
        "NumericLessThan|1|many|UNDECIDED",
        "NumericLessThan|1e999999999|1e-999999999|TRUE",
        "DateLessThan|'2020-01-02T00:00:00Z'|2020-01-01T23:59:59Z|TRUE",
        "DateGreaterThan|'2020-01-02'|2020-01-02T00:00:00+01:00|FALSE",
        "DateEquals|'1577836800'|2020-01-01T00:00:00Z|TRUE",
        "DateNotEquals|1577836800|2020-01-01|FALSE",
        "DateGreaterThanEquals|'2020-01-01'|2020-01-01|TRUE",
        "DateLessThanEquals|'soon'|2020-01-01|UNDECIDED",
        "DateLessThanEquals|'999999999999999999'|2020-01-01|UNDECIDED",
        "Bool|true|true|TRUE",
        "Bool|'True'|true|TRUE",
        "Bool|'false'|true|FALSE",
        "Bool|['true','false']|true|TRUE",
        "Bool|'yes'|true|UNDECIDED",
        "BoolIfExists|'false'|false|TRUE",
        "BinaryEquals|'QQ=='|QQ==|TRUE",
        "BinaryEquals|'QQ=='|Qg==|FALSE",
        "BinaryEquals|'%'|QQ==|UNDECIDED",
        "IpAddress|'203.0.113.0/24'|203.0.113.9|TRUE",
        "IpAddress|'203.0.113.0/24'|203.0.114.9|FALSE",
        "IpAddress|'203.0.113.9'|203.0.113.9|TRUE",
        "IpAddress|['2001:db8::/32','10.0.0.0/8']|2001:db8::1|TRUE",
        "IpAddress|'203.0.113.0/24'|203.0.0.0/16|UNDECIDED",
        "IpAddress|'home'|203.0.113.9|UNDECIDED",
        "NotIpAddress|['203.0.113.0/24','10.0.0.0/8']|10.1.1.1|FALSE",
        "NotIpAddress|'203.0.113.0/24'|2001:db8::1|TRUE",
        "Null|'true'|a|FALSE",
        "Null|false|a|TRUE",
        "Null|['true','false']|a|TRUE",
        "Null|'maybe'|a|UNDECIDED",
        "StringEquals|[]|a|UNDECIDED",
        // nobody knows these
        "StringMatches|'a'|a|UNDECIDED",
        "stringEquals|'a'|a|UNDECIDED",
        "NotBool|'false'|true|UNDECIDED",
        "NullIfExists|'true'|a|UNDECIDED",
        "ForAllValues:Null|'true'|a|UNDECIDED",
        "ForSomeValues:StringEquals|'a'|a|UNDECIDED",
        "ForAllValues:ForAnyValue:StringEquals|'a'|a|UNDECIDED",
      })
  void holds_oneValue_isCompared(String operator, String policy, String actual, Truth expected) {
    assertThat(holds(operator, policy, REQUEST.with("some:key", actual))).isEqualTo(expected);
    assertThat(holds(operator, policy, REQUEST)).isEqualTo(Truth.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    "StringEquals, FALSE",
    "StringLike, FALSE",
    "ArnLike, FALSE",
    "NumericLessThan, FALSE",
    "DateEquals, FALSE",
    "Bool, FALSE",
    "BinaryEquals, FALSE",
    "IpAddress, FALSE",
    "StringNotEquals, TRUE",
    "StringNotLike, TRUE",
    "StringNotEqualsIgnoreCase, TRUE",
    "ArnNotLike, TRUE",
    "NumericNotEquals, TRUE",
    "DateNotEquals, TRUE",
    "NotIpAddress, TRUE",
    "StringEqualsIfExists, TRUE",
    "StringNotEqualsIfExists, TRUE",
    "BoolIfExists, TRUE",
    "IpAddressIfExists, TRUE",
    "ForAllValues:StringEquals, TRUE",
    "ForAllValues:StringNotEquals, TRUE",
    "ForAnyValue:StringEquals, FALSE",
    "ForAnyValue:StringNotEquals, FALSE",
    "ForAnyValue:StringEqualsIfExists, UNDECIDED",
    "StringMatches, UNDECIDED",
    "StringMatchesIfExists, UNDECIDED",
  })
  void holds_absentKey_dependsOnTheOperatorAlone(String operator, Truth expected) {
    assertThat(holds(operator, "'a'", REQUEST.without("SOME:KEY"))).isEqualTo(expected);
  }

  @Test
  void holds_nullOfAbsentKey_isAboutAbsence() {
    assertThat(holds("Null", "'true'", REQUEST.without("some:key"))).isEqualTo(Truth.TRUE);
    assertThat(holds("Null", "'false'", REQUEST.without("some:key"))).isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ForAllValues:StringEquals|TRUE|FALSE|FALSE",
        "ForAnyValue:StringEquals|TRUE|TRUE|FALSE",
        "ForAllValues:StringNotEquals|FALSE|FALSE|TRUE",
        "ForAnyValue:StringNotEquals|FALSE|TRUE|TRUE",
        "StringEquals|TRUE|UNDECIDED|FALSE",
        "StringNotEquals|FALSE|UNDECIDED|TRUE",
      })
  void holds_severalValues_areTakenTogether(String operator, Truth all, Truth some, Truth none) {
    String policy = "['a','b']";
    assertThat(holds(operator, policy, REQUEST.with("some:key", "a", "b"))).isEqualTo(all);
    assertThat(holds(operator, policy, REQUEST.with("some:key", "a", "x"))).isEqualTo(some);
    assertThat(holds(operator, policy, REQUEST.with("some:key", "x", "y"))).isEqualTo(none);
  }

  @Test
  void holds_severalKeysAndOperators_needsAll() {
    String condition = "{'StringEquals':{'a':'1','b':'2'},'Bool':{'c':'true'}}";
    Request all = REQUEST.with("a", "1").with("b", "2").with("c", "true");
    assertThat(holds(condition, all)).isEqualTo(Truth.TRUE);
    assertThat(holds(condition, all.with("b", "3"))).isEqualTo(Truth.FALSE);
    assertThat(holds(condition, all.without("c"))).isEqualTo(Truth.FALSE);
    assertThat(holds(condition, REQUEST.with("a", "1").with("b", "2"))).isEqualTo(Truth.UNDECIDED);
    assertThat(holds(condition, REQUEST.with("a", "2"))).isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what the request has is none of arn:*:iam::*:role/ok and eu-*
        "ArnNotLike|'arn:aws:iam::*:role/ok'|TRUE",
        "ArnNotEquals|'arn:aws:iam::1:role/ok'|TRUE",
        "StringNotLikeIfExists|['eu-west-*','arn:aws:iam::*:role/ok']|TRUE",
        "StringNotEquals|'eu-west-1'|TRUE",
        "StringNotEquals|['eu-west-1','us-east-1']|UNDECIDED",
        "ArnNotLike|'arn:aws:iam::*:role/*'|UNDECIDED",
        "StringNotLike|'*'|FALSE",
        "StringLike|'*'|TRUE",
        "StringLike|'e*'|UNDECIDED",
        "StringEquals|'eu-west-1'|FALSE",
        "StringEquals|'us-east-1'|UNDECIDED",
        "StringEquals|'eu-*'|FALSE",
        "StringNotEqualsIgnoreCase|'eu-west-1'|UNDECIDED",
        "NumericEquals|1|UNDECIDED",
        "Null|'true'|FALSE",
        "Null|'false'|TRUE",
        "ForAnyValue:StringNotEquals|'eu-west-1'|TRUE",
        "StringNotLike|'arn:aws:iam::${aws:PrincipalAccount}:role/ok'|TRUE",
      })
  void holds_valueThatIsNoneOf_isDecidedByCover(String operator, String policy, Truth expected) {
    Request request = REQUEST.withNoneOf("Some:Key", List.of("arn:*:iam::*:role/ok", "eu-*"));
    assertThat(holds(operator, policy, request)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "StringEquals|'${aws:username}'|bob|TRUE",
        "StringEquals|'${aws:username}'|eve|FALSE",
        "StringNotEquals|'${aws:username}'|eve|TRUE",
        "StringLike|'u/${AWS:USERNAME}/*'|u/bob/x|TRUE",
        "StringLike|'u/${aws:userid}/*'|u/bob/x|UNDECIDED",
        "StringLike|'u/${aws:userid}/*'|v/bob/x|FALSE",
        "StringNotLike|'u/${aws:userid}/*'|u/bob/x|UNDECIDED",
        "StringEquals|'${aws:userid, 'x'}'|x|UNDECIDED",
        "StringEquals|'${aws:userid'|x|UNDECIDED",
        "StringLike|'a${*}'|a*|TRUE",
        "StringLike|'a${*}'|ab|FALSE",
        "StringLike|'a${?}${$}'|a?$|TRUE",
        "NumericEquals|'${aws:userid}'|1|UNDECIDED",
      })
  void holds_variable_standsForWhatTheRequestSays(
      String operator, String policy, String actual, Truth expected) {
    Request request = REQUEST.with("aws:username", "bob").with("some:key", actual);
    // the default value of a variable is in single quotes itself
    PolicyDocument document =
        PolicyDocument.parse(
            Policies.json(
                    "{'Version':'2012-10-17','Statement':"
                        + Policies.denyIf("*", "{'" + operator + "':{'some:key':@}}")
                        + "}")
                .replace("@", '"' + policy.substring(1, policy.length() - 1) + '"'));
    assertThat(document.problem()).isEmpty();
    assertThat(document.denies(request)).isEqualTo(expected);
  }

  @Test
  void holds_variableWhoseValueHasWildcards_matchesThemAsCharacters() {
    Request request = REQUEST.with("aws:username", "*").with("some:key", "u/bob");
    assertThat(holds("StringLike", "'u/${aws:username}'", request)).isEqualTo(Truth.FALSE);
  }

  @Test
  void holds_variableInTheOldVersion_isText() {
    PolicyDocument old =
        PolicyDocument.parse(
            Policies.json(
                "{'Statement':"
                    + Policies.denyIf("*", "{'StringEquals':{'some:key':'${aws:username}'}}")
                    + "}"));
    Request request = REQUEST.with("aws:username", "bob");
    assertThat(old.denies(request.with("some:key", "bob"))).isEqualTo(Truth.FALSE);
    assertThat(old.denies(request.with("some:key", "${aws:username}"))).isEqualTo(Truth.TRUE);
  }
}
