/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SecurityGroupTest {

  private static SecurityGroup of(String name, String owner) {
    return new SecurityGroup("sg-1", "1", "r", "sg-1", name, "", "vpc-1", owner, Map.of());
  }

  @Test
  void isDefault_ofTheName_isTrueForDefaultOnly() {
    assertThat(of("default", "1").isDefault()).isTrue();
    assertThat(of("default-web", "1").isDefault()).isFalse();
  }

  @Test
  void madeByLaunchWizard_ofTheName_isTrueForThatOfTheWizard() {
    assertThat(of("launch-wizard-12", "1").madeByLaunchWizard()).isTrue();
    assertThat(of("my-launch-wizard-12", "1").madeByLaunchWizard()).isFalse();
    assertThat(of("launch-wizard", "1").madeByLaunchWizard()).isFalse();
  }

  @Test
  void isShared_ofTheOwner_isTrueForAnotherAccount() {
    assertThat(of("web", "2").isShared()).isTrue();
    assertThat(of("web", "1").isShared()).isFalse();
    assertThat(of("web", "").isShared()).isFalse();
  }
}
