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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Organizations, the root user and MFA, from the command line against an emulated organization. */
final class EmulatedOrganizationTest {

  private static final Path SCRIPT =
      Run.ROOT.resolve("samples/cli/src/test/resources/dev/merlon/samples/cli/many_users.py");
  private static final String ROOT = "arn:aws:iam::" + Emulator.ACCOUNT + ":root";
  private static final Map<String, String> CONFIGURATION = new TreeMap<>();

  /** The most calls for 20 users and 3 organizational units. */
  private static final int MOST_CALLS = 70;

  private static @Nullable Emulator started;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void startEmulator() {
    started = Emulator.start();
    set("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
    set("aws.secretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    set("aws.region", "eu-west-1");
  }

  @AfterAll
  static void stopEmulator() {
    CONFIGURATION.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrl");
    if (started != null) {
      started.close();
    }
  }

  @BeforeEach
  void emptyAccount() {
    emulator().reset();
    System.setProperty("aws.endpointUrl", emulator().endpoint().toString());
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

  /** Makes an organization and users, and tells what each is to be judged like. */
  private static SortedMap<String, String> made(int users) {
    SortedMap<String, String> expected = new TreeMap<>();
    emulator()
        .python(SCRIPT, Integer.toString(users))
        .lines()
        .map(line -> line.split(" "))
        .forEach(line -> expected.put(line[1] + " " + line[2], line[0]));
    emulator().forgetCalls();
    return expected;
  }

  @Test
  void scan_manyUsersAndNestedUnits_judgesEachAsTheCatalogueSays() {
    SortedMap<String, String> expected = made(4 * 4 * 3 * 2);

    SortedMap<String, String> actual = scanned();

    assertThat(expected).hasSize(96 * 5 + 3 * 4);
    assertThat(actual).containsAllEntriesOf(expected);
    assertThat(actual)
        .containsEntry("mfa-federation-preferred " + ROOT, "FAIL")
        .containsEntry("org-account-in-organization " + ROOT, "PASS")
        .containsEntry("org-scp-type-enabled " + ROOT, "PASS");
  }

  @Test
  void scan_rootOfEveryKind_isJudgedByWhatTheAccountSummarySays() {
    for (int password : new int[] {0, 1}) {
      for (int keys : new int[] {0, 1, 2}) {
        for (int mfa : new int[] {0, 1}) {
          emulator()
              .state(
                  "root",
                  String.format(
                      "{\"password\": %d, \"keys\": %d, \"mfa\": %d}", password, keys, mfa));
          boolean credentials = password + keys > 0;

          assertThat(scanned("--practice", "rootuser"))
              .as("password %d, keys %d, MFA %d", password, keys, mfa)
              .containsEntry("root-no-access-keys " + ROOT, keys > 0 ? "FAIL" : "PASS")
              .containsEntry(
                  "root-mfa-enabled " + ROOT,
                  !credentials ? "NOT_APPLICABLE" : mfa == 1 ? "PASS" : "FAIL")
              .containsEntry(
                  "root-hardware-mfa " + ROOT, !credentials || mfa == 0 ? "NOT_APPLICABLE" : "PASS")
              .containsEntry("root-no-signing-certificates " + ROOT, "PASS");
        }
      }
    }
  }

  @Test
  void scan_centralRootAccessOfEveryKind_isJudgedByItsFeatures() {
    made(0);
    Map<String, String> expected =
        Map.of(
            "[\"RootCredentialsManagement\", \"RootSessions\"]", "PASS",
            "[\"RootCredentialsManagement\"]", "FAIL",
            "[]", "FAIL",
            "\"ServiceAccessNotEnabledException\"", "FAIL",
            "\"OrganizationNotFoundException\"", "NOT_APPLICABLE",
            "\"AccountNotManagementOrDelegatedAdministratorException\"", "NOT_APPLICABLE");
    expected.forEach(
        (features, status) -> {
          emulator().state("root_features", features);
          assertThat(scanned("--control", "root-central-management-enabled"))
              .as(features)
              .containsOnly(Map.entry("root-central-management-enabled " + ROOT, status));
        });
  }

  @Test
  void scan_eachActionDeniedInTurn_changesVerdictsOnlyToUnknown() {
    made(20);
    SortedMap<String, String> fair = scanned();
    TreeSet<String> actions = new TreeSet<>();
    emulator().calls().forEach(call -> actions.add(call.split(" ")[0]));
    actions.remove("sts:GetCallerIdentity");
    assertThat(actions).hasSizeGreaterThan(20);
    List<String> wrong = new ArrayList<>();
    for (String action : actions) {
      emulator().deny(action);
      SortedMap<String, String> denied = scanned();
      for (Map.Entry<String, String> verdict : denied.entrySet()) {
        String was = fair.get(verdict.getKey());
        if (!verdict.getValue().equals(was) && !verdict.getValue().equals("UNKNOWN")) {
          wrong.add(action + ": " + verdict + " was " + was);
        }
      }
      fair.forEach(
          (finding, was) -> {
            String control = finding.split(" ")[0];
            if (denied.keySet().stream().noneMatch(key -> key.startsWith(control + " "))) {
              wrong.add(action + ": nothing is said of " + control);
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void scan_twentyUsersAndThreeUnits_takesFewCalls() {
    made(20);
    scanned();
    System.out.println(
        "calls for practices 1 to 3, 20 users and 3 units: " + emulator().calls().size());
    assertThat(emulator().calls()).hasSizeLessThanOrEqualTo(MOST_CALLS);
  }

  @Test
  void scan_unmodifiedEmulator_isUnknownInPlacesAndNoError() {
    try (Emulator plain = Emulator.startUnmodified()) {
      System.setProperty("aws.endpointUrl", plain.endpoint().toString());
      plain.python(SCRIPT, "5");

      SortedMap<String, String> actual = scanned();

      assertThat(actual)
          .containsEntry("root-mfa-enabled " + ROOT, "UNKNOWN")
          .containsEntry("root-no-recent-use " + ROOT, "UNKNOWN")
          .containsEntry("root-central-management-enabled " + ROOT, "UNKNOWN")
          .containsEntry("root-no-access-keys " + ROOT, "PASS")
          .containsEntry("org-account-in-organization " + ROOT, "PASS");
    }
  }

  /** Statuses by control and ARN, of practices 1 to 3. */
  private SortedMap<String, String> scanned(String... options) {
    Path parameters = folder.resolve("parameters.yaml");
    try {
      Files.writeString(
          parameters, "controls:\n  org-scp-region-restriction:\n    approvedRegions: eu-west-1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Stream<Object> always =
        Stream.of(
            "scan",
            "--region",
            "eu-west-1,us-east-1",
            "--format",
            "json",
            "--parameters",
            parameters);
    Stream<String> chosen =
        options.length == 0
            ? Stream.of("organizations", "rootuser", "mfa")
                .flatMap(practice -> Stream.of("--practice", practice))
            : Arrays.stream(options);
    Run run = Run.of(Stream.concat(always, chosen).toArray());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isIn(0, 3);
    SortedMap<String, String> statuses = new TreeMap<>();
    for (JsonNode finding : json(run.out()).path("findings")) {
      String key = finding.path("controlId").asText() + " " + finding.path("arn").asText();
      assertThat(statuses.put(key, finding.path("status").asText()))
          .as(key + " is there twice")
          .isNull();
    }
    return statuses;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
