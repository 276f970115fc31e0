/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.merlon.collect.Emulator;
import dev.merlon.report.SnapshotFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against an emulated account, configured as the AWS SDK is. */
final class EmulatedAccountTest {

  private static final String REGIONS = "eu-west-1,us-east-1";
  private static final Path CLI = Run.ROOT.resolve("samples/cli");
  private static final Map<String, String> CONFIGURATION = new TreeMap<>();
  private static @Nullable Emulator started;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void startEmulator() {
    started = Emulator.start();
    set("aws.endpointUrl", emulator().endpoint().toString());
    set("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
    set("aws.secretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    set("aws.region", "eu-west-1");
  }

  @AfterAll
  static void stopEmulator() {
    CONFIGURATION.keySet().forEach(System::clearProperty);
    if (started != null) {
      started.close();
    }
  }

  @BeforeEach
  void fillAccount() {
    emulator().reset();
    // the emulator has an instance in each Region, of another id every time
    emulator().state("identity_center", "[]");
    emulator().python(CLI.resolve("demo/seed.py"));
    emulator().forgetCalls();
  }

  private static Emulator emulator() {
    Emulator emulator = started;
    if (emulator == null) {
      throw new IllegalStateException("the emulator has not been started");
    }
    return emulator;
  }

  private static void set(String property, String value) {
    CONFIGURATION.put(property, value);
    System.setProperty(property, value);
  }

  @Test
  void demoSnapshot_isWhatCollectReadsOfTheSeededAccount() throws IOException {
    Path collected = folder.resolve("snapshot.json");
    Run run = Run.of("collect", "--region", REGIONS, "--output", collected);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("0 gaps");
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(Run.DEMO, Files.readString(collected));
    }
    assertThat(withoutTime(Files.readString(Run.DEMO)))
        .as("run mvn -B verify -Dupdate.docs")
        .isEqualTo(withoutTime(Files.readString(collected)));
  }

  @Test
  void scan_sameAccount_reportsWhatCollectAndEvaluateDo() throws IOException {
    Path snapshot = folder.resolve("snapshot.json.gz");
    Path report = folder.resolve("report.json");
    Run scan = Run.of("scan", "--region", REGIONS, "--format", "json", "--output", report);
    assertThat(scan.exitCode()).as(scan.err()).isEqualTo(3);
    assertThat(Run.of("collect", "--region", REGIONS, "--output", snapshot).exitCode()).isZero();
    Run evaluated = Run.of("evaluate", snapshot, "--format", "json");
    assertThat(withoutTime(evaluated.out())).isEqualTo(withoutTime(Files.readString(report)));
    assertThat(SnapshotFile.read(snapshot).gaps()).isEmpty();
  }

  @Test
  void scan_fiftyGroupsInTwoRegions_judgesEachOnceAsTheCatalogueSays() {
    emulator().reset();
    Map<String, String> expected = new TreeMap<>();
    emulator()
        .python(CLI.resolve("src/test/resources/dev/merlon/samples/cli/many_groups.py"))
        .lines()
        .map(line -> line.split(" "))
        .forEach(made -> expected.put(made[1], made[0]));
    assertThat(expected).hasSize(50);
    Map<String, String> actual = new TreeMap<>();
    scanned("--control", "sg-no-open-ssh")
        .forEach(
            (finding, status) ->
                actual.put(finding.replaceAll(".*security-group/(\\S+) .*", "$1"), status));
    assertThat(actual).containsAllEntriesOf(expected);
    assertThat(actual.size() - expected.size()).as("default groups").isEqualTo(4);
    Map<String, Long> perControl = new TreeMap<>();
    scanned().keySet().forEach(finding -> perControl.merge(finding.split(" ")[0], 1L, Long::sum));
    assertThat(perControl.remove("sg-effective-internet-exposure"))
        .as("there is no interface to judge, which is said once")
        .isEqualTo(1);
    assertThat(perControl).hasSize(12).allSatisfy((control, n) -> assertThat(n).isEqualTo(54));
  }

  @Test
  void scan_rulesDenied_saysNothingForCertainAboutRules() {
    Map<String, String> before = scanned();
    emulator().deny("ec2:DescribeSecurityGroupRules");
    scanned()
        .forEach(
            (finding, status) -> {
              if (finding.matches("sg-(no-launch-wizard|default-not-used) .*")
                  || "NOT_APPLICABLE".equals(before.get(finding))) {
                assertThat(status).as(finding).isEqualTo(before.get(finding));
              } else {
                assertThat(status).as(finding).isEqualTo("UNKNOWN");
              }
            });
  }

  @Test
  void scan_interfacesDenied_changesNoVerdictOnOpenSsh() {
    Map<String, String> before = scanned("--control", "sg-no-open-ssh");
    emulator().deny("ec2:DescribeNetworkInterfaces");
    assertThat(scanned("--control", "sg-no-open-ssh")).isEqualTo(before).isNotEmpty();
  }

  @Test
  void scan_prefixListsDenied_cloudsOnlyGroupsThatHangOnThem() {
    Map<String, String> before = scanned("--control", "sg-no-open-db-ports");
    for (String action :
        new String[] {"ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"}) {
      emulator().deny(action);
      Map<String, String> after = scanned("--control", "sg-no-open-db-ports");
      assertThat(after.keySet()).isEqualTo(before.keySet());
      assertThat(after.entrySet().stream().filter(f -> f.getValue().equals("UNKNOWN")))
          .as("the group reports, which opens 5432 to the list temporary")
          .hasSize(1)
          .allMatch(finding -> "FAIL".equals(before.get(finding.getKey())));
      assertThat(after.values()).contains("FAIL", "PASS");
    }
  }

  @Test
  void scan_credentialsGone_saysSo() {
    CONFIGURATION.keySet().forEach(System::clearProperty);
    System.setProperty("aws.endpointUrl", emulator().endpoint().toString());
    System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());
    System.setProperty("aws.configFile", folder.resolve("none").toString());
    System.setProperty("aws.disableEc2Metadata", "true");
    try {
      Run run = Run.of("scan", "--region", "eu-west-1");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).containsIgnoringCase("credentials").doesNotContain("\tat ");
      assertThat(run.err().lines()).hasSizeLessThan(6);
    } finally {
      System.clearProperty("aws.sharedCredentialsFile");
      System.clearProperty("aws.configFile");
      System.clearProperty("aws.disableEc2Metadata");
      CONFIGURATION.forEach(System::setProperty);
    }
  }

  @Test
  void scan_endpointUnreachable_namesIt() {
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:9");
    try {
      Run run = Run.of("scan", "--region", "eu-west-1");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("127.0.0.1:9").doesNotContain("\tat ");
    } finally {
      CONFIGURATION.forEach(System::setProperty);
    }
  }

  /** Statuses by control of security groups, ARN and Region; each resource once per control. */
  private static Map<String, String> scanned(String... options) {
    Object[] args = new Object[options.length + 7];
    args[0] = "scan";
    args[1] = "--region";
    args[2] = REGIONS;
    args[3] = "--format";
    args[4] = "json";
    args[5] = "--practice";
    args[6] = "securitygroups";
    System.arraycopy(options, 0, args, 7, options.length);
    Run run = Run.of(args);
    assertThat(run.err()).isEmpty();
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode finding : json(run.out()).path("findings")) {
      String key =
          String.join(
              " ",
              finding.path("controlId").asText(),
              finding.path("arn").asText(),
              finding.path("region").asText());
      assertThat(statuses.put(key, finding.path("status").asText()))
          .as(key + " is there twice")
          .isNull();
    }
    assertThat(statuses).isNotEmpty();
    return statuses;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The times of the collect, and of the credential report that it had AWS make. */
  private static String withoutTime(String json) {
    return json.replaceAll(
        "\"(takenAt|generatedTime|reportGenerated)\" ?: ?\"[^\"]+\"", "\"$1\": \"\"");
  }
}
