/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.policy.PolicyDocument;
import dev.merlon.fact.policy.ScpCeiling;
import dev.merlon.fact.policy.ScpCeiling.Level;
import dev.merlon.fact.policy.ScpCeiling.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EffectiveScpTest {

  private static final String ID = "210987654321";
  private static final String ROOT = "arn:aws:iam::210987654321:root";
  private static final String FULL = "{'Effect':'Allow','Action':'*','Resource':'*'}";
  private static final List<String> STOP = List.of("cloudtrail:StopLogging");
  private static final Policy UNREAD = new Policy("p-2", PolicyDocument.unreadable("denied"));

  private static Policy policy(String id, String... statements) {
    String text = "{'Statement':[" + String.join(",", statements) + "]}";
    return new Policy(id, PolicyDocument.parse(text.replace('\'', '"')));
  }

  private static EffectiveScp scp(String doubt, Policy... policies) {
    return EffectiveScp.bound(
        ID, ScpCeiling.of(List.of(new Level("root", List.of(policies)))), doubt);
  }

  private static String deny(String action, String condition) {
    return "{'Effect':'Deny','Action':'" + action + "','Resource':'*'" + condition + "}";
  }

  @Test
  void permits_nothingDenied_isCertainAndSaysWhy() {
    EffectiveScp scp = scp("", policy("full", FULL));
    assertThat(scp.must().permits(STOP, List.of())).isTrue();
    assertThat(scp.may().permits(STOP, List.of())).isTrue();
    assertThat(scp.doubt()).isEmpty();
    assertThat(scp.permitted(STOP, List.of()))
        .isEqualTo(
            Map.of(
                "permitted",
                "cloudtrail:StopLogging",
                "because",
                "no Deny of it, and an Allow at every level"));
  }

  @Test
  void permits_denied_isNotOpenWhateverElseIsNotKnown() {
    EffectiveScp scp = scp("", policy("p-1", FULL, deny("*", "")), UNREAD);
    assertThat(scp.may().permits(STOP, List.of())).isFalse();
    assertThat(scp.must().permits(STOP, List.of())).isFalse();
    assertThat(scp.doubt()).isEqualTo("p-2 at root: denied");
  }

  @Test
  void permits_unreadPolicy_mayBeOpenOnly() {
    EffectiveScp scp = scp("", policy("full", FULL), UNREAD);
    assertThat(scp.must().permits(STOP, List.of())).isFalse();
    assertThat(scp.may().permits(STOP, List.of())).isTrue();
    assertThat(scp.permitted(STOP, List.of())).containsEntry("permitted", "");
  }

  @Test
  void everything_notCertainThatPoliciesBind_isNeverCertain() {
    for (Policy policy :
        List.of(policy("p-1", FULL), policy("p-1", FULL, deny("*", "")), policy("p-1"))) {
      EffectiveScp scp = scp("PENDING_ENABLE", policy);
      assertThat(scp.must().permits(STOP, List.of())).isFalse();
      assertThat(scp.may().permits(STOP, List.of())).isTrue();
      assertThat(scp.must().permitsOutside(List.of("eu-west-1"), List.of())).isFalse();
      assertThat(scp.may().permitsOutside(List.of("eu-west-1"), List.of())).isTrue();
      assertThat(scp.must().permitsRoot(ROOT)).isFalse();
      assertThat(scp.may().permitsRoot(ROOT)).isTrue();
      assertThat(scp.may().isUnrestrictedOrLocked()).isTrue();
      assertThat(scp.must().isUnrestrictedOrLocked()).isFalse();
      assertThat(scp.doubt()).isEqualTo("PENDING_ENABLE");
    }
  }

  @Test
  void permitsRoot_denyOfTheRootUser_isOpenToAnotherOnly() {
    String root = ",'Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:root'}}";
    EffectiveScp scp = scp("", policy("p-1", FULL, deny("*", root)));
    assertThat(scp.may().permitsRoot(ROOT)).isFalse();
    assertThat(scp.must().permitsRoot("arn:aws-cn:iam::210987654321:root")).isTrue();
    assertThat(scp.permittedToRoot(ROOT)).isEqualTo("explicit Deny at root by p-1");
  }

  @Test
  void permitsOutside_exemptAction_isNoOpening() {
    String condition = ",'Condition':{'StringNotEquals':{'aws:RequestedRegion':'eu-west-1'}}";
    String text = "{'Effect':'Deny','NotAction':'ec2:*','Resource':'*'" + condition + "}";
    EffectiveScp scp = scp("", policy("p-1", FULL, text));
    List<String> regions = List.of("eu-west-1");
    assertThat(scp.must().permitsOutside(regions, List.of())).isTrue();
    assertThat(scp.permittedOutside(regions, List.of()))
        .containsEntry("permitted", "ec2:RunInstances");
    assertThat(scp.may().permitsOutside(regions, List.of("EC2:*"))).isFalse();
  }

  @Test
  void isUnrestrictedOrLocked_noAllow_isLocked() {
    EffectiveScp scp = scp("", policy("p-1", deny("s3:*", "")));
    assertThat(scp.must().isUnrestrictedOrLocked()).isTrue();
    assertThat(scp.unrestrictedOrLocked())
        .isEqualTo("nothing is allowed at root, so nothing works");
  }

  @Test
  void exempt_whateverIsAsked_saysWhyAndHasNoDoubt() {
    EffectiveScp scp = EffectiveScp.exempt(ID, "it is alone");
    assertThat(scp.exemption()).isEqualTo("it is alone");
    assertThat(scp.must().permitsRoot(ROOT)).isTrue();
    assertThat(scp.permittedToRoot(ROOT)).isEqualTo("it is alone");
    assertThat(scp.unrestrictedOrLocked()).isEqualTo("it is alone");
    assertThat(scp.doubt()).isEmpty();
  }
}
