/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line on files: what it prints, and what it exits with. */
final class MerlonTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void evaluate_demoSnapshot_printsFailuresPassesAndSummary() {
    Run run = Run.of("evaluate", Run.DEMO);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("CRITICAL", "FAIL", "sg-no-open-db-ports", "tcp 6379 (redis)", "passed")
        .doesNotContain("\u001b");
  }

  @Test
  void evaluate_sameSnapshotTwice_printsTheSameBytes() {
    assertThat(Run.of("evaluate", Run.DEMO, "--format", "json"))
        .isEqualTo(Run.of("evaluate", Run.DEMO, "--format", "json"));
  }

  @ParameterizedTest
  @CsvSource({"low,3", "medium,3", "high,3", "critical,3", "never,0", "CRITICAL,3"})
  void evaluate_failOn_decidesExitCode(String failOn, int exitCode) {
    assertThat(Run.of("evaluate", Run.DEMO, "--fail-on", failOn).exitCode()).isEqualTo(exitCode);
  }

  @Test
  void evaluate_failuresBelowFailOn_exitsWithZero() {
    assertThat(
            Run.of("evaluate", Run.DEMO, "--control", "sg-rule-budget", "--fail-on", "medium")
                .exitCode())
        .isZero();
    assertThat(Run.of("evaluate", Run.DEMO, "--control", "sg-rule-budget").exitCode()).isEqualTo(3);
  }

  @Test
  void evaluate_severity_leavesOutMilderFailures() {
    Run run = Run.of("evaluate", Run.DEMO, "--severity", "high", "--format", "json");
    assertThat(run.out())
        .contains("\"severity\": \"HIGH\"")
        .doesNotContain("\"severity\": \"LOW\"", "\"severity\": \"MEDIUM\"");
  }

  @Test
  void evaluate_globAndPractice_selectControls() {
    Run run =
        Run.of(
            "evaluate",
            Run.DEMO,
            "--control",
            "sg-no-open-*",
            "--practice",
            "securitygroups",
            "--format",
            "json");
    assertThat(run.out()).contains("\"sg-no-open-ssh\"").doesNotContain("sg-default-closed");
  }

  @Test
  void evaluate_pack_judgesWhatTheFrameworkAsksFor() {
    Run run = Run.of("evaluate", Run.DEMO, "--pack", "cis-aws-foundations-5.0", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("\"sg-no-open-ssh\"", "\"sg-default-closed\"")
        .doesNotContain("sg-no-open-icmp", "sg-rule-budget");
  }

  @Test
  void controls_severalPacks_areAddedUp() {
    Run commas = Run.of("controls", "--pack", "cis-aws-foundations-3.0,aws-fsbp");
    assertThat(commas.exitCode()).isZero();
    assertThat(commas.out())
        .contains("sg-default-closed", "sg-no-open-ssh", "sg-open-only-authorized-ports")
        .doesNotContain("sg-no-open-icmp");
    assertThat(Run.of("controls", "--pack", "cis-aws-foundations-3.0", "--pack", "aws-fsbp"))
        .isEqualTo(commas);
    assertThat(Run.of("controls", "--pack", "cis-aws-foundations-3.0", "--control", "*-ssh").out())
        .contains("sg-no-open-ssh")
        .doesNotContain("sg-default-closed");
  }

  @Test
  void evaluate_output_isReadableByItsOwnerOnly() throws IOException {
    Path file = folder.resolve("report.json");
    Run run = Run.of("evaluate", Run.DEMO, "--format", "json", "--output", file);
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(file))
        .isEqualTo(Run.of("evaluate", Run.DEMO, "--format", "json").out());
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void evaluate_snapshotOfOtherControls_isIncompleteIfAsked() throws IOException {
    // the demo without one read: what a collect for fewer controls would have left
    Path partial = folder.resolve("partial.json");
    Files.writeString(
        partial,
        Files.readString(Run.DEMO)
            .replace("\"SecurityGroup\", \"SecurityGroupRule\"", "\"SecurityGroup\""));
    Run run =
        Run.of(
            "evaluate", partial, "--fail-on", "never", "--fail-on-incomplete", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("\"factType\": \"SecurityGroupRule\"", "was not collected");
  }

  @Test
  void controls_json_tellsReadsNeedsAndParameters() {
    Run run = Run.of("controls", "--format", "json", "--control", "sg-rule-budget");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "\"id\": \"sg-rule-budget\"",
            "\"severity\": \"LOW\"",
            "\"practice\": \"securitygroups\"",
            "\"resource\": \"SecurityGroup\"",
            "ec2:DescribeSecurityGroupRules",
            "maxRules");
  }

  @Test
  void controls_rules_listsOursAndYours() throws IOException {
    Files.writeString(folder.resolve("sg-named.drl"), named("sg-named", "groupName == \"\""));
    Run run = Run.of("controls", "--rules", folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("sg-named", "sg-no-open-ssh");
  }

  @Test
  void evaluate_rules_reportsYoursBesideOurs() throws IOException {
    Files.writeString(
        folder.resolve("sg-tagged.drl"), named("sg-tagged", "tags[\"team\"] == null"));
    Run run = Run.of("evaluate", Run.DEMO, "--rules", folder, "--format", "json");
    assertThat(run.out()).contains("\"sg-tagged\"", "\"sg-no-open-ssh\"");
  }

  @Test
  void evaluate_ruleThatThrows_costsThatControlOnly() throws IOException {
    Files.writeString(
        folder.resolve("sg-odd.drl"), named("sg-odd", "groupName.substring(1000) == \"\""));
    String ours = Run.of("evaluate", Run.DEMO, "--format", "json").out();
    Run run =
        Run.of("evaluate", Run.DEMO, "--rules", folder, "--control", "sg-odd", "--format", "json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("UNKNOWN", "sg-odd", "StringIndexOutOfBoundsException")
        .doesNotContain("\"status\": \"FAIL\"", "\"status\": \"PASS\"");
    assertThat(Run.of("evaluate", Run.DEMO, "--rules", folder, "--control", "sg-[!o]*").exitCode())
        .as("brackets are no glob")
        .isEqualTo(2);
    assertThat(ours).doesNotContain("sg-odd");
  }

  @Test
  void evaluate_parameters_changeVerdicts() throws IOException {
    Path file = folder.resolve("parameters.yaml");
    Files.writeString(file, "controls:\n  sg-no-open-ssh:\n    ports: [2222]\n");
    Run run = Run.of("evaluate", Run.DEMO, "--control", "sg-no-open-ssh", "--parameters", file);
    assertThat(run.out()).contains("open: tcp 2222").doesNotContain("tcp 22 (ssh)");
    assertThat(Run.of("evaluate", Run.DEMO, "--control", "sg-no-open-ssh").out())
        .contains("open: tcp 22 (ssh)")
        .doesNotContain("tcp 2222");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "scan", "collect", "evaluate", "controls"})
  void help_everyCommand_showsUsage(String command) {
    Run run = command.isEmpty() ? Run.of("--help") : Run.of(command, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: merlon");
  }

  @Test
  void version_isShown() {
    assertThat(Run.of("--version").out()).startsWith("merlon ");
  }

  // ---- bad input: what, where, what to do, and no stack trace

  private void assertRefused(int exitCode, Run run, String... parts) {
    assertThat(run.err()).contains(parts).doesNotContain("\tat ", "Exception in");
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void run_wrongCall_exitsWithTwo() throws IOException {
    assertRefused(2, Run.of(), "Missing command", "scan");
    assertRefused(2, Run.of("scna"), "scna");
    assertRefused(2, Run.of("evaluate"), "SNAPSHOT");
    assertRefused(2, Run.of("evaluate", folder.resolve("none.json")), "none.json", "no such file");
    assertRefused(2, Run.of("evaluate", Run.DEMO, "--fail-on", "huge"), "huge", "CRITICAL");
    assertRefused(2, Run.of("scan", "--region", "eu-wset-1"), "eu-wset-1", "eu-west-1");
    assertRefused(2, Run.of("scan", "--region", "aws-global"), "aws-global");
    assertRefused(2, Run.of("collect", "--region", "eu-west-1"), "--output");
    assertRefused(
        2, Run.of("controls", "--control", "sg-no-open-shs"), "sg-no-open-shs", "sg-no-open-ssh");
    assertRefused(2, Run.of("controls", "--practice", "groups"), "groups", "securitygroups");
    assertRefused(
        2,
        Run.of("evaluate", Run.DEMO, "--pack", "cis-aws-foundations-5"),
        "--pack: no pack cis-aws-foundations-5;",
        "cis-aws-foundations-5.0",
        "prowler-5");
    assertRefused(2, Run.of("controls", "--pack", "aws-fsbp,pci"), "no pack pci", "aws-fsbp");
    assertRefused(2, Run.of("controls", "--rules", folder.resolve("none")), "no such directory");
    assertRefused(2, Run.of("controls", "--parameters", folder.resolve("none.yaml")), "none.yaml");
  }

  @Test
  void run_badParameters_exitsWithTwo() throws IOException {
    Path file = folder.resolve("parameters.yaml");
    for (List<String> bad :
        List.of(
            List.of("controls: {sg-rule-budget: {maxRules: many}}", "maxRules", "many", "50"),
            List.of("controls: {sg-rule-budget: {maxRule: 5}}", "maxRule", "maxRules"),
            List.of("controls: {sg-rule-budgets: {maxRules: 5}}", "sg-rule-budgets"),
            List.of("all: {nobodysParameter: 5}", "nobodysParameter"),
            List.of("controls: {sg-no-open-ssh: {ports: 99999}}", "ports", "99999"))) {
      Files.writeString(file, bad.get(0));
      assertRefused(
          2,
          Run.of("controls", "--parameters", file),
          bad.subList(1, bad.size()).toArray(String[]::new));
    }
  }

  @Test
  void run_brokenRules_exitsWithOneAndNamesFileAndRule() throws IOException {
    Path file = folder.resolve("my-rule.drl");
    for (List<String> bad :
        List.of(
            List.of("package x\nrule \"my-rule\" when (((", "my-rule.drl:2", "syntax"),
            List.of(named("my-rule", "grupName == \"x\""), "my-rule.drl:", "grupName", "groupName"),
            List.of(
                named("my-rule", "true")
                    .replace("$group : SecurityGroup(", "$group : SecurityGrup("),
                "my-rule.drl:",
                "SecurityGrup"),
            List.of(named("sg-no-open-ssh", "true"), "my-rule.drl:", "sg-no-open-ssh", "taken"),
            List.of(
                named("my-rule", "true").replace("@severity(LOW)", "@severity(BAD)"),
                "my-rule.drl:",
                "BAD",
                "CRITICAL"))) {
      Files.writeString(file, bad.get(0));
      assertRefused(
          1,
          Run.of("evaluate", Run.DEMO, "--rules", folder),
          bad.subList(1, bad.size()).toArray(String[]::new));
    }
  }

  @Test
  void evaluate_damagedSnapshot_exitsWithOneAndNamesThePlace() throws IOException {
    String demo = Files.readString(Run.DEMO);
    Path file = folder.resolve("damaged.json");
    for (List<String> bad :
        List.of(
            List.of(demo.substring(0, demo.length() / 2), "damaged.json"),
            List.of("{\"hello\": \"world\"}", "damaged.json"),
            List.of("not json", "damaged.json"),
            List.of("", "damaged.json"),
            List.of(demo.replace("\"groupName\"", "\"gruopName\""), "gruopName", "line"))) {
      Files.writeString(file, bad.get(0));
      assertRefused(1, Run.of("evaluate", file), bad.subList(1, bad.size()).toArray(String[]::new));
    }
  }

  private static String named(String id, String condition) {
    return """
        package com.example.rules

        import dev.merlon.Verdict
        import dev.merlon.fact.ec2.SecurityGroup

        global Verdict verdict

        rule "%s"
            @title("Groups are as we like them")
            @severity(LOW)
            @resource(SecurityGroup)
            @risk("Nobody knows whose it is.")
            @fix("Change it.")
        when
            $group : SecurityGroup( %s )
        then
            verdict.fail($group, "name", $group.groupName());
        end
        """
        .formatted(id, condition);
  }
}
