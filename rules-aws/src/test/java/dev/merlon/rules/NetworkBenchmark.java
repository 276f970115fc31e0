/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.HardeningEngine;
import dev.merlon.Report;
import dev.merlon.Snapshot;
import dev.merlon.Status;
import dev.merlon.fact.FactType;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * All controls over the network of a large account, in a process that has two processors and 2 GB.
 * Run it with {@code mvn -B verify -Pbenchmark -pl rules-aws -am}; {@link #main} prints the same
 * and takes the numbers of interfaces.
 */
@Tag("benchmark")
final class NetworkBenchmark {

  private static final double MAX_SECONDS = 10;
  private static final double MAX_RATIO = 12;

  @Test
  void largeNetwork_takesLessThanTenSecondsAndTwoGigabytes() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:ActiveProcessorCount=2",
                "-cp",
                System.getProperty("java.class.path"),
                NetworkBenchmark.class.getName(),
                "10000",
                "100000")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.print(printed);
    assertThat(process.waitFor()).isZero();
    List<Double> seconds =
        printed
            .lines()
            .map(line -> Double.parseDouble(line.replaceFirst(".* in ([0-9.]+) s.*", "$1")))
            .toList();
    assertThat(seconds).hasSize(2);
    assertThat(seconds.get(1)).isLessThan(MAX_SECONDS).isLessThan(MAX_RATIO * seconds.get(0));
  }

  /**
   * Prints, for each number of interfaces, the seconds that it takes and the heap that it needs.
   */
  public static void main(String[] args) {
    HardeningEngine engine = HardeningEngine.builder().rules(AwsRules.all()).build();
    List<String> types = engine.factTypes().stream().map(FactType::name).toList();
    // what is compiled on the way should not count: a service evaluates more than once
    engine.evaluate(LargeNetwork.inProportion(5000).snapshot(1, types));
    for (String arg : args) {
      int interfaces = Integer.parseInt(arg);
      Snapshot snapshot = LargeNetwork.of(interfaces).snapshot(1, types);
      System.gc();
      peaks();
      long start = System.nanoTime();
      long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Report report = engine.evaluate(snapshot);
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1e9;
      long peak = peaks();
      System.gc();
      System.out.printf(
          Locale.ROOT,
          "%,d interfaces, %,d facts: %,d findings, of them %,d FAIL and %,d UNKNOWN, in %.2f s"
              + " (%.2f s of its thread);"
              + " heap at most %,d MB, %,d MB after it%n",
          interfaces,
          snapshot.facts().size(),
          report.findings().size(),
          report.with(Status.FAIL).count(),
          report.with(Status.UNKNOWN).count(),
          seconds,
          cpu,
          peak >> 20,
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }
  }

  /** The most that the heap has held since this was last asked, garbage included. */
  private static long peaks() {
    long sum = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        sum += pool.getPeakUsage().getUsed();
        pool.resetPeakUsage();
      }
    }
    return sum;
  }
}
