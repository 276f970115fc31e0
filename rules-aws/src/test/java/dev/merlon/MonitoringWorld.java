/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import dev.merlon.fact.cloudtrail.Trail;
import dev.merlon.fact.cloudtrail.TrailEventSelector;
import dev.merlon.fact.cloudtrail.TrailStatus;
import dev.merlon.fact.cloudwatch.MetricAlarm;
import dev.merlon.fact.events.EventRule;
import dev.merlon.fact.events.EventTarget;
import dev.merlon.fact.logs.MetricFilter;
import dev.merlon.fact.sns.TopicSubscription;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Trails, what looks at them, and who is told; every link may be missing or odd. */
final class MonitoringWorld implements ServiceWorld {

  private static final List<String> FILTERS =
      List.of(
          "{ $.eventSource = \"organizations.amazonaws.com\" }",
          "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS"
              + " && $.eventType != \"AwsServiceEvent\" }",
          "{ $.eventName = \"ConsoleLogin\" && $.additionalEventData.MFAUsed != \"Yes\" }",
          "{ $.eventName = * }",
          "{ $.odd = ");

  private static final List<String> PATTERNS =
      List.of(
          "{\"detail\":{\"eventSource\":[\"organizations.amazonaws.com\"]}}",
          "{\"detail\":{\"userIdentity\":{\"type\":[\"Root\"]}}}",
          "{\"detail-type\":[{\"anything-but\":[\"x\"]}]}",
          "{\"detail\":{\"x\":[{\"odd\":1}]}}",
          "");

  @Override
  public Set<Class<? extends Resource>> types() {
    return Set.of(
        EventRule.class,
        EventTarget.class,
        MetricAlarm.class,
        MetricFilter.class,
        TopicSubscription.class,
        Trail.class,
        TrailEventSelector.class,
        TrailStatus.class);
  }

  @Override
  public void add(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts) {
    if (region.equals(Resource.GLOBAL)) {
      new Place(random, account, facts).add();
    }
  }

  /** One account. */
  private record Place(Random random, String account, Consumer<Resource> facts) {

    void add() {
      for (String name : List.of("main", "old")) {
        if (!oneIn(4)) {
          trail(name);
        }
      }
      for (String topic : List.of("t0", "t1")) {
        if (!oneIn(4)) {
          facts.accept(
              new TopicSubscription(
                  arn("sns", topic) + ":s",
                  account,
                  Resource.GLOBAL,
                  arn("sns", topic),
                  "email",
                  !oneIn(4)));
        }
      }
      for (String name : List.of("r0", "r1")) {
        if (oneIn(3)) {
          rule(name);
        }
      }
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private boolean oneIn(int chances) {
      return random.nextInt(chances) == 0;
    }

    private String arn(String service, String resource) {
      return "arn:aws:" + service + ":us-east-1:" + account + ":" + resource;
    }

    private String action() {
      return one(
          List.of(
              arn("sns", "t0"), arn("sns", "t0"), arn("sns", "t1"), arn("lambda", "function:f")));
    }

    private void trail(String name) {
      String arn = arn("cloudtrail", "trail/" + name);
      String group =
          oneIn(8)
              ? ""
              : oneIn(8)
                  ? arn("logs", "log-group:x:*").replace(account, "777788889999")
                  : arn("logs", "log-group:" + name + ":*");
      facts.accept(
          new Trail(arn, account, Resource.GLOBAL, name, "us-east-1", !oneIn(4), oneIn(6), group));
      if (!oneIn(8)) {
        facts.accept(
            new TrailStatus(
                arn + "/status", account, Resource.GLOBAL, arn, !oneIn(5), oneIn(8) ? "x" : ""));
      }
      if (!oneIn(8)) {
        facts.accept(
            new TrailEventSelector(
                arn + "/event-selector/0",
                account,
                Resource.GLOBAL,
                arn,
                one(List.of("All", "All", "All", "WriteOnly")),
                !oneIn(6),
                List.of(),
                List.of()));
      }
      if (group.contains(account)) {
        watch(name, group);
      }
    }

    private void watch(String name, String group) {
      String alarms = Trail.alarmsOf(group);
      for (int i = 0; i < 4; i++) {
        String metric = "m" + i;
        if (!oneIn(4)) {
          facts.accept(
              new MetricFilter(
                  group + ":metric-filter:" + i,
                  account,
                  Resource.GLOBAL,
                  group,
                  "f" + i,
                  one(FILTERS),
                  "trail-" + name,
                  metric,
                  "1",
                  oneIn(12),
                  oneIn(12),
                  ""));
        }
        if (!oneIn(4)) {
          facts.accept(
              new MetricAlarm(
                  arn("cloudwatch", "alarm:" + name + i),
                  account,
                  Resource.GLOBAL,
                  alarms,
                  name + i,
                  !oneIn(5),
                  oneIn(6) ? List.of() : List.of(action()),
                  List.of(
                      new MetricAlarm.WatchedMetric(
                          account, "trail-" + name, metric, "Sum", oneIn(12))),
                  oneIn(12),
                  "GreaterThanOrEqualToThreshold",
                  one(List.of("1", "1", "1", "5", "")),
                  oneIn(12) ? 2 : 1));
        }
      }
    }

    private void rule(String name) {
      String arn = arn("events", "rule/" + name);
      facts.accept(
          new EventRule(
              arn,
              account,
              Resource.GLOBAL,
              name,
              one(List.of("ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", "DISABLED")),
              one(PATTERNS)));
      if (!oneIn(4)) {
        facts.accept(
            new EventTarget(arn + "/target/1", account, Resource.GLOBAL, arn, "1", action()));
      }
    }
  }
}
