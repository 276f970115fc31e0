/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.facts.Banner;
import com.example.facts.Drawbridge;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.merlon.Generated;
import dev.merlon.fact.ReadBy.Scope;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.sample.Guard;
import dev.merlon.fact.sample.Passage;
import dev.merlon.fact.sample.Vault;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactTypeTest {

  private static final Pattern ACTION = Pattern.compile("[a-z0-9-]+:[A-Z][A-Za-z0-9]+");

  /** All facts of this module. */
  private static Set<Class<?>> facts() {
    Map<String, Class<?>> facts = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.merlon.fact")) {
      if (type.isAnnotatedWith(ReadBy.class)
          && type.reflect()
              .getProtectionDomain()
              .getCodeSource()
              .equals(FactType.class.getProtectionDomain().getCodeSource())) {
        facts.put(type.getName(), type.reflect());
      }
    }
    return Set.copyOf(facts.values());
  }

  private static ClassLoader withIndex(Path folder, String... lines) throws IOException {
    Path index = folder.resolve("META-INF/merlon/fact-types");
    Files.createDirectories(index.getParent());
    Files.write(index, List.of(lines));
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, FactTypeTest.class.getClassLoader());
  }

  // ---- the facts of this library

  @Test
  void index_listsAllFacts() throws IOException {
    Set<String> names = new TreeSet<>();
    facts().forEach(type -> names.add(type.getName()));

    Generated.check(
        "src/main/resources/META-INF/merlon/fact-types", String.join("\n", names) + "\n");
  }

  @Test
  void facts_haveSimpleNamesOfTheirOwn() {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : facts()) {
      assertThat(names.add(FactType.nameOf(type))).as(type.getName()).isTrue();
    }
  }

  @Test
  void facts_nameActionsAndComponentsThatTheyHave() {
    assertThat(facts()).isNotEmpty();
    for (Class<?> type : facts()) {
      FactType factType = FactType.of(type);
      assertThat(factType.actions())
          .as(type.getName())
          .isNotEmpty()
          .allMatch(ACTION.asMatchPredicate());
    }
  }

  // ---- of

  @Test
  void of_aFact_tellsWhatItDeclares() {
    assertThat(FactType.of(Guard.class))
        .isEqualTo(
            new FactType(
                "Guard",
                Guard.class,
                List.of("castle:ListGuards", "castle:GetGuard"),
                Scope.REGION,
                "towerArn"));
    assertThat(FactType.of(Vault.class).scope()).isEqualTo(Scope.ORGANIZATION);
    assertThat(FactType.of(Vault.class).per()).isEmpty();
  }

  @Test
  void of_whatIsNoFact_isRefused() {
    for (Class<?> type : List.of(Passage.class, Drawbridge.class, String.class)) {
      assertThatThrownBy(() -> FactType.of(type))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              type.getName()
                  + " is not a fact that is read: a fact is a record that implements"
                  + " dev.merlon.fact.Resource and carries @ReadBy");
    }
  }

  @ReadBy(value = "castle:GetWell", per = "castleArn")
  record Well(String arn, String account, String region, String towerArn) implements Resource {}

  @Test
  void of_aFactThatIsReadPerAComponentItLacks_isRefused() {
    assertThatThrownBy(() -> FactType.of(Well.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(Well.class.getName() + " has no component castleArn, which its @ReadBy names");
  }

  @Test
  void nameOf_aFact_isSimpleForOursAndFullForOthers() {
    assertThat(FactType.nameOf(SecurityGroup.class)).isEqualTo("SecurityGroup");
    assertThat(FactType.nameOf(Banner.class)).isEqualTo("com.example.facts.Banner");
  }

  // ---- all

  @Test
  void all_ofTheClassPath_areThoseThatAreListed(@TempDir Path folder) throws IOException {
    Map<String, FactType> ours = FactType.all(FactType.class.getClassLoader());
    ClassLoader loader =
        withIndex(folder, Banner.class.getName(), "", " " + Guard.class.getName() + " ");

    assertThat(ours).containsKey("SecurityGroup").doesNotContainKey("Guard");
    assertThat(FactType.all(loader))
        .containsAllEntriesOf(ours)
        .containsEntry("com.example.facts.Banner", FactType.of(Banner.class))
        .containsEntry("Guard", FactType.of(Guard.class))
        .hasSize(ours.size() + 2);
  }

  @Test
  void all_withABadLine_namesIndexAndClass(@TempDir Path folder) throws IOException {
    for (String line : List.of("com.example.facts.Nothing", Drawbridge.class.getName())) {
      ClassLoader loader = withIndex(folder, line);
      assertThatThrownBy(() -> FactType.all(loader))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("META-INF/merlon/fact-types")
          .hasMessageContaining(line);
    }
  }

  /** Named like ours. */
  static final class Twins {
    @ReadBy("castle:ListSecurityGroups")
    record SecurityGroup(String arn, String account, String region) implements Resource {}

    private Twins() {}
  }

  @Test
  void all_withTwoFactsOfOneName_isRefused(@TempDir Path folder) throws IOException {
    ClassLoader loader = withIndex(folder, Twins.SecurityGroup.class.getName());

    assertThatThrownBy(() -> FactType.all(loader))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("have one name");
  }
}
