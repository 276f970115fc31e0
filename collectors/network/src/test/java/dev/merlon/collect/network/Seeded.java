/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.AwsCollector;
import dev.merlon.collect.Emulator;
import dev.merlon.collect.FakeAws;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.fact.Resource;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;

/**
 * Two Regions of an emulated account that a Python script filled.
 *
 * @param ids what it made in EU, by the names it gave them
 */
record Seeded(Emulator emulator, ServiceCollector collector, Map<String, String> ids)
    implements AutoCloseable {
  static final String EU = Emulated.EU;
  static final String ACCOUNT = Emulated.ACCOUNT;

  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

  static Seeded by(String script, ServiceCollector collector) throws URISyntaxException {
    Emulator emulator = Emulator.start();
    String printed =
        emulator.python(
            Path.of(Objects.requireNonNull(Seeded.class.getResource(script)).toURI()),
            EU,
            Emulated.US);
    return new Seeded(
        emulator,
        collector,
        printed
            .lines()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(line -> line[0], line -> line[1])));
  }

  String id(String name) {
    return Objects.requireNonNull(ids.get(name), name);
  }

  static String arn(String service, String resource) {
    return String.join(":", "arn:aws", service, EU, ACCOUNT, resource);
  }

  Snapshot collect(List<Class<? extends Resource>> types) {
    return AwsCollector.builder()
        .services(collector)
        .forControls(FakeAws.controlsReading(types.toArray(Class<?>[]::new)))
        .regions(Region.EU_WEST_1, Region.US_EAST_1)
        .clientCustomizer(emulator.customizer())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .build()
        .collect();
  }

  /** Denies an action in EU, and insists that this costs these types there, and nothing else. */
  void assertDenied(
      List<Class<? extends Resource>> all,
      String action,
      List<Class<? extends Resource>> lostTypes) {
    Snapshot fair = collect(all);
    Predicate<Resource> lost =
        fact -> fact.region().equals(EU) && lostTypes.contains(fact.getClass());
    assertThat(fair.gaps()).isEmpty();
    assertThat(fair.facts().stream().filter(lost).map(Resource::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(lostTypes);

    emulator.deny(action + "@" + EU);
    Snapshot snapshot = collect(all);

    assertThat(snapshot.facts())
        .containsExactlyElementsOf(fair.facts().stream().filter(lost.negate()).toList());
    assertThat(snapshot.gaps().stream().map(Gap::factType).distinct())
        .containsExactlyInAnyOrderElementsOf(Emulated.names(lostTypes));
    assertThat(snapshot.gaps())
        .allSatisfy(gap -> assertThat(gap.region()).isEqualTo(EU))
        .allSatisfy(gap -> assertThat(gap.reason()).contains(action, " was denied: AccessDenied"));
  }

  @Override
  public void close() {
    emulator.close();
  }
}
