/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds what the rules stand on, the classes that Drools makes of them included. */
final class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.merlon.rules");

  @Test
  void rules_standOnCoreAloneAndTouchNothing() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.merlon",
            "dev.merlon.fact..",
            "dev.merlon.rules..",
            "java.lang",
            "java.lang.invoke",
            "java.time..",
            "java.util",
            "java.util.function",
            "org.drools..",
            "org.jspecify.annotations")
        .check(CLASSES);
  }

  @Test
  void java_isOneClass() {
    Set<String> written = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (each.getPackageName().equals("dev.merlon.rules")
          && !each.getSimpleName().equals("package-info")) {
        written.add(each.getSimpleName());
      }
    }
    assertThat(written).containsExactly("AwsRules");
  }
}
