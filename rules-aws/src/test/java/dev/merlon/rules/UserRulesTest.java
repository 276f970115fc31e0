/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.Control;
import dev.merlon.Coverage;
import dev.merlon.Finding;
import dev.merlon.Gap;
import dev.merlon.HardeningEngine;
import dev.merlon.InvalidRuleException;
import dev.merlon.Report;
import dev.merlon.RuleSource;
import dev.merlon.Snapshot;
import dev.merlon.Status;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of a user enter through the same door as ours and read what ours derive. */
final class UserRulesTest {

  private static final String ACCOUNT = "111122223333";
  private static final String REGION = "eu-west-1";

  private static final String OWNED =
      """
      package com.example.rules

      import dev.merlon.Parameters
      import dev.merlon.Verdict
      import dev.merlon.fact.derived.GroupExposure
      import dev.merlon.fact.ec2.SecurityGroup

      global Verdict verdict
      global Parameters parameters

      rule "our-web-owned"
          @title("Groups that open the web to the internet have an owner")
          @severity(MEDIUM)
          @resource(SecurityGroup)
          @params("webPorts: ports = 80,443")
          @risk("Nobody can be asked.")
          @fix("Add the tag Owner.")
      when
          $group : SecurityGroup( $groupId : groupId, $account : account, tags["Owner"] == null )
          $exposure : GroupExposure( groupId == $groupId, account == $account,
              must.opens(parameters.ports("our-web-owned", "webPorts")) )
      then
          verdict.fail($group, "open", $exposure.must().of(
              parameters.ports("our-web-owned", "webPorts")));
      end

      rule "our-web-owned/unknown"
      when
          $group : SecurityGroup( $groupId : groupId, $account : account, tags["Owner"] == null )
          $exposure : GroupExposure( groupId == $groupId, account == $account,
              may.opens(parameters.ports("our-web-owned", "webPorts")),
              !must.opens(parameters.ports("our-web-owned", "webPorts")) )
      then
          verdict.unknown($group, $exposure.doubt());
      end
      """;

  private static HardeningEngine engineWith(Path folder, String name, String text)
      throws IOException {
    Files.writeString(folder.resolve(name), text);
    return HardeningEngine.builder().rules(AwsRules.all(), RuleSource.directory(folder)).build();
  }

  private static SecurityGroup group(String id, Map<String, String> tags) {
    return new SecurityGroup(id, ACCOUNT, REGION, id, "web", "", "vpc-1", ACCOUNT, tags);
  }

  private static SecurityGroupRule open(String groupId, int port) {
    return new SecurityGroupRule(
        groupId + "-" + port,
        ACCOUNT,
        REGION,
        "sgr-" + port,
        groupId,
        false,
        "tcp",
        port,
        port,
        "0.0.0.0/0",
        "",
        "",
        "",
        "");
  }

  private static Snapshot snapshot(HardeningEngine engine, List<Gap> gaps, Resource... facts) {
    List<String> read = new ArrayList<>(engine.factTypes().stream().map(FactType::name).toList());
    gaps.forEach(gap -> read.remove(gap.factType()));
    return new Snapshot(Instant.EPOCH, List.of(facts), Coverage.of(ACCOUNT, REGION, read), gaps);
  }

  private static List<String> said(Report report, String control) {
    return report.findings().stream()
        .filter(finding -> finding.controlId().equals(control))
        .map(finding -> finding.arn() + " " + finding.status() + " " + finding.evidence())
        .toList();
  }

  @Test
  void rule_ofAUser_readsOurFactsAndDerivedFactsBesideOurs(@TempDir Path folder)
      throws IOException {
    HardeningEngine engine = engineWith(folder, "our-web-owned.drl", OWNED);
    List<Control> ours = HardeningEngine.builder().rules(AwsRules.all()).build().controls();
    assertThat(engine.controls()).hasSize(ours.size() + 1).containsAll(ours);
    Report report =
        engine.evaluate(
            snapshot(
                engine,
                List.of(),
                group("sg-bare", Map.of()),
                open("sg-bare", 443),
                group("sg-owned", Map.of("Owner", "web team")),
                open("sg-owned", 443),
                group("sg-ssh", Map.of()),
                open("sg-ssh", 22)));
    assertThat(said(report, "our-web-owned"))
        .containsExactly(
            "sg-bare FAIL {open=tcp 443 (https)}", "sg-owned PASS {}", "sg-ssh PASS {}");
    assertThat(said(report, "sg-no-open-ssh"))
        .containsExactly(
            "sg-bare PASS {}",
            "sg-owned PASS {}",
            "sg-ssh FAIL {open=tcp 22 (ssh), rules=sgr-22, sources=0.0.0.0/0}");
  }

  @Test
  void rule_ofAUser_isUnknownWhereItsFactsAreMissing(@TempDir Path folder) throws IOException {
    HardeningEngine engine = engineWith(folder, "our-web-owned.drl", OWNED);
    Report report =
        engine.evaluate(
            snapshot(
                engine,
                List.of(new Gap("SecurityGroupRule", ACCOUNT, REGION, null, "AccessDenied")),
                group("sg-bare", Map.of()),
                group("sg-owned", Map.of("Owner", "web team"))));
    assertThat(report.with(Status.UNKNOWN).filter(f -> f.controlId().equals("our-web-owned")))
        .singleElement()
        .extracting(Finding::arn)
        .isEqualTo("sg-bare");
  }

  @Test
  void rule_namedLikeOneOfOurs_isRefused(@TempDir Path folder) {
    String taken = OWNED.replace("our-web-owned", "sg-no-open-ssh");
    assertThatThrownBy(() -> engineWith(folder, "mine.drl", taken))
        .isInstanceOf(InvalidRuleException.class)
        .hasMessageContaining("mine.drl:11")
        .hasMessageContaining("\"sg-no-open-ssh\"")
        .hasMessageContaining("dev.merlon.rules.securitygroups");
  }

  @Test
  void rule_withPackageAndNameOfOneOfOurs_isRefused(@TempDir Path folder) {
    String taken =
        OWNED
            .replace("our-web-owned", "sg-no-open-ssh")
            .replace("com.example.rules", "dev.merlon.rules.securitygroups");
    assertThatThrownBy(() -> engineWith(folder, "mine.drl", taken))
        .isInstanceOf(InvalidRuleException.class)
        .hasMessageContaining("mine.drl")
        .hasMessageContaining("\"sg-no-open-ssh\"");
  }
}
