/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/** Makes the reads of a plan, each once per place, and those per resource as resources come in. */
final class CollectRun {
  private final Plan plan;
  private final Clients clients;
  private final WorkPool pool;
  private final Progress progress;
  private final Harvest harvest = new Harvest();

  /** The reads of what several facts name, of which one is enough. */
  private final Set<Named> named = ConcurrentHashMap.newKeySet();

  private record Named(List<String> types, Place place, String name) {}

  CollectRun(Plan plan, Clients clients, WorkPool pool, Progress progress) {
    this.plan = plan;
    this.clients = clients;
    this.pool = pool;
    this.progress = progress;
  }

  Snapshot run(Instant takenAt, CallerAccount account, Region first, List<Region> regions)
      throws InterruptedException {
    List<Place> places =
        regions.stream().map(region -> new Place(account, region.id(), region, first)).toList();
    List<PlannedRead<?>> once = plan.first(true);
    List<PlannedRead<?>> inEachRegion = plan.first(false);
    progress.plan(once.size() + inEachRegion.size() * places.size());
    Place everywhere = new Place(account, Resource.GLOBAL, account.globalRegion(), first);
    if (plan.wantsAccount()) {
      harvest.add(account.fact());
      harvest.cover(everywhere, List.of(FactType.nameOf(account.fact().getClass())));
    }
    if (!once.isEmpty()) {
      start(once, everywhere);
    }
    places.forEach(place -> start(inEachRegion, place));
    pool.await();
    return harvest.snapshot(takenAt);
  }

  private void start(List<PlannedRead<?>> reads, Place place) {
    harvest.cover(place, List.of());
    reads.forEach(read -> pool.submit(() -> make(read, place, null, null)));
  }

  private void make(
      PlannedRead<?> read, Place place, @Nullable Resource resource, @Nullable String name) {
    Tally tally = new Tally(read, place, name);
    try {
      read.make(clients, place, resource, name, new Reading(place, tally::add, tally::lose));
      if (resource == null) {
        harvest.cover(
            place,
            plan.withFollowUps(read).stream()
                .flatMap(covered -> covered.typeNames().stream())
                .toList());
      }
    } catch (RuntimeException e) {
      tally.fail(e);
    }
    progress.finished(tally.told());
  }

  /** What one read has brought in. */
  private final class Tally {
    private final PlannedRead<?> read;
    private final Place place;
    private final @Nullable String name;

    /** A set, since a type may be read for the facts of several reads. */
    private final Set<Gap> gaps = new LinkedHashSet<>();

    private int facts;

    Tally(PlannedRead<?> read, Place place, @Nullable String name) {
      this.read = read;
      this.place = place;
      this.name = name;
    }

    void add(Resource fact) {
      if (!read.yields(fact.getClass())) {
        throw new IllegalStateException(
            "the read of " + read.typeNames() + " yielded a " + FactType.nameOf(fact.getClass()));
      }
      if (!harvest.add(fact)) {
        return;
      }
      facts++;
      for (PlannedRead<?> followUp : plan.followUps(read)) {
        if (followUp.isFor(fact)) {
          follow(followUp, fact);
        }
      }
    }

    private void follow(PlannedRead<?> followUp, Resource fact) {
      List<String> names =
          followUp
              .namesIn(fact)
              .filter(
                  named -> CollectRun.this.named.add(new Named(followUp.typeNames(), place, named)))
              .toList();
      if (!names.isEmpty()) {
        progress.plan(names.size());
        names.forEach(each -> pool.submit(() -> make(followUp, place, fact, each)));
      }
    }

    void lose(RuntimeException thrown) {
      gap(Reasons.ofItem(read.action(), thrown));
    }

    void fail(RuntimeException thrown) {
      gap(Reasons.ofCall(read.action(), thrown));
    }

    /** What is made for the facts of this read is not known either, and for which ones not. */
    private void gap(String reason) {
      for (PlannedRead<?> missing : plan.withFollowUps(read)) {
        String arn = missing.equals(read) ? name : null;
        for (String type : missing.typeNames()) {
          Gap gap = new Gap(type, place.account().id(), place.region(), arn, reason);
          if (gaps.add(gap)) {
            harvest.add(gap);
          }
        }
      }
    }

    CollectListener.Read told() {
      return new CollectListener.Read(
          read.action(),
          read.typeNames(),
          place.account().id(),
          place.region(),
          facts,
          List.copyOf(gaps));
    }
  }
}
