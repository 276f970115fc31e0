/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import dev.merlon.collect.AwsValues;
import dev.merlon.collect.Reading;
import dev.merlon.fact.iam.OrganizationsFeatures;
import dev.merlon.fact.iam.OrganizationsFeatures.Answer;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;

/** Maps ListOrganizationsFeatures, and the errors that say why there are no features. */
final class OrganizationsFeaturesReader {
  private static final String SUFFIX = "Exception";

  /** By error code. IAM has both: NoSuchEntity, and the names of exceptions. */
  private static final Map<String, Answer> ANSWERS =
      Map.of(
          "ServiceAccessNotEnabled",
          Answer.SERVICE_ACCESS_NOT_ENABLED,
          "AccountNotManagementOrDelegatedAdministrator",
          Answer.NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR,
          "OrganizationNotFound",
          Answer.ORGANIZATION_NOT_FOUND,
          "OrganizationNotInAllFeaturesMode",
          Answer.NOT_ALL_FEATURES);

  private OrganizationsFeaturesReader() {}

  static void read(IamClient iam, Reading reading) {
    reading.each(List.of(answer(iam, reading)), fact -> fact);
  }

  private static OrganizationsFeatures answer(IamClient iam, Reading reading) {
    try {
      return fact(
          Answer.FEATURES,
          iam.listOrganizationsFeatures(request -> {}).enabledFeaturesAsStrings(),
          reading);
    } catch (IamException e) {
      Answer answer = ANSWERS.get(code(e));
      if (answer == null) {
        throw e;
      }
      return fact(answer, List.of(), reading);
    }
  }

  private static String code(IamException thrown) {
    String code =
        thrown.awsErrorDetails() == null
            ? ""
            : AwsValues.text(thrown.awsErrorDetails().errorCode());
    return code.endsWith(SUFFIX) ? code.substring(0, code.length() - SUFFIX.length()) : code;
  }

  private static OrganizationsFeatures fact(Answer answer, List<String> features, Reading reading) {
    return new OrganizationsFeatures(
        reading.arn("iam", reading.account(), "root"),
        reading.account(),
        reading.region(),
        answer,
        features);
  }
}
