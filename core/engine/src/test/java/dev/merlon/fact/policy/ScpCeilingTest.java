/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import static dev.merlon.fact.policy.Policies.FULL;
import static dev.merlon.fact.policy.Policies.allow;
import static dev.merlon.fact.policy.Policies.deny;
import static dev.merlon.fact.policy.Policies.denyIf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.policy.ScpCeiling.Decision;
import dev.merlon.fact.policy.ScpCeiling.Level;
import dev.merlon.fact.policy.ScpCeiling.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScpCeilingTest {

  private static final Policy FULL_ACCESS = new Policy("full", Policies.of(FULL));
  private static final Policy MISSING =
      new Policy("p-missing", PolicyDocument.unreadable("not collected"));
  private static final Level ROOT = new Level("root", List.of(FULL_ACCESS));
  private static final Level ACCOUNT = new Level("account", List.of(FULL_ACCESS));
  private static final Request LEAVE = Request.of("organizations:LeaveOrganization");
  private static final Request STOP = Request.of("cloudtrail:StopLogging");
  private static final String ROOT_USER = "arn:aws:iam::200000000000:root";
  private static final String BREAK_GLASS = "arn:aws:iam::*:role/BreakGlass";
  private static final String NOT_BREAK_GLASS =
      "{'ArnNotLike':{'aws:PrincipalArn':'" + BREAK_GLASS + "'}}";

  /** The levels of an account whose organizational unit has these policies. */
  private static ScpCeiling unit(Policy... policies) {
    return ScpCeiling.of(List.of(ROOT, new Level("ou", List.of(policies)), ACCOUNT));
  }

  /** The same, with one more policy beside the one that allows everything. */
  private static ScpCeiling unitWith(String... statements) {
    return unit(FULL_ACCESS, new Policy("p", Policies.of(statements)));
  }

  private static Ceiling left(ScpCeiling scps, Request request) {
    return scps.decide(request).ceiling();
  }

  @Test
  void decide_denyOnThePath_isDenied() {
    assertThat(unitWith(deny("organizations:leave*")).decide(LEAVE))
        .isEqualTo(new Decision(Ceiling.DENIED, "explicit Deny at ou by p"));
  }

  @Test
  void decide_noAllowAtOneLevel_isDenied() {
    assertThat(unit(new Policy("p", Policies.of(allow("s3:*")))).decide(LEAVE))
        .isEqualTo(
            new Decision(Ceiling.DENIED, "no Allow of organizations:LeaveOrganization at ou"));
  }

  @Test
  void decide_nothingAgainstIt_isAllowed() {
    assertThat(unitWith(deny("s3:*")).decide(LEAVE))
        .isEqualTo(
            new Decision(
                Ceiling.ALLOWED,
                "no Deny of organizations:LeaveOrganization, and an Allow at every level"));
  }

  @Test
  void decide_denyThatDependsOnUnfixedKeys_isConditionalAndNamesThem() {
    assertThat(
            unitWith(
                    "{'Effect':'Deny','Action':'*','Resource':'arn:aws:s3:::b','Condition':"
                        + "{'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::1:role/x'},"
                        + "'StringMagic':{'k':'v'}}}")
                .decide(LEAVE))
        .isEqualTo(
            new Decision(
                Ceiling.CONDITIONAL,
                "explicit Deny at ou by p, depending on the resource, aws:PrincipalArn, k"));
  }

  @Test
  void decide_allowThatDoesNotAlwaysApply_isConditional() {
    String inRegion =
        "{'Effect':'Allow','Action':'*','Resource':'*','Condition':"
            + "{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}}";
    ScpCeiling scps = unit(new Policy("p", Policies.of(inRegion)));
    assertThat(scps.decide(STOP))
        .isEqualTo(new Decision(Ceiling.CONDITIONAL, "Allow at ou does not always apply"));
    assertThat(left(scps, STOP.with("aws:RequestedRegion", "eu-west-1")))
        .isEqualTo(Ceiling.ALLOWED);
    assertThat(left(scps, STOP.with("aws:RequestedRegion", "eu-west-2"))).isEqualTo(Ceiling.DENIED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "StringMagic|CONDITIONAL", // never DENIED
        "StringMagicIfExists|CONDITIONAL",
        "Null|CONDITIONAL",
      })
  void decide_operatorThatDecidesNothing_isConditional(String operator, Ceiling expected) {
    ScpCeiling scps = unitWith(denyIf("*", "{'" + operator + "':{'k':'v'}}"));
    assertThat(left(scps, STOP.with("k", "v"))).isEqualTo(expected);
  }

  @Test
  void decide_missingDocument_isUnknownUnlessAnotherOneDenies() {
    assertThat(unit(FULL_ACCESS, MISSING).decide(LEAVE))
        .isEqualTo(new Decision(Ceiling.UNKNOWN, "p-missing at ou: not collected"));
    assertThat(left(unit(MISSING, new Policy("d", Policies.of(deny("*")))), LEAVE))
        .isEqualTo(Ceiling.DENIED);
    // what is missing could be what allows
    assertThat(left(unit(MISSING), LEAVE)).isEqualTo(Ceiling.UNKNOWN);
    // or not, if another level allows nothing
    Level nothing = new Level("top", List.of(new Policy("s3", Policies.of(allow("s3:*")))));
    assertThat(left(ScpCeiling.of(List.of(nothing, new Level("ou", List.of(MISSING)))), LEAVE))
        .isEqualTo(Ceiling.DENIED);
  }

  @Test
  void decide_documentThatIsNotUnderstood_isUnknown() {
    Policy odd = new Policy("odd", PolicyDocument.parse("{\"Statement\":[],\"Rules\":[]}"));
    assertThat(unit(FULL_ACCESS, odd).decide(LEAVE))
        .isEqualTo(
            new Decision(Ceiling.UNKNOWN, "odd at ou: unknown element \"Rules\" in the document"));
  }

  @Test
  void decide_levelThatIsNotKnown_isUnknown() {
    assertThat(unit().decide(LEAVE))
        .isEqualTo(
            new Decision(
                Ceiling.UNKNOWN, "no policy is known at ou, where AWS keeps at least one"));
    Level unread = Level.unread("ou-2", "AccessDenied");
    assertThat(ScpCeiling.of(List.of(ROOT, unread, ACCOUNT)).decide(LEAVE))
        .isEqualTo(new Decision(Ceiling.UNKNOWN, "what is attached at ou-2: AccessDenied"));
    assertThat(ScpCeiling.of(List.of()).decide(LEAVE))
        .isEqualTo(new Decision(Ceiling.UNKNOWN, "no level of the organization is known"));
  }

  @Test
  void decide_whomNoScpBinds_isNotRestricted() {
    assertThat(ScpCeiling.notRestricted("management account").decide(LEAVE))
        .isEqualTo(new Decision(Ceiling.NOT_RESTRICTED, "management account"));
    ScpCeiling scps = unitWith(deny("*"));
    Decision bySlr =
        new Decision(Ceiling.NOT_RESTRICTED, "a service-linked role is bound by no SCP");
    assertThat(scps.decide(LEAVE.byServiceLinkedRole())).isEqualTo(bySlr);
    assertThat(
            scps.decide(
                LEAVE.with(
                    "aws:PrincipalArn",
                    "arn:aws:iam::1:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX")))
        .isEqualTo(bySlr);
    assertThat(left(scps, LEAVE.with("aws:PrincipalArn", "arn:aws:iam::1:role/aws-service-role")))
        .isEqualTo(Ceiling.DENIED);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::200000000000:role/BreakGlass, ALLOWED",
    "arn:aws:iam::200000000000:role/App, DENIED",
    "arn:aws:iam::200000000000:role/breakglass, DENIED",
  })
  void decide_exemptPrincipal_isTheOnlyOneLeft(String principal, Ceiling expected) {
    ScpCeiling scps = unitWith(denyIf("cloudtrail:*", NOT_BREAK_GLASS));
    assertThat(left(scps, STOP.with("aws:PrincipalArn", principal))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Action':'cloudtrail:*','Resource':'*'|DENIED",
        "'NotAction':'s3:*','Resource':'*'|DENIED",
        "'Action':'*','Resource':'*','Condition':@|DENIED",
        "'Action':'*','Resource':'*','Condition':{'ArnNotLikeIfExists':{'aws:principalarn':"
            + "['arn:aws:iam::*:role/BreakGlass','arn:aws:iam::1:role/BreakGlass']}}|DENIED",
        "'Action':'*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalArn':"
            + "'arn:aws:iam::1:role/BreakGlass'}}|DENIED",
        "'NotAction':'cloudtrail:*','Resource':'*'|ALLOWED",
        "'Action':'cloudtrail:*','NotResource':'arn:aws:cloudtrail:*:*:trail/x'|CONDITIONAL",
        "'Action':'cloudtrail:*','Resource':'arn:aws:cloudtrail:*:*:trail/x'|CONDITIONAL",
        "'Action':'*','Resource':'*','Condition':{'ArnNotLike':{'aws:PrincipalArn':"
            + "['arn:aws:iam::*:role/BreakGlass','arn:aws:iam::*:role/Other']}}|CONDITIONAL",
        "'Action':'*','Resource':'*','Condition':{'ArnNotLike':{'aws:PrincipalArn':"
            + "'arn:aws:iam::*:role/Break*'}}|CONDITIONAL",
        "'Action':'*','Resource':'*','Condition':{'ArnLike':{'aws:PrincipalArn':"
            + "'arn:aws:iam::*:role/App'}}|CONDITIONAL",
        "'Action':'*','Resource':'*','Condition':{'ArnNotLike':{'aws:PrincipalArn':"
            + "'arn:aws:iam::*:role/BreakGlass'},'Bool':{'aws:ViaAWSService':'false'}}|CONDITIONAL",
      })
  void decide_principalsOtherThanTheExempt_areDeniedOnlyByFullCoverage(
      String deny, Ceiling expected) {
    ScpCeiling scps = unitWith("{'Effect':'Deny'," + deny.replace("@", NOT_BREAK_GLASS) + "}");
    Request byOthers = STOP.withNoneOf("aws:PrincipalArn", List.of("arn:*:iam::*:role/BreakGlass"));
    assertThat(left(scps, byOthers)).isEqualTo(expected);
  }

  @Test
  void decide_allowForTheExemptAlone_isDeniedToOthers() {
    String allowExempt =
        "{'Effect':'Allow','Action':'*','Resource':'*','Condition':"
            + "{'ArnLike':{'aws:PrincipalArn':'"
            + BREAK_GLASS
            + "'}}}";
    ScpCeiling scps = unit(new Policy("p", Policies.of(allowExempt)));
    assertThat(left(scps, STOP.withNoneOf("aws:PrincipalArn", List.of(BREAK_GLASS))))
        .isEqualTo(Ceiling.DENIED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'StringNotEquals':{'aws:RequestedRegion':['eu-west-1','eu-central-1']}}|DENIED|ALLOWED",
        "{'StringNotEqualsIfExists':{'aws:RequestedRegion':'eu-west-1'}}|DENIED|ALLOWED",
        "{'ForAnyValue:StringNotEquals':{'aws:RequestedRegion':'eu-west-1'}}|DENIED|ALLOWED",
        "{'StringNotLike':{'aws:RequestedRegion':'eu-*'}}|CONDITIONAL|ALLOWED",
        "{'StringNotEquals':{'aws:RequestedRegion':['eu-west-1','us-east-1']}}|CONDITIONAL|ALLOWED",
        "{'StringEquals':{'aws:RequestedRegion':'us-east-1'}}|CONDITIONAL|ALLOWED",
        "{'StringNotEquals':{'aws:RequestedRegion':'us-east-1'}}|CONDITIONAL|DENIED",
      })
  void decide_regionsOtherThanTheApproved_areDeniedByALockOnSomeOfThese(
      String condition, Ceiling elsewhere, Ceiling atHome) {
    ScpCeiling scps =
        unitWith(
            "{'Effect':'Deny','NotAction':['iam:*','sts:*'],'Resource':'*','Condition':"
                + condition
                + "}");
    List<String> approved = List.of("eu-west-1", "eu-central-1");
    Request run = Request.of("ec2:RunInstances");
    assertThat(left(scps, run.withNoneOf("aws:RequestedRegion", approved))).isEqualTo(elsewhere);
    assertThat(left(scps, run.with("aws:RequestedRegion", "eu-west-1"))).isEqualTo(atHome);
    assertThat(left(scps, Request.of("iam:CreateRole").withNoneOf("aws:RequestedRegion", approved)))
        .isEqualTo(Ceiling.ALLOWED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Action':'*','Resource':'*','Condition':{'StringLike':"
            + "{'aws:PrincipalArn':'arn:aws:iam::*:root'}}|DENIED|ALLOWED",
        "'Action':'*','Resource':'*','Condition':{'ArnLike':"
            + "{'aws:PrincipalArn':['arn:*:iam::*:root']}}|DENIED|ALLOWED",
        "'Action':'*:*','Resource':'*','Condition':{'StringEquals':"
            + "{'aws:PrincipalArn':'arn:aws:iam::200000000000:root'}}|DENIED|ALLOWED",
        "'Action':'*','Resource':'*'|DENIED|DENIED",
        "'NotAction':'iam:*','Resource':'*','Condition':{'StringLike':"
            + "{'aws:PrincipalArn':'arn:aws:iam::*:root'}}|CONDITIONAL|ALLOWED",
        "'Action':'s3:*','Resource':'*','Condition':{'StringLike':"
            + "{'aws:PrincipalArn':'arn:aws:iam::*:root'}}|CONDITIONAL|ALLOWED",
        "'Action':'*','Resource':'arn:aws:s3:::*','Condition':{'StringLike':"
            + "{'aws:PrincipalArn':'arn:aws:iam::*:root'}}|CONDITIONAL|ALLOWED",
        "'Action':'*','Resource':'*','Condition':{'StringLike':"
            + "{'aws:PrincipalArn':'arn:aws-cn:iam::*:root'}}|ALLOWED|ALLOWED",
      })
  void decide_everythingByTheRootUser_isDeniedOnlyWithoutAGap(
      String deny, Ceiling root, Ceiling role) {
    ScpCeiling scps = unitWith("{'Effect':'Deny'," + deny + "}");
    assertThat(left(scps, Request.ofEverything().with("aws:PrincipalArn", ROOT_USER)))
        .isEqualTo(root);
    assertThat(left(scps, Request.of("ec2:Run").with("aws:PrincipalArn", "arn:aws:iam::1:role/x")))
        .isEqualTo(role);
  }

  @Test
  void restricts_denyOrAllowList_isTrue() {
    assertThat(unitWith(deny("nothing:LikeThis")).restricts()).isEqualTo(Truth.TRUE);
    assertThat(unit(new Policy("p", Policies.of(allow("s3:*")))).restricts()).isEqualTo(Truth.TRUE);
    // the allow-list is nullified by what is beside it
    assertThat(unitWith(allow("s3:*")).restricts()).isEqualTo(Truth.FALSE);
    assertThat(unit(FULL_ACCESS).restricts()).isEqualTo(Truth.FALSE);
    assertThat(unit(FULL_ACCESS, MISSING).restricts()).isEqualTo(Truth.UNDECIDED);
    assertThat(unit(MISSING).restricts()).isEqualTo(Truth.UNDECIDED);
    assertThat(unit().restricts()).isEqualTo(Truth.UNDECIDED);
    assertThat(unit(FULL_ACCESS, MISSING, new Policy("d", Policies.of(deny("x:*")))).restricts())
        .isEqualTo(Truth.TRUE);
    assertThat(ScpCeiling.of(List.of()).restricts()).isEqualTo(Truth.UNDECIDED);
    assertThat(ScpCeiling.notRestricted("management account").restricts()).isEqualTo(Truth.FALSE);
  }

  @Test
  void lockedOutAt_levelWithoutAnyAllow_isNamed() {
    Policy denies = new Policy("d", Policies.of(deny("s3:*")));
    assertThat(unit(denies).lockedOutAt()).containsExactly("ou");
    assertThat(unit(denies).maybeLockedOutAt()).isEmpty();
    assertThat(unit(denies, MISSING).lockedOutAt()).isEmpty();
    assertThat(unit(denies, MISSING).maybeLockedOutAt()).containsExactly("ou");
    assertThat(unit().maybeLockedOutAt()).containsExactly("ou");
    assertThat(unit(FULL_ACCESS, MISSING).maybeLockedOutAt()).isEmpty();
    assertThat(unit(FULL_ACCESS).lockedOutAt()).isEmpty();
    assertThat(ScpCeiling.notRestricted("off").maybeLockedOutAt()).isEmpty();
  }

  @Test
  void doubts_whatIsNotKnown_isListedFromTheRootDown() {
    ScpCeiling scps =
        ScpCeiling.of(List.of(Level.unread("root", "denied"), new Level("ou", List.of()), ROOT));
    assertThat(scps.doubts())
        .containsExactly(
            "what is attached at root: denied",
            "no policy is known at ou, where AWS keeps at least one");
    assertThat(unitWith(deny("*")).doubts()).isEmpty();
    assertThat(ScpCeiling.notRestricted("off").doubts()).isEmpty();
  }

  @Test
  void unguardedRoles_whatAnAdministratorCouldBecome_isListed() {
    List<String> exempt = List.of(BREAK_GLASS, ROOT_USER);
    String guard =
        "{'Effect':'Deny','Action':['iam:CreateRole','iam:UpdateAssumeRolePolicy'],'Resource':'"
            + BREAK_GLASS
            + "','Condition':"
            + NOT_BREAK_GLASS
            + "}";
    assertThat(unitWith(denyIf("cloudtrail:*", NOT_BREAK_GLASS)).unguardedRoles(exempt))
        .containsExactly(BREAK_GLASS);
    assertThat(unitWith(denyIf("cloudtrail:*", NOT_BREAK_GLASS), guard).unguardedRoles(exempt))
        .isEmpty();
    assertThat(
            unitWith(guard.replace("'iam:UpdateAssumeRolePolicy'", "'x:y'")).unguardedRoles(exempt))
        .containsExactly(BREAK_GLASS);
  }
}
