/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.Coverage.Area;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The emulator does what tests of collectors ask of it, and a collect understands its answers. */
final class EmulatorTest {
  private static final String THING = "dev.merlon.collect.Thing";

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static Emulator emulator;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void start() {
    emulator = Emulator.start();
  }

  @AfterAll
  @SuppressWarnings("UnnecessaryNullCheck") // when start() was aborted
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @BeforeEach
  void reset() {
    emulator.reset();
  }

  @Test
  void collect_noRegionNamed_readsAllThatAreEnabled() {
    Snapshot snapshot = FakeAws.withoutCaller(collector().build().collect());

    assertThat(snapshot.coverage().accounts()).containsExactly(Emulator.ACCOUNT);
    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.coverage().areas())
        .hasSizeGreaterThan(15)
        .contains(
            new Area(Emulator.ACCOUNT, "eu-west-1", List.of(THING)),
            new Area(Emulator.ACCOUNT, "us-east-1", List.of(THING)));
    assertThat(emulator.calls()).hasSize(2 + snapshot.coverage().areas().size());
  }

  @Test
  void deny_inOneRegion_isAGapThere() {
    emulator.deny("ec2:DescribeVpcs@eu-west-1");

    Snapshot snapshot = FakeAws.withoutCaller(twoRegions().build().collect());

    assertThat(snapshot.gaps())
        .containsExactly(
            new Gap(
                THING,
                Emulator.ACCOUNT,
                "eu-west-1",
                null,
                "ec2:DescribeThings was denied: UnauthorizedOperation: You are not authorized to"
                    + " perform this operation."));
    assertThat(snapshot.coverage().areas())
        .containsExactly(
            new Area(Emulator.ACCOUNT, "eu-west-1", List.of()),
            new Area(Emulator.ACCOUNT, "us-east-1", List.of(THING)));
  }

  @Test
  void deny_nothing_takesTheDenialBack() {
    emulator.deny("ec2:DescribeVpcs");
    emulator.deny();

    assertThat(twoRegions().build().collect().gaps()).isEmpty();
  }

  @Test
  void deny_callerIdentity_isACollectException() {
    emulator.deny("sts:GetCallerIdentity");

    assertThatThrownBy(() -> twoRegions().build().collect())
        .isInstanceOf(CollectException.class)
        .hasMessage(
            "The account cannot be found out: sts:GetCallerIdentity in eu-west-1 at "
                + emulator.endpoint()
                + " failed: AccessDenied: User is not authorized to perform:"
                + " sts:GetCallerIdentity. Check that this is an endpoint of AWS STS, and that the"
                + " caller may use it.");
  }

  @Test
  void collect_callThatMotoLacks_isAGap() {
    Snapshot snapshot =
        FakeAws.withoutCaller(
            AwsCollector.builder()
                .services(
                    reads ->
                        reads
                            .inEachRegion(Ec2Client::builder)
                            .read(
                                (ec2, reading) ->
                                    reading.each(
                                        ec2.describeSecurityGroupVpcAssociations(request -> {})
                                            .securityGroupVpcAssociations(),
                                        found -> Thing.of(found.groupId(), reading)),
                                Thing.class))
                .regions(Region.EU_WEST_1)
                .clientCustomizer(emulator.customizer())
                .build()
                .collect());

    assertThat(snapshot.gaps())
        .containsExactly(
            new Gap(
                THING,
                Emulator.ACCOUNT,
                "eu-west-1",
                null,
                "ec2:DescribeThings failed with HTTP 500 and no error code"));
  }

  @Test
  void calls_twoRegions_isALinePerRequest() {
    twoRegions().parallelism(1).build().collect();

    assertThat(emulator.calls())
        .containsExactly(
            "sts:GetCallerIdentity eu-west-1",
            "ec2:DescribeVpcs eu-west-1",
            "ec2:DescribeVpcs us-east-1");
    emulator.forgetCalls();
    assertThat(emulator.calls()).isEmpty();
  }

  @Test
  void state_oneReadOfTheAdditions_isWhatWasSet() {
    emulator.state("bpa", "{\"mode\": \"block-bidirectional\"}");

    try (Ec2Client ec2 = client()) {
      assertThat(
              ec2.describeVpcBlockPublicAccessOptions(request -> {})
                  .vpcBlockPublicAccessOptions()
                  .internetGatewayBlockModeAsString())
          .isEqualTo("block-bidirectional");
    }
  }

  @Test
  void python_scriptThatSeeds_fillsTheEmulatorAndResetEmptiesIt() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("seed.py"),
            """
            import sys, boto3
            vpc = boto3.client("ec2").create_vpc(CidrBlock=sys.argv[1])["Vpc"]
            print(vpc["CidrBlock"])
            """);
    try (Ec2Client ec2 = client()) {
      int before = ec2.describeVpcs().vpcs().size();

      assertThat(emulator.python(script, "10.9.0.0/16")).isEqualTo("10.9.0.0/16\n");
      assertThat(ec2.describeVpcs().vpcs()).hasSize(before + 1);

      emulator.reset();
      assertThat(ec2.describeVpcs().vpcs()).hasSize(before);
    }
  }

  @Test
  void reset_sameRequestsAgain_makeTheSameIds() {
    try (Ec2Client ec2 = client()) {
      String first = ec2.createVpc(request -> request.cidrBlock("10.9.0.0/16")).vpc().vpcId();
      emulator.reset();

      assertThat(ec2.createVpc(request -> request.cidrBlock("10.9.0.0/16")).vpc().vpcId())
          .isEqualTo(first);
    }
  }

  @Test
  void python_scriptThatFails_showsWhatItPrinted() throws IOException {
    Path script = Files.writeString(folder.resolve("bad.py"), "raise SystemExit('no such thing')");

    assertThatThrownBy(() -> emulator.python(script))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no such thing");
  }

  @Test
  void missing_onADevelopersMachine_skips() {
    assertThatThrownBy(() -> EmulatorPython.missing("no python3", null))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("no python3");
  }

  @Test
  void missing_inContinuousIntegration_fails() {
    assertThatThrownBy(() -> EmulatorPython.missing("no python3", "true"))
        .isInstanceOf(AssertionError.class)
        .hasMessage("no python3");
  }

  private static Ec2Client client() {
    var builder = Ec2Client.builder().region(Region.US_EAST_1);
    emulator.customizer().accept(builder);
    return builder.build();
  }

  private static AwsCollector.Builder twoRegions() {
    return collector().regions(Region.EU_WEST_1, Region.US_EAST_1);
  }

  private static AwsCollector.Builder collector() {
    return AwsCollector.builder()
        .services(
            reads ->
                reads
                    .inEachRegion(Ec2Client::builder)
                    .read(
                        (ec2, reading) ->
                            reading.each(
                                ec2.describeVpcsPaginator().vpcs(),
                                vpc -> Thing.of(vpc.vpcId(), reading)),
                        Thing.class))
        .clientCustomizer(emulator.customizer());
  }
}
