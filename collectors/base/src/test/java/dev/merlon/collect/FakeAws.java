/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.Control;
import dev.merlon.Coverage;
import dev.merlon.Severity;
import dev.merlon.Snapshot;
import dev.merlon.fact.FactType;
import dev.merlon.fact.account.Account;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Collects from clients written by hand, which implement the SDK's interface and override what a
 * test needs: account {@value #ACCOUNT}, Region us-east-1, at {@link #NOW}.
 */
public final class FakeAws {
  public static final String ACCOUNT = "111122223333";
  public static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

  private FakeAws() {}

  /** Starts a collector that takes these clients for the SDK's, each in all Regions. */
  public static AwsCollector.Builder collector(SdkClient... fakes) {
    return AwsCollector.builder()
        .clients(new FakeClients(List.of(fakes)))
        .regions(Region.US_EAST_1)
        .clock(Clock.fixed(NOW.plusMillis(987), ZoneOffset.UTC));
  }

  /** Leaves out the caller's account, a fact that every collect begins with. */
  static Snapshot withoutCaller(Snapshot snapshot) {
    String account = FactType.nameOf(Account.class);
    List<Coverage.Area> areas = new ArrayList<>();
    for (Coverage.Area area : snapshot.coverage().areas()) {
      if (!area.factTypes().equals(List.of(account))) {
        List<String> others = new ArrayList<>(area.factTypes());
        others.remove(account);
        areas.add(new Coverage.Area(area.account(), area.region(), others));
      }
    }
    return new Snapshot(
        snapshot.takenAt(),
        snapshot.facts().stream().filter(fact -> !(fact instanceof Account)).toList(),
        new Coverage(areas),
        snapshot.gaps());
  }

  /** What to give {@link AwsCollector.Builder#forControls} to read these fact types only. */
  public static Collection<Control> controlsReading(Class<?>... types) {
    return List.of(
        new Control(
            "a-control",
            "",
            Severity.LOW,
            "",
            "",
            Arrays.stream(types).map(FactType::nameOf).toList(),
            List.of(),
            List.of(),
            "",
            "",
            List.of()));
  }

  /** An STS that knows the caller. */
  static StsClient sts(String account, String arn) {
    return new StsClient() {
      @Override
      public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        return GetCallerIdentityResponse.builder().account(account).arn(arn).build();
      }

      @Override
      public String serviceName() {
        return "sts";
      }

      @Override
      public void close() {}
    };
  }
}
