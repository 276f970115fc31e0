/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.NetworkInterface;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of all accounts and Regions, by what load balancers register: an instance or an
 * address. There is one.
 *
 * @param byInstance the primary interfaces of instances
 * @param byAddress by VPC and private address
 * @param byLoadBalancer those of a load balancer, by the end of its ARN
 */
public record NetworkInterfaces(
    Map<String, NetworkInterface> byInstance,
    Map<String, NetworkInterface> byAddress,
    Map<String, List<NetworkInterface>> byLoadBalancer) {

  public NetworkInterfaces {
    byInstance = Map.copyOf(byInstance);
    byAddress = Map.copyOf(byAddress);
  }

  /** Takes the {@link NetworkInterface}s, in any order. */
  public static NetworkInterfaces of(Collection<?> interfaces) {
    Map<String, NetworkInterface> byInstance = new HashMap<>();
    Map<String, NetworkInterface> byAddress = new HashMap<>();
    Map<String, List<NetworkInterface>> byLoadBalancer = new HashMap<>();
    for (Object each : interfaces) {
      NetworkInterface found = (NetworkInterface) each;
      if (!found.attachmentInstanceId().isEmpty() && found.attachmentDeviceIndex() == 0) {
        byInstance.put(key(found.account(), found.region(), found.attachmentInstanceId()), found);
      }
      if (!found.loadBalancerName().isEmpty()) {
        byLoadBalancer
            .computeIfAbsent(
                key(found.account(), found.region(), found.loadBalancerName()),
                name -> new ArrayList<>())
            .add(found);
      }
      for (InterfaceAddress address : found.privateIpAddresses()) {
        byAddress.put(
            key(found.account(), found.region(), found.vpcId() + " " + address.privateIpAddress()),
            found);
      }
      for (String address : found.ipv6Addresses()) {
        byAddress.put(key(found.account(), found.region(), found.vpcId() + " " + address), found);
      }
    }
    return new NetworkInterfaces(byInstance, byAddress, byLoadBalancer);
  }

  private static String key(String account, String region, String rest) {
    return account + " " + region + " " + rest;
  }

  @Nullable NetworkInterface ofInstance(String account, String region, String instanceId) {
    return byInstance.get(key(account, region, instanceId));
  }

  @Nullable NetworkInterface ofAddress(
      String account, String region, String vpcId, String address) {
    return byAddress.get(key(account, region, vpcId + " " + address));
  }

  List<NetworkInterface> ofLoadBalancer(String account, String region, String name) {
    return byLoadBalancer.getOrDefault(key(account, region, name), List.of());
  }
}
