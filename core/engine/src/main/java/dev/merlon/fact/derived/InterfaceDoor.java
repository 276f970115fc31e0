/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.Tri;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an interface has an address that the internet can send to (ADR-1 to ADR-3, RT-5). */
final class InterfaceDoor {

  private InterfaceDoor() {}

  /** Whether it has an address on the internet, delivered to or not. */
  static Tri<Boolean> hasAddress(
      NetworkInterface networkInterface,
      AddressFamily family,
      @Nullable EffectiveInternetGateway gateway) {
    Tri<Boolean> any = Tris.NO;
    for (Address address : addresses(networkInterface, family, gateway)) {
      any = Tris.or(any, address.isPublic());
    }
    return any;
  }

  /** Whether what is sent to one of its addresses on the internet arrives, as far as routes go. */
  static Tri<Boolean> isOpen(
      NetworkInterface networkInterface,
      AddressFamily family,
      @Nullable EffectiveInternetGateway gateway) {
    if (networkInterface.denyAllIgwTraffic()) {
      return Tris.NO;
    }
    Tri<Boolean> any = Tris.NO;
    for (Address address : addresses(networkInterface, family, gateway)) {
      Cidr inside = address.inside();
      Tri<Boolean> delivered =
          gateway == null || (inside == null && (gateway.edge() != null || !gateway.edgeKnown()))
              ? Tris.PERHAPS
              : inside == null ? Tris.YES : gateway.delivers(inside);
      any = Tris.or(any, Tris.and(address.isPublic(), delivered));
    }
    return any;
  }

  /**
   * Why it is not certain whether it has an address on the internet, or gets what is sent there.
   */
  static List<Doubt> doubts(
      NetworkInterface networkInterface,
      AddressFamily family,
      @Nullable EffectiveInternetGateway gateway) {
    List<Doubt> doubts = new ArrayList<>();
    Tri<Boolean> has = hasAddress(networkInterface, family, gateway);
    if (!has.isExact()) {
      doubts.add(
          new Doubt(
              "PUBLIC_ADDRESS_UNKNOWN",
              "it is not known whether the "
                  + (family == AddressFamily.IPV4 ? "IPv4" : "IPv6")
                  + " address of "
                  + networkInterface.networkInterfaceId()
                  + " is on the internet"));
    }
    if (gateway != null && !isOpen(networkInterface, family, gateway).isExact() && has.may()) {
      RoutePaths edge = gateway.edge();
      if (edge == null) {
        doubts.addAll(gateway.doubts());
      } else {
        doubts.addAll(edge.doubts());
        for (Address address : addresses(networkInterface, family, gateway)) {
          Cidr inside = address.inside();
          if (inside == null) {
            doubts.add(
                new Doubt(
                    "EDGE_ROUTE_UNKNOWN",
                    "what the internet gateway does with an address of "
                        + networkInterface.networkInterfaceId()
                        + " that is not understood, is not known"));
          } else {
            for (RouteHop hop : edge.of(family).candidates(IpSet.of(inside))) {
              if (hop.way() != RouteHop.Way.LOCAL) {
                doubts.add(
                    new Doubt(
                        "MIDDLEBOX_ON_INGRESS:" + hop.route().targetId(),
                        "the internet gateway sends what comes in to " + hop.route().targetId()));
              }
              break;
            }
          }
        }
      }
    }
    return doubts;
  }

  /** The first public address, for people; empty for none. */
  static String publicAddress(NetworkInterface networkInterface, AddressFamily family) {
    if (family == AddressFamily.IPV6) {
      return networkInterface.ipv6Addresses().isEmpty()
          ? ""
          : networkInterface.ipv6Addresses().get(0);
    }
    return networkInterface.privateIpAddresses().stream()
        .map(InterfaceAddress::publicIp)
        .filter(address -> !address.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * An address that is on the internet or may be.
   *
   * @param inside what the VPC routes for it; null if that is not understood
   */
  private record Address(Tri<Boolean> isPublic, @Nullable Cidr inside) {}

  private static List<Address> addresses(
      NetworkInterface networkInterface,
      AddressFamily family,
      @Nullable EffectiveInternetGateway gateway) {
    List<Address> addresses = new ArrayList<>();
    if (family == AddressFamily.IPV4) {
      for (InterfaceAddress address : networkInterface.privateIpAddresses()) {
        if (!address.publicIp().isEmpty() || !address.carrierIp().isEmpty()) {
          addresses.add(
              new Address(
                  new Tri<>(!address.publicIp().isEmpty(), true),
                  parse(address.privateIpAddress())));
        }
      }
      return addresses;
    }
    for (String text : networkInterface.ipv6Addresses()) {
      addresses.add(ipv6(parse(text), gateway));
    }
    for (String text : networkInterface.ipv6Prefixes()) {
      addresses.add(ipv6(parseBlock(text), gateway));
    }
    addresses.removeIf(address -> !address.isPublic().may());
    return addresses;
  }

  private static Address ipv6(@Nullable Cidr block, @Nullable EffectiveInternetGateway gateway) {
    if (block == null || block.family() != AddressFamily.IPV6) {
      return new Address(Tris.PERHAPS, null);
    }
    boolean global = IpSet.of(block).intersects(Internet.IPV6);
    boolean unadvertised =
        gateway != null
            && gateway.privateIpv6().stream()
                .anyMatch(own -> IpSet.of(own).intersects(IpSet.of(block)));
    return new Address(new Tri<>(global && !unadvertised, global), block);
  }

  /** An address as facts write it; null if it is none. */
  static @Nullable Cidr parse(String address) {
    try {
      return Cidr.parseAddress(address);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static @Nullable Cidr parseBlock(String block) {
    try {
      return Cidr.parse(block);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
