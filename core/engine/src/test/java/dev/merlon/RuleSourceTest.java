/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static dev.merlon.RuleCompilerTest.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.fact.sample.Tower;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where rules come from, and what is said when they do not. */
final class RuleSourceTest {

  private static final Tower TOWER = World.tower("tower-a");

  @SuppressWarnings("NullAway.Init") // by JUnit
  @TempDir
  Path folder;

  /** A control that every tower fails. */
  private static String rule(String in, String id) {
    return """
        package com.example.%s

        import dev.merlon.Verdict
        import dev.merlon.fact.sample.Tower

        global Verdict verdict

        rule "%s"
            @title("Holds") @severity(MEDIUM) @resource(Tower)
            @risk("Somebody gets in.") @fix("Shut it.")
        when
            $tower : Tower()
        then
            verdict.fail($tower, "seen", "yes");
        end
        """
        .formatted(in, id);
  }

  private static HardeningEngine engine(RuleSource... sources) {
    return HardeningEngine.builder().rules(sources).build();
  }

  private static List<Finding> findings(RuleSource... sources) {
    return engine(sources).evaluate(World.of(TOWER).snapshot()).findings();
  }

  private Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private Path jar(String name, Map<String, String> files) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static Map<String, String> withFolders(String text, String... path) {
    Map<String, String> files = new LinkedHashMap<>();
    String parent = "";
    for (String part : path) {
      parent += part;
      files.put(parent, parent.endsWith("/") ? "" : text);
    }
    return files;
  }

  private static URLClassLoader loader(Path... places) throws IOException {
    URL[] urls = new URL[places.length];
    for (int i = 0; i < places.length; i++) {
      urls[i] = places[i].toUri().toURL();
    }
    return new URLClassLoader(urls, RuleSourceTest.class.getClassLoader());
  }

  // ---- directories

  @Test
  void directory_withRulesInFoldersBelow_findsThemAll() throws IOException {
    write("a.drl", rule("one", "first"));
    write("deep/er/b.drl", rule("two", "second"));
    write("notes.txt", "no rule");

    assertThat(findings(RuleSource.directory(folder)))
        .containsExactly(Findings.fail("first", TOWER), Findings.fail("second", TOWER));
    assertThat(engine(RuleSource.directory(folder)).controls())
        .extracting(Control::practice)
        .containsExactly("one", "two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void directory_withLinesThatEndInAnyWay_readsThem(String end) throws IOException {
    write("a.drl", "\uFEFF" + rule("one", "first").replace("\n", end));
    write(
        "b.drl",
        rule("one", "second")
            .replace("$tower : Tower()", "$tower : Tower( hight )")
            .replace("\n", end));

    assertThat(problems(RuleSource.directory(folder)))
        .singleElement()
        .asString()
        .startsWith(folder + "/b.drl:12: rule \"second\": unknown property in \"hight\"");
    Files.delete(folder.resolve("b.drl"));
    assertThat(findings(RuleSource.directory(folder)))
        .containsExactly(Findings.fail("first", TOWER));
  }

  @Test
  void directory_thatIsMissing_isRefused() {
    Path missing = folder.resolve("nowhere");

    assertThat(problems(RuleSource.directory(missing)))
        .containsExactly(missing + ": no such directory; name a folder that holds .drl files");
  }

  @Test
  void directory_thatIsAFile_isRefused() throws IOException {
    Path file = write("a.drl", rule("one", "first"));

    assertThat(problems(RuleSource.directory(file)))
        .containsExactly(file + ": no such directory; name a folder that holds .drl files");
  }

  @Test
  void directory_withoutRules_isRefused() throws IOException {
    write("notes.txt", "no rule");

    assertThat(problems(RuleSource.directory(folder)))
        .containsExactly(folder + ": holds no .drl file; name a folder that does");
  }

  @Test
  void directory_withFilesThatAreNotUtf8OrEmpty_tellsEach() throws IOException {
    write("good.drl", rule("one", "first"));
    write(
        "latin.drl",
        rule("one", "second").replace("Holds", "H\u00e4lt").getBytes(StandardCharsets.ISO_8859_1));
    write("utf16.drl", rule("one", "third").getBytes(StandardCharsets.UTF_16));
    write("empty.drl", "");
    write("blank.drl", " \n\t\n");

    assertThat(problems(RuleSource.directory(folder)))
        .containsExactly(
            folder + "/latin.drl: is not UTF-8; save it as UTF-8",
            folder + "/utf16.drl: is not UTF-8; save it as UTF-8",
            folder + "/blank.drl: is empty; write a rule or remove the file",
            folder + "/empty.drl: is empty; write a rule or remove the file");
  }

  @Test
  void directory_isReadWhenTheEngineIsBuilt() throws IOException {
    RuleSource source = RuleSource.directory(folder.resolve("rules"));
    write("rules/a.drl", rule("one", "first"));

    assertThat(findings(source)).containsExactly(Findings.fail("first", TOWER));
    write("rules/b.drl", rule("one", "second"));
    assertThat(findings(source))
        .containsExactly(Findings.fail("first", TOWER), Findings.fail("second", TOWER));
  }

  // ---- the class path

  @Test
  void classpath_inADirectory_findsRules() throws IOException {
    write("classes/com/example/rules/a.drl", rule("one", "first"));
    try (URLClassLoader loader = loader(folder.resolve("classes"))) {
      for (String name : List.of("com/example/rules", "/com/example/rules/", "com/example")) {
        assertThat(findings(RuleSource.classpath(loader, name)))
            .containsExactly(Findings.fail("first", TOWER));
      }
    }
  }

  @Test
  void classpath_inAJar_findsRules() throws IOException {
    Path jar = jar("rules !.jar", withFolders(rule("one", "first"), "rules/", "below/", "a.drl"));
    try (URLClassLoader loader = loader(jar)) {
      assertThat(findings(RuleSource.classpath(loader, "rules")))
          .containsExactly(Findings.fail("first", TOWER));
      // and once more: nothing was left open
      assertThat(findings(RuleSource.classpath(loader, "rules")))
          .containsExactly(Findings.fail("first", TOWER));
    }
  }

  @Test
  void classpath_inAJarAndADirectory_findsTheRulesOfBoth() throws IOException {
    Path jar = jar("rules.jar", withFolders(rule("one", "first"), "rules/", "a.drl"));
    write("classes/rules/b.drl", rule("one", "second"));
    write("classes/rules/a.drl", rule("one", "first"));
    try (URLClassLoader loader = loader(jar, folder.resolve("classes"))) {
      assertThat(findings(RuleSource.classpath(loader, "rules")))
          .containsExactly(Findings.fail("first", TOWER), Findings.fail("second", TOWER));
    }
  }

  @Test
  void classpath_withTwoFilesOfOneNameThatDiffer_isRefused() throws IOException {
    Path jar = jar("rules.jar", withFolders(rule("one", "first"), "rules/", "a.drl"));
    write("classes/rules/a.drl", rule("one", "second"));
    try (URLClassLoader loader = loader(jar, folder.resolve("classes"))) {
      assertThat(problems(RuleSource.classpath(loader, "rules")))
          .singleElement()
          .asString()
          .startsWith(
              "classpath:rules/a.drl: is on the class path twice, and the two differ; rename one");
    }
  }

  @Test
  void classpath_thatHasNoSuchFolder_isRefused() throws IOException {
    try (URLClassLoader loader = loader(folder)) {
      assertThat(problems(RuleSource.classpath(loader, "com/example/nowhere")))
          .singleElement()
          .asString()
          .startsWith("classpath:com/example/nowhere: no such folder on the class path of ");
    }
  }

  @Test
  void classpath_withABadRule_namesItsFile() throws IOException {
    Path jar =
        jar(
            "rules.jar",
            withFolders(rule("one", "first").replace("()", "( hight > 1 )"), "rules/", "a.drl"));
    try (URLClassLoader loader = loader(jar)) {
      assertThat(problems(RuleSource.classpath(loader, "rules")))
          .containsExactly(
              "classpath:rules/a.drl:12: rule \"first\": unknown property in \"hight > 1\";"
                  + " Tower has account, arn, height, region");
    }
  }

  // ---- precompiled rules

  @Test
  void precompiled_thatIsAbsent_saysWhatToDependOn() {
    assertThat(
            problems(
                RuleSource.precompiled(
                    RuleSourceTest.class.getClassLoader(), "com.example", "my-rules")))
        .containsExactly(
            "META-INF/kie/com.example/my-rules/drools-model: not on the class path; depend on"
                + " com.example:my-rules, built with kie-maven-plugin, and keep META-INF/kie when"
                + " you shade it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.example.NoSuchModel", "java.lang.String", "java.util.List"})
  void precompiled_thatCannotBeLoaded_saysWhy(String name) throws IOException {
    write(
        "META-INF/kie/com.example/my-rules/drools-model",
        "Drools-Model-Version:10.2.0\n\n" + name + "\n");
    try (URLClassLoader loader = loader(folder)) {
      assertThat(problems(RuleSource.precompiled(loader, "com.example", "my-rules")))
          .singleElement()
          .asString()
          .startsWith("META-INF/kie/com.example/my-rules/drools-model: cannot be loaded: ")
          .contains(name.substring(name.lastIndexOf('.') + 1))
          .endsWith("was it built for this version of Drools?");
    }
  }

  // ---- several sources

  @Test
  void build_withTwoSourcesOfOnePackage_hasTheRulesOfBoth() throws IOException {
    write("mine/a.drl", rule("one", "first"));
    write("yours/a.drl", rule("one", "second"));

    assertThat(
            findings(
                RuleSource.directory(folder.resolve("mine")),
                RuleSource.directory(folder.resolve("yours"))))
        .containsExactly(Findings.fail("first", TOWER), Findings.fail("second", TOWER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two"})
  void build_withTwoSourcesThatHaveARuleOfOneName_isRefused(String in) throws IOException {
    write("mine/a.drl", rule("one", "first"));
    write("yours/a.drl", rule(in, "first"));

    assertThat(
            problems(
                RuleSource.directory(folder.resolve("mine")),
                RuleSource.directory(folder.resolve("yours"))))
        .containsExactly(
            folder
                + "/yours/a.drl:8: rule \"first\": the name is taken by a rule in "
                + folder
                + "/mine/a.drl:8; rename this one: every rule of an engine has a name of its own");
  }

  @Test
  void build_withSeveralBadSources_tellsAllOfThem() throws IOException {
    write("mine/a.drl", rule("one", "first").replace("()", "( hight > 1 )"));
    Path missing = folder.resolve("nowhere");

    assertThat(
            problems(RuleSource.directory(missing), RuleSource.directory(folder.resolve("mine"))))
        .containsExactly(
            missing + ": no such directory; name a folder that holds .drl files",
            folder
                + "/mine/a.drl:12: rule \"first\": unknown property in \"hight > 1\";"
                + " Tower has account, arn, height, region");
  }

  @Test
  void build_ofARuleThatAddsToAControlOfAnotherSource_addsToIt() throws IOException {
    write("mine/a.drl", rule("one", "first"));
    write(
        "yours/a.drl",
        """
        package com.example.two

        import dev.merlon.Verdict
        import dev.merlon.fact.sample.Tower

        global Verdict verdict

        rule "first/not-applicable-ours"
        when
            $tower : Tower( arn == "tower-a" )
        then
            verdict.notApplicable($tower, "it is ours");
        end
        """);

    assertThat(
            findings(
                RuleSource.directory(folder.resolve("mine")),
                RuleSource.directory(folder.resolve("yours"))))
        .containsExactly(Findings.notApplicable("first", TOWER, "it is ours"));
  }

  @Test
  void rules_calledTwice_replacesTheFirst() throws IOException {
    write("mine/a.drl", rule("one", "first"));

    assertThat(
            HardeningEngine.builder()
                .rules(RuleSource.directory(folder.resolve("nowhere")))
                .rules(List.of(RuleSource.directory(folder.resolve("mine"))))
                .build()
                .controls())
        .hasSize(1);
  }

  @Test
  void build_withBadParameters_saysSo() throws IOException {
    write("mine/a.drl", rule("one", "first"));

    assertThatThrownBy(
            () ->
                HardeningEngine.builder()
                    .rules(RuleSource.directory(folder.resolve("mine")))
                    .parameters(Parameters.of(Map.of("min", 3), Map.of()))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .isNotInstanceOf(InvalidRuleException.class)
        .hasMessageContaining("parameter min");
  }
}
