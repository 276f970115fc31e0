/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.identity.Collected.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Coverage;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeAws;
import dev.merlon.fact.sso.IdentityCenterInstance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;
import software.amazon.awssdk.services.ssoadmin.model.InstanceMetadata;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesRequest;
import software.amazon.awssdk.services.ssoadmin.model.ListInstancesResponse;

final class IdentityCenterReaderTest {
  private static final String REGION = "us-east-1";
  private static final String ARN = "arn:aws:sso:::instance/ssoins-";

  @Test
  void read_instancesOfTwoPages_areFactsButForTheMalformed() {
    List<ListInstancesRequest> requests = new ArrayList<>();
    SsoAdminClient identityCenter =
        new SsoAdminClient() {
          @Override
          public ListInstancesResponse listInstances(ListInstancesRequest request) {
            requests.add(request);
            return request.nextToken() == null
                ? ListInstancesResponse.builder()
                    .nextToken("next")
                    .instances(
                        instance("1", "444455556666", "ACTIVE"),
                        instance("2", ACCOUNT, null),
                        instance("3", null, "ACTIVE"))
                    .build()
                : ListInstancesResponse.builder()
                    .instances(
                        instance("4", ACCOUNT, "A_STATUS_OF_2030"),
                        InstanceMetadata.builder().ownerAccountId(ACCOUNT).build())
                    .build();
          }

          @Override
          public String serviceName() {
            return "sso";
          }

          @Override
          public void close() {}
        };

    assertThat(Collected.from(identityCenter, IdentityCenterInstance.class))
        .isEqualTo(
            new Snapshot(
                FakeAws.NOW,
                List.of(
                    new IdentityCenterInstance(
                        ARN + "1", ACCOUNT, REGION, "444455556666", "ACTIVE"),
                    new IdentityCenterInstance(
                        ARN + "4", ACCOUNT, REGION, ACCOUNT, "A_STATUS_OF_2030")),
                Coverage.of(ACCOUNT, REGION, List.of("IdentityCenterInstance")),
                List.of(lost("Status"), lost("OwnerAccountId"), lost("InstanceArn"))));
    assertThat(requests)
        .extracting(Object::toString)
        .containsExactly(
            "ListInstancesRequest(MaxResults=100)",
            "ListInstancesRequest(MaxResults=100, NextToken=next)");
  }

  private static InstanceMetadata instance(
      String id, @Nullable String owner, @Nullable String status) {
    return InstanceMetadata.builder()
        .instanceArn(ARN + id)
        .ownerAccountId(owner)
        .status(status)
        .build();
  }

  private static Gap lost(String what) {
    return new Gap(
        "IdentityCenterInstance",
        ACCOUNT,
        REGION,
        null,
        "an item of sso:ListInstances could not be read: IllegalArgumentException: "
            + what
            + " is missing");
  }
}
