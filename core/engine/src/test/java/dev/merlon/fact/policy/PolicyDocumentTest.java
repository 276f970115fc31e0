/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import static dev.merlon.fact.policy.Policies.FULL;
import static dev.merlon.fact.policy.Policies.allow;
import static dev.merlon.fact.policy.Policies.deny;
import static dev.merlon.fact.policy.Policies.denyIf;
import static dev.merlon.fact.policy.Policies.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.policy.PolicyStatement.Effect;
import dev.merlon.fact.policy.PolicyStatement.Principals;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyDocumentTest {

  private static final Request READ = Request.of("s3:GetObject");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|not JSON: line 1, column 1: a value is missing at the end of the text",
        "Deny all|not JSON: line 1, column 1: neither a value nor a quoted string",
        "%7B%7|not JSON: the URL encoding is broken",
        "[]|the document is not a JSON object",
        "{'Version':'2012-10-17','Version':'2012-10-17','Statement':[]}"
            + "|not JSON: line 1, column 25: the key \"Version\" is there twice",
        "{'Statement':{'Effect':'Deny','Effect':'Allow','Action':'*','Resource':'*'}}"
            + "|not JSON: line 1, column 31: the key \"Effect\" is there twice",
        "{}|Statement is missing",
        "{'Version':'2012-10-18','Statement':[]}|unknown Version \"2012-10-18\"",
        "{'Version':20121017,'Statement':[]}|Version is not a text",
        "{'Id':1,'Statement':[]}|Id is not a text",
        "{'statement':[]}|unknown element \"statement\" in the document",
        "{'Statement':[],'Rules':[]}|unknown element \"Rules\" in the document",
        "{'Statement':'*'}|statement 1: a statement is not a JSON object",
        "{'Statement':[null]}|statement 1: a statement is not a JSON object",
        "{'Statement':[{'Action':'*','Resource':'*'}]}"
            + "|statement 1: Effect is neither Allow nor Deny but \"\"",
        "{'Statement':[{'Effect':'deny','Action':'*','Resource':'*'}]}"
            + "|statement 1: Effect is neither Allow nor Deny but \"deny\"",
        "{'Statement':[{'Effect':true,'Action':'*','Resource':'*'}]}"
            + "|statement 1: Effect is not a text",
        "{'Statement':[{'Sid':7,'Effect':'Deny','Action':'*','Resource':'*'}]}"
            + "|statement 1: Sid is not a text",
        "{'Statement':[{'Effect':'Deny','Resource':'*'}]}|statement 1: Action is missing",
        "{'Statement':[{'Effect':'Deny','Action':'*','NotAction':'*','Resource':'*'}]}"
            + "|statement 1: both Action and NotAction",
        "{'Statement':[{'Effect':'Deny','Action':{},'Resource':'*'}]}"
            + "|statement 1: Action is neither a text nor a list of texts",
        "{'Statement':[{'Effect':'Deny','Action':['*',1],'Resource':'*'}]}"
            + "|statement 1: Action is neither a text nor a list of texts",
        "{'Statement':[{'Effect':'Deny','Action':null,'Resource':'*'}]}"
            + "|statement 1: Action is neither a text nor a list of texts",
        "{'Statement':[{'Effect':'Deny','Action':'*'}]}|statement 1: Resource is missing",
        "{'Statement':[{'Effect':'Deny','Action':'*','Resource':'*','NotResource':'x'}]}"
            + "|statement 1: both Resource and NotResource",
        "{'Statement':[{'Effect':'Deny','Action':'*','Resource':'*','Conditions':{}}]}"
            + "|statement 1: unknown element \"Conditions\" in a statement",
        "{'Statement':[{'Effect':'Deny','Action':'*','Resource':'*','Condition':[]}]}"
            + "|statement 1: Condition is not a JSON object",
        "{'Statement':[{'Effect':'Deny','Action':'*','Resource':'*','Condition':{'Bool':true}}]}"
            + "|statement 1: an operator in Condition is not a JSON object",
        "{'Statement':[{'Effect':'Deny','Action':'*','Resource':'*','Condition':"
            + "{'Bool':{'k':null}}}]}"
            + "|statement 1: the values of condition key \"k\" are not all texts, numbers or"
            + " booleans",
        "{'Statement':[{'Effect':'Deny','Action':'*','Principal':'*','NotPrincipal':'*'}]}"
            + "|statement 1: both Principal and NotPrincipal",
        "{'Statement':[{'Effect':'Deny','Action':'*','Principal':'everyone'}]}"
            + "|statement 1: Principal is not a JSON object",
        "{'Statement':[{'Effect':'Deny','Action':'*','Principal':{'Aws':'*'}}]}"
            + "|statement 1: unknown element \"Aws\" in Principal",
        "{'Statement':[{'Effect':'Deny','Action':'*','Principal':{}}]}"
            + "|statement 1: Principal names nobody",
        "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'},{'Effect':'Deny'}]}"
            + "|statement 2: Action is missing",
      })
  void parse_whatIsNotUnderstood_isAProblemOfTheWholeDocument(String text, String problem) {
    PolicyDocument document = PolicyDocument.parse(json(text));

    assertThat(document.problem()).isEqualTo(problem);
    assertThat(document.isReadable()).isFalse();
    assertThat(document.statements()).isEmpty();
    assertThat(document.allows(READ)).isEqualTo(Truth.UNDECIDED);
    assertThat(document.denies(READ)).isEqualTo(Truth.UNDECIDED);
    assertThat(document.allowsEverything()).isEqualTo(Truth.UNDECIDED);
    assertThat(document.has(Effect.DENY)).isEqualTo(Truth.UNDECIDED);
  }

  @Test
  void unreadable_withoutAReason_isAProblemStill() {
    assertThat(PolicyDocument.unreadable("not collected").problem()).isEqualTo("not collected");
    assertThat(PolicyDocument.unreadable("").isReadable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Statement':{'Effect':'Deny','Action':'s3:Get*','Resource':'*'}}",
        "{'Statement':[{'Effect':'Deny','Action':['ec2:*','s3:*'],'Resource':['x','*']}]}",
        "{'Version':'2008-10-17','Id':'i','Statement':[{'Sid':'','Effect':'Deny',"
            + "'NotAction':['iam:*'],'NotResource':'arn:aws:ec2:*:*:instance/*','Condition':{}}]}",
        "{'Statement':[{'Effect':'Deny','Action':'*','Principal':{'AWS':['1','*']}}]}",
        "{'Statement':[{'Effect':'Deny','Action':'*','Principal':'*','Condition':"
            + "{'StringEquals':{}}}]}",
      })
  void parse_oneOrManyInEveryPlace_isRead(String text) {
    PolicyDocument document = PolicyDocument.parse(json(text));

    assertThat(document.problem()).isEmpty();
    assertThat(document.denies(READ.on("arn:aws:s3:::b/k"))).isEqualTo(Truth.TRUE);
    assertThat(document.allows(READ)).isEqualTo(Truth.FALSE);
  }

  @Test
  void parse_noStatements_saysNothing() {
    PolicyDocument document = PolicyDocument.parse("{\"Statement\":[]}");
    assertThat(document.problem()).isEmpty();
    assertThat(document.allows(READ)).isEqualTo(Truth.FALSE);
  }

  @Test
  void parse_urlEncoded_isDecoded() {
    String text = json("{'Statement':[" + deny("s3:Get*") + "," + allow("a:+ b%") + "]}");
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");

    PolicyDocument document = PolicyDocument.parse(encoded);

    assertThat(encoded).startsWith("%7B");
    assertThat(document.problem()).isEmpty();
    assertThat(document.denies(READ)).isEqualTo(Truth.TRUE);
    assertThat(document.allows(Request.of("a:+ b%"))).isEqualTo(Truth.TRUE);
    // an encoder that leaves a plus sign as it is does not mean a space by it
    assertThat(PolicyDocument.parse(encoded.replace("%2B", "+")).allows(Request.of("a:+ b%")))
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void parse_twoHundredKilobytes_isReadAndAskedQuickly() {
    String actions =
        IntStream.range(0, 9_000)
            .mapToObj(i -> "'service" + i % 97 + ":*Action" + i + "'")
            .collect(Collectors.joining(","));
    String text = json("{'Statement':{'Effect':'Deny','Action':[" + actions + "],'Resource':'*'}}");

    assertThat(text.length()).isGreaterThan(200_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (int round = 0; round < 20; round++) {
            PolicyDocument document = PolicyDocument.parse(text);
            assertThat(document.denies(Request.of("SERVICE2:xxACTION99"))).isEqualTo(Truth.TRUE);
            assertThat(document.denies(Request.of("s3:GetObject"))).isEqualTo(Truth.FALSE);
          }
        });
  }

  @Test
  void parse_randomAndMutatedText_neverThrowsAndNeverGuesses() {
    Random random = new Random(1);
    String valid =
        json(
            "{'Version':'2012-10-17','Statement':[{'Sid':'a','Effect':'Deny','NotAction':['iam:*'],"
                + "'Resource':'arn:aws:s3:::${aws:username}/*','Condition':{'ForAnyValue:StringLike'"
                + ":{'aws:PrincipalArn':['arn:*',true,3]}}}]}");
    int read = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(valid);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) random.nextInt(256));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, "{}[]\",:*?$%\\ue0".charAt(random.nextInt(15)));
        }
      }
      PolicyDocument document = PolicyDocument.parse(text.toString());
      boolean undecided = document.denies(READ) == Truth.UNDECIDED;
      assertThat(document.isReadable() || undecided).as(text.toString()).isTrue();
      read += document.isReadable() ? 1 : 0;
    }
    assertThat(read).as("texts that were still understood").isBetween(1_000, 19_000);
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, TRUE",
    "S3:GETOBJECT, TRUE",
    "s3:PutObject, FALSE",
    "s3:Get*, UNDECIDED",
    "s3:*, UNDECIDED",
    "*, UNDECIDED",
    "ec2:*, FALSE",
    "iam:createrole, TRUE",
    "iam:create*, TRUE",
  })
  void denies_actionInAnyCase_isMatched(String action, Truth expected) {
    PolicyDocument document = Policies.of(deny("s3:getobject"), deny("IAM:Create*"));
    assertThat(document.denies(Request.of(action))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "iam:CreateRole, FALSE",
    "IAM:createrole, FALSE",
    "iam:*, FALSE",
    "sts:AssumeRole, FALSE",
    "sts:GetCallerIdentity, TRUE",
    "sts:*, UNDECIDED",
    "*, UNDECIDED",
    "ec2:RunInstances, TRUE",
  })
  void denies_notAction_isEverythingElse(String action, Truth expected) {
    PolicyDocument document =
        Policies.of("{'Effect':'Deny','NotAction':['iam:*','sts:Assume*'],'Resource':'*'}");
    assertThat(document.denies(Request.of(action))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Resource':'arn:aws:s3:::b/*'|TRUE|FALSE|UNDECIDED",
        "'Resource':['arn:aws:s3:::c/*','arn:aws:s3:::b/*']|TRUE|TRUE|UNDECIDED",
        "'NotResource':'arn:aws:s3:::b/*'|FALSE|TRUE|UNDECIDED",
        "'NotResource':'*'|FALSE|FALSE|FALSE",
        "'Resource':'arn:aws:s3:::${aws:username}/*'|TRUE|FALSE|UNDECIDED",
        "'Resource':'arn:aws:s3:::${aws:userid}/*'|UNDECIDED|UNDECIDED|UNDECIDED",
        "'NotResource':'arn:aws:s3:::${aws:userid}/*'|UNDECIDED|UNDECIDED|UNDECIDED",
        "'Resource':[]|UNDECIDED|UNDECIDED|UNDECIDED",
        "'NotResource':[]|UNDECIDED|UNDECIDED|UNDECIDED",
      })
  void denies_resource_isMatchedOrDecidesNothing(
      String resource, Truth onB, Truth onC, Truth onAny) {
    PolicyDocument document = Policies.of("{'Effect':'Deny','Action':'*'," + resource + "}");
    Request request = READ.with("aws:username", "b");
    assertThat(document.denies(request.on("arn:aws:s3:::b/k"))).isEqualTo(onB);
    assertThat(document.denies(request.on("arn:aws:s3:::c/k"))).isEqualTo(onC);
    assertThat(document.denies(request)).isEqualTo(onAny);
  }

  @Test
  void denies_emptyActionList_isUndecided() {
    assertThat(Policies.of("{'Effect':'Deny','Action':[],'Resource':'*'}").denies(READ))
        .isEqualTo(Truth.UNDECIDED);
    assertThat(Policies.of("{'Effect':'Deny','NotAction':[],'Resource':'*'}").denies(READ))
        .isEqualTo(Truth.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Action':'*','Resource':'*'|TRUE",
        "'Action':'*:*','Resource':'*','Condition':{}|TRUE",
        "'Action':['s3:*','*'],'Resource':['x','*']|TRUE",
        "'Action':'**','Resource':'**'|TRUE",
        "'Action':'s3:*','Resource':'*'|FALSE",
        "'Action':'*','Resource':'arn:aws:s3:::*'|FALSE",
        "'NotAction':'iam:*','Resource':'*'|FALSE",
        "'Action':'*','NotResource':'arn:aws:s3:::b'|FALSE",
        "'Action':'*','Resource':'*','Condition':{'Bool':{'aws:MultiFactorAuthPresent':true}}|FALSE",
        "'Action':'*','Resource':'*','Principal':'*'|TRUE",
        "'Action':'*','Resource':'*','Principal':{'AWS':'1'}|FALSE",
      })
  void allowsEverything_oneStatement_mustBeUnlimited(String statement, Truth expected) {
    assertThat(Policies.of("{'Effect':'Allow'," + statement + "}").allowsEverything())
        .isEqualTo(expected);
    assertThat(Policies.of("{'Effect':'Deny'," + statement + "}").allowsEverything())
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void has_effect_looksAtStatementsOnly() {
    PolicyDocument document = Policies.of(FULL, deny("nothing:LikeThis"));
    assertThat(document.has(Effect.DENY)).isEqualTo(Truth.TRUE);
    assertThat(Policies.of(FULL).has(Effect.DENY)).isEqualTo(Truth.FALSE);
  }

  @Test
  void statements_ofATrustPolicy_tellWhoAndUnderWhichCondition() {
    PolicyDocument trust =
        Policies.of(
            "{'Sid':'Cross','Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':"
                + "['arn:aws:iam::1:root','2'],'Service':'ec2.amazonaws.com'},'Condition':"
                + "{'StringEquals':{'sts:ExternalId':'x'},"
                + "'Bool':{'aws:MultiFactorAuthPresent':'true'}}}");
    PolicyStatement statement = trust.statements().get(0);
    Request assume = Request.of("sts:AssumeRole");

    assertThat(statement.sid()).isEqualTo("Cross");
    assertThat(statement.effect()).isEqualTo(Effect.ALLOW);
    assertThat(statement.principals())
        .isEqualTo(
            new Principals(
                Map.of(
                    "AWS", List.of("arn:aws:iam::1:root", "2"),
                    "Service", List.of("ec2.amazonaws.com")),
                false));
    assertThat(statement.principals().of("AWS")).containsExactly("arn:aws:iam::1:root", "2");
    assertThat(statement.principals().of("Federated")).isEmpty();
    assertThat(statement.principals().isEveryone()).isFalse();
    assertThat(statement.conditionKeys())
        .containsExactly("aws:multifactorauthpresent", "sts:externalid");
    assertThat(statement.matches(assume.without("sts:ExternalId"))).isEqualTo(Truth.FALSE);
    Request complete =
        assume.with("sts:ExternalId", "x").with("aws:MultiFactorAuthPresent", "true");
    assertThat(statement.matches(complete)).isEqualTo(Truth.TRUE);
    assertThat(statement.appliesTo(complete)).isEqualTo(Truth.UNDECIDED);
  }

  @Test
  void principals_excluded_areNeverEveryone() {
    PolicyStatement statement =
        Policies.of("{'Effect':'Deny','Action':'*','NotPrincipal':{'AWS':'*'}}")
            .statements()
            .get(0);
    assertThat(statement.principals()).isEqualTo(new Principals(Map.of("AWS", List.of("*")), true));
    assertThat(statement.principals().of("AWS")).isEmpty();
    assertThat(statement.principals().isEveryone()).isFalse();
    assertThat(statement.appliesTo(READ)).isEqualTo(Truth.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    // a session without MFA carries "false", a long-term key nothing at all
    "BoolIfExists, TRUE, TRUE, FALSE",
    "Bool, TRUE, FALSE, FALSE",
  })
  void denies_mfaConditions_areToldApart(
      String operator, Truth withFalse, Truth absent, Truth withTrue) {
    PolicyDocument document =
        Policies.of(denyIf("*", "{'" + operator + "':{'aws:MultiFactorAuthPresent':'false'}}"));
    String key = "aws:multifactorauthpresent";
    assertThat(document.denies(READ.with(key, "false"))).isEqualTo(withFalse);
    assertThat(document.denies(READ.without(key))).isEqualTo(absent);
    assertThat(document.denies(READ.with(key, "true"))).isEqualTo(withTrue);
  }
}
