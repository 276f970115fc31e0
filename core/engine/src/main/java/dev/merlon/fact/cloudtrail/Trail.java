/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.cloudtrail;

import dev.merlon.fact.Arn;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.util.stream.Stream;

/**
 * A trail: one of the account, or one of the organization that records in the account. Those of one
 * Region only are there as far as they are in the Region that was asked.
 *
 * @param homeRegion the Region that it was made in
 * @param cloudWatchLogsLogGroupArn the log group that it delivers to; empty for none
 */
@ReadBy(value = "cloudtrail:DescribeTrails", scope = ReadBy.Scope.ACCOUNT)
public record Trail(
    String arn,
    String account,
    String region,
    String name,
    String homeRegion,
    boolean isMultiRegionTrail,
    boolean isOrganizationTrail,
    String cloudWatchLogsLogGroupArn)
    implements Resource {

  /** Whether it delivers to a log group of the account that was read. */
  public boolean hasLogGroupHere() {
    Arn group = Arn.of(cloudWatchLogsLogGroupArn);
    return group.account().equals(account) && !group.region().isEmpty();
  }

  /** The ARN of the log group, if it is of the account that was read. */
  public Stream<String> logGroupHere() {
    return hasLogGroupHere() ? Stream.of(cloudWatchLogsLogGroupArn) : Stream.empty();
  }

  /**
   * The ARN that stands for all alarms of the Region where the log group is: metrics of it are
   * there, and so are alarms that watch them.
   */
  public Stream<String> alarmsHere() {
    return logGroupHere().map(Trail::alarmsOf);
  }

  /** The ARN that stands for all alarms of a log group's account and Region. */
  public static String alarmsOf(String logGroupArn) {
    Arn group = Arn.of(logGroupArn);
    return String.join(
        ":", "arn", group.partition(), "cloudwatch", group.region(), group.account(), "alarm:*");
  }
}
