/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import dev.merlon.Coverage;
import dev.merlon.Coverage.Area;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeAws;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.iam.model.IamException;

/** What the identity collector makes of fakes, and what it should make of them. */
final class Collected {
  static final String ACCOUNT = FakeAws.ACCOUNT;
  static final String REGION = Resource.GLOBAL;
  static final String ROOT = arn("root");

  private Collected() {}

  /** Collects what is needed for these types from AWS as the fake has it; never waits. */
  static Snapshot from(SdkClient fake, Class<?>... types) {
    return from(fake, duration -> {}, types);
  }

  static Snapshot from(SdkClient fake, IdentityCollector.Pause pause, Class<?>... types) {
    return FakeAws.collector(fake)
        .services(new IdentityCollector(pause))
        .forControls(FakeAws.controlsReading(types))
        .build()
        .collect();
  }

  /** What is read once per account. */
  static Snapshot snapshot(List<Class<?>> covered, List<? extends Resource> facts, Gap... gaps) {
    return new Snapshot(
        FakeAws.NOW,
        List.copyOf(facts),
        new Coverage(
            List.of(
                new Area(ACCOUNT, REGION, covered.stream().map(FactType::nameOf).toList()),
                new Area(ACCOUNT, "us-east-1", List.of()))),
        Arrays.asList(gaps));
  }

  static Gap gap(Class<?> type, @Nullable String arn, String reason) {
    return new Gap(FactType.nameOf(type), ACCOUNT, REGION, arn, reason);
  }

  static Gap lost(Class<?> type, String action, String what) {
    return gap(
        type,
        null,
        "an item of " + action + " could not be read: IllegalArgumentException: " + what);
  }

  static String arn(String resource) {
    return "arn:aws:iam::" + ACCOUNT + ":" + resource;
  }

  static AwsServiceException denied() {
    return with(IamException.builder(), 403, "AccessDenied", "You may not.");
  }

  /** An error of the class that the SDK has for it. */
  static AwsServiceException with(
      AwsServiceException.Builder builder, int status, String code, String message) {
    return builder
        .statusCode(status)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
