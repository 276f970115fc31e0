/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which route a table takes for which addresses of one family: the longest prefix wins, and at
 * equal length the better rank (RT-1, RT-3). What is not certain to be there takes addresses from
 * the others' {@code must}, and from nobody's {@code may} (GEN-1).
 *
 * @param <T> what stands for a route
 */
public final class RoutePartition<T> {

  /** How a route ranks among those of the same length (RT-3): the first of these wins. */
  public enum Rank {
    LOCAL,
    STATIC,
    PREFIX_LIST,
    PROPAGATED
  }

  /**
   * A route to one block.
   *
   * @param target what it leads to; routes with equal targets do not compete
   * @param certain whether it is known to be there
   */
  public record Entry<T>(Cidr block, Rank rank, Object target, boolean certain, T route) {}

  /** What is left for a route by those that come before it. */
  private record Part<T>(Entry<T> entry, IpSet must, IpSet may) {}

  private final AddressFamily family;
  private final List<Part<T>> parts; // in the order in which they are asked
  private final List<List<T>> rivals;
  private final boolean incomplete;

  private RoutePartition(
      AddressFamily family, List<Part<T>> parts, List<List<T>> rivals, boolean incomplete) {
    this.family = family;
    this.parts = List.copyOf(parts);
    this.rivals = List.copyOf(rivals);
    this.incomplete = incomplete;
  }

  /**
   * Sorts out the routes.
   *
   * @param entries in any order; those of the other family are left out
   * @param incomplete whether there may be routes of which nothing is known: then nothing is
   *     certain
   */
  public static <T> RoutePartition<T> of(
      AddressFamily family, Collection<Entry<T>> entries, boolean incomplete) {
    List<Entry<T>> sorted = new ArrayList<>();
    IpSet local = IpSet.empty(family);
    for (Entry<T> entry : entries) {
      if (entry.block().family() == family) {
        sorted.add(entry);
        local = entry.rank() == Rank.LOCAL ? local.union(IpSet.of(entry.block())) : local;
      }
    }
    sorted.sort(
        Comparator.<Entry<T>>comparingInt(entry -> -entry.block().prefixLength())
            .thenComparing(Entry::rank)
            .thenComparing(entry -> !entry.certain()));
    List<List<Entry<T>>> rivalries = rivalries(sorted);
    Set<Entry<T>> rivals = new HashSet<>();
    rivalries.forEach(rivals::addAll);
    List<Part<T>> parts = new ArrayList<>();
    IpSet taken = IpSet.empty(family);
    IpSet certainlyTaken = taken;
    IpSet contested = taken; // taken for certain, but not by whom
    for (int i = 0; i < sorted.size(); i++) {
      Entry<T> entry = sorted.get(i);
      if (i > 0 && !isBeside(entry, sorted.get(i - 1))) {
        certainlyTaken = certainlyTaken.union(contested);
      }
      IpSet block = IpSet.of(entry.block());
      if (entry.rank() == Rank.PROPAGATED) {
        block = block.minus(local); // however specific the propagated route is
      }
      boolean certain = entry.certain() && !incomplete && !rivals.contains(entry);
      parts.add(
          new Part<>(
              entry,
              certain ? block.minus(taken) : IpSet.empty(family),
              block.minus(certainlyTaken)));
      taken = taken.union(block);
      if (entry.certain() && rivals.contains(entry)) {
        contested = contested.union(block);
      } else if (entry.certain()) {
        certainlyTaken = certainlyTaken.union(block);
      }
    }
    return new RoutePartition<>(
        family,
        parts,
        rivalries.stream().map(each -> each.stream().map(Entry::route).toList()).toList(),
        incomplete);
  }

  private static boolean isBeside(Entry<?> entry, Entry<?> other) {
    return entry.rank() == other.rank()
        && entry.block().prefixLength() == other.block().prefixLength();
  }

  /** The routes of one block and rank to different targets, together. */
  private static <T> List<List<Entry<T>>> rivalries(List<Entry<T>> sorted) {
    Map<List<Object>, List<Entry<T>>> alike = new LinkedHashMap<>();
    for (Entry<T> entry : sorted) {
      alike
          .computeIfAbsent(List.of(entry.block(), entry.rank()), key -> new ArrayList<>())
          .add(entry);
    }
    return alike.values().stream()
        .filter(entries -> entries.stream().map(Entry::target).distinct().count() > 1)
        .toList();
  }

  /**
   * Returns the routes that compete for the same addresses, those that do together: AWS does not
   * say which of them wins.
   */
  public List<List<T>> rivals() {
    return rivals;
  }

  /**
   * Returns the addresses that are routed in a way.
   *
   * @param certainly whether a route certainly leads that way
   * @param perhaps whether it leads there for all that is known
   */
  public Tri<IpSet> where(Predicate<? super T> certainly, Predicate<? super T> perhaps) {
    Tri<IpSet> known = byKnownRoutes(certainly, perhaps);
    return incomplete ? new Tri<>(known.must(), IpSet.all(family)) : known;
  }

  /** Returns as {@link #where}, but without what routes may do of which nothing is known. */
  public Tri<IpSet> byKnownRoutes(Predicate<? super T> certainly, Predicate<? super T> perhaps) {
    IpSet must = IpSet.empty(family);
    IpSet may = must;
    for (Part<T> part : parts) {
      T route = part.entry().route();
      if (certainly.test(route)) {
        must = must.union(part.must());
      }
      if (perhaps.test(route)) {
        may = may.union(part.may());
      }
    }
    return may.equals(must) ? Tri.exactly(must) : new Tri<>(must, may);
  }

  /**
   * Returns the routes that may take some of these addresses, in the order in which they are asked.
   */
  public List<T> candidates(IpSet addresses) {
    return parts.stream()
        .filter(part -> !part.may().intersect(addresses).isEmpty())
        .map(part -> part.entry().route())
        .toList();
  }

  /** Returns the route that takes an address for certain, if there is one. */
  public @Nullable T routeOf(Cidr address) {
    for (Part<T> part : parts) {
      if (part.must().contains(address)) {
        return part.entry().route();
      }
    }
    return null;
  }

  /** Whether there may be routes of which nothing is known. */
  public boolean isIncomplete() {
    return incomplete;
  }
}
