/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The borders of this module. */
@AnalyzeClasses(packages = "dev.merlon", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final String[] DROOLS = {"org.drools..", "org.kie.."};

  @ArchTest
  static final ArchRule CORE_HAS_NO_AWS_SDK_AND_NO_JSON =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "software.amazon..",
              "com.amazonaws..",
              "com.fasterxml..",
              "com.google.gson..",
              "jakarta.json..",
              "org.yaml..")
          .because("facts and verdicts serve any source and any format");

  @ArchTest
  static final ArchRule SIGNATURES_SHOW_NO_DROOLS =
      classes()
          .that()
          .resideInAPackage("dev.merlon..")
          .and()
          .arePublic()
          .should(showNothingOf(DROOLS))
          .because("callers depend on Merlon, not on what it is made of");

  @ArchTest
  static final ArchRule FACTS_DEPEND_ON_THE_JDK_ALONE =
      classes()
          .that()
          .resideInAPackage("dev.merlon.fact..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "dev.merlon.fact.."));

  @ArchTest
  static final ArchRule ARITHMETIC_KNOWS_NO_AWS_FACTS =
      classes()
          .that()
          .resideInAnyPackage(
              "dev.merlon.fact.json",
              "dev.merlon.fact.net",
              "dev.merlon.fact.pattern",
              "dev.merlon.fact.policy")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "org.jspecify..",
                  "dev.merlon.fact",
                  "dev.merlon.fact.json",
                  "dev.merlon.fact.net",
                  "dev.merlon.fact.pattern",
                  "dev.merlon.fact.policy"));

  @ArchTest
  static final ArchRule SERVICES_DO_NOT_KNOW_WHAT_IS_DERIVED =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.merlon.fact.derived..")
          .should()
          .dependOnClassesThat(resideInAPackage("dev.merlon.fact.derived.."));

  @ArchTest
  static final ArchRule FACTS_ARE_RECORDS =
      classes().that().implement(Resource.class).should().beRecords();

  @ArchTest
  static final ArchRule FACTS_SAY_WHAT_READS_THEM =
      classes().that().implement(Resource.class).should().beAnnotatedWith(ReadBy.class);

  @ArchTest
  static final ArchRule PUBLIC_TYPES_ARE_NOT_FOR_EXTENSION =
      classes()
          .that()
          .arePublic()
          .should()
          .haveModifier(JavaModifier.FINAL)
          .orShould()
          .beInterfaces()
          .orShould()
          .beEnums();

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_STAND_ON_EACH_OTHER =
      slices().assignedFrom(packages()).should().beFreeOfCycles();

  @ArchTest
  static final ArchRule EVALUATION_KNOWS_NO_CLOCK_AND_NO_NETWORK =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(InetAddress.class)
          .because("a snapshot is judged the same at any time and anywhere");

  @ArchTest static final ArchRule NOTHING_IS_PRINTED = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule ONE_WAY_OF_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return type.getPackageName().startsWith("dev.merlon")
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }

  static ArchCondition<JavaClass> showNothingOf(String... packages) {
    return new ArchCondition<>("show no type of " + String.join(", ", packages)) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<JavaClass> parents = new HashSet<>(type.getRawInterfaces());
        type.getRawSuperclass().ifPresent(parents::add);
        parents.forEach(parent -> report(type, "extends ", parent, events));
        for (JavaMember member : type.getMembers()) {
          if (member.getModifiers().contains(JavaModifier.PUBLIC)
              || member.getModifiers().contains(JavaModifier.PROTECTED)) {
            for (JavaClass shown : shown(member)) {
              report(type, member.getFullName() + " shows ", shown, events);
            }
          }
        }
      }

      private void report(JavaClass type, String what, JavaClass shown, ConditionEvents events) {
        if (resideInAnyPackage(packages).test(shown)) {
          events.add(SimpleConditionEvent.violated(type, what + shown.getName()));
        }
      }
    };
  }

  private static Set<JavaClass> shown(JavaMember member) {
    Set<JavaClass> shown = new HashSet<>();
    if (member instanceof JavaField field) {
      shown.addAll(field.getType().getAllInvolvedRawTypes());
    } else if (member instanceof JavaCodeUnit code) {
      shown.addAll(code.getReturnType().getAllInvolvedRawTypes());
      for (JavaType parameter : code.getParameterTypes()) {
        shown.addAll(parameter.getAllInvolvedRawTypes());
      }
      code.getThrowsClause().getTypes().forEach(shown::add);
    }
    return shown;
  }
}
