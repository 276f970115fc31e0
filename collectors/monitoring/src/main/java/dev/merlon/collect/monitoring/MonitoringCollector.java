/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.monitoring;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;

/**
 * Declares what is read of who is told when something changes: AWS CloudTrail, CloudWatch,
 * EventBridge, SNS.
 */
public final class MonitoringCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {}
}
