/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.Coverage;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeAws;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What the network collector makes of a fake EC2, and what it should make of it. */
final class Collected {
  static final String ACCOUNT = FakeAws.ACCOUNT;
  static final String OTHER_ACCOUNT = "444455556666";
  static final String REGION = "us-east-1";

  private Collected() {}

  /** Collects what is needed for these types from EC2 as the fake has it. */
  static Snapshot from(Ec2Client fake, Class<?>... types) {
    return FakeAws.collector(fake)
        .services(new NetworkCollector())
        .forControls(FakeAws.controlsReading(types))
        .build()
        .collect();
  }

  static Snapshot snapshot(List<Class<?>> covered, List<Resource> facts, Gap... gaps) {
    return new Snapshot(
        FakeAws.NOW,
        facts,
        Coverage.of(ACCOUNT, REGION, covered.stream().map(FactType::nameOf).toList()),
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

  static String arn(String account, String resource) {
    return "arn:aws:ec2:" + REGION + ":" + account + ":" + resource;
  }

  static Ec2Exception denied() {
    return (Ec2Exception)
        Ec2Exception.builder()
            .statusCode(403)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("UnauthorizedOperation")
                    .errorMessage("You may not.")
                    .build())
            .build();
  }
}
