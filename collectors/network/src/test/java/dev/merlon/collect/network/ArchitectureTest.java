/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.merlon.collect.CollectorRules;

@AnalyzeClasses(
    packages = "dev.merlon.collect.network",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ImportOption.DoNotIncludePackageInfos.class
    })
final class ArchitectureTest {
  @ArchTest static final ArchTests collectors = ArchTests.in(CollectorRules.class);

  @ArchTest
  static final ArchRule collectors_areTheOnlyPublicTypes =
      classes()
          .that()
          .doNotBelongToAnyOf(
              DatabaseCollector.class, LoadBalancerCollector.class, NetworkCollector.class)
          .should()
          .notBePublic()
          .andShould()
          .haveModifier(JavaModifier.FINAL);
}
