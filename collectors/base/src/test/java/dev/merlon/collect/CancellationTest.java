/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;

@Timeout(20)
final class CancellationTest {
  private static final Region[] REGIONS = {
    Region.US_EAST_1, Region.EU_WEST_1, Region.EU_WEST_2, Region.EU_WEST_3
  };

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger told = new AtomicInteger();
  private final FakeClients clients = new FakeClients(List.of(new FakeEc2()));

  @Test
  void collect_interrupted_interruptsTheReadUnderWayAndBeginsNoOther() throws Exception {
    AtomicBoolean readInterrupted = new AtomicBoolean();
    AwsCollector collector =
        collector(
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                readInterrupted.set(true);
                throw new IllegalStateException(e);
              }
            });

    Outcome outcome = interruptOnceBegun(collector);

    assertThat(outcome.thrown).isInstanceOf(CancellationException.class);
    assertThat(outcome.interrupted).isTrue();
    assertThat(clients.isClosed()).isTrue();
    assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(readInterrupted).isTrue();
    assertThat(threadsLeft()).isZero();
    assertThat(reads).hasValue(1);
    assertThat(told).hasValue(0);
  }

  @Test
  void collect_interruptedBetweenItems_takesNoMoreOfThem() throws Exception {
    AtomicInteger mapped = new AtomicInteger();
    AwsCollector collector =
        FakeAws.collector()
            .clients(clients)
            .services(
                declared ->
                    declared
                        .inEachRegion(Ec2Client::builder)
                        .read(
                            (ec2, reading) -> {
                              try {
                                reading.each(
                                    () -> Stream.generate(() -> "a").iterator(),
                                    id -> {
                                      mapped.incrementAndGet();
                                      begun.countDown();
                                      return Thing.of(id, reading);
                                    });
                              } finally {
                                ended.countDown();
                              }
                            },
                            Thing.class))
            .build();

    Outcome outcome = interruptOnceBegun(collector);

    assertThat(outcome.thrown).isInstanceOf(CancellationException.class);
    assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(mapped.get()).isPositive();
  }

  @Test
  void collect_interruptedWhileAReadDoesNotHeed_returnsAllTheSame() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AwsCollector collector = collector(() -> awaitHeedlessly(release));

    Outcome outcome = interruptOnceBegun(collector);

    assertThat(outcome.thrown).isInstanceOf(CancellationException.class);
    assertThat(ended.getCount()).as("the read goes on").isOne();
    release.countDown();
    assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(threadsLeft()).isZero();
    assertThat(reads).hasValue(1);
    assertThat(told).as("what a listener hears of a collect that is over").hasValue(0);
  }

  @Test
  void collect_interruptedWhileItAsksForTheRegions_isCancelled() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AwsCollector collector =
        FakeAws.collector(
                new FakeEc2() {
                  @Override
                  public DescribeRegionsResponse describeRegions(DescribeRegionsRequest request) {
                    begun.countDown();
                    awaitHeedlessly(release);
                    return DescribeRegionsResponse.builder().build();
                  }
                })
            .regions()
            .services(declared -> declared.inEachRegion(Ec2Client::builder))
            .build();

    Outcome outcome = interruptOnceBegun(collector);
    release.countDown();

    assertThat(outcome.thrown).isInstanceOf(CancellationException.class);
    assertThat(outcome.interrupted).isTrue();
  }

  private AwsCollector collector(Runnable read) {
    return FakeAws.collector()
        .clients(clients)
        .regions(REGIONS)
        .parallelism(1)
        .listener(
            new CollectListener() {
              @Override
              public void finished(Read finished) {
                told.incrementAndGet();
              }
            })
        .services(
            declared ->
                declared
                    .inEachRegion(Ec2Client::builder)
                    .read(
                        (ec2, reading) -> {
                          reads.incrementAndGet();
                          begun.countDown();
                          try {
                            read.run();
                          } finally {
                            ended.countDown();
                          }
                        },
                        Thing.class))
        .build();
  }

  private static final class Outcome {
    private final Throwable thrown;
    private final boolean interrupted;

    Outcome(Throwable thrown, boolean interrupted) {
      this.thrown = thrown;
      this.interrupted = interrupted;
    }
  }

  private Outcome interruptOnceBegun(AwsCollector collector) throws InterruptedException {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                collector.collect();
              } catch (RuntimeException e) {
                outcome.set(new Outcome(e, Thread.currentThread().isInterrupted()));
              }
            });
    caller.start();
    begun.await();
    caller.interrupt();
    caller.join(TimeUnit.SECONDS.toMillis(5));
    assertThat(outcome.get()).as("what collect() threw within five seconds").isNotNull();
    return outcome.get();
  }

  private static void awaitHeedlessly(CountDownLatch latch) {
    boolean heedless = true;
    while (heedless) {
      try {
        latch.await();
        heedless = false;
      } catch (InterruptedException e) {
        heedless = true;
      }
    }
  }

  private static long threadsLeft() throws InterruptedException {
    long left = 1;
    for (int i = 0; i < 100 && left > 0; i++) {
      Thread.sleep(20);
      left =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("merlon-collect-"))
              .count();
    }
    return left;
  }
}
