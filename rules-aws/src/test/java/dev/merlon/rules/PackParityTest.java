/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.HardeningEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Packs name controls that exist, each requirement once and in order, and the index names all. */
final class PackParityTest {

  private static final SortedMap<String, String> FILES =
      RuleFiles.below(RuleFiles.PACKS, ".properties");

  @Test
  void packs_ofThisArtifact_nameControlsThatExist() {
    HardeningEngine engine = HardeningEngine.builder().rules(AwsRules.all()).build();
    assertThat(FILES).isNotEmpty();
    assertThat(PackParity.problems(FILES, engine.controls()))
        .as("all problems, one a line")
        .isEmpty();
  }

  @Test
  void index_ofThisArtifact_isUpToDate() throws IOException {
    Path index = RuleFiles.PACKS.resolve("index");
    if (RuleFiles.areUpdated()) {
      Files.writeString(index, PackParity.index(FILES));
    }
    assertThat(Files.readString(index))
        .as("update with: %s", RuleFiles.UPDATE)
        .isEqualTo(PackParity.index(FILES));
  }

  @Test
  void index_ofFiles_listsTheirIdsInOrder() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put("b-1.0.properties", "");
    files.put("b-1.0-a.properties", "");
    assertThat(PackParity.index(files)).isEqualTo("b-1.0\nb-1.0-a\n");
  }

  @Test
  void problems_ofGoodFiles_none() {
    assertThat(problems("good-1.0", "title = Good\n1.9 = waf-a, waf-b\n1.10 = waf-a\n")).isEmpty();
  }

  @Test
  void problems_ofBadFiles_sayWhatToDo() {
    assertThat(problems("good", "title = Good\n1.9 = waf-a, waf-c\n"))
        .containsExactly("good.properties: 1.9: no control waf-c; write it, or leave it");
    assertThat(problems("good", "title = Good\n1.10 = waf-a\n1.9 = waf-a\n"))
        .containsExactly("good.properties:2 says: 1.10 = waf-a; sorted it is: 1.9 = waf-a");
    assertThat(problems("good", "title = Good\n1.9 = waf-b, waf-a\n"))
        .containsExactly(
            "good.properties:2 says: 1.9 = waf-b, waf-a; sorted it is: 1.9 = waf-a, waf-b");
    assertThat(problems("good", "title = Good\n1.9 = waf-a\n1.9 = waf-b\n"))
        .containsExactly(
            "good.properties: pack good: line 3: 1.9 is said twice; make one line of it");
    assertThat(problems("Not_good", "title = Good\n1.9 = waf-a\n"))
        .containsExactly(
            "Not_good.properties: ids of packs are lower-case words and versions, joined by -");
  }

  private static List<String> problems(String id, String text) {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(id + ".properties", text);
    return PackParity.problems(
        files,
        List.of(
            ControlParityTest.control("waf-a", "waf"), ControlParityTest.control("waf-b", "waf")));
  }
}
