/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows is what these programs are, and what they print is what it says. */
final class ReadmeTest {

  private static final Path ROOT = Path.of(System.getProperty("merlon.root"));

  @ParameterizedTest
  @ValueSource(strings = {"OfflineSnapshot", "LiveAccount"})
  void readme_showsProgram_wordForWord(String program) throws IOException {
    assertThat(readme()).contains("```java\n" + shownPart(program) + "```\n");
  }

  @Test
  void readme_programRuns_printsWhatIsShown() throws IOException, InterruptedException {
    List<String> printed = run("dev.merlon.samples.quickstart.OfflineSnapshot");
    assertThat(printed)
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.matches("[A-Z]+ [a-z]+-.+ \\{.+}"));
    String shown =
        readme()
            .lines()
            .dropWhile(line -> !line.startsWith("CRITICAL sg-"))
            .limit(3)
            .collect(Collectors.joining("\n"));
    assertThat(printed).containsAll(shown.lines().toList());
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  /** The part between the two comments, moved to the left margin. */
  private static String shownPart(String program) throws IOException {
    Path source =
        ROOT.resolve("samples/quickstart/src/main/java/dev/merlon/samples/quickstart")
            .resolve(program + ".java");
    return Files.readString(source)
        .lines()
        .dropWhile(line -> !line.strip().equals("// README begins"))
        .skip(1)
        .takeWhile(line -> !line.strip().equals("// README ends"))
        .map(line -> line.substring(4) + "\n")
        .collect(Collectors.joining());
  }

  /** As its user does: from the root of the tree, in a process of its own. */
  private static List<String> run(String mainClass) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass)
            .directory(ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (InputStream out = process.getInputStream()) {
      out.transferTo(printed);
    }
    assertThat(process.waitFor()).isZero();
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
