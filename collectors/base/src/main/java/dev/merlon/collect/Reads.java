/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/**
 * Takes the reads that a {@link ServiceCollector} declares, one line each:
 *
 * <pre>{@code
 * reads
 *     .inEachRegion(Ec2Client::builder)
 *     .read(VpcReader::read, Vpc.class)
 *     .read(PrefixListReader::read, PrefixList.class)
 *     .readPer(PrefixList.class, PrefixListReader::readEntries, PrefixListEntry.class);
 * }</pre>
 *
 * <p>The classes are the fact types that a read yields. They decide whether it is made at all, and
 * become gaps when it fails; it must yield no others.
 */
public final class Reads {
  private final List<PlannedRead<?>> declared = new ArrayList<>();

  Reads() {}

  /**
   * Declares reads that are made in each Region.
   *
   * @param client makes the SDK's builder, as it is: the client is shared with all other reads of
   *     that service in the Region
   */
  public <B extends AwsClientBuilder<B, C>, C extends SdkClient> With<C> inEachRegion(
      Supplier<B> client) {
    return new With<>(false, (clients, place) -> clients.get(client, place.clientRegion()));
  }

  /**
   * Declares reads that are made once per account. Their facts have the Region {@link
   * Resource#GLOBAL}.
   */
  public <B extends AwsClientBuilder<B, C>, C extends SdkClient> With<C> once(Supplier<B> client) {
    return new With<>(true, (clients, place) -> clients.get(client, place.clientRegion()));
  }

  /**
   * Declares reads that are made once per account, of a service that has endpoints in Regions only.
   * Which one to ask follows from what is read: the reader says it. Their facts have the Region
   * {@link Resource#GLOBAL} all the same.
   */
  public <B extends AwsClientBuilder<B, C>, C extends SdkClient> With<Regional<C>> onceInRegions(
      Supplier<B> client) {
    return new With<>(
        true, (clients, place) -> new Regional<>(region -> clients.get(client, region), place));
  }

  List<PlannedRead<?>> declared() {
    return declared;
  }

  /**
   * Takes the reads of one client.
   *
   * @param <C> the SDK client, or {@link Regional} ones
   */
  public final class With<C> {
    private final boolean global;
    private final PlannedRead.Client<C> client;

    private With(boolean global, PlannedRead.Client<C> client) {
      this.global = global;
      this.client = client;
    }

    /**
     * Declares one read.
     *
     * @throws IllegalArgumentException if a type is no fact, or one that is read per resource
     */
    @SafeVarargs
    public final With<C> read(Reader<? super C> reader, Class<? extends Resource>... types) {
      List<FactType> yields = new ArrayList<>();
      for (Class<?> type : types) {
        FactType yielded = FactType.of(type);
        if (!yielded.per().isEmpty()) {
          throw new IllegalArgumentException(
              yielded.name() + " is read once per resource: declare it with readPer");
        }
        yields.add(yielded);
      }
      declare(PlannedRead.of(global, client, reader, yields));
      return this;
    }

    /**
     * Declares one read for every fact of a type, in parallel, as soon as that fact is there. When
     * it fails for one of them, the gap carries that one's ARN. A type that is read for two kinds
     * of resources has a line for each.
     *
     * @param parent a type that one earlier line yields, in each Region or once as this one, and no
     *     other line
     * @throws IllegalArgumentException if no earlier line yields the parent, or several do, or a
     *     type is none that is read per resource
     */
    @SafeVarargs
    public final <P extends Resource> With<C> readPer(
        Class<P> parent,
        ResourceReader<? super C, ? super P> reader,
        Class<? extends Resource>... types) {
      List<FactType> yields = new ArrayList<>();
      for (Class<?> type : types) {
        yields.add(perResource(type));
      }
      declare(PlannedRead.per(parent, finder(parent), client, reader, yields));
      return this;
    }

    /**
     * Declares one read for every ARN that facts of a type name, as {@link #readPer} does for the
     * facts themselves. One that several facts name, of this type or of another line that yields
     * the same types, is read once. When it fails, the gap carries that ARN.
     *
     * @param names gives the ARNs to read for a fact; none if there is nothing to read for it
     * @throws IllegalArgumentException as {@link #readPer}
     */
    @SafeVarargs
    public final <P extends Resource> With<C> readPerNamed(
        Class<P> parent,
        Function<? super P, Stream<String>> names,
        ResourceReader<? super C, String> reader,
        Class<? extends Resource>... types) {
      List<FactType> yields = new ArrayList<>();
      for (Class<?> type : types) {
        yields.add(perResource(type));
      }
      declare(PlannedRead.perName(parent, names, finder(parent), client, reader, yields));
      return this;
    }

    private static FactType perResource(Class<?> type) {
      FactType yielded = FactType.of(type);
      if (yielded.per().isEmpty()) {
        throw new IllegalArgumentException(
            yielded.name() + " is not read once per resource: its @ReadBy has no \"per\"");
      }
      return yielded;
    }

    private PlannedRead<?> finder(Class<? extends Resource> parent) {
      List<? extends PlannedRead<?>> finders =
          declared.stream().filter(read -> read.global() == global && read.yields(parent)).toList();
      if (finders.size() != 1) {
        throw new IllegalArgumentException(
            FactType.nameOf(parent)
                + " is yielded by "
                + (finders.isEmpty() ? "no read" : finders.size() + " reads")
                + " declared before");
      }
      return finders.get(0);
    }

    private void declare(PlannedRead<?> read) {
      for (PlannedRead<?> earlier : declared) {
        if (earlier.isForSomeOf(read) && earlier.global() == global) {
          throw new IllegalArgumentException(
              "a read of "
                  + read.typeNames()
                  + " is declared after "
                  + earlier.typeNames()
                  + ", which would not be read for its facts");
        }
      }
      declared.add(read);
    }
  }
}
