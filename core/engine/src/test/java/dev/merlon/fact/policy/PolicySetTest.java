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

import java.util.List;
import org.junit.jupiter.api.Test;

final class PolicySetTest {

  private static final Request READ = Request.of("s3:GetObject");
  private static final PolicyDocument MISSING = PolicyDocument.unreadable("not collected");

  private static PolicySet set(PolicyDocument... documents) {
    return new PolicySet(List.of(documents));
  }

  @Test
  void permits_allowInOneAndDenyInAnother_isFalse() {
    PolicyDocument full = Policies.of(FULL);
    assertThat(set(full).permits(READ)).isEqualTo(Truth.TRUE);
    assertThat(set(full, Policies.of(deny("s3:*"))).permits(READ)).isEqualTo(Truth.FALSE);
    assertThat(set(full, Policies.of(denyIf("*", "{'Bool':{'x':'true'}}"))).permits(READ))
        .isEqualTo(Truth.UNDECIDED);
    assertThat(set(Policies.of(allow("ec2:*"))).permits(READ)).isEqualTo(Truth.FALSE);
    assertThat(set().permits(READ)).isEqualTo(Truth.FALSE);
  }

  @Test
  void answers_withAMissingDocument_areCertainOnlyWhereOneIsEnough() {
    PolicySet partial = set(MISSING, Policies.of(FULL, deny("iam:*")));
    assertThat(partial.allows(READ)).isEqualTo(Truth.TRUE);
    assertThat(partial.denies(READ)).isEqualTo(Truth.UNDECIDED);
    assertThat(partial.denies(Request.of("iam:CreateRole"))).isEqualTo(Truth.TRUE);
    assertThat(partial.permits(READ)).isEqualTo(Truth.UNDECIDED);
    assertThat(partial.permits(Request.of("iam:CreateRole"))).isEqualTo(Truth.FALSE);
    assertThat(partial.allowsEverything()).isEqualTo(Truth.TRUE);
    assertThat(set(MISSING).allowsEverything()).isEqualTo(Truth.UNDECIDED);
    assertThat(partial.problems()).containsExactly("not collected");
  }

  @Test
  void denies_everything_tellsWhetherAnAdministratorIsLeft() {
    Request everything = Request.ofEverything();
    assertThat(set(Policies.of(FULL, deny("*"))).denies(everything)).isEqualTo(Truth.TRUE);
    assertThat(set(Policies.of(FULL, deny("iam:*"))).denies(everything)).isEqualTo(Truth.UNDECIDED);
    assertThat(set(Policies.of(FULL)).denies(everything)).isEqualTo(Truth.FALSE);
  }
}
