/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One read as it was declared. Two are equal when they are the same declaration. */
final class PlannedRead<C> {
  private final boolean global;
  private final Client<C> client;
  private final Call<C> call;
  private final List<FactType> types;
  private final @Nullable PlannedRead<?> finder;
  private final @Nullable Class<? extends Resource> parent;
  private final Function<Resource, Stream<String>> names;

  /** Finds the client for a place. */
  @FunctionalInterface
  interface Client<C> {
    C in(Clients clients, Place place);
  }

  /**
   * A {@link Reader}, or a {@link ResourceReader}: only that one is given a resource, or a name.
   */
  @FunctionalInterface
  private interface Call<C> {
    void make(C client, @Nullable Resource resource, @Nullable String name, Reading reading);
  }

  private PlannedRead(
      boolean global,
      Client<C> client,
      Call<C> call,
      List<FactType> types,
      @Nullable PlannedRead<?> finder,
      @Nullable Class<? extends Resource> parent,
      Function<Resource, Stream<String>> names) {
    this.global = global;
    this.client = client;
    this.call = call;
    this.types = List.copyOf(types);
    this.finder = finder;
    this.parent = parent;
    this.names = names;
  }

  /** A read for an account, or a Region of it. */
  static <C> PlannedRead<C> of(
      boolean global, Client<C> client, Reader<? super C> reader, List<FactType> types) {
    return new PlannedRead<>(
        global,
        client,
        (c, none, unnamed, reading) -> reader.read(c, reading),
        types,
        null,
        null,
        none -> Stream.empty());
  }

  /**
   * A read for each fact of a type.
   *
   * @param finder the read that yields those facts
   */
  static <C, P extends Resource> PlannedRead<C> per(
      Class<P> parent,
      PlannedRead<?> finder,
      Client<C> client,
      ResourceReader<? super C, ? super P> reader,
      List<FactType> types) {
    return new PlannedRead<>(
        finder.global,
        client,
        (c, resource, name, reading) ->
            reader.read(c, Objects.requireNonNull(parent.cast(resource)), reading),
        types,
        finder,
        parent,
        resource -> Stream.of(resource.arn()));
  }

  /**
   * A read for each name that the facts of a type have.
   *
   * @param finder the read that yields those facts
   */
  static <C, P extends Resource> PlannedRead<C> perName(
      Class<P> parent,
      Function<? super P, Stream<String>> names,
      PlannedRead<?> finder,
      Client<C> client,
      ResourceReader<? super C, String> reader,
      List<FactType> types) {
    return new PlannedRead<>(
        finder.global,
        client,
        (c, resource, name, reading) -> reader.read(c, Objects.requireNonNull(name), reading),
        types,
        finder,
        parent,
        resource -> names.apply(parent.cast(resource)));
  }

  void make(
      Clients clients,
      Place place,
      @Nullable Resource resource,
      @Nullable String name,
      Reading reading) {
    call.make(client.in(clients, place), resource, name, reading);
  }

  /** Whether it is made once per account, not in each Region. */
  boolean global() {
    return global;
  }

  /** The read whose facts it is made for; null when it is not made per resource. */
  @Nullable PlannedRead<?> finder() {
    return finder;
  }

  boolean isFor(Resource fact) {
    return fact.getClass().equals(parent);
  }

  /** What the read is made for, given a fact it is made for: the ARNs that gaps would have. */
  Stream<String> namesIn(Resource fact) {
    return names.apply(fact);
  }

  /** Whether it is made for facts that the other yields. */
  boolean isForSomeOf(PlannedRead<?> other) {
    return parent != null && other.yields(parent);
  }

  boolean yields(Class<?> type) {
    return types.stream().anyMatch(yielded -> yielded.type().equals(type));
  }

  List<String> typeNames() {
    return types.stream().map(FactType::name).toList();
  }

  /** The API actions, for people. */
  String action() {
    return types.stream()
        .flatMap(type -> type.actions().stream())
        .distinct()
        .collect(Collectors.joining(" or "));
  }
}
