/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkClient;

/** What holds in every module of collectors: its ArchitectureTest takes them over. */
public final class CollectorRules {
  private static final Pattern READS = Pattern.compile("(describe|get|list)[A-Z].*");

  private static final Set<String> ALLOWED =
      Set.of(
          "generateCredentialReport",
          // make no request
          "builder",
          "close",
          "serviceClientConfiguration",
          "serviceMetadata",
          "serviceName");

  private static final String SDK = "software.amazon.awssdk..";

  @ArchTest
  static final ArchRule sdkClients_areOnlyRead =
      classes()
          .should(
              new ArchCondition<JavaClass>("call only what reads on SDK clients") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  for (JavaAccess<?> access : item.getAccessesFromSelf()) {
                    String name = access.getTarget().getName();
                    if (access.getTargetOwner().isAssignableTo(SdkClient.class)
                        && !READS.matcher(name).matches()
                        && !ALLOWED.contains(name)) {
                      events.add(SimpleConditionEvent.violated(item, access.getDescription()));
                    }
                  }
                }
              });

  @ArchTest
  static final ArchRule
      publicSignatures_haveNoSdkType_exceptForCredentialsRegionsAndClientBuilders =
          methods()
              .that()
              .arePublic()
              .and()
              .areDeclaredInClassesThat()
              .arePublic()
              .should(
                  new ArchCondition<JavaMethod>("show no other types of the SDK") {
                    @Override
                    public void check(JavaMethod item, ConditionEvents events) {
                      shown(item)
                          .filter(resideInAnyPackage(SDK))
                          .filter(
                              not(
                                  resideInAnyPackage(
                                      "software.amazon.awssdk.auth.credentials",
                                      "software.amazon.awssdk.regions",
                                      "software.amazon.awssdk.awscore.client.builder",
                                      "software.amazon.awssdk.core.client.builder")))
                          .filter(type -> !type.isEquivalentTo(SdkClient.class))
                          .forEach(
                              type ->
                                  events.add(
                                      SimpleConditionEvent.violated(
                                          item, item.getFullName() + " shows " + type.getName())));
                    }
                  });

  private CollectorRules() {}

  private static Stream<JavaClass> shown(JavaCodeUnit method) {
    return Stream.concat(
        Stream.concat(
            method.getReturnType().getAllInvolvedRawTypes().stream(),
            method.getParameterTypes().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())),
        method.getTypeParameters().stream()
            .flatMap(type -> type.getAllInvolvedRawTypes().stream()));
  }
}
