/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.ec2.Vpc;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Declares what is read of networks: five calls in each Region, and one for each prefix list. */
public final class NetworkCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {
    reads
        .inEachRegion(Ec2Client::builder)
        .read(VpcReader::read, Vpc.class)
        .read(SecurityGroupReader::read, SecurityGroup.class)
        .read(SecurityGroupRuleReader::read, SecurityGroupRule.class)
        .read(NetworkInterfaceReader::read, NetworkInterface.class, NetworkInterfaceGroup.class)
        .read(PrefixListReader::read, PrefixList.class)
        .readPer(PrefixList.class, PrefixListReader::readEntries, PrefixListEntry.class);
  }
}
