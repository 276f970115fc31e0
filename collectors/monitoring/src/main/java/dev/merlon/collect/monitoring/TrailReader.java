/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import static dev.merlon.collect.AwsValues.flag;
import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.collect.Regional;
import dev.merlon.fact.cloudtrail.Trail;
import dev.merlon.fact.cloudtrail.TrailEventSelector;
import dev.merlon.fact.cloudtrail.TrailEventSelector.FieldSelector;
import dev.merlon.fact.cloudtrail.TrailStatus;
import java.util.List;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedEventSelector;
import software.amazon.awssdk.services.cloudtrail.model.AdvancedFieldSelector;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.GetEventSelectorsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

/** Maps DescribeTrails, and GetTrailStatus and GetEventSelectors for each trail. */
final class TrailReader {
  private TrailReader() {}

  /** Every Region shows the trails of all Regions. */
  static void read(Regional<CloudTrailClient> cloudTrail, Reading reading) {
    reading.each(
        cloudTrail
            .anywhere()
            .describeTrails(request -> request.includeShadowTrails(true))
            .trailList(),
        trail ->
            new Trail(
                required(trail.trailARN(), "TrailARN"),
                reading.account(),
                reading.region(),
                text(trail.name()),
                required(trail.homeRegion(), "HomeRegion"),
                flag(trail.isMultiRegionTrail()),
                flag(trail.isOrganizationTrail()),
                text(trail.cloudWatchLogsLogGroupArn())));
  }

  static void readStatus(Regional<CloudTrailClient> cloudTrail, Trail trail, Reading reading) {
    GetTrailStatusResponse status =
        cloudTrail.in(trail.homeRegion()).getTrailStatus(request -> request.name(trail.arn()));
    reading.each(
        List.of(status),
        found ->
            new TrailStatus(
                trail.arn() + "/status",
                reading.account(),
                reading.region(),
                trail.arn(),
                flag(found.isLogging()),
                text(found.latestCloudWatchLogsDeliveryError())));
  }

  static void readEventSelectors(
      Regional<CloudTrailClient> cloudTrail, Trail trail, Reading reading) {
    GetEventSelectorsResponse found =
        cloudTrail
            .in(trail.homeRegion())
            .getEventSelectors(request -> request.trailName(trail.arn()));
    int[] number = {0};
    reading.each(found.eventSelectors(), selector -> map(selector, trail, number[0]++, reading));
    reading.each(
        found.advancedEventSelectors(), selector -> map(selector, trail, number[0]++, reading));
  }

  private static TrailEventSelector map(
      EventSelector selector, Trail trail, int number, Reading reading) {
    return new TrailEventSelector(
        trail.arn() + "/event-selector/" + number,
        reading.account(),
        reading.region(),
        trail.arn(),
        text(selector.readWriteTypeAsString()),
        flag(selector.includeManagementEvents()),
        selector.excludeManagementEventSources(),
        List.of());
  }

  private static TrailEventSelector map(
      AdvancedEventSelector selector, Trail trail, int number, Reading reading) {
    return new TrailEventSelector(
        trail.arn() + "/event-selector/" + number,
        reading.account(),
        reading.region(),
        trail.arn(),
        "",
        false,
        List.of(),
        selector.fieldSelectors().stream().map(TrailReader::map).toList());
  }

  private static FieldSelector map(AdvancedFieldSelector selector) {
    return new FieldSelector(
        required(selector.field(), "Field"),
        selector.equalsValue(),
        selector.startsWith(),
        selector.endsWith(),
        selector.notEquals(),
        selector.notStartsWith(),
        selector.notEndsWith());
  }
}
