/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.Control;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.regions.Region;

/**
 * Reads an AWS account into a {@link Snapshot}, and never writes. Immutable and thread-safe: one
 * collector may collect many times, each time with clients of its own.
 *
 * <p>Everything that the SDK takes from its environment is respected: {@code AWS_PROFILE}, {@code
 * AWS_REGION}, {@code AWS_ENDPOINT_URL}, {@code AWS_RETRY_MODE}, proxies, and the others.
 */
public final class AwsCollector {
  private final Plan plan;
  private final List<Region> regions;
  private final @Nullable AwsCredentialsProvider credentialsProvider;
  private final Function<AwsCredentialsProvider, Clients> clients;
  private final int parallelism;
  private final CollectListener listener;
  private final Clock clock;

  private AwsCollector(Builder builder, Plan plan) {
    this.plan = plan;
    this.regions = builder.regions;
    this.credentialsProvider = builder.credentialsProvider;
    this.clients = builder.clients;
    this.parallelism = builder.parallelism;
    this.listener = builder.listener;
    this.clock = builder.clock;
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads all that was chosen, and waits for it. A call that is denied or fails becomes a {@link
   * Gap}, not an exception; the facts that were read before it stay.
   *
   * @throws CollectException if the account, or its Regions, cannot be found out
   * @throws CancellationException if the thread is interrupted, which stops the calls; the thread's
   *     interrupt status is set again
   */
  public Snapshot collect() {
    Instant takenAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    // Closed from the last to the first: the listener hears nothing of calls that are cut off.
    try (WatchedCredentials credentials = new WatchedCredentials(credentialsProvider);
        Clients open = clients.apply(credentials);
        WorkPool pool = new WorkPool(parallelism);
        Progress progress = new Progress(listener)) {
      Region first = regions.isEmpty() ? pool.call(AccountLookup::defaultRegion) : regions.get(0);
      AccountLookup lookup = new AccountLookup(open, credentials, first);
      CallerAccount account = pool.call(lookup::account);
      List<Region> chosen = regions.isEmpty() ? pool.call(lookup::regions) : regions;
      return new CollectRun(plan, open, pool, progress).run(takenAt, account, first, chosen);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      CancellationException cancelled =
          new CancellationException("collecting was interrupted; what was read is discarded");
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  /** Collects the settings of an {@link AwsCollector}. Each method replaces what was set before. */
  public static final class Builder {
    private @Nullable List<ServiceCollector> services;
    private @Nullable AwsCredentialsProvider credentialsProvider;
    private List<Region> regions = List.of();
    private Predicate<String> wanted = factType -> true;
    private Function<AwsCredentialsProvider, Clients> clients =
        credentials -> new SdkClients(credentials, client -> {});
    private CollectListener listener = new CollectListener() {};
    private Clock clock = Clock.systemUTC();
    private int parallelism = 8;

    private Builder() {}

    /** Names the services to read. Default: those of all collectors on the class path. */
    public Builder services(ServiceCollector... services) {
      this.services = List.of(services);
      return this;
    }

    /** Names the credentials; the provider is not closed. Default: the SDK's chain. */
    public Builder credentialsProvider(AwsCredentialsProvider credentialsProvider) {
      this.credentialsProvider = credentialsProvider;
      return this;
    }

    /**
     * Names the Regions to read, each once. The first is the one that is asked for the account.
     * Default: those that are enabled in the account, as {@code ec2:DescribeRegions} tells.
     */
    public Builder regions(Region... regions) {
      this.regions = Arrays.stream(regions).distinct().toList();
      return this;
    }

    /** Makes only the calls that these controls need. Default: all calls. */
    public Builder forControls(Collection<Control> controls) {
      Set<String> reads = new HashSet<>();
      controls.forEach(control -> reads.addAll(control.reads()));
      this.wanted = reads::contains;
      return this;
    }

    /**
     * Changes the builder of every SDK client, whatever its service, last of all:
     *
     * <pre>{@code
     * .clientCustomizer(client -> client.endpointOverride(uri).httpClient(http))
     * }</pre>
     *
     * <p>What can be set is what the builders of all services share. Unless this, or the SDK's own
     * configuration, says how to retry, calls are retried in the SDK's adaptive mode, which slows
     * down to what the Region grants. An HTTP client that is given as such is shared and stays
     * open.
     *
     * @param <B> stands for whichever builder it is; leave it to inference
     */
    @SuppressWarnings("unchecked") // every builder of a synchronous client has all that B has
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
        Builder clientCustomizer(Consumer<? super B> customizer) {
      this.clients =
          credentials -> new SdkClients(credentials, client -> customizer.accept((B) client));
      return this;
    }

    /** Names who is told how far a collect is. */
    public Builder listener(CollectListener listener) {
      this.listener = listener;
      return this;
    }

    /** Names the clock that {@link Snapshot#takenAt()} is read from. Default: the system's. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Bounds the calls that are made at the same time, over all Regions. Default: 8. */
    public Builder parallelism(int parallelism) {
      this.parallelism = parallelism;
      return this;
    }

    Builder clients(Clients clients) {
      this.clients = credentials -> clients;
      return this;
    }

    /**
     * Checks the settings and plans the reads. Makes no calls.
     *
     * @throws IllegalArgumentException saying all that is wrong with the settings
     */
    public AwsCollector build() {
      List<ServiceCollector> chosen = services == null ? onClassPath() : services;
      List<String> wrong = new ArrayList<>();
      if (chosen.isEmpty()) {
        wrong.add(
            "there is no ServiceCollector: add dev.merlon:merlon-collectors to the class path, or"
                + " name some with services(...)");
      }
      for (Region region : regions) {
        if (region.isGlobalRegion()) {
          wrong.add(region + " is no Region to read: name Regions such as eu-west-1");
        }
      }
      if (parallelism < 1) {
        wrong.add("parallelism is " + parallelism + ": it must be 1 or more");
      }
      if (!wrong.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", wrong));
      }
      return new AwsCollector(this, new Plan(chosen, wanted));
    }

    private static List<ServiceCollector> onClassPath() {
      return ServiceLoader.load(ServiceCollector.class, AwsCollector.class.getClassLoader())
          .stream()
          .map(ServiceLoader.Provider::get)
          .sorted(Comparator.comparing(service -> service.getClass().getName()))
          .toList();
    }
  }
}
