/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.fact.Resource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

final class RegionalTest {

  /** The clients are the names of their Regions. */
  private static Regional<String> in(String partition, String firstRegion) {
    CallerAccount account = new CallerAccount(FakeAws.ACCOUNT, partition);
    return new Regional<>(
        Region::id,
        new Place(account, Resource.GLOBAL, account.globalRegion(), Region.of(firstRegion)));
  }

  @Test
  void anywhere_isTheRegionThatIsAskedForTheAccount() {
    assertThat(in("aws", "eu-west-1").anywhere()).isEqualTo("eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1", "us-gov-west-1", "cn-north-1", "us-isob-east-1"})
  void in_aRegion_isThatOne(String region) {
    assertThat(in("aws", "eu-west-1").in(region)).isEqualTo(region);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "global", "us-east-1.example.com", "us-east-1/", "us-east-1#", "a b-1"})
  void in_whatIsNoNameOfARegion_isRefused(String region) {
    Regional<String> regional = in("aws", "eu-west-1");

    assertThatThrownBy(() -> regional.in(region))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + region + "\" is no name of a Region");
  }

  @ParameterizedTest
  @CsvSource({"aws, us-east-1", "aws-cn, cn-north-1", "aws-us-gov, us-gov-west-1"})
  void homeOfGlobalServices_ofAPartition_isWhereTheirEventsArrive(String partition, String home) {
    assertThat(in(partition, "eu-west-1").homeOfGlobalServices()).isEqualTo(home);
  }

  @Test
  void onceInRegions_read_isMadeOnceWithTheFirstRegionsClient() {
    List<String> asked = new ArrayList<>();

    FakeAws.collector(new FakeEc2())
        .regions(Region.EU_WEST_1, Region.US_EAST_1)
        .services(
            reads ->
                reads
                    .onceInRegions(Ec2Client::builder)
                    .read(
                        (regional, reading) -> {
                          asked.add(reading.region());
                          asked.add(regional.anywhere().serviceName());
                          asked.add(regional.in("ap-south-1").serviceName());
                        },
                        Thing.class))
        .build()
        .collect();

    assertThat(asked).containsExactly(Resource.GLOBAL, "ec2", "ec2");
  }
}
