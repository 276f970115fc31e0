/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The jar itself, in a process of its own: nothing that is found by name may be lost in it. */
final class ExecutableJarIT {

  @Test
  void jar_evaluateDemo_printsWhatTheClassesPrint() throws IOException, InterruptedException {
    assertThat(java("evaluate", Run.DEMO.toString(), "--format", "json"))
        .isEqualTo(Run.of("evaluate", Run.DEMO, "--format", "json"));
  }

  @Test
  void jar_rulesFromFolder_areCompiled() throws IOException, InterruptedException {
    Path derived = Run.ROOT.resolve("rules-aws/src/main/resources/dev/merlon/rules/securitygroups");
    Run run = java("controls", "--rules", derived.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("sg-no-open-ssh.drl", "the name is taken");
  }

  @Test
  void jar_pack_selectsControls() throws IOException, InterruptedException {
    Run run = java("controls", "--pack", "cis-aws-foundations-5.0");
    assertThat(run).isEqualTo(Run.of("controls", "--pack", "cis-aws-foundations-5.0"));
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void jar_version_isShown() throws IOException, InterruptedException {
    assertThat(java("--version").out()).matches("merlon [0-9].*\\s*");
  }

  private static Run java(String... args) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                System.getProperty("merlon.jar")));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, err);
  }
}
