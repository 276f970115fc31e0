/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.merlon.report");

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ArchitectureTest::isPublic).orElse(true);
  }

  @Test
  void publicTypes_areOneForEachFormatAndWhatTheyNeed() {
    Set<String> names = new TreeSet<>();
    for (JavaClass each : CLASSES) {
      if (isPublic(each)) {
        names.add(each.getSimpleName());
      }
    }
    assertThat(names)
        .containsExactly(
            "ConsoleReport",
            "ControlList",
            "FactReader",
            "InvalidFileException",
            "JsonReport",
            "OwnerOnlyFile",
            "ParametersFile",
            "SnapshotFile");
  }

  @Test
  void publicSignatures_nameOnlyTypesOfTheJdkAndOfMerlon() {
    List<String> others = new ArrayList<>();
    for (JavaClass owner : CLASSES) {
      for (JavaCodeUnit unit : owner.getCodeUnits()) {
        if (isPublic(owner) && unit.getModifiers().contains(JavaModifier.PUBLIC)) {
          Set<JavaClass> types = new TreeSet<>(Comparator.comparing(JavaClass::getName));
          types.addAll(unit.getReturnType().getAllInvolvedRawTypes());
          unit.getParameterTypes().forEach(type -> types.addAll(type.getAllInvolvedRawTypes()));
          types.addAll(unit.getExceptionTypes());
          types.removeIf(
              type ->
                  type.getBaseComponentType().isPrimitive()
                      || type.getName().startsWith("java.")
                      || type.getName().startsWith("dev.merlon."));
          types.forEach(type -> others.add(unit.getFullName() + ": " + type.getName()));
        }
      }
    }
    assertThat(others).isEmpty();
  }

  @Test
  void dependencies_areCoreAndTwoParsers() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "dev.merlon",
            "dev.merlon.fact",
            "dev.merlon.report",
            "org.jspecify.annotations",
            "com.fasterxml.jackson.core..",
            "org.yaml.snakeyaml..")
        .check(CLASSES);
  }

  @Test
  void classes_areNeverLoadedByName() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "a class is loaded by its name",
                call -> Set.of("forName", "loadClass", "findClass").contains(call.getName())))
        .check(CLASSES);
  }

  @Test
  void classes_areFinal() {
    classes()
        .that()
        .areNotInterfaces()
        .and()
        .areNotAnonymousClasses()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CLASSES);
  }
}
