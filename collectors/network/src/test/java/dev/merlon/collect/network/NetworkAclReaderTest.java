/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.OTHER_ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.NetworkAcl;
import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.NetworkAclEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

final class NetworkAclReaderTest {
  private static final List<Class<?>> ALL =
      List.of(NetworkAcl.class, NetworkAclAssociation.class, NetworkAclEntry.class);

  private final List<String> requests = new ArrayList<>();

  @Test
  void read_twoPages_mapsAclsAssociationsAndEntries() {
    String arn = Collected.arn(OTHER_ACCOUNT, "network-acl/acl-1");

    assertThat(
            collect(
                acl("acl-1")
                    .ownerId(OTHER_ACCOUNT)
                    .isDefault(true)
                    .tags(Tag.builder().key("Name").value("shop").build())
                    .associations(
                        association("aclassoc-1", "subnet-1"),
                        association("aclassoc-2", "subnet-2"))
                    .entries(
                        entry(false, 100, "6", "allow")
                            .cidrBlock("0.0.0.0/0")
                            .portRange(range -> range.from(80).to(443))
                            .build(),
                        entry(true, 100, "58", "deny")
                            .ipv6CidrBlock("::/0")
                            .icmpTypeCode(icmp -> icmp.type(128).code(-1))
                            .build(),
                        entry(true, 100, "-1", "an-action-of-2030")
                            .cidrBlock("10.0.0.0/8")
                            .build()),
                acl("acl-2")))
        .isEqualTo(
            Collected.snapshot(
                ALL,
                List.of(
                    new NetworkAcl(
                        arn,
                        ACCOUNT,
                        REGION,
                        "acl-1",
                        "vpc-1",
                        OTHER_ACCOUNT,
                        true,
                        Map.of("Name", "shop")),
                    bare("acl-2"),
                    new NetworkAclAssociation(
                        arn + "/aclassoc-1", ACCOUNT, REGION, "acl-1", "subnet-1"),
                    new NetworkAclAssociation(
                        arn + "/aclassoc-2", ACCOUNT, REGION, "acl-1", "subnet-2"),
                    new NetworkAclEntry(
                        arn + "/ingress/100/ipv4",
                        ACCOUNT,
                        REGION,
                        "acl-1",
                        false,
                        100,
                        "6",
                        "allow",
                        "0.0.0.0/0",
                        "",
                        80,
                        443,
                        -1,
                        -1),
                    new NetworkAclEntry(
                        arn + "/egress/100/ipv6",
                        ACCOUNT,
                        REGION,
                        "acl-1",
                        true,
                        100,
                        "58",
                        "deny",
                        "",
                        "::/0",
                        -1,
                        -1,
                        128,
                        -1),
                    new NetworkAclEntry(
                        arn + "/egress/100/ipv4",
                        ACCOUNT,
                        REGION,
                        "acl-1",
                        true,
                        100,
                        "-1",
                        "an-action-of-2030",
                        "10.0.0.0/8",
                        "",
                        -1,
                        -1,
                        -1,
                        -1))));
    assertThat(requests)
        .containsExactly(
            "DescribeNetworkAclsRequest(MaxResults=1000)",
            "DescribeNetworkAclsRequest(NextToken=next, MaxResults=1000)");
  }

  @Test
  void read_malformedAcls_costThemselvesWithAllThatIsInThem() {
    List<String> reasons =
        List.of(
            "NetworkAclId is missing",
            "VpcId is missing",
            "NetworkAclAssociationId is missing",
            "SubnetId is missing",
            "Egress is missing",
            "RuleNumber is missing",
            "Protocol is missing",
            "RuleAction is missing",
            "the block of entry 100 is missing");
    Gap[] gaps =
        ALL.stream()
            .flatMap(
                type ->
                    reasons.stream()
                        .map(reason -> Collected.lost(type, "ec2:DescribeNetworkAcls", reason)))
            .toArray(Gap[]::new);

    assertThat(
            collect(
                acl(null),
                acl("acl-2"),
                acl("acl-3").vpcId(null),
                acl("acl-4").associations(association(null, "subnet-1")),
                acl("acl-5").associations(association("aclassoc-1", null)),
                acl("acl-6").entries(whole().egress(null).build()),
                acl("acl-7").entries(whole().ruleNumber(null).build()),
                acl("acl-8").entries(whole().protocol(null).build()),
                acl("acl-9").entries(whole().ruleAction((String) null).build()),
                acl("acl-10").entries(whole().build(), whole().cidrBlock("").build())))
        .isEqualTo(Collected.snapshot(ALL, List.of(bare("acl-2")), gaps));
  }

  private static NetworkAcl bare(String id) {
    return new NetworkAcl(
        Collected.arn(ACCOUNT, "network-acl/" + id),
        ACCOUNT,
        REGION,
        id,
        "vpc-1",
        ACCOUNT,
        false,
        Map.of());
  }

  private static software.amazon.awssdk.services.ec2.model.NetworkAcl.Builder acl(
      @Nullable String id) {
    return software.amazon.awssdk.services.ec2.model.NetworkAcl.builder()
        .networkAclId(id)
        .vpcId("vpc-1");
  }

  private static software.amazon.awssdk.services.ec2.model.NetworkAclAssociation association(
      @Nullable String id, @Nullable String subnetId) {
    return software.amazon.awssdk.services.ec2.model.NetworkAclAssociation.builder()
        .networkAclAssociationId(id)
        .subnetId(subnetId)
        .build();
  }

  private static software.amazon.awssdk.services.ec2.model.NetworkAclEntry.Builder entry(
      boolean egress, int ruleNumber, String protocol, String action) {
    return software.amazon.awssdk.services.ec2.model.NetworkAclEntry.builder()
        .egress(egress)
        .ruleNumber(ruleNumber)
        .protocol(protocol)
        .ruleAction(action);
  }

  private static software.amazon.awssdk.services.ec2.model.NetworkAclEntry.Builder whole() {
    return entry(false, 100, "-1", "allow").cidrBlock("0.0.0.0/0");
  }

  /** The first comes on a page of its own. */
  private Snapshot collect(software.amazon.awssdk.services.ec2.model.NetworkAcl.Builder... found) {
    return Collected.from(
        new FakeEc2() {
          @Override
          public DescribeNetworkAclsResponse describeNetworkAcls(
              DescribeNetworkAclsRequest request) {
            requests.add(request.toString());
            List<software.amazon.awssdk.services.ec2.model.NetworkAcl> all =
                Arrays.stream(found).map(item -> item.build()).toList();
            DescribeNetworkAclsResponse.Builder answer = DescribeNetworkAclsResponse.builder();
            return request.nextToken() == null
                ? answer.networkAcls(all.subList(0, 1)).nextToken("next").build()
                : answer.networkAcls(all.subList(1, all.size())).build();
          }
        },
        NetworkAclEntry.class);
  }
}
