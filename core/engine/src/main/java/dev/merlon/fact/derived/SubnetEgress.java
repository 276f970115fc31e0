/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.IpSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How whatever is put into a subnet gets out to the internet, without a public IPv4 address and
 * with groups that let everything out (EGR-7); {@link InternetEgress} tells it of the interfaces
 * that are there. There is one for every subnet. Carries its own doubt.
 *
 * @param egress of an interface that could be there
 */
public record SubnetEgress(
    String subnetId, String vpcId, String account, String region, InternetEgress egress) {

  /**
   * Imagines an interface with the first address of each block.
   *
   * @param gateways the {@link EgressGateways} of its VPC
   */
  public static SubnetEgress of(Subnet subnet, SubnetNetwork network, Collection<?> gateways) {
    List<InterfaceAddress> ipv4 = new ArrayList<>();
    List<String> ipv6 = new ArrayList<>();
    List<String> blocks = new ArrayList<>(subnet.ipv6CidrBlocks());
    blocks.add(subnet.cidrBlock());
    for (String text : blocks) {
      Cidr block = InterfaceDoor.parseBlock(text); // null where the subnet has none of the family
      if (block != null) {
        String first = IpSet.of(block).lowest().address();
        if (block.family() == AddressFamily.IPV4) {
          ipv4.add(new InterfaceAddress(first, "", ""));
        } else {
          ipv6.add(first);
        }
      }
    }
    NetworkInterface imagined =
        new NetworkInterface(
            subnet.arn(),
            subnet.account(),
            subnet.region(),
            subnet.subnetId(),
            "interface",
            "in-use",
            subnet.vpcId(),
            subnet.subnetId(),
            subnet.ownerId(),
            "",
            false,
            "",
            "",
            0,
            true,
            false,
            ipv4,
            ipv6,
            List.of(),
            "",
            Map.of());
    return new SubnetEgress(
        subnet.subnetId(),
        subnet.vpcId(),
        subnet.account(),
        subnet.region(),
        InternetEgress.of(imagined, GroupFlows.ALL, List.of(), network, gateways));
  }

  /**
   * How TCP to a port of the internet gets out.
   *
   * @throws IllegalArgumentException if the port is not within 0..65535
   */
  public EgressPath to(AddressFamily family, int port) {
    return egress.to(family, port);
  }
}
