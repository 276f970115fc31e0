/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Coverage;
import dev.merlon.Finding;
import dev.merlon.Gap;
import dev.merlon.HardeningEngine;
import dev.merlon.Report;
import dev.merlon.RuleSource;
import dev.merlon.Snapshot;
import dev.merlon.Status;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.InterfaceAddress;
import dev.merlon.fact.ec2.InternetGatewayAttachment;
import dev.merlon.fact.ec2.NetworkAcl;
import dev.merlon.fact.ec2.NetworkAclAssociation;
import dev.merlon.fact.ec2.NetworkAclEntry;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.NetworkInterfaceGroup;
import dev.merlon.fact.ec2.Route;
import dev.merlon.fact.ec2.RouteTable;
import dev.merlon.fact.ec2.RouteTableAssociation;
import dev.merlon.fact.ec2.RouteTarget;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.ec2.Subnet;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.ec2.VpcBlockPublicAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of a user stand on what is derived of the network, and add to it. */
final class UserNetworkRulesTest {

  private static final String ACCOUNT = "111122223333";
  private static final String REGION = "eu-west-1";
  private static final String OURS = "sg-effective-internet-exposure";

  private static final String APPROVED =
      """
      package com.example.rules

      import dev.merlon.Verdict
      import dev.merlon.fact.derived.InternetExposure
      import dev.merlon.fact.ec2.NetworkInterface
      import dev.merlon.fact.net.PortSet

      global Verdict verdict

      rule "our-ssh-approved"
          @title("Interfaces that the internet reaches over SSH are approved")
          @severity(HIGH)
          @resource(NetworkInterface)
          @risk("Anybody can try passwords and keys.")
          @fix("Close the way, or set the tag ssh to approved.")
      when
          $interface : NetworkInterface( $id : networkInterfaceId, $account : account,
              $region : region, tags["ssh"] != "approved" )
          $exposure : InternetExposure( networkInterfaceId == $id, account == $account,
              region == $region, opens(22) )
      then
          verdict.fail($interface, $exposure.opened($exposure.must().of(PortSet.of(22))));
      end

      rule "our-ssh-approved/unknown"
      when
          $interface : NetworkInterface( $id : networkInterfaceId, $account : account,
              $region : region, tags["ssh"] != "approved" )
          $exposure : InternetExposure( networkInterfaceId == $id, account == $account,
              region == $region, mayOpen(22), !opens(22) )
      then
          verdict.unknown($interface, $exposure.doubt());
      end
      """;

  private static final String FIREWALL =
      """
      package com.example.rules

      import dev.merlon.fact.derived.IngressGate
      import dev.merlon.fact.derived.SubnetNetwork
      import dev.merlon.fact.net.PortSet

      // The provider filters in front of this VPC.
      rule "corporate-firewall"
          @decides(IngressGate)
      when
          $subnet : SubnetNetwork( vpcId == "vpc-1" )
      then
          insert(IngressGate.closed($subnet, "CORPORATE_FIREWALL", PortSet.parse("22,3389")));
      end
      """;

  /** Tells what keeps the internet out of interfaces, as only a rule can. */
  private static final String BLOCKED =
      """
      package com.example.rules

      import dev.merlon.Verdict
      import dev.merlon.fact.derived.InternetExposure
      import dev.merlon.fact.derived.Reachability
      import dev.merlon.fact.ec2.NetworkInterface
      import dev.merlon.fact.net.AddressFamily

      global Verdict verdict

      rule "our-blocked"
          @title("The internet reaches the interface")
          @severity(LOW)
          @resource(NetworkInterface)
          @risk("None.")
          @fix("Nothing.")
      when
          $interface : NetworkInterface( $id : networkInterfaceId, $account : account,
              $region : region )
          $exposure : InternetExposure( networkInterfaceId == $id, account == $account,
              region == $region, verdict == Reachability.NOT_REACHABLE )
      then
          verdict.fail($interface, "by", $exposure.blockers(AddressFamily.IPV4));
      end
      """;

  private static HardeningEngine engine(Path folder, String... rules) throws IOException {
    for (int i = 0; i < rules.length; i++) {
      Files.writeString(folder.resolve("rules-" + i + ".drl"), rules[i]);
    }
    return HardeningEngine.builder().rules(AwsRules.all(), RuleSource.directory(folder)).build();
  }

  private static Report report(HardeningEngine engine, List<Gap> gaps, List<Resource> facts) {
    List<String> read = new ArrayList<>(engine.factTypes().stream().map(FactType::name).toList());
    gaps.forEach(gap -> read.remove(gap.factType()));
    return engine.evaluate(
        new Snapshot(Instant.EPOCH, facts, Coverage.of(ACCOUNT, REGION, read), gaps));
  }

  private static List<String> said(Report report, String control) {
    return report.findings().stream()
        .filter(finding -> finding.controlId().equals(control))
        .map(UserNetworkRulesTest::text)
        .toList();
  }

  private static String text(Finding finding) {
    String why = finding.status() == Status.UNKNOWN ? finding.reason() : "";
    return finding.arn() + " " + finding.status() + " " + why + finding.evidence();
  }

  /** A VPC that lets everything through to its only subnet. */
  private static List<Resource> openVpc(String number) {
    String vpc = "vpc-" + number;
    String table = "rtb-" + number;
    String acl = "acl-" + number;
    String subnet = "subnet-" + number;
    return List.of(
        new Vpc(
            vpc,
            ACCOUNT,
            REGION,
            vpc,
            ACCOUNT,
            false,
            List.of("10.0.0.0/16"),
            List.of(),
            List.of(),
            Map.of()),
        new InternetGatewayAttachment(
            "igw-" + number, ACCOUNT, REGION, "igw-" + number, vpc, "available"),
        new Subnet(
            subnet,
            ACCOUNT,
            REGION,
            subnet,
            vpc,
            ACCOUNT,
            "eu-west-1a",
            "euw1-az1",
            "10.0.1.0/24",
            List.of(),
            false,
            false,
            false,
            Map.of()),
        new RouteTable(table, ACCOUNT, REGION, table, vpc, ACCOUNT, Map.of()),
        new RouteTableAssociation(table + "/main", ACCOUNT, REGION, table, vpc, true, "", ""),
        new Route(
            table + "/default",
            ACCOUNT,
            REGION,
            table,
            "0.0.0.0/0",
            "",
            "",
            RouteTarget.INTERNET_GATEWAY,
            "igw-" + number,
            "active",
            "CreateRoute"),
        new NetworkAcl(acl, ACCOUNT, REGION, acl, vpc, ACCOUNT, true, Map.of()),
        new NetworkAclAssociation(acl + "/" + subnet, ACCOUNT, REGION, acl, subnet),
        allowAll(acl, false),
        allowAll(acl, true));
  }

  private static NetworkAclEntry allowAll(String acl, boolean egress) {
    return new NetworkAclEntry(
        acl + "/" + egress,
        ACCOUNT,
        REGION,
        acl,
        egress,
        100,
        "-1",
        "allow",
        "0.0.0.0/0",
        "",
        -1,
        -1,
        -1,
        -1);
  }

  private static List<Resource> networkInterface(
      String number, String name, Map<String, String> tags, String... groups) {
    List<Resource> facts = new ArrayList<>();
    facts.add(
        new NetworkInterface(
            name,
            ACCOUNT,
            REGION,
            name,
            "interface",
            "in-use",
            "vpc-" + number,
            "subnet-" + number,
            ACCOUNT,
            "",
            false,
            ACCOUNT,
            "i-" + name,
            0,
            true,
            false,
            List.of(new InterfaceAddress("10.0.1.4", "203.0.113.7", "")),
            List.of(),
            List.of(),
            "",
            tags));
    for (String group : groups) {
      facts.add(new NetworkInterfaceGroup(name + "/" + group, ACCOUNT, REGION, name, group));
    }
    return facts;
  }

  private static List<Resource> group(int port) {
    String id = "sg-" + port;
    return List.of(
        new SecurityGroup(id, ACCOUNT, REGION, id, "web", "", "vpc-1", ACCOUNT, Map.of()),
        new SecurityGroupRule(
            "sgr-" + port,
            ACCOUNT,
            REGION,
            "sgr-" + port,
            id,
            false,
            "tcp",
            port,
            port,
            "0.0.0.0/0",
            "",
            "",
            "",
            ""));
  }

  @SafeVarargs
  private static List<Resource> world(List<Resource>... parts) {
    List<Resource> facts = new ArrayList<>();
    facts.add(new VpcBlockPublicAccess("bpa", ACCOUNT, REGION, "off", "default-state", "", ""));
    List.of(openVpc("1"), openVpc("2"), group(22), group(8080)).forEach(facts::addAll);
    for (List<Resource> part : parts) {
      facts.addAll(part);
    }
    return facts;
  }

  @Test
  void exposure_joinedToTags_failsWhatIsOpenAndNotTagged(@TempDir Path folder) throws IOException {
    HardeningEngine engine = engine(folder, APPROVED);
    Report report =
        report(
            engine,
            List.of(),
            world(
                networkInterface("1", "eni-bare", Map.of(), "sg-22"),
                networkInterface("1", "eni-closed", Map.of(), "sg-8080"),
                networkInterface("1", "eni-tagged", Map.of("ssh", "approved"), "sg-22")));
    assertThat(said(report, "our-ssh-approved"))
        .containsExactly(
            "eni-bare FAIL {open=tcp 22 (ssh),"
                + " path=tcp/22: internet 1.0.0.0 -> igw-1 -> vpc-1 -> acl-1 in#100 allow"
                + " -> sg-22 sgr-22 tcp/22 0.0.0.0/0 -> eni-bare (203.0.113.7) -> i-eni-bare,"
                + " reply=reply: rtb-1 0.0.0.0/0->igw-1 -> acl-1 out#100 allow}",
            "eni-closed PASS {}",
            "eni-tagged PASS {}");
  }

  @Test
  void exposure_whereAReadIsMissing_isUnknownToTheUsersRule(@TempDir Path folder)
      throws IOException {
    HardeningEngine engine = engine(folder, APPROVED);
    List<Resource> facts =
        world(
            networkInterface("1", "eni-bare", Map.of(), "sg-22"),
            networkInterface("1", "eni-closed", Map.of(), "sg-8080"));
    facts.removeIf(NetworkAclEntry.class::isInstance);
    Report report =
        report(
            engine,
            List.of(new Gap("NetworkAclEntry", ACCOUNT, REGION, null, "AccessDenied")),
            facts);
    assertThat(said(report, "our-ssh-approved"))
        .containsExactly(
            "eni-bare UNKNOWN the entries of acl-1 are not known: NetworkAclEntry could not be"
                + " read: AccessDenied{}",
            "eni-closed PASS {}");
  }

  @Test
  void gate_ofAUser_closesTheWayWhereItStands(@TempDir Path folder) throws IOException {
    List<Resource> facts =
        world(
            networkInterface("1", "eni-both", Map.of(), "sg-22", "sg-8080"),
            networkInterface("1", "eni-ssh", Map.of(), "sg-22"),
            networkInterface("2", "eni-ssh-elsewhere", Map.of(), "sg-22"));
    assertThat(
            statuses(
                report(HardeningEngine.builder().rules(AwsRules.all()).build(), List.of(), facts)))
        .containsExactly("eni-both FAIL", "eni-ssh FAIL", "eni-ssh-elsewhere FAIL");

    Report report = report(engine(folder, FIREWALL, BLOCKED), List.of(), facts);
    assertThat(statuses(report))
        .containsExactly("eni-both FAIL", "eni-ssh PASS", "eni-ssh-elsewhere FAIL");
    assertThat(said(report, OURS).get(0))
        .contains("open=tcp 8080,")
        .contains("tcp/8080: internet 1.0.0.0 -> CORPORATE_FIREWALL -> igw-1 -> vpc-1 ->");
    assertThat(said(report, "our-blocked"))
        .containsExactly(
            "eni-both PASS {}",
            "eni-ssh FAIL {by=[CORPORATE_FIREWALL, SG_IN]}",
            "eni-ssh-elsewhere PASS {}");
  }

  @Test
  void gate_thatClosesEverything_isTheOnlyBlocker(@TempDir Path folder) throws IOException {
    String everything = FIREWALL.replace(", PortSet.parse(\"22,3389\")", "");
    Report report =
        report(
            engine(folder, everything, BLOCKED),
            List.of(),
            world(networkInterface("1", "eni-ssh", Map.of(), "sg-22")));
    assertThat(statuses(report)).containsExactly("eni-ssh PASS");
    assertThat(said(report, "our-blocked"))
        .containsExactly("eni-ssh FAIL {by=[CORPORATE_FIREWALL]}");
  }

  @Test
  void gate_inDoubt_makesUnknownWhatItMayClose(@TempDir Path folder) throws IOException {
    String doubtful =
        FIREWALL.replace(
            "PortSet.parse(\"22,3389\"))",
            "PortSet.parse(\"22,3389\")).inDoubt(\"nobody has asked the provider\")");
    Report report =
        report(
            engine(folder, doubtful),
            List.of(),
            world(
                networkInterface("1", "eni-ssh", Map.of(), "sg-22"),
                networkInterface("1", "eni-web", Map.of(), "sg-8080"),
                networkInterface("2", "eni-ssh-elsewhere", Map.of(), "sg-22")));
    assertThat(statuses(report))
        .containsExactly("eni-ssh UNKNOWN", "eni-ssh-elsewhere FAIL", "eni-web FAIL");
    assertThat(said(report, OURS)).first().asString().contains("nobody has asked the provider");
  }

  private static List<String> statuses(Report report) {
    return report.findings().stream()
        .filter(finding -> finding.controlId().equals(OURS))
        .map(finding -> finding.arn() + " " + finding.status())
        .toList();
  }
}
