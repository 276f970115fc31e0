/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.collect.RefusingAws;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

/** Where the SDK's own clients send what is read first, and the Region they sign for. */
final class EndpointsTest {

  @ParameterizedTest
  @CsvSource({
    "aws, eu-west-1, cloudtrail.eu-west-1.amazonaws.com eu-west-1,"
        + " events.us-east-1.amazonaws.com us-east-1",
    "aws-cn, cn-northwest-1, cloudtrail.cn-northwest-1.amazonaws.com.cn cn-northwest-1,"
        + " events.cn-north-1.amazonaws.com.cn cn-north-1",
    "aws-us-gov, us-gov-east-1, cloudtrail.us-gov-east-1.amazonaws.com us-gov-east-1,"
        + " events.us-gov-west-1.amazonaws.com us-gov-west-1"
  })
  void collect_eachPartition_asksTheFirstRegionAndTheHomeOfGlobalServices(
      String partition, String region, String trails, String rules) {
    RefusingAws aws = new RefusingAws(partition);

    aws.collector()
        .services(new MonitoringCollector())
        .regions(Region.of(region))
        .build()
        .collect();

    assertThat(aws.asked()).containsExactlyInAnyOrder(trails, rules);
  }
}
