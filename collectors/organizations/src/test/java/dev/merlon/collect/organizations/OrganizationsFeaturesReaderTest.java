/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.Collected.ACCOUNT;
import static dev.merlon.collect.organizations.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Snapshot;
import dev.merlon.fact.iam.OrganizationsFeatures;
import dev.merlon.fact.iam.OrganizationsFeatures.Answer;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesResponse;

final class OrganizationsFeaturesReaderTest {
  private static final String ACTION = "iam:ListOrganizationsFeatures";
  private static final List<Class<?>> FEATURES = List.of(OrganizationsFeatures.class);

  @Test
  void read_features_keepsAlsoThoseThatTheSdkDoesNotKnow() {
    assertThat(
            read(
                () ->
                    ListOrganizationsFeaturesResponse.builder()
                        .organizationId("o-example")
                        .enabledFeaturesWithStrings("RootSessions", "AFeatureOf2030")
                        .build()))
        .isEqualTo(
            Collected.snapshot(
                FEATURES,
                List.of(fact(Answer.FEATURES, List.of("AFeatureOf2030", "RootSessions")))));
  }

  @Test
  void read_noFeatures_isAnAnswer() {
    assertThat(read(() -> ListOrganizationsFeaturesResponse.builder().build()))
        .isEqualTo(Collected.snapshot(FEATURES, List.of(fact(Answer.FEATURES, List.of()))));
  }

  @ParameterizedTest
  @CsvSource({
    "ServiceAccessNotEnabledException, SERVICE_ACCESS_NOT_ENABLED",
    "AccountNotManagementOrDelegatedAdministratorException,"
        + " NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR",
    "OrganizationNotFoundException, ORGANIZATION_NOT_FOUND",
    "OrganizationNotInAllFeaturesModeException, NOT_ALL_FEATURES",
    "OrganizationNotFound, ORGANIZATION_NOT_FOUND"
  })
  void read_errorThatIsAnAnswer_isAFact(String code, Answer expected) {
    assertThat(read(() -> fail(409, code)))
        .isEqualTo(Collected.snapshot(FEATURES, List.of(fact(expected, List.of()))));
  }

  @Test
  void read_denied_isAGap() {
    assertThat(read(() -> fail(403, "AccessDenied")))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                Collected.gap(
                    OrganizationsFeatures.class,
                    null,
                    ACTION + " was denied: AccessDenied: You may not.")));
  }

  @Test
  void read_errorWithoutCode_isAGap() {
    assertThat(
            read(
                () -> {
                  throw IamException.builder().statusCode(500).build();
                }))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                Collected.gap(
                    OrganizationsFeatures.class,
                    null,
                    ACTION + " failed with HTTP 500 and no error code")));
  }

  private static ListOrganizationsFeaturesResponse fail(int status, String code) {
    throw Collected.with(IamException.builder(), status, code, "You may not.");
  }

  private static OrganizationsFeatures fact(Answer answer, List<String> features) {
    return new OrganizationsFeatures(
        "arn:aws:iam::" + ACCOUNT + ":root", ACCOUNT, REGION, answer, features);
  }

  private static Snapshot read(Supplier<ListOrganizationsFeaturesResponse> answer) {
    return Collected.from(
        new IamClient() {
          @Override
          public ListOrganizationsFeaturesResponse listOrganizationsFeatures(
              ListOrganizationsFeaturesRequest request) {
            return answer.get();
          }

          @Override
          public String serviceName() {
            return "iam";
          }

          @Override
          public void close() {}
        },
        OrganizationsFeatures.class);
  }
}
