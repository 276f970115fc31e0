/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.merlon.Snapshot;
import dev.merlon.collect.AwsCollector;
import dev.merlon.collect.Emulator;
import dev.merlon.collect.network.DatabaseCollector;
import dev.merlon.collect.network.LoadBalancerCollector;
import dev.merlon.collect.network.NetworkCollector;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** What the internet reaches, from the command line against emulated networks in two Regions. */
final class EmulatedNetworkTest {

  private static final String CONTROL = "sg-effective-internet-exposure";
  private static final String EU = "@eu-west-1";
  private static final Path SCRIPTS =
      Run.ROOT.resolve("samples/cli/src/test/resources/dev/merlon/samples/cli");
  private static final Pattern ID =
      Pattern.compile("\\b(eni|i|vpc|igw|rtb|acl|sg|sgr|pl)-[0-9a-f]{8,}");
  private static final Map<String, String> CONFIGURATION = new TreeMap<>();

  /** The most calls for the account of ordinary_account.py. */
  private static final int MOST_CALLS = 110;

  /** What the seed wants of each interface, by its name. */
  private static final SortedMap<String, String> EXPECTED = new TreeMap<>();

  private static final Map<String, String> NAMES = new TreeMap<>();
  private static @Nullable Emulator started;

  @BeforeAll
  static void startEmulator() {
    started = Emulator.start();
    set("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE");
    set("aws.secretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    set("aws.region", "eu-west-1");
    read(emulator().python(SCRIPTS.resolve("many_networks.py")), EXPECTED);
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
  void allowAll() {
    emulator().deny();
    emulator().state("bpa", "{\"mode\": \"off\"}");
    emulator().forgetCalls();
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

  private static void read(String printed, Map<String, String> expected) {
    printed
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            line -> {
              NAMES.put(line[1], line[2]);
              if (!line[0].equals("is")) {
                expected.put(line[2], line[0]);
              }
            });
  }

  @Test
  void scan_manyNetworksInTwoRegions_judgesEachInterfaceByItsOwnNetwork() {
    assertThat(NAMES.keySet()).filteredOn(id -> id.startsWith("vpc-")).hasSize(2 * 12);
    assertThat(EXPECTED).hasSize(2 * 59);
    assertThat(verdicts()).isEqualTo(EXPECTED);
  }

  @Test
  void scan_failures_tellTheWay() {
    SortedMap<String, JsonNode> findings = findings();

    assertThat(evidence(findings, "main-public-before/implicit"))
        .isEqualTo(
            Map.of(
                "open",
                "tcp 22 (ssh)",
                "answered",
                "true",
                "path",
                "tcp/22: internet 1.0.0.0 -> main-public-before/gateway -> main-public-before"
                    + " -> acl-? in#100 allow -> sg-? sgr-? tcp/22 0.0.0.0/0"
                    + " -> main-public-before/implicit (public) -> i-?",
                "reply",
                "reply: main-public-before/main 0.0.0.0/0->main-public-before/gateway"
                    + " -> acl-? out#100 allow"));
    assertThat(evidence(findings, "main-private/explicit-public"))
        .containsEntry(
            "reply", "reply: rtb-? 0.0.0.0/0->main-private/gateway -> acl-? out#100 allow");
    assertThat(evidence(findings, "main-private/implicit-udp"))
        .isEqualTo(
            Map.of(
                "open", "udp 53 (dns)",
                "oneWay", "packets arrive, replies do not get back"));
    assertThat(evidence(findings, "acls/replies-to-443")).containsEntry("clientPorts", "443");
    assertThat(evidence(findings, "groups/anyone-list").get("path"))
        .contains(" -> sg-? sgr-? tcp/22 pl-? (anyone) -> groups/anyone-list (public)");
    assertThat(evidence(findings, "ipv6/reached"))
        .containsEntry(
            "path",
            "tcp/22: internet 2000:: -> ipv6/gateway -> ipv6 -> acl-? in#101 allow -> sg-? sgr-?"
                + " tcp/22 ::/0 -> ipv6/reached (public) -> i-?")
        .containsEntry("reply", "reply: ipv6/main ::/0->ipv6/gateway -> acl-? out#101 allow");
    assertThat(evidence(findings, "alb-8443-1").get("path"))
        .startsWith("tcp/8443: internet 1.0.0.0 -> balancers/gateway -> balancers -> ")
        .matches(".* -> alb-8443-1 \\(public\\) -> load balancer app/alb-8443/[0-9a-f]+");
    assertThat(evidence(findings, "nlb-2222-2").get("path"))
        .contains(" -> no security group -> nlb-2222-2 (public) -> load balancer net/nlb-2222/");
    assertThat(evidence(findings, "old-25-1"))
        .containsEntry("open", "tcp 25 (smtp)")
        .hasEntrySatisfying("path", path -> assertThat(path).endsWith("load balancer old-25"));
  }

  /** Of an interface in eu-west-1, with names for the ids that the seed names. */
  private static Map<String, String> evidence(SortedMap<String, JsonNode> findings, String name) {
    Map<String, String> evidence = new TreeMap<>();
    Objects.requireNonNull(findings.get(name + EU))
        .path("evidence")
        .properties()
        .forEach(
            entry ->
                evidence.put(
                    entry.getKey(),
                    ID.matcher(entry.getValue().asText())
                        .replaceAll(
                            id ->
                                NAMES.getOrDefault(id.group(), id.group(1) + "-?").replace(EU, ""))
                        .replaceAll("\\([0-9.]+\\)|\\([0-9a-f]+:[0-9a-f:]+\\)", "(public)")));
    return evidence;
  }

  @Test
  void scan_blockPublicAccessInOneRegion_letsOnlyThatRegionPass() {
    for (String mode : List.of("block-bidirectional", "block-ingress")) {
      emulator().state("bpa", "{\"eu-west-1\": {\"mode\": \"" + mode + "\"}, \"us-east-1\": {}}");
      assertThat(verdicts()).as(mode).isEqualTo(expectedWhereEuropeFailsAs("PASS"));
    }
  }

  @Test
  void scan_blockPublicAccessOfAnotherKind_isUnknownOnlyWhereItMatters() {
    emulator().state("bpa", "{\"eu-west-1\": {\"mode\": \"block-other\"}, \"us-east-1\": {}}");

    assertThat(verdicts()).isEqualTo(expectedWhereEuropeFailsAs("UNKNOWN"));
  }

  @Test
  void scan_vpcExcludedFromBlockPublicAccess_failsAsBefore() {
    String vpc =
        NAMES.entrySet().stream()
            .filter(entry -> entry.getValue().equals("main-public-before" + EU))
            .map(Map.Entry::getKey)
            .findAny()
            .orElseThrow();
    emulator()
        .state(
            "bpa",
            """
            {"eu-west-1": {"mode": "block-bidirectional", "exclusions": [{
               "ExclusionId": "vpcbpa-exclude-1",
               "InternetGatewayExclusionMode": "allow-bidirectional",
               "ResourceArn": "arn:aws:ec2:eu-west-1:%s:vpc/%s",
               "State": "create-complete"}]},
             "us-east-1": {}}
            """
                .formatted(Emulator.ACCOUNT, vpc));
    SortedMap<String, String> expected = expectedWhereEuropeFailsAs("PASS");
    EXPECTED.forEach(
        (name, verdict) -> {
          if (name.startsWith("main-public-before/") && name.endsWith(EU)) {
            expected.put(name, verdict);
          }
        });

    assertThat(verdicts()).isEqualTo(expected);
  }

  private static SortedMap<String, String> expectedWhereEuropeFailsAs(String other) {
    SortedMap<String, String> expected = new TreeMap<>(EXPECTED);
    expected.replaceAll(
        (name, verdict) -> name.endsWith(EU) && verdict.startsWith("FAIL") ? other : verdict);
    return expected;
  }

  @Test
  void scan_eachActionDeniedInTurn_changesVerdictsOnlyToUnknown() {
    Set<String> withoutAddress =
        EXPECTED.keySet().stream()
            .filter(name -> name.matches(".*/(no-address|target)@.*|alb-internal.*"))
            .collect(Collectors.toSet());
    assertThat(withoutAddress).hasSize(2 * 6);
    verdicts();
    TreeSet<String> actions = new TreeSet<>();
    emulator().calls().forEach(call -> actions.add(call.split(" ")[0]));
    actions.remove("sts:GetCallerIdentity");
    assertThat(actions).hasSizeGreaterThan(12).contains("ec2:DescribeNetworkInterfaces");
    List<String> wrong = new ArrayList<>();
    List<String> notMissed = new ArrayList<>();
    for (String action : actions) {
      emulator().deny(action);
      SortedMap<String, String> denied = verdicts();
      if (action.equals("ec2:DescribeNetworkInterfaces")) {
        assertThat(denied.values()).as(action).isNotEmpty().containsOnly("UNKNOWN");
        continue;
      }
      if (denied.equals(EXPECTED)) {
        notMissed.add(action);
      }
      EXPECTED.forEach(
          (name, was) -> {
            String verdict = denied.getOrDefault(name, "nothing");
            boolean may = verdict.equals("UNKNOWN") && !withoutAddress.contains(name);
            if (!verdict.equals(was) && !may) {
              wrong.add(action + ": " + name + " is " + verdict + ", was " + was);
            }
          });
      if (!denied.keySet().equals(EXPECTED.keySet())) {
        wrong.add(action + ": " + denied.keySet());
      }
    }
    assertThat(wrong).isEmpty();
    // Nothing is blocked that could be excluded, and no route leads to an endpoint.
    assertThat(notMissed)
        .containsExactly("ec2:DescribeVpcBlockPublicAccessExclusions", "ec2:DescribeVpcEndpoints");
  }

  @Test
  void scan_routesDeniedInOneRegion_cloudsOnlyThatRegion() {
    emulator().deny("ec2:DescribeRouteTables@eu-west-1");

    SortedMap<String, String> denied = verdicts();

    assertThat(denied.keySet()).isEqualTo(EXPECTED.keySet());
    denied.forEach(
        (name, verdict) -> {
          if (!name.endsWith(EU)) {
            assertThat(verdict).as(name).isEqualTo(EXPECTED.get(name));
          }
        });
    assertThat(denied)
        .containsEntry("main-private/implicit" + EU, "UNKNOWN")
        .containsEntry("gateway-detached" + EU, "PASS")
        .containsEntry("groups/office" + EU, "PASS")
        .containsEntry("nat/no-address" + EU, "PASS");
  }

  @Test
  void collect_ordinaryAccount_takesFewCalls() {
    try (Emulator ordinary = Emulator.start()) {
      ordinary.python(SCRIPTS.resolve("ordinary_account.py"));
      ordinary.forgetCalls();

      Snapshot snapshot =
          AwsCollector.builder()
              .services(
                  new NetworkCollector(), new LoadBalancerCollector(), new DatabaseCollector())
              .regions(Region.EU_WEST_1, Region.US_EAST_1)
              .clientCustomizer(ordinary.customizer())
              .build()
              .collect();

      assertThat(snapshot.gaps()).isEmpty();
      Map<String, Long> calls =
          ordinary.calls().stream()
              .collect(
                  Collectors.groupingBy(
                      call -> call.split(" ")[0], TreeMap::new, Collectors.counting()));
      System.out.println("network calls: " + ordinary.calls().size() + " " + calls);
      assertThat(ordinary.calls())
          .as("calls by action: %s", calls)
          .hasSizeLessThanOrEqualTo(MOST_CALLS);
    }
  }

  @Test
  void scan_unmodifiedEmulator_isUnknownInPlacesAndNoError() {
    try (Emulator plain = Emulator.startUnmodified()) {
      System.setProperty("aws.endpointUrl", plain.endpoint().toString());
      SortedMap<String, String> expected = new TreeMap<>();
      read(plain.python(SCRIPTS.resolve("many_networks.py"), "eu-west-1"), expected);

      SortedMap<String, String> actual = verdicts();

      // It knows nothing of Block Public Access, and what may be blocked is not known to be open.
      expected.replaceAll((name, verdict) -> verdict.startsWith("FAIL") ? "UNKNOWN" : verdict);
      // Nor does it tell a NAT gateway's interface from one that nothing has.
      expected.put("nat/gateway-1" + EU, "NOT_APPLICABLE");
      assertThat(actual).containsAllEntriesOf(expected);
    }
  }

  /** Status and severity of each interface, by its name in the seed, or its id without one. */
  private static SortedMap<String, String> verdicts() {
    SortedMap<String, String> verdicts = new TreeMap<>();
    findings()
        .forEach(
            (name, finding) -> {
              String status = finding.path("status").asText();
              verdicts.put(
                  name,
                  status.equals("FAIL")
                      ? status + ":" + finding.path("severity").asText()
                      : status);
            });
    return verdicts;
  }

  private static SortedMap<String, JsonNode> findings() {
    Run run =
        Run.of("scan", "--region", "eu-west-1,us-east-1", "--format", "json", "--control", CONTROL);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isIn(0, 3);
    SortedMap<String, JsonNode> findings = new TreeMap<>();
    for (JsonNode finding : json(run.out()).path("findings")) {
      String arn = finding.path("arn").asText();
      String id = arn.substring(arn.lastIndexOf('/') + 1);
      String name = NAMES.getOrDefault(id, arn + " " + finding.path("region").asText());
      assertThat(findings.put(name, finding)).as(name + " is there twice").isNull();
    }
    return findings;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
