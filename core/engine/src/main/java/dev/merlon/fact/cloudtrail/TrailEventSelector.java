/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.cloudtrail;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.pattern.SampleEvent;
import dev.merlon.fact.policy.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the selectors of a trail, which records what any of them selects. A trail has basic ones
 * or advanced ones: the latter have {@code fieldSelectors}, and nothing else.
 *
 * @param arn the trail's, {@code /event-selector/} and a number: AWS gives none
 * @param readWriteType {@code All}, {@code ReadOnly} or {@code WriteOnly}
 * @param excludeManagementEventSources {@code kms.amazonaws.com}, …
 * @param fieldSelectors all of them are to accept an event
 */
@ReadBy(value = "cloudtrail:GetEventSelectors", scope = ReadBy.Scope.ACCOUNT, per = "trailArn")
public record TrailEventSelector(
    String arn,
    String account,
    String region,
    String trailArn,
    String readWriteType,
    boolean includeManagementEvents,
    List<String> excludeManagementEventSources,
    List<FieldSelector> fieldSelectors)
    implements Resource {

  public TrailEventSelector {
    excludeManagementEventSources = List.copyOf(excludeManagementEventSources);
    fieldSelectors = List.copyOf(fieldSelectors);
  }

  /** A condition of an advanced selector: each list that is not empty is to accept the value. */
  public record FieldSelector(
      String field,
      List<String> equalTo,
      List<String> startsWith,
      List<String> endsWith,
      List<String> notEquals,
      List<String> notStartsWith,
      List<String> notEndsWith) {

    public FieldSelector {
      equalTo = List.copyOf(equalTo);
      startsWith = List.copyOf(startsWith);
      endsWith = List.copyOf(endsWith);
      notEquals = List.copyOf(notEquals);
      notStartsWith = List.copyOf(notStartsWith);
      notEndsWith = List.copyOf(notEndsWith);
    }

    private Truth accepts(SampleEvent event) {
      String value = event.value(field);
      if (value == null) {
        return Truth.UNDECIDED;
      }
      return Truth.of(
          (equalTo.isEmpty() || equalTo.contains(value))
              && (startsWith.isEmpty() || startsWith.stream().anyMatch(value::startsWith))
              && (endsWith.isEmpty() || endsWith.stream().anyMatch(value::endsWith))
              && !notEquals.contains(value)
              && notStartsWith.stream().noneMatch(value::startsWith)
              && notEndsWith.stream().noneMatch(value::endsWith));
    }
  }

  /** Whether it has the trail record a management event. */
  public Truth records(SampleEvent event) {
    if (!fieldSelectors.isEmpty()) {
      Truth all = Truth.TRUE;
      for (FieldSelector selector : fieldSelectors) {
        all = all.and(selector.accepts(event));
      }
      return all;
    }
    if (!includeManagementEvents || excludes(event.value("eventSource"))) {
      return Truth.FALSE;
    }
    boolean readOnly = "true".equals(event.value("readOnly"));
    return Truth.of(
        readWriteType.equals("All") || readWriteType.equals(readOnly ? "ReadOnly" : "WriteOnly"));
  }

  private boolean excludes(@Nullable String eventSource) {
    return eventSource != null && excludeManagementEventSources.contains(eventSource);
  }
}
