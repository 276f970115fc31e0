/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PackTest {

  private static final String TEXT =
      """
      # ours
      title = Our baseline 1.0
      1.10 = a-b
      1.9 = c, a-b

      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void test_ofAControl_saysWhetherARequirementNamesIt() {
    Pack pack = Pack.parse("ours", TEXT);
    assertThat(List.of("a-b", "c", "a", "1.9"))
        .map(id -> pack.test(control(id)))
        .containsExactly(true, true, false, false);
  }

  @Test
  void pack_ofAMapThatChanges_staysAsItWas() {
    List<String> ids = new ArrayList<>(List.of("b", "a", "b"));
    SortedMap<String, List<String>> map = new TreeMap<>(Collections.reverseOrder());
    map.put("1.4", ids);
    Pack pack = new Pack("ours", "Ours", map);
    ids.add("c");
    map.put("1.5", ids);
    assertThat(pack)
        .isEqualTo(new Pack("ours", "Ours", new TreeMap<>(Map.of("1.4", List.of("a", "b")))));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> pack.controlsByRequirement().remove("1.4"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> pack.controlsByRequirement().values().iterator().next().add("c"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.4, 1.10",
    "1.04, 1.5",
    "1.04, 1.4",
    "5.1.2, 5.2",
    "5.1, 5.1.2",
    "5.1.2, 5.10",
    "IAM.4, IAM.10",
    "EC2.2, EC2.13",
    "EC2.19, IAM.4",
    "Account.1, EC2.2",
    "port_20_21, port_22",
    "port_22, port_3389",
    "1.9, 1.99999999999999999999",
    "1.99999999999999999998, 1.99999999999999999999",
    "1, a",
    "a, b"
  })
  void requirements_ofAPack_areInTheOrderOfPeople(String first, String second) {
    SortedMap<String, List<String>> map = new TreeMap<>(Collections.reverseOrder());
    map.put(first, List.of("a"));
    map.put(second, List.of("b"));
    assertThat(new Pack("ours", "Ours", map).controlsByRequirement().keySet())
        .containsExactly(first, second);
  }

  @Test
  void parse_ofAFile_readsWhatPropertiesRead() throws IOException {
    Pack pack = Pack.parse("ours", TEXT);
    assertThat(pack.id()).isEqualTo("ours");
    assertThat(pack.title()).isEqualTo("Our baseline 1.0");
    assertThat(pack.controlsByRequirement())
        .containsExactly(Map.entry("1.9", List.of("a-b", "c")), Map.entry("1.10", List.of("a-b")));
    Properties same = new Properties();
    same.load(new StringReader(TEXT));
    assertThat(same).isEqualTo(Map.of("title", "Our baseline 1.0", "1.9", "c, a-b", "1.10", "a-b"));
  }

  @Test
  void parse_ofBadLines_namesThemAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Pack.parse(
                    "ours",
                    """
                    title = Ours
                    1.4 = a
                    1.4 = b
                    title = Theirs
                    1.5 = a, , B
                    1.6
                    1.7 =
                    1.8 : a
                    1.9 = a, \\
                      b
                    """))
        .withMessage(
            String.join(
                System.lineSeparator(),
                "pack ours: line 3: 1.4 is said twice; make one line of it",
                "pack ours: line 4: title is said twice; make one line of it",
                "pack ours: line 5: \"\" is no id of a control",
                "pack ours: line 5: \"B\" is no id of a control",
                "pack ours: line 6: 1.6: write requirement = control, control, without escapes",
                "pack ours: line 7: 1.7 =: write requirement = control, control, without escapes",
                "pack ours: line 8: 1.8 : a: write requirement = control, control, without escapes",
                "pack ours: line 9: 1.9 = a, \\: write requirement = control, control, without"
                    + " escapes",
                "pack ours: line 10: b: write requirement = control, control, without escapes"));
  }

  @Test
  void parse_ofNothing_saysWhatToAdd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pack.parse("ours", "# nothing yet\n"))
        .withMessage(
            "pack ours: no title; add a line such as title = Our baseline"
                + System.lineSeparator()
                + "pack ours: no requirement; add a line such as 1.4 = some-control");
  }

  @Test
  void all_inAJar_areThoseOfTheIndex() throws IOException {
    Path jar = folder.resolve("packs.jar");
    jar(
        jar,
        Map.of(
            "com/example/packs/index", "zeta\n\nours\n",
            "com/example/packs/ours.properties", TEXT,
            "com/example/packs/zeta.properties", "title = Zeta\n1 = a\n",
            "com/example/packs/draft.properties", "no pack"));
    try (URLClassLoader loader = loader(jar)) {
      assertThat(Pack.all(loader, "com/example/packs"))
          .containsExactly(Pack.parse("ours", TEXT), Pack.parse("zeta", "title = Zeta\n1 = a\n"));
    }
  }

  @Test
  void all_withoutAFile_saysWhichIsMissing() throws IOException {
    Path jar = folder.resolve("packs.jar");
    jar(jar, Map.of("packs/index", "ours\n"));
    try (URLClassLoader loader = loader(jar)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Pack.all(loader, "packs"))
          .withMessageStartingWith("packs/ours.properties: not on the class path");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Pack.all(loader, "/pakcs/"))
          .withMessageStartingWith("pakcs/index: not on the class path");
    }
  }

  @Test
  void named_unknown_suggestsAndLists() {
    List<Pack> packs = List.of(Pack.parse("zeta-1", TEXT), Pack.parse("ours-1", TEXT));
    assertThat(Pack.named("zeta-1", packs)).isSameAs(packs.get(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pack.named("zeta-2", packs))
        .withMessage("no pack zeta-2; did you mean zeta-1?; known are [ours-1, zeta-1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pack.named("something", packs))
        .withMessage("no pack something; known are [ours-1, zeta-1]");
  }

  private static Control control(String id) {
    return new Control(
        id,
        "It is good",
        Severity.LOW,
        "waf",
        "A",
        List.of(),
        List.of(),
        List.of(),
        "A risk.",
        "A fix.",
        List.of());
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
  }

  private static void jar(Path file, Map<String, String> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    }
  }
}
