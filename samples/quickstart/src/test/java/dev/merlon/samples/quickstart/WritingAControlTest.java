/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.quickstart;

import dev.merlon.HardeningEngine;
import dev.merlon.RuleSource;
import dev.merlon.rules.AwsRules;
import dev.merlon.testing.ControlCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The control that docs/writing-a-control.md shows works, and its cases hold. */
final class WritingAControlTest {

  @TempDir private static Path folder = Path.of("");

  @TestFactory
  Stream<DynamicNode> shownCases_shownControl_hold() throws IOException {
    Path page = Path.of(System.getProperty("merlon.root"), "docs", "writing-a-control.md");
    String text = Files.readString(page);
    Files.writeString(folder.resolve("sg-owner-tagged.drl"), block(text, "drl"));
    Files.writeString(folder.resolve("sg-owner-tagged.json"), block(text, "json"));
    return ControlCases.in(
        folder,
        HardeningEngine.builder()
            .rules(AwsRules.all(), RuleSource.directory(folder))
            .build()
            .only(control -> control.id().equals("sg-owner-tagged")));
  }

  private static String block(String page, String language) {
    String opening = "```" + language + "\n";
    int begin = page.indexOf(opening) + opening.length();
    return page.substring(begin, page.indexOf("```", begin));
  }
}
