/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.merlon.Coverage;
import dev.merlon.Coverage.Area;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.Thing.Label;
import dev.merlon.collect.Thing.Other;
import dev.merlon.collect.Thing.Owner;
import dev.merlon.collect.Thing.Part;
import dev.merlon.collect.Thing.Screw;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.account.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

@Timeout(30)
final class AwsCollectorTest {
  private static final String US = "us-east-1";
  private static final String EU = "eu-west-1";
  private static final String DENIED =
      "ec2:DescribeThings was denied: UnauthorizedOperation: You may not.";

  private final Ec2Client ec2 = new FakeEc2();

  @Test
  void collect_oneRead_factsCoverageAndInstant() {
    Snapshot snapshot = collect(reads -> things(reads, "a", "b"));

    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                Instant.parse("2026-11-23T10:15:30Z"),
                List.of(Thing.of("a", US), Thing.of("b", US)),
                Coverage.of(FakeAws.ACCOUNT, US, List.of(name(Thing.class))),
                List.of()));
  }

  @Test
  void collect_anything_theCallersAccountIsAFact() {
    Snapshot snapshot = FakeAws.collector(ec2).services(reads -> things(reads)).build().collect();

    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                FakeAws.NOW,
                List.of(
                    new Account(
                        "arn:aws:iam::" + FakeAws.ACCOUNT + ":root",
                        FakeAws.ACCOUNT,
                        Resource.GLOBAL)),
                new Coverage(
                    List.of(
                        new Area(FakeAws.ACCOUNT, Resource.GLOBAL, List.of("Account")),
                        new Area(FakeAws.ACCOUNT, US, List.of(name(Thing.class))))),
                List.of()));
  }

  @Test
  void collect_controlsThatReadNoAccount_itIsLeftOut() {
    Snapshot snapshot =
        FakeAws.collector(ec2)
            .forControls(FakeAws.controlsReading(Thing.class))
            .services(reads -> things(reads))
            .build()
            .collect();

    assertThat(snapshot.facts()).isEmpty();
    assertThat(snapshot.coverage())
        .isEqualTo(Coverage.of(FakeAws.ACCOUNT, US, List.of(name(Thing.class))));
  }

  @Test
  void collect_regionGivenTwice_isReadOnce() {
    AtomicInteger calls = new AtomicInteger();

    Snapshot snapshot =
        FakeAws.withoutCaller(
            FakeAws.collector(ec2)
                .regions(Region.EU_WEST_1, Region.US_EAST_1, Region.EU_WEST_1)
                .services(
                    reads ->
                        reads
                            .inEachRegion(Ec2Client::builder)
                            .read(
                                (client, reading) -> {
                                  calls.incrementAndGet();
                                  reading.each(List.of("a"), id -> Thing.of(id, reading));
                                },
                                Thing.class))
                .build()
                .collect());

    assertThat(calls).hasValue(2);
    assertThat(snapshot.facts()).containsExactly(Thing.of("a", EU), Thing.of("a", US));
    assertThat(snapshot.coverage().areas())
        .containsExactly(
            new Area(FakeAws.ACCOUNT, EU, List.of(name(Thing.class))),
            new Area(FakeAws.ACCOUNT, US, List.of(name(Thing.class))));
  }

  @Test
  void collect_noRegionNamed_readsThoseThatAreEnabled() {
    Ec2Client regions =
        new FakeEc2() {
          @Override
          public DescribeRegionsResponse describeRegions(DescribeRegionsRequest request) {
            assertThat(request.allRegions()).isNull();
            return DescribeRegionsResponse.builder()
                .regions(
                    found("eu-west-1", "opt-in-not-required"),
                    found("af-south-1", "opted-in"),
                    found("me-south-1", "not-opted-in"))
                .build();
          }
        };

    Snapshot snapshot =
        FakeAws.withoutCaller(
            FakeAws.collector(regions)
                .regions()
                .services(reads -> things(reads))
                .build()
                .collect());

    assertThat(snapshot.coverage().areas())
        .extracting(Area::region)
        .containsExactly("af-south-1", "eu-west-1");
  }

  @Test
  void collect_callerOfAnotherPartition_arnsAreOfThatPartition() {
    Snapshot snapshot =
        FakeAws.withoutCaller(
            FakeAws.collector(
                    FakeAws.sts("444455556666", "arn:aws-cn:sts::444455556666:assumed-role/r/s"),
                    ec2)
                .services(reads -> things(reads, "a"))
                .regions(Region.CN_NORTH_1)
                .build()
                .collect());

    assertThat(snapshot.facts())
        .containsExactly(
            new Thing(
                "arn:aws-cn:ec2:cn-north-1:444455556666:thing/a", "444455556666", "cn-north-1"));
  }

  @Test
  void collect_secondPageDenied_keepsTheFirstAndLeavesEachTypeAsAGap() {
    Snapshot snapshot =
        collect(
            reads ->
                reads
                    .inEachRegion(Ec2Client::builder)
                    .read(
                        (client, reading) ->
                            reading.each(
                                failingAfter(List.of("a"), denied()), id -> Thing.of(id, reading)),
                        Thing.class,
                        Owner.class)
                    .read(AwsCollectorTest::readOthers, Other.class));

    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                FakeAws.NOW,
                List.of(Thing.of("a", US)),
                Coverage.of(FakeAws.ACCOUNT, US, List.of(name(Other.class))),
                List.of(gap(Thing.class, null, DENIED), gap(Owner.class, null, DENIED))));
  }

  @Test
  void collect_allReadsDenied_coversTheRegionWithNothing() {
    Snapshot snapshot =
        collect(
            reads ->
                reads.inEachRegion(Ec2Client::builder).read(AwsCollectorTest::refuse, Thing.class));

    assertThat(snapshot.coverage().areas())
        .containsExactly(new Area(FakeAws.ACCOUNT, US, List.of()));
  }

  @Test
  void collect_itemCannotBeMapped_costsThatItem() {
    Snapshot snapshot = collect(reads -> things(reads, "a", "", "c"));

    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                FakeAws.NOW,
                List.of(Thing.of("a", US), Thing.of("c", US)),
                Coverage.of(FakeAws.ACCOUNT, US, List.of(name(Thing.class))),
                List.of(
                    gap(
                        Thing.class,
                        null,
                        "an item of ec2:DescribeThings could not be read:"
                            + " IllegalArgumentException: ThingId is missing"))));
  }

  @Test
  void collect_itemGivesSeveralFacts_losesAllOrNone() {
    Snapshot snapshot =
        collect(
            reads ->
                reads
                    .inEachRegion(Ec2Client::builder)
                    .read(
                        (client, reading) ->
                            reading.eachToMany(
                                List.of("a", "b"),
                                id ->
                                    Stream.of("x", id.equals("b") ? "" : "y")
                                        .map(
                                            part ->
                                                Thing.of(
                                                    part + id.repeat(part.length()), reading))),
                        Thing.class));

    assertThat(snapshot.facts()).containsExactly(Thing.of("xa", US), Thing.of("ya", US));
    assertThat(snapshot.gaps()).hasSize(1);
  }

  @Test
  void collect_sameItemOnTwoPages_isOneFactAndFollowedUpOnce() {
    AtomicInteger followUps = new AtomicInteger();

    Snapshot snapshot =
        collect(
            reads -> {
              things(reads, "a", "a");
              reads
                  .inEachRegion(Ec2Client::builder)
                  .readPer(
                      Thing.class,
                      (client, thing, reading) -> followUps.incrementAndGet(),
                      Part.class);
            });

    assertThat(snapshot.facts()).containsExactly(Thing.of("a", US));
    assertThat(followUps).hasValue(1);
  }

  @Test
  void collect_readYieldsAnUndeclaredType_failsThatRead() {
    Snapshot snapshot =
        collect(
            reads ->
                reads
                    .inEachRegion(Ec2Client::builder)
                    .read(
                        (client, reading) ->
                            reading.each(List.of("a"), id -> Thing.of(id, reading)),
                        Other.class));

    assertThat(snapshot.facts()).isEmpty();
    assertThat(snapshot.gaps())
        .containsExactly(
            gap(
                Other.class,
                null,
                "ec2:PrepareOthers or ec2:DescribeOthers could not be read: IllegalStateException:"
                    + " the read of [dev.merlon.collect.Thing$Other] yielded a"
                    + " dev.merlon.collect.Thing"));
  }

  @Test
  void collect_followUpDeniedForOneResource_gapNamesItAndTheTypeStaysCovered() {
    Snapshot snapshot =
        collect(
            reads -> {
              things(reads, "a", "b");
              parts(reads, "b");
            });

    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                FakeAws.NOW,
                List.of(Thing.of("a", US), Thing.of("b", US), Part.of("part", Thing.of("a", US))),
                Coverage.of(FakeAws.ACCOUNT, US, List.of(name(Thing.class), name(Part.class))),
                List.of(
                    gap(
                        Part.class,
                        Thing.of("b", US).arn(),
                        "ec2:GetThingParts was denied: UnauthorizedOperation: You may not."))));
  }

  @Test
  void collect_typeReadForTwoKindsOfResources_gapNamesTheOneThatFailed() {
    Thing a = Thing.of("a", US);
    Thing b = Thing.of("b", US);

    Snapshot snapshot =
        collect(
            reads -> {
              things(reads, "a", "b");
              parts(reads, "none");
              labels(reads, Part.of("part", b));
            });

    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                FakeAws.NOW,
                List.of(
                    a,
                    b,
                    Part.of("part", a),
                    Part.of("part", b),
                    Label.of(a),
                    Label.of(b),
                    Label.of(Part.of("part", a))),
                Coverage.of(
                    FakeAws.ACCOUNT,
                    US,
                    List.of(name(Thing.class), name(Part.class), name(Label.class))),
                List.of(
                    gap(
                        Label.class,
                        Part.of("part", b).arn(),
                        "ec2:GetLabels was denied: UnauthorizedOperation: You may not."))));
  }

  @Test
  void collect_readPerNamed_readsWhatSeveralFactsNameOnce() {
    List<String> calls = Collections.synchronizedList(new ArrayList<>());

    Snapshot snapshot =
        collect(
            reads -> {
              things(reads, "a", "b", "c");
              parts(reads, "c");
              named(reads, calls, "none");
            });

    assertThat(calls).containsExactlyInAnyOrder("shared", "only-b");
    assertThat(snapshot.facts(Label.class))
        .containsExactlyInAnyOrder(label("shared"), label("only-b"));
  }

  @Test
  void collect_readPerNamedDenied_gapHasTheNameAndNotTheArnOfTheFact() {
    Snapshot snapshot =
        collect(
            reads -> {
              things(reads, "a", "b");
              parts(reads, "none");
              named(reads, new ArrayList<>(), "shared");
            });

    assertThat(snapshot.facts(Label.class)).containsExactly(label("only-b"));
    assertThat(snapshot.gaps())
        .containsExactly(
            gap(
                Label.class,
                "shared",
                "ec2:GetLabels was denied: UnauthorizedOperation: You may not."));
  }

  @Test
  void collect_readPerNamedWithoutNames_readsNothingAndIsCovered() {
    Snapshot snapshot =
        collect(
            reads -> {
              things(reads, "c");
              parts(reads, "c");
              named(reads, new ArrayList<>(), "none");
            });

    assertThat(snapshot.facts()).containsExactly(Thing.of("c", US));
    assertThat(snapshot.coverage().areas())
        .containsExactly(
            new Area(
                FakeAws.ACCOUNT,
                US,
                Stream.of(Thing.class, Part.class, Label.class)
                    .map(AwsCollectorTest::name)
                    .sorted()
                    .toList()));
  }

  /** Things and their parts name labels; a and b and their parts one that they share. */
  private static void named(Reads reads, List<String> calls, String denied) {
    ResourceReader<Ec2Client, String> reader =
        (client, label, reading) -> {
          if (label.equals(denied)) {
            throw denied();
          }
          calls.add(label);
          reading.each(List.of(label), AwsCollectorTest::label);
        };
    reads
        .inEachRegion(Ec2Client::builder)
        .readPerNamed(Thing.class, AwsCollectorTest::labelsOf, reader, Label.class)
        .readPerNamed(Part.class, AwsCollectorTest::labelsOf, reader, Label.class);
  }

  private static Stream<String> labelsOf(Resource labelled) {
    return labelled.arn().contains("thing/c")
        ? Stream.empty()
        : labelled.arn().endsWith("/b") ? Stream.of("shared", "only-b") : Stream.of("shared");
  }

  private static Label label(String name) {
    return new Label("label/" + name, FakeAws.ACCOUNT, US, name);
  }

  @Test
  void collect_typeReadForTwoKindsOfResources_isOneGapWhenTheirListingFails() {
    List<CollectListener.Read> told = new ArrayList<>();

    Snapshot snapshot =
        FakeAws.withoutCaller(
            FakeAws.collector(ec2)
                .services(
                    reads -> {
                      reads
                          .inEachRegion(Ec2Client::builder)
                          .read(AwsCollectorTest::refuse, Thing.class);
                      parts(reads, "none");
                      labels(reads, Thing.of("none", US));
                    })
                .listener(
                    new CollectListener() {
                      @Override
                      public void finished(Read read) {
                        told.add(read);
                      }
                    })
                .build()
                .collect());

    List<Gap> gaps =
        List.of(
            gap(Thing.class, null, DENIED),
            gap(Label.class, null, DENIED),
            gap(Part.class, null, DENIED));
    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                FakeAws.NOW, List.of(), Coverage.of(FakeAws.ACCOUNT, US, List.of()), gaps));
    assertThat(told)
        .singleElement()
        .satisfies(read -> assertThat(read.gaps()).containsExactlyInAnyOrderElementsOf(gaps));
  }

  @Test
  void forControls_typeReadForTwoKindsOfResources_makesTheReadsThatLeadToBoth() {
    assertThat(
            typesRead(
                reads -> {
                  things(reads, "a");
                  parts(reads, "none");
                  screws(reads);
                  labels(reads, Thing.of("none", US));
                },
                Label.class))
        .containsExactly(name(Thing.class), name(Label.class), name(Part.class));
  }

  @Test
  void collect_listingFails_whatHangsOnItIsAGapToo() {
    Snapshot snapshot =
        collect(
            reads -> {
              reads
                  .inEachRegion(Ec2Client::builder)
                  .read(
                      (client, reading) ->
                          reading.each(
                              failingAfter(List.of("a"), denied()), id -> Thing.of(id, reading)),
                      Thing.class);
              parts(reads, "none");
              screws(reads);
            });

    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                FakeAws.NOW,
                List.of(
                    Thing.of("a", US),
                    Part.of("part", Thing.of("a", US)),
                    screw(Part.of("part", Thing.of("a", US)))),
                Coverage.of(FakeAws.ACCOUNT, US, List.of()),
                List.of(
                    gap(Thing.class, null, DENIED),
                    gap(Part.class, null, DENIED),
                    gap(Screw.class, null, DENIED))));
  }

  @Test
  void collect_resourceOfAListingCannotBeMapped_itsFollowUpsAreAGap() {
    Snapshot snapshot =
        collect(
            reads -> {
              things(reads, "");
              parts(reads, "none");
            });

    assertThat(snapshot.gaps())
        .extracting(Gap::factType, Gap::arn)
        .containsExactly(tuple(name(Thing.class), null), tuple(name(Part.class), null));
    assertThat(snapshot.coverage().areas())
        .containsExactly(
            new Area(FakeAws.ACCOUNT, US, List.of(name(Thing.class), name(Part.class))));
  }

  @Test
  void collect_readOncePerAccount_isGlobal() {
    Snapshot snapshot =
        FakeAws.withoutCaller(
            FakeAws.collector(ec2)
                .regions(Region.US_EAST_1, Region.EU_WEST_1)
                .services(
                    reads ->
                        reads
                            .once(Ec2Client::builder)
                            .read(
                                (client, reading) ->
                                    reading.each(List.of("a"), id -> Thing.of(id, reading)),
                                Thing.class))
                .build()
                .collect());

    assertThat(snapshot.facts()).containsExactly(Thing.of("a", Resource.GLOBAL));
    assertThat(snapshot.coverage().areas())
        .containsExactly(
            new Area(FakeAws.ACCOUNT, EU, List.of()),
            new Area(FakeAws.ACCOUNT, Resource.GLOBAL, List.of(name(Thing.class))),
            new Area(FakeAws.ACCOUNT, US, List.of()));
  }

  @Test
  void forControls_someTypes_makesOnlyTheReadsThatLeadToThem() {
    ServiceCollector all =
        reads -> {
          things(reads, "a");
          parts(reads, "none");
          screws(reads);
          reads.inEachRegion(Ec2Client::builder).read(AwsCollectorTest::readOthers, Other.class);
        };

    assertThat(typesRead(all, Other.class)).containsExactly(name(Other.class));
    assertThat(typesRead(all, Thing.class)).containsExactly(name(Thing.class));
    assertThat(typesRead(all, Screw.class))
        .containsExactly(name(Thing.class), name(Part.class), name(Screw.class));
    assertThat(typesRead(all)).isEmpty();
  }

  private List<String> typesRead(ServiceCollector service, Class<?>... needed) {
    return FakeAws.collector(ec2)
        .services(service)
        .forControls(FakeAws.controlsReading(needed))
        .build()
        .collect()
        .coverage()
        .areas()
        .get(0)
        .factTypes();
  }

  @Test
  void parallelism_one_followUpsDoNotDeadlock() {
    List<String> ids = IntStream.range(0, 200).mapToObj(Integer::toString).toList();

    Snapshot snapshot =
        FakeAws.withoutCaller(
            FakeAws.collector(ec2)
                .parallelism(1)
                .services(
                    reads -> {
                      things(reads, ids.toArray(String[]::new));
                      parts(reads, "none");
                      screws(reads);
                    })
                .build()
                .collect());

    assertThat(snapshot.facts()).hasSize(600);
  }

  @Test
  void parallelism_three_boundsTheReadsUnderWay() {
    AtomicInteger underWay = new AtomicInteger();
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());

    FakeAws.collector(ec2)
        .parallelism(3)
        .services(
            reads -> {
              things(reads, "a", "b", "c", "d", "e", "f");
              reads
                  .inEachRegion(Ec2Client::builder)
                  .readPer(
                      Thing.class,
                      (client, thing, reading) -> {
                        seen.add(underWay.incrementAndGet());
                        sleep(20);
                        underWay.decrementAndGet();
                      },
                      Part.class);
            })
        .build()
        .collect();

    assertThat(seen).hasSize(6).allMatch(count -> count <= 3);
    assertThat(Collections.max(seen)).isGreaterThan(1);
  }

  @Test
  void collect_readerThrowsAnError_isThrownWithoutWaitingForTheOthers() {
    AwsCollector collector =
        FakeAws.collector(ec2)
            .services(
                reads ->
                    reads
                        .inEachRegion(Ec2Client::builder)
                        .read((client, reading) -> sleep(60_000), Owner.class)
                        .read(
                            (client, reading) -> {
                              throw new NoClassDefFoundError("gone");
                            },
                            Thing.class))
            .build();

    assertThatThrownBy(collector::collect)
        .isInstanceOf(NoClassDefFoundError.class)
        .hasMessage("gone");
  }

  @Test
  void build_nothingOnTheClassPath_saysWhatToAdd() {
    assertThatThrownBy(() -> AwsCollector.builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no ServiceCollector: add dev.merlon:merlon-collectors to the class path, or"
                + " name some with services(...)");
  }

  @Test
  void build_severalThingsWrong_saysAll() {
    assertThatThrownBy(
            () ->
                AwsCollector.builder()
                    .services(reads -> things(reads))
                    .regions(Region.AWS_GLOBAL)
                    .parallelism(0)
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "aws-global is no Region to read: name Regions such as eu-west-1;"
                + " parallelism is 0: it must be 1 or more");
  }

  private Snapshot collect(ServiceCollector service) {
    return FakeAws.withoutCaller(FakeAws.collector(ec2).services(service).build().collect());
  }

  private static void things(Reads reads, String... ids) {
    reads
        .inEachRegion(Ec2Client::builder)
        .read(
            (client, reading) -> reading.each(Arrays.asList(ids), id -> Thing.of(id, reading)),
            Thing.class);
  }

  /** Parts of every thing, but of one. */
  private static void parts(Reads reads, String deniedThing) {
    reads
        .inEachRegion(Ec2Client::builder)
        .readPer(
            Thing.class,
            (client, thing, reading) -> {
              if (thing.arn().endsWith("/" + deniedThing)) {
                throw denied();
              }
              reading.each(List.of("part"), id -> Part.of(id, thing));
            },
            Part.class);
  }

  /** Labels of everything, but of one. */
  private static void labels(Reads reads, Resource denied) {
    ResourceReader<Ec2Client, Resource> reader =
        (client, labelled, reading) -> {
          if (labelled.equals(denied)) {
            throw denied();
          }
          reading.each(List.of(labelled), Label::of);
        };
    reads
        .inEachRegion(Ec2Client::builder)
        .readPer(Thing.class, reader, Label.class)
        .readPer(Part.class, reader, Label.class);
  }

  private static void screws(Reads reads) {
    reads
        .inEachRegion(Ec2Client::builder)
        .readPer(
            Part.class,
            (client, part, reading) -> reading.each(List.of(part), AwsCollectorTest::screw),
            Screw.class);
  }

  private static Screw screw(Part part) {
    return new Screw(part.arn() + "/screw", part.account(), part.region(), part.arn());
  }

  private static void readOthers(Ec2Client client, Reading reading) {
    reading.each(List.<Other>of(), other -> other);
  }

  private static software.amazon.awssdk.services.ec2.model.Region found(
      String name, String optInStatus) {
    return software.amazon.awssdk.services.ec2.model.Region.builder()
        .regionName(name)
        .optInStatus(optInStatus)
        .build();
  }

  private static <T> Iterable<T> failingAfter(List<T> items, RuntimeException thrown) {
    return () -> {
      Iterator<T> first = items.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public T next() {
          if (first.hasNext()) {
            return first.next();
          }
          throw thrown;
        }
      };
    };
  }

  private static void refuse(Ec2Client client, Reading reading) {
    throw denied();
  }

  private static AwsServiceException denied() {
    return Ec2Exception.builder()
        .statusCode(403)
        .requestId("4711")
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode("UnauthorizedOperation")
                .errorMessage("You may not.")
                .build())
        .build();
  }

  private static Gap gap(Class<?> type, @Nullable String arn, String reason) {
    return new Gap(name(type), FakeAws.ACCOUNT, US, arn, reason);
  }

  private static String name(Class<?> type) {
    return FactType.nameOf(type);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
