/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.iam.OrganizationsFeatures.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class OrganizationsFeaturesTest {

  private static OrganizationsFeatures of(Answer answer, String... features) {
    return new OrganizationsFeatures("arn", "1", "global", answer, List.of(features));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RootSessions RootCredentialsManagement | false | false | true",
        "RootCredentialsManagement              | true  | false | true",
        "RootSessions                           | true  | true  | false",
        "Other                                  | true  | true  | false",
      })
  void lacks_ofFeatures_asksForSessionsIfToldTo(
      String features, boolean lacksOneOfTwo, boolean lacksTheFirst, boolean manages) {
    OrganizationsFeatures of = of(Answer.FEATURES, features.split(" ", -1));

    assertThat(of.lacks(true)).isEqualTo(lacksOneOfTwo);
    assertThat(of.lacks(false)).isEqualTo(lacksTheFirst);
    assertThat(of.managesRootCredentials()).isEqualTo(manages);
  }

  @ParameterizedTest
  @EnumSource
  void lacks_ofAnAnswerWithoutFeatures_isTrueIfItTellsOfTheOrganization(Answer answer) {
    boolean tells =
        answer == Answer.FEATURES
            || answer == Answer.SERVICE_ACCESS_NOT_ENABLED
            || answer == Answer.NOT_ALL_FEATURES;

    assertThat(of(answer).lacks(true)).isEqualTo(tells);
    assertThat(of(answer).lacks(false)).isEqualTo(tells);
    assertThat(of(answer).managesRootCredentials()).isFalse();
  }

  @Test
  void evidence_saysTheAnswerAndWhatIsMissing() {
    assertThat(of(Answer.FEATURES, "RootCredentialsManagement").evidence(true))
        .isEqualTo(Map.of("answer", "FEATURES", "missing", "RootSessions"));
    assertThat(of(Answer.FEATURES, "RootSessions").evidence(false))
        .isEqualTo(Map.of("answer", "FEATURES", "missing", "RootCredentialsManagement"));
    assertThat(of(Answer.SERVICE_ACCESS_NOT_ENABLED).evidence(true))
        .isEqualTo(
            Map.of(
                "answer",
                "SERVICE_ACCESS_NOT_ENABLED",
                "missing",
                "RootCredentialsManagement, RootSessions"));
  }
}
