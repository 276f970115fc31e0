/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.collect.RefusingAws;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/** Where the SDK's own clients send what is read once per account, and the Region they sign for. */
final class EndpointsTest {

  @ParameterizedTest
  @CsvSource({
    "aws, eu-west-1, organizations.us-east-1.amazonaws.com us-east-1,"
        + " account.us-east-1.amazonaws.com us-east-1, iam.amazonaws.com us-east-1",
    "aws-cn, cn-north-1, organizations.cn-northwest-1.amazonaws.com.cn cn-northwest-1,"
        + " account.cn-northwest-1.amazonaws.com.cn cn-northwest-1,"
        + " iam.cn-north-1.amazonaws.com.cn cn-north-1",
    "aws-us-gov, us-gov-east-1, organizations.us-gov-west-1.amazonaws.com us-gov-west-1,"
        + " account.us-gov-west-1.amazonaws.com us-gov-west-1,"
        + " iam.us-gov.amazonaws.com us-gov-west-1"
  })
  void collect_eachPartition_asksItsOwnEndpoints(
      String partition, String region, String organizations, String account, String iam) {
    RefusingAws aws = new RefusingAws(partition);

    aws.collector()
        .services(new OrganizationsCollector())
        .regions(Region.of(region))
        .build()
        .collect();

    assertThat(aws.asked()).containsExactlyInAnyOrder(organizations, account, iam);
  }
}
