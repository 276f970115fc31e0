/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is said of rules that cannot be used. Each file of {@code bad/}, and each folder in it, is a
 * case: a line {@code // says: one | two} stands for one problem that holds these fragments, and
 * there is no other problem.
 */
final class RuleCompilerTest {

  private static final String SAYS = "// says: ";

  @TestFactory
  Stream<DynamicTest> build_withBadRules_saysWhereAndWhatToDo() throws IOException {
    Path bad = Path.of("src/test/resources/dev/merlon/bad");
    try (Stream<Path> cases = Files.list(bad)) {
      return cases.sorted().toList().stream()
          .map(
              path ->
                  DynamicTest.dynamicTest(
                      path.getFileName().toString(), path.toUri(), () -> check(path)));
    }
  }

  private static void check(Path path) throws IOException {
    Map<String, String> files = new TreeMap<>();
    String folder = "";
    if (Files.isDirectory(path)) {
      folder = path.getFileName() + "/";
      try (Stream<Path> inside = Files.list(path)) {
        for (Path file : inside.toList()) {
          files.put(folder + file.getFileName(), Files.readString(file));
        }
      }
    } else {
      files.put(path.getFileName().toString(), Files.readString(path));
    }
    List<List<String>> expected = new ArrayList<>();
    for (String text : files.values()) {
      text.lines()
          .filter(line -> line.startsWith(SAYS))
          .map(line -> Arrays.asList(line.substring(SAYS.length()).split(" \\| ", -1)))
          .forEach(expected::add);
    }
    List<String> problems = problems(RuleSource.directory(Rules.write(files)));

    SoftAssertions all = new SoftAssertions();
    all.assertThat(problems).as(String.join("\n", problems)).hasSameSizeAs(expected);
    for (List<String> fragments : expected) {
      all.assertThat(problems)
          .as(String.join("\n", problems))
          .anySatisfy(problem -> assertThat(problem).contains(fragments));
    }
    for (String problem : problems) {
      all.assertThat(problem).as("one line").doesNotContainPattern("[\\r\\n]");
    }
    all.assertAll();
  }

  static List<String> problems(RuleSource... sources) {
    InvalidRuleException thrown =
        catchThrowableOfType(
            InvalidRuleException.class, () -> HardeningEngine.builder().rules(sources).build());
    assertThat(thrown).as("no problem was found").isNotNull();
    assertThat(thrown.getMessage())
        .isEqualTo(String.join(System.lineSeparator(), thrown.problems()));
    return thrown.problems();
  }
}
