/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.fact.Resource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** A read under way: tells where it is made, and takes the facts that it finds. */
public final class Reading {
  private final Place place;
  private final Consumer<Resource> facts;
  private final Consumer<RuntimeException> lostItems;

  Reading(Place place, Consumer<Resource> facts, Consumer<RuntimeException> lostItems) {
    this.place = place;
    this.facts = facts;
    this.lostItems = lostItems;
  }

  /** The account that is read, twelve digits. */
  public String account() {
    return place.account().id();
  }

  /** The Region that is read, or {@link Resource#GLOBAL}: what facts take for their Region. */
  public String region() {
    return place.region();
  }

  /**
   * Puts an ARN together, for a resource of this partition and Region; with no Region in a read
   * that is made once per account.
   */
  public String arn(String service, String account, String resource) {
    String region = place.region().equals(Resource.GLOBAL) ? "" : place.region();
    return String.join(":", "arn", place.account().partition(), service, region, account, resource);
  }

  /**
   * Maps items to one fact each, as their pages arrive. An item whose mapping throws is lost, and
   * makes a gap; the others stay.
   *
   * @param items what an SDK paginator gives; what its iterator throws ends the read
   */
  public <T> void each(
      Iterable<? extends T> items, Function<? super T, ? extends Resource> mapping) {
    eachToMany(items, item -> Stream.of(mapping.apply(item)));
  }

  /** Maps items to any number of facts each, as {@link #each} does to one. */
  public <T> void eachToMany(
      Iterable<? extends T> items,
      Function<? super T, ? extends Stream<? extends Resource>> mapping) {
    for (T item : items) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      List<? extends Resource> mapped;
      try {
        mapped = mapping.apply(item).toList();
      } catch (RuntimeException e) {
        lostItems.accept(e);
        continue;
      }
      mapped.forEach(facts);
    }
  }
}
