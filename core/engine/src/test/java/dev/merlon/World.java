/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import com.example.facts.Banner;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.sample.Gate;
import dev.merlon.fact.sample.Guard;
import dev.merlon.fact.sample.Lock;
import dev.merlon.fact.sample.Moat;
import dev.merlon.fact.sample.Tower;
import dev.merlon.fact.sample.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds snapshots: everything is read in one Region of one account, unless said otherwise.
 * Resources are named by a word.
 */
final class World {

  static final String ACCOUNT = "111122223333";
  static final String OTHER = "444455556666";
  static final String HERE = "us-east-1";
  static final String THERE = "eu-west-1";
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final String DENIED = "AccessDenied";

  static final List<Class<? extends Resource>> TYPES =
      List.of(
          Tower.class, Gate.class, Guard.class, Moat.class, Vault.class, Lock.class, Banner.class);

  private final List<Resource> facts = new ArrayList<>();
  private final Map<String, Map<String, Set<String>>> covered = new TreeMap<>();
  private final List<Gap> gaps = new ArrayList<>();

  static World of(Resource... facts) {
    return new World().covering(ACCOUNT, HERE).with(facts);
  }

  /** A world of which nothing was meant to be read. */
  static World uncovered() {
    return new World();
  }

  World with(Resource... more) {
    facts.addAll(Arrays.asList(more));
    return this;
  }

  /** Everything was read in these Regions, and of the account. */
  World covering(String account, String... regions) {
    List<String> places = new ArrayList<>(List.of(regions));
    places.add(Resource.GLOBAL);
    for (String place : places) {
      Set<String> types =
          covered
              .computeIfAbsent(account, a -> new TreeMap<>())
              .computeIfAbsent(place, r -> new TreeSet<>());
      for (Class<?> type : TYPES) {
        boolean regional = FactType.of(type).scope() == ReadBy.Scope.REGION;
        if (regional != place.equals(Resource.GLOBAL)) {
          types.add(FactType.nameOf(type));
        }
      }
    }
    return this;
  }

  /** A type was never asked for. */
  World unasked(Class<?> type, String account, String region) {
    covered
        .getOrDefault(account, new TreeMap<>())
        .getOrDefault(region, new TreeSet<>())
        .remove(name(type));
    return this;
  }

  /** A type was denied, everywhere it matters: in the first account. */
  World missing(Class<?> type) {
    boolean regional = FactType.of(type).scope() == ReadBy.Scope.REGION;
    return missing(type, ACCOUNT, regional ? HERE : Resource.GLOBAL);
  }

  World missing(Class<?> type, String account, String region) {
    gaps.add(gap(type, account, region));
    return unasked(type, account, region);
  }

  /** A type was denied for one resource. */
  World missing(Class<?> type, String account, String region, String arn) {
    gaps.add(gap(type, account, region, arn));
    return this;
  }

  static Gap gap(Class<?> type, String account, String region) {
    return gap(type, account, region, null);
  }

  static Gap gap(Class<?> type, String account, String region, @Nullable String arn) {
    return new Gap(name(type), account, region, arn, DENIED);
  }

  Snapshot snapshot() {
    return new Snapshot(NOW, facts, coverage(), gaps);
  }

  Snapshot shuffled(long seed) {
    List<Resource> mixed = new ArrayList<>(facts);
    Collections.shuffle(mixed, new Random(seed));
    return new Snapshot(NOW, mixed, coverage(), gaps);
  }

  private Coverage coverage() {
    List<Coverage.Area> areas = new ArrayList<>();
    covered.forEach(
        (account, regions) ->
            regions.forEach(
                (region, types) ->
                    areas.add(new Coverage.Area(account, region, List.copyOf(types)))));
    return new Coverage(areas);
  }

  static String name(Class<?> type) {
    return FactType.nameOf(type);
  }

  static Tower tower(String name) {
    return tower(name, ACCOUNT, HERE);
  }

  static Tower tower(String name, String account, String region) {
    return new Tower(name, account, region, 10);
  }

  static Gate gate(String name, Tower tower, boolean open) {
    return new Gate(name, tower.account(), tower.region(), tower.arn(), open);
  }

  static Guard guard(String name, Gate gate, boolean awake) {
    return new Guard(name, gate.account(), gate.region(), gate.towerArn(), gate.arn(), awake);
  }

  static Vault vault(String name, String account, String copy) {
    return new Vault(name, account, Resource.GLOBAL, copy);
  }

  static Lock lock(Vault vault, boolean strong) {
    return new Lock(vault.arn() + "/lock", vault.account(), Resource.GLOBAL, vault.arn(), strong);
  }

  static Moat moat(String account, int depth) {
    return new Moat("moat", account, Resource.GLOBAL, depth);
  }
}
