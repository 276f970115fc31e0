/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.list;
import static dev.merlon.fact.derived.NetworkWorld.subnet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.ec2.VpcEndpoint;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Tri;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ServicePathsTest {

  private final NetworkWorld world = new NetworkWorld();

  @BeforeEach
  void readTheListOfS3() {
    world.lists = List.of(list("pl-s3", "com.amazonaws.r.s3", "", "52.216.0.0/15"));
    world.endpoints =
        List.of(
            new VpcEndpoint(
                "vpce-1",
                "1",
                "r",
                "vpce-1",
                "vpc-1",
                "1",
                "Gateway",
                "com.amazonaws.r.s3",
                "available",
                "",
                false,
                "ipv4",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of()));
  }

  private ServicePaths paths() {
    return ServicePaths.of(subnet(""), List.of(world.network()), world.lists);
  }

  private static SortedSet<ServiceHop> hops(ServiceHop... hops) {
    return new TreeSet<>(List.of(hops));
  }

  private Tri<SortedSet<ServiceHop>> s3() {
    return paths().toService("s3", AddressFamily.IPV4);
  }

  @Test
  void toService_withAnEndpoint_isThatAlone() {
    world.routes =
        List.of("0.0.0.0/0 INTERNET_GATEWAY igw-1 active", "pl-s3 VPC_ENDPOINT vpce-1 active");
    assertThat(s3()).isEqualTo(Tri.exactly(hops(ServiceHop.GATEWAY_ENDPOINT)));
  }

  @Test
  void toService_withoutAnEndpoint_isTheDefaultRoute() {
    world.routes = List.of("0.0.0.0/0 NAT_GATEWAY nat-1 active");
    assertThat(s3()).isEqualTo(Tri.exactly(hops(ServiceHop.NAT)));
    world.routes = List.of();
    assertThat(s3()).isEqualTo(Tri.exactly(hops(ServiceHop.NONE)));
    world.routes = List.of("0.0.0.0/0 NAT_GATEWAY nat-1 blackhole");
    assertThat(s3()).isEqualTo(Tri.exactly(hops(ServiceHop.NONE)));
  }

  @Test
  void toService_byAMoreSpecificRoute_goesBothWays() {
    world.routes =
        List.of("pl-s3 VPC_ENDPOINT vpce-1 active", "52.216.0.0/16 NAT_GATEWAY nat-1 active");
    assertThat(s3()).isEqualTo(Tri.exactly(hops(ServiceHop.GATEWAY_ENDPOINT, ServiceHop.NAT)));
  }

  @Test
  void toService_ofAnotherFamilyOrNoKnownList_mayBeAnything() {
    Tri<SortedSet<ServiceHop>> anything = new Tri<>(hops(), hops(ServiceHop.values()));
    assertThat(paths().toService("s3", AddressFamily.IPV6)).isEqualTo(anything);
    assertThat(paths().toService("dynamodb", AddressFamily.IPV4)).isEqualTo(anything);
  }

  @Test
  void toService_withMissingRoutes_mayBeAnything() {
    world.missing = NetworkWorld.missing("Route");
    assertThat(s3()).isEqualTo(new Tri<>(hops(), hops(ServiceHop.values())));
    assertThat(paths().doubt())
        .isEqualTo("the routes of rtb-1 are not known: Route could not be read: denied");
  }

  @Test
  void of_aSubnetThatIsNotKnown_saysSo() {
    ServicePaths paths = ServicePaths.of(subnet(""), List.of(), world.lists);
    assertThat(paths.doubt()).isEqualTo("subnet subnet-1 is not known");
    assertThat(paths.toService("s3", AddressFamily.IPV4))
        .isEqualTo(new Tri<>(hops(), hops(ServiceHop.values())));
  }
}
