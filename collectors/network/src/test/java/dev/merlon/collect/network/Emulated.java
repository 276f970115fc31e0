/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.Coverage;
import dev.merlon.Coverage.Area;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.AwsCollector;
import dev.merlon.collect.Emulator;
import dev.merlon.collect.FakeAws;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.regions.Region;

/** What the network collector makes of an emulated account in two Regions. */
final class Emulated {
  static final String ACCOUNT = Emulator.ACCOUNT;
  static final String EU = "eu-west-1";
  static final String US = "us-east-1";

  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
  private static final String DENIED =
      " was denied: UnauthorizedOperation: You are not authorized to perform this operation.";

  private Emulated() {}

  static Snapshot collect(Emulator account, List<Class<? extends Resource>> types) {
    return AwsCollector.builder()
        .services(new NetworkCollector())
        .forControls(FakeAws.controlsReading(types.toArray(Class<?>[]::new)))
        .regions(Region.EU_WEST_1, Region.US_EAST_1)
        .clientCustomizer(account.customizer())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .build()
        .collect();
  }

  /**
   * What is left of a snapshot of all these types when what yields some of them is denied in EU.
   */
  static Snapshot denied(
      Snapshot fair,
      List<Class<? extends Resource>> all,
      String action,
      List<Class<? extends Resource>> types) {
    List<String> lost = names(types);
    return new Snapshot(
        fair.takenAt(),
        fair.facts().stream()
            .filter(fact -> !(fact.region().equals(EU) && types.contains(fact.getClass())))
            .toList(),
        new Coverage(
            List.of(
                new Area(
                    ACCOUNT, EU, names(all).stream().filter(type -> !lost.contains(type)).toList()),
                new Area(ACCOUNT, US, names(all)))),
        lost.stream().map(type -> new Gap(type, ACCOUNT, EU, null, action + DENIED)).toList());
  }

  /** What is left of a snapshot when what yields a type for each of another one is denied. */
  static Snapshot deniedPer(
      Snapshot fair,
      Class<? extends Resource> parent,
      String action,
      Class<? extends Resource> type) {
    return new Snapshot(
        fair.takenAt(),
        fair.facts().stream().filter(fact -> !type.isInstance(fact)).toList(),
        fair.coverage(),
        fair.facts(parent)
            .map(
                of ->
                    new Gap(FactType.nameOf(type), ACCOUNT, of.region(), of.arn(), action + DENIED))
            .toList());
  }

  static List<String> names(List<Class<? extends Resource>> types) {
    return types.stream().map((Function<Class<?>, String>) FactType::nameOf).toList();
  }

  static String arn(String resource) {
    return "arn:aws:ec2:" + EU + ":" + ACCOUNT + ":" + resource;
  }
}
