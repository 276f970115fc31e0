/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * A zone of a Region as DescribeAvailabilityZones tells it, Local and Wavelength Zones included.
 *
 * @param arn the zone in ARN form: AWS has none
 * @param zoneType {@code availability-zone}, {@code local-zone} or {@code wavelength-zone}
 */
@ReadBy("ec2:DescribeAvailabilityZones")
public record AvailabilityZone(
    String arn,
    String account,
    String region,
    String zoneName,
    String zoneId,
    String zoneType,
    String groupName,
    String networkBorderGroup,
    String state,
    String optInStatus)
    implements Resource {}
