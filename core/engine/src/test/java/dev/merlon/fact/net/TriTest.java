/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TriTest {

  @Test
  void isExact_ofEqualAndDifferentValues_tellsThemApart() {
    PortSet ssh = PortSet.of(22);
    assertThat(Tri.exactly(ssh)).isEqualTo(new Tri<>(ssh, PortSet.parse("22")));
    assertThat(Tri.exactly(ssh).isExact()).isTrue();
    assertThat(new Tri<>(PortSet.empty(), ssh).isExact()).isFalse();
  }
}
