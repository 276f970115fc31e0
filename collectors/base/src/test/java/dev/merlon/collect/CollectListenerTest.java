/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.Thing.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

final class CollectListenerTest {
  private static final String THING = "dev.merlon.collect.Thing";
  private static final String PART = "dev.merlon.collect.Thing$Part";

  @Test
  void listener_growingPlan_isToldEachReadWithItsFactsAndGaps() {
    List<Integer> planned = new ArrayList<>();
    List<CollectListener.Read> finished = new ArrayList<>();

    collector()
        .parallelism(1)
        .listener(
            new CollectListener() {
              @Override
              public void planned(int reads) {
                planned.add(reads);
              }

              @Override
              public void finished(Read read) {
                finished.add(read);
              }
            })
        .build()
        .collect();

    String reason = "ec2:GetThingParts could not be read: IllegalStateException: odd";
    assertThat(planned).containsExactly(1, 2, 3);
    assertThat(finished)
        .containsExactly(
            read("ec2:DescribeThings", THING, 2),
            read("ec2:GetThingParts", PART, 1),
            read(
                "ec2:GetThingParts",
                PART,
                0,
                new Gap(
                    PART, FakeAws.ACCOUNT, "us-east-1", Thing.of("b", "us-east-1").arn(), reason)));
  }

  @Test
  void listener_throws_changesNothing() {
    Snapshot quiet = FakeAws.withoutCaller(collector().build().collect());

    Snapshot snapshot =
        FakeAws.withoutCaller(
            collector()
                .listener(
                    new CollectListener() {
                      @Override
                      public void planned(int reads) {
                        throw new IllegalStateException("planned");
                      }

                      @Override
                      public void finished(Read read) {
                        throw new IllegalStateException("finished");
                      }
                    })
                .build()
                .collect());

    assertThat(snapshot).isEqualTo(quiet);
    assertThat(snapshot.facts()).hasSize(3);
  }

  @Test
  void listener_manyReadsAtOnce_isToldOneAtATime() {
    AtomicInteger inside = new AtomicInteger();
    List<Integer> seen = new ArrayList<>();

    collector()
        .regions(Region.regions().stream().filter(r -> !r.isGlobalRegion()).toArray(Region[]::new))
        .listener(
            new CollectListener() {
              @Override
              public void finished(Read read) {
                seen.add(inside.incrementAndGet());
                Thread.onSpinWait();
                inside.decrementAndGet();
              }
            })
        .build()
        .collect();

    assertThat(seen).hasSizeGreaterThan(60).containsOnly(1);
  }

  private static AwsCollector.Builder collector() {
    return FakeAws.collector(new FakeEc2())
        .services(
            reads ->
                reads
                    .inEachRegion(Ec2Client::builder)
                    .read(
                        (ec2, reading) ->
                            reading.each(List.of("a", "b"), id -> Thing.of(id, reading)),
                        Thing.class)
                    .readPer(
                        Thing.class,
                        (ec2, thing, reading) -> {
                          if (thing.arn().endsWith("b")) {
                            throw new IllegalStateException("odd");
                          }
                          reading.each(List.of("part"), id -> Part.of(id, thing));
                        },
                        Part.class));
  }

  private static CollectListener.Read read(String action, String type, int facts, Gap... gaps) {
    return new CollectListener.Read(
        action, List.of(type), FakeAws.ACCOUNT, "us-east-1", facts, List.of(gaps));
  }
}
