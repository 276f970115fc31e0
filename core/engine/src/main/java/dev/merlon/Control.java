/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.net.URI;
import java.util.List;

/**
 * A control as its rule file describes it. Ids are unique in an engine and never reused.
 *
 * @param severity the highest that a failure of it can have
 * @param practice the last part of the rule's package, {@code securitygroups} for one
 * @param resourceType the fact type that gets the finding
 * @param reads the fact types that decide it, ascending; computed from the rules
 * @param needs the API actions that feed those, ascending: {@code ec2:DescribeSecurityGroups}
 */
public record Control(
    String id,
    String title,
    Severity severity,
    String practice,
    String resourceType,
    List<String> reads,
    List<String> needs,
    List<Parameter> parameters,
    String risk,
    String remediation,
    List<URI> references) {

  public Control {
    reads = List.copyOf(reads);
    needs = List.copyOf(needs);
    parameters = List.copyOf(parameters);
    references = List.copyOf(references);
  }
}
