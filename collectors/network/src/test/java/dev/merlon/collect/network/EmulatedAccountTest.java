/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Emulated.ACCOUNT;
import static dev.merlon.collect.network.Emulated.EU;
import static dev.merlon.collect.network.Emulated.US;
import static dev.merlon.collect.network.Emulated.arn;
import static dev.merlon.collect.network.Emulated.names;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Coverage.Area;
import dev.merlon.Snapshot;
import dev.merlon.collect.Emulator;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.ec2.Vpc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.Region;

/** The network collector and the AWS SDK against an emulated account of two Regions. */
final class EmulatedAccountTest {
  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static Emulator emulator;

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static SeededRegion eu;

  @BeforeAll
  static void start() {
    emulator = Emulator.start();
    eu = SeededRegion.in(emulator, Region.EU_WEST_1);
    SeededRegion.in(emulator, Region.US_EAST_1);
  }

  @AfterAll
  @SuppressWarnings("UnnecessaryNullCheck") // when start() was aborted
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @BeforeEach
  void allowAll() {
    emulator.deny();
    emulator.forgetCalls();
  }

  @Test
  void collect_seededAccount_factsAreWhatWasMade() {
    Snapshot snapshot = collect(emulator);

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(in(snapshot, Vpc.class, vpc -> vpc.vpcId().equals(eu.vpcId())))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("ipv6CidrBlocks")
        .containsExactly(
            new Vpc(
                arn("vpc/" + eu.vpcId()),
                ACCOUNT,
                EU,
                eu.vpcId(),
                ACCOUNT,
                false,
                List.of("10.20.0.0/16", "10.21.0.0/16"),
                List.of(),
                List.of(),
                Map.of("Name", "shop")));
    assertThat(in(snapshot, Vpc.class, vpc -> vpc.vpcId().equals(eu.vpcId())))
        .singleElement()
        .satisfies(vpc -> assertThat(vpc.ipv6CidrBlocks()).hasSize(1));
    assertThat(in(snapshot, SecurityGroup.class, group -> group.groupId().equals(eu.groupId())))
        .containsExactly(
            new SecurityGroup(
                arn("security-group/" + eu.groupId()),
                ACCOUNT,
                EU,
                eu.groupId(),
                "web",
                "for web",
                eu.vpcId(),
                ACCOUNT,
                Map.of("Name", "shop")));
    assertThat(
            in(
                snapshot,
                SecurityGroupRule.class,
                rule -> eu.ruleIds().contains(rule.securityGroupRuleId())))
        .containsExactlyInAnyOrder(
            rule(0, false, "tcp", 22, 22, "0.0.0.0/0", "", "", "", "oops"),
            rule(1, false, "tcp", 8000, 8100, "", "::/0", "", "", ""),
            rule(2, false, "udp", 53, 53, "", "", eu.prefixListId(), "", ""),
            rule(3, false, "tcp", 5432, 5432, "", "", "", eu.peerGroupId(), ""),
            rule(4, false, "-1", -1, -1, "10.9.0.0/16", "", "", "", ""),
            rule(5, false, "icmp", 8, -1, "10.8.0.0/16", "", "", "", "ping"),
            rule(6, true, "udp", 123, 123, "192.0.2.0/24", "", "", "", "time"));
    assertThat(snapshot.facts(NetworkInterface.class).filter(found -> found.region().equals(EU)))
        .containsExactly(
            new NetworkInterface(
                arn("network-interface/" + eu.interfaceId()),
                ACCOUNT,
                EU,
                eu.interfaceId(),
                "interface",
                "available",
                eu.vpcId(),
                eu.subnetId(),
                ACCOUNT,
                "AIDAIT2UOQQY3AUEMOTO", // who made it
                false,
                "",
                "",
                0,
                true,
                false,
                List.of(new InterfaceAddress(eu.privateIpAddress(), "", "")),
                List.of(),
                List.of(),
                "bastion",
                Map.of("Name", "bastion")));
    assertThat(
            snapshot.facts(NetworkInterfaceGroup.class).filter(found -> found.region().equals(EU)))
        .containsExactlyInAnyOrder(interfaceGroup(eu.groupId()), interfaceGroup(eu.peerGroupId()));
    assertThat(
            in(snapshot, PrefixList.class, list -> list.prefixListId().equals(eu.prefixListId())))
        .containsExactly(
            new PrefixList(
                arn("prefix-list/" + eu.prefixListId()),
                ACCOUNT,
                EU,
                eu.prefixListId(),
                "offices",
                ACCOUNT,
                "IPv4",
                Map.of("Name", "offices")));
    assertThat(
            in(
                snapshot,
                PrefixListEntry.class,
                entry -> entry.prefixListArn().endsWith(eu.prefixListId())))
        .containsExactly(entry("198.51.100.0/24", "Ghent"), entry("203.0.113.0/25", "Porto"));
  }

  /**
   * Each Region of moto begins with a default VPC and its group, which lets out to IPv4, and with
   * six lists of AWS. The groups of a VPC with IPv6 begin with two rules that let out.
   */
  @Test
  void collect_seededAccount_readsAllThereIsInBothRegions() {
    Snapshot snapshot = collect(emulator);

    Map<String, Long> counts =
        snapshot.facts().stream()
            .collect(
                groupingBy(
                    fact -> fact.region() + " " + FactType.nameOf(fact.getClass()),
                    TreeMap::new,
                    counting()));
    Map<String, Long> expected = new TreeMap<>();
    for (String region : List.of(EU, US)) {
      expected.put(region + " NetworkInterface", 1L);
      expected.put(region + " NetworkInterfaceGroup", 2L);
      expected.put(region + " PrefixList", 1L + 6);
      expected.put(region + " PrefixListEntry", 2L + 20);
      expected.put(region + " SecurityGroup", SeededRegion.MORE_GROUPS + 2L + 2);
      expected.put(region + " SecurityGroupRule", 3L * SeededRegion.MORE_GROUPS + 7 + 2 * 3 + 1);
      expected.put(region + " Vpc", 2L);
    }
    assertThat(counts).isEqualTo(expected);
    assertThat(snapshot.coverage().areas())
        .containsExactly(new Area(ACCOUNT, EU, names(all())), new Area(ACCOUNT, US, names(all())));
  }

  @Test
  void collect_twice_isEqual() {
    assertThat(collect(emulator)).isEqualTo(collect(emulator));
  }

  @Test
  void collect_seededAccount_makesFiveCallsPerRegionAndOnePerPrefixList() {
    collect(emulator);

    List<String> expected = new ArrayList<>(List.of("sts:GetCallerIdentity " + EU));
    for (String region : List.of(EU, US)) {
      expected.add("ec2:DescribeManagedPrefixLists " + region);
      expected.add("ec2:DescribeNetworkInterfaces " + region);
      expected.add("ec2:DescribeSecurityGroupRules " + region);
      expected.add("ec2:DescribeSecurityGroups " + region);
      expected.add("ec2:DescribeVpcs " + region);
      expected.addAll(Collections.nCopies(1 + 6, "ec2:GetManagedPrefixListEntries " + region));
    }
    assertThat(emulator.calls()).containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<Arguments> listings() {
    return Stream.of(
        Arguments.of("ec2:DescribeVpcs", List.of(Vpc.class)),
        Arguments.of("ec2:DescribeSecurityGroups", List.of(SecurityGroup.class)),
        Arguments.of("ec2:DescribeSecurityGroupRules", List.of(SecurityGroupRule.class)),
        Arguments.of(
            "ec2:DescribeNetworkInterfaces",
            List.of(NetworkInterface.class, NetworkInterfaceGroup.class)),
        Arguments.of(
            "ec2:DescribeManagedPrefixLists", List.of(PrefixList.class, PrefixListEntry.class)));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void collect_actionDeniedInOneRegion_itsTypesAreGapsThereAndNothingElseChanges(
      String action, List<Class<? extends Resource>> types) {
    Snapshot fair = collect(emulator);

    emulator.deny(action + "@" + EU);
    Snapshot snapshot = collect(emulator);

    assertThat(snapshot).isEqualTo(Emulated.denied(fair, all(), action, types));
  }

  @Test
  void collect_entriesDenied_areAGapOfEachListAndNothingElseChanges() {
    Snapshot fair = collect(emulator);
    String action = "ec2:GetManagedPrefixListEntries";

    emulator.deny(action);
    Snapshot snapshot = collect(emulator);

    assertThat(snapshot)
        .isEqualTo(Emulated.deniedPer(fair, PrefixList.class, action, PrefixListEntry.class));
    assertThat(snapshot.gaps()).hasSize(2 * 7);
  }

  @Test
  void collect_motoWithoutOurAdditions_readsTheSame() {
    try (Emulator unmodified = Emulator.startUnmodified()) {
      SeededRegion.in(unmodified, Region.EU_WEST_1);
      SeededRegion.in(unmodified, Region.US_EAST_1);

      assertThat(collect(unmodified)).isEqualTo(collect(emulator));
    }
  }

  private static Snapshot collect(Emulator account) {
    return Emulated.collect(account, all());
  }

  private static List<Class<? extends Resource>> all() {
    return List.of(
        NetworkInterface.class,
        NetworkInterfaceGroup.class,
        PrefixList.class,
        PrefixListEntry.class,
        SecurityGroup.class,
        SecurityGroupRule.class,
        Vpc.class);
  }

  private static <T extends Resource> List<T> in(
      Snapshot snapshot, Class<T> type, Predicate<T> which) {
    return snapshot.facts(type).filter(fact -> fact.region().equals(EU)).filter(which).toList();
  }

  private static SecurityGroupRule rule(
      int index,
      boolean egress,
      String protocol,
      int from,
      int to,
      String cidrIpv4,
      String cidrIpv6,
      String prefixListId,
      String groupId,
      String description) {
    String id = eu.ruleIds().get(index);
    return new SecurityGroupRule(
        arn("security-group-rule/" + id),
        ACCOUNT,
        EU,
        id,
        eu.groupId(),
        egress,
        protocol,
        from,
        to,
        cidrIpv4,
        cidrIpv6,
        prefixListId,
        groupId,
        description);
  }

  private static NetworkInterfaceGroup interfaceGroup(String groupId) {
    return new NetworkInterfaceGroup(
        arn("network-interface/" + eu.interfaceId() + "/" + groupId),
        ACCOUNT,
        EU,
        eu.interfaceId(),
        groupId);
  }

  private static PrefixListEntry entry(String cidr, String description) {
    String list = arn("prefix-list/" + eu.prefixListId());
    return new PrefixListEntry(list + "/" + cidr, ACCOUNT, EU, list, cidr, description);
  }
}
