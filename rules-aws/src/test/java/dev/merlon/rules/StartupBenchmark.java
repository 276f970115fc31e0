/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Coverage;
import dev.merlon.HardeningEngine;
import dev.merlon.Report;
import dev.merlon.RuleSource;
import dev.merlon.Snapshot;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From the start of the process to the first finding: precompiled rules against the same rules
 * compiled at run time, whole processes side by side. Run it with {@code mvn -B verify -Pbenchmark
 * -pl rules-aws -am}.
 */
@Tag("benchmark")
final class StartupBenchmark {

  private static final int ROUNDS = 7;
  private static final String RULES = "rules-aws/src/main/resources/dev/merlon/rules";

  @Test
  void precompiled_takesWellUnderHalfOfRunTimeCompilation() throws Exception {
    List<Long> precompiled = new ArrayList<>();
    List<Long> compiled = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      precompiled.add(millis("precompiled"));
      compiled.add(millis("compiled"));
    }
    precompiled.sort(null);
    compiled.sort(null);
    System.out.printf(
        "start to first finding, median of %d: precompiled %d ms %s, compiled %d ms %s%n",
        ROUNDS, precompiled.get(ROUNDS / 2), precompiled, compiled.get(ROUNDS / 2), compiled);
    assertThat(precompiled.get(ROUNDS / 2) * 2).isLessThan(compiled.get(ROUNDS / 2));
  }

  private static long millis(String how) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartupBenchmark.class.getName(),
                how,
                Path.of(System.getProperty("merlon.root"), RULES).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return Long.parseLong(printed.strip());
  }

  /** Prints the milliseconds since this JVM was started. */
  public static void main(String[] args) {
    RuleSource rules =
        args[0].equals("precompiled") ? AwsRules.all() : RuleSource.directory(Path.of(args[1]));
    HardeningEngine engine = HardeningEngine.builder().rules(rules).build();
    String account = "123456789012";
    String region = "eu-west-1";
    Snapshot snapshot =
        new Snapshot(
            Instant.EPOCH,
            List.of(
                new SecurityGroup(
                    "arn:1", account, region, "sg-1", "web", "", "vpc-1", account, Map.of()),
                new SecurityGroupRule(
                    "arn:2",
                    account,
                    region,
                    "sgr-1",
                    "sg-1",
                    false,
                    "tcp",
                    22,
                    22,
                    "0.0.0.0/0",
                    "",
                    "",
                    "",
                    "")),
            Coverage.of(account, region, engine.factTypes().stream().map(FactType::name).toList()),
            List.of());
    Report report = engine.evaluate(snapshot);
    if (report.failures().isEmpty()) {
      throw new IllegalStateException("nothing failed: " + report);
    }
    System.out.println(
        System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
  }
}
