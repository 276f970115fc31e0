/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Random snapshots of two accounts in two Regions, of which nothing is missing. */
final class RandomWorld {

  /** Who makes which facts. */
  static final List<ServiceWorld> SERVICES =
      List.of(
          new Ec2World(),
          new NetworkWorld(),
          new LoadBalancingWorld(),
          new IamWorld(),
          new OrganizationsWorld(),
          new MonitoringWorld());

  private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666");
  private static final List<String> PLACES = List.of("eu-west-1", "us-east-1", Resource.GLOBAL);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private RandomWorld() {}

  /** The names of the fact types that somebody makes. */
  static Set<String> madeTypes() {
    Set<String> names = new TreeSet<>();
    SERVICES.forEach(service -> service.types().forEach(type -> names.add(FactType.nameOf(type))));
    return names;
  }

  /** The snapshot of a seed: the same seed, the same snapshot. */
  static Snapshot of(long seed) {
    return of(seed, SERVICES);
  }

  /** The same, with the facts of some services alone. */
  static Snapshot of(long seed, List<ServiceWorld> services) {
    Random random = new Random(seed);
    List<Resource> facts = new ArrayList<>();
    List<Coverage.Area> areas = new ArrayList<>();
    services.forEach(service -> service.addShared(random, ACCOUNTS, facts::add));
    for (String account : ACCOUNTS) {
      for (String region : PLACES) {
        List<String> read = new ArrayList<>();
        for (ServiceWorld service : services) {
          service.add(random, ACCOUNTS, account, region, facts::add);
          for (Class<? extends Resource> type : service.types()) {
            boolean regional = FactType.of(type).scope() == ReadBy.Scope.REGION;
            if (regional != region.equals(Resource.GLOBAL)) {
              read.add(FactType.nameOf(type));
            }
          }
        }
        areas.add(new Coverage.Area(account, region, read));
      }
    }
    return new Snapshot(NOW, facts, new Coverage(areas), List.of());
  }
}
