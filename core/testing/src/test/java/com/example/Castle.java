/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package com.example;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.Collection;

/** Facts of a user's own. */
public final class Castle {

  private Castle() {}

  @ReadBy("castle:ListTowers")
  public record Tower(String arn, String account, String region, int height) implements Resource {}

  @ReadBy("castle:ListGates")
  public record Gate(String arn, String account, String region, String towerArn, boolean open)
      implements Resource {}

  @ReadBy(value = "castle:ListGuards", per = "towerArn")
  public record Guard(
      String arn, String account, String region, String towerArn, String gateArn, boolean awake)
      implements Resource {}

  @ReadBy(value = "castle:GetMoat", scope = ReadBy.Scope.ACCOUNT)
  public record Moat(String arn, String account, String region, int depth) implements Resource {}

  @ReadBy(value = "castle:ListVaults", scope = ReadBy.Scope.ORGANIZATION)
  public record Vault(String arn, String account, String region, String copyArn)
      implements Resource {}

  @ReadBy(value = "castle:GetLock", scope = ReadBy.Scope.ORGANIZATION, per = "vaultArn")
  public record Lock(String arn, String account, String region, String vaultArn, boolean strong)
      implements Resource {}

  /** Derived: a way into a tower. */
  public record Passage(String towerArn, String account) {}

  /** Derived: towers to which there is a passage, but for a deep moat. */
  public record Breach(String towerArn, String account) {}

  /** Derived, and carries its own doubt: how many guards of a tower are awake. */
  public record Watch(String arn, int least, int most) {

    public static Watch of(Tower tower, Collection<?> guards, Collection<?> missing) {
      int awake = (int) guards.stream().filter(guard -> ((Guard) guard).awake()).count();
      return new Watch(tower.arn(), awake, missing.isEmpty() ? awake : Integer.MAX_VALUE);
    }
  }
}
