/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/**
 * The clients of one service, one for each Region, for reads that are made once per account. A
 * Region that such a read asks need not be one of those that were chosen to be read.
 *
 * @param <C> the SDK client
 */
public final class Regional<C> {
  /** No host of another than AWS can be made of it. */
  private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z0-9]+)+");

  private final Function<Region, C> clients;
  private final Place place;

  Regional(Function<Region, C> clients, Place place) {
    this.clients = clients;
    this.place = place;
  }

  /** Asks the Region that is asked for the account: for what all Regions answer alike. */
  public C anywhere() {
    return clients.apply(place.firstRegion());
  }

  /**
   * Asks a Region that a fact names.
   *
   * @throws IllegalArgumentException if that is no name of a Region
   */
  public C in(String region) {
    if (!NAME.matcher(region).matches()) {
      throw new IllegalArgumentException("\"" + region + "\" is no name of a Region");
    }
    return clients.apply(Region.of(region));
  }

  /**
   * The name of the Region where a partition keeps its services without Regions, and where their
   * events arrive: {@code us-east-1}.
   */
  public String homeOfGlobalServices() {
    return place.account().homeOfGlobalServices().id();
  }
}
