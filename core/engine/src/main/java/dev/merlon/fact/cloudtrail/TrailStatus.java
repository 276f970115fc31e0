/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.cloudtrail;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * Whether a trail records.
 *
 * @param arn the trail's, and {@code /status}: AWS gives none
 * @param latestCloudWatchLogsDeliveryError why the latest delivery to the log group failed; empty
 *     if it did not
 */
@ReadBy(value = "cloudtrail:GetTrailStatus", scope = ReadBy.Scope.ACCOUNT, per = "trailArn")
public record TrailStatus(
    String arn,
    String account,
    String region,
    String trailArn,
    boolean isLogging,
    String latestCloudWatchLogsDeliveryError)
    implements Resource {}
