/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.Arn;
import dev.merlon.fact.account.Account;
import dev.merlon.fact.cloudtrail.Trail;
import dev.merlon.fact.cloudtrail.TrailEventSelector;
import dev.merlon.fact.cloudtrail.TrailStatus;
import dev.merlon.fact.cloudwatch.MetricAlarm;
import dev.merlon.fact.events.EventRule;
import dev.merlon.fact.events.EventTarget;
import dev.merlon.fact.logs.MetricFilter;
import dev.merlon.fact.pattern.EventPattern;
import dev.merlon.fact.pattern.EventProbe;
import dev.merlon.fact.pattern.EventTopic;
import dev.merlon.fact.pattern.LogFilterPattern;
import dev.merlon.fact.pattern.SampleEvent;
import dev.merlon.fact.policy.Truth;
import dev.merlon.fact.sns.TopicSubscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The trails, filters, alarms, rules and subscriptions of an account, and what is not known. */
final class AlarmChains {
  private final Account account;
  private final List<MissingRead> missing = new ArrayList<>();
  private final List<Trail> trails;
  private final List<TrailStatus> statuses;
  private final List<TrailEventSelector> selectors;
  private final List<MetricFilter> filters;
  private final List<MetricAlarm> alarms;
  private final List<EventRule> rules;
  private final List<EventTarget> targets;
  private final List<TopicSubscription> subscriptions;
  private final Map<MetricFilter, LogFilterPattern> filterPatterns = new HashMap<>();
  private final Map<EventRule, EventPattern> eventPatterns = new HashMap<>();

  AlarmChains(Account account, Collection<?> missing, Collection<?>... facts) {
    this.account = account;
    missing.forEach(each -> this.missing.add((MissingRead) each));
    trails = all(Trail.class, Comparator.comparing(Trail::arn), facts);
    statuses = all(TrailStatus.class, Comparator.comparing(TrailStatus::arn), facts);
    selectors = all(TrailEventSelector.class, Comparator.comparing(TrailEventSelector::arn), facts);
    filters = all(MetricFilter.class, Comparator.comparing(MetricFilter::arn), facts);
    alarms = all(MetricAlarm.class, Comparator.comparing(MetricAlarm::arn), facts);
    rules = all(EventRule.class, Comparator.comparing(EventRule::arn), facts);
    targets = all(EventTarget.class, Comparator.comparing(EventTarget::arn), facts);
    subscriptions =
        all(TopicSubscription.class, Comparator.comparing(TopicSubscription::arn), facts);
    filters.forEach(
        filter -> filterPatterns.put(filter, LogFilterPattern.parse(filter.filterPattern())));
    rules.forEach(rule -> eventPatterns.put(rule, EventPattern.parse(rule.eventPattern())));
  }

  /** Ordered, so that of chains alike the same one is shown every time. */
  private static <T> List<T> all(Class<T> type, Comparator<T> order, Collection<?>... facts) {
    List<T> found = new ArrayList<>();
    for (Collection<?> some : facts) {
      for (Object fact : some) {
        if (type.isInstance(fact)) {
          found.add(type.cast(fact));
        }
      }
    }
    found.sort(order);
    return found;
  }

  static AlarmChain of(Map<EventProbe, AlarmChain> chains, EventProbe probe) {
    return Objects.requireNonNull(chains.get(probe));
  }

  /** The best chain from a trail through a metric filter and an alarm. */
  AlarmChain byFilter(EventProbe probe) {
    SampleEvent event = probe.recorded(account.arn());
    AlarmChain best = AlarmChain.START.then(Truth.FALSE, "there is no trail");
    for (Trail trail : trails) {
      best = best.or(throughTrail(trail, event));
    }
    return best.or(unknown(AlarmChain.START, "Trail", "", "the trails are not known"));
  }

  private AlarmChain throughTrail(Trail trail, SampleEvent event) {
    AlarmChain chain =
        AlarmChain.START
            .through("trail", trail.name())
            .then(Truth.TRUE, "")
            .then(Truth.of(trail.isMultiRegionTrail()), "the trail records one Region only");
    if (trail.cloudWatchLogsLogGroupArn().isEmpty()) {
      return recording(chain, trail, event).then(Truth.FALSE, "the trail delivers to no log group");
    }
    if (!trail.hasLogGroupHere()) {
      return recording(chain.then(Truth.UNDECIDED, elsewhere(trail)), trail, event);
    }
    chain = recording(chain, trail, event);
    chain =
        chain.then(
            delivers(trail), "deliveries of trail " + trail.name() + " to its log group failed");
    AlarmChain best =
        chain
            .then(Truth.FALSE, "no metric filter of the trail's log group catches it")
            .or(
                unknown(
                    chain,
                    "MetricFilter",
                    trail.cloudWatchLogsLogGroupArn(),
                    "the metric filters of its log group are not known"));
    for (MetricFilter filter : filters) {
      if (filter.logGroupArn().equals(trail.cloudWatchLogsLogGroupArn())) {
        Truth counts = counts(filter, event);
        if (counts != Truth.FALSE) {
          best =
              best.or(
                  throughFilter(
                      chain
                          .through("metricFilter", filter.filterName())
                          .then(
                              counts,
                              "what the metric filter "
                                  + filter.filterName()
                                  + " catches is not certain"),
                      filter));
        }
      }
    }
    return best;
  }

  /** What a member of an organization sees of its trail. */
  private static String elsewhere(Trail trail) {
    return "the log group of the "
        + (trail.isOrganizationTrail() ? "organization trail " : "trail ")
        + trail.name()
        + " is in account "
        + Arn.of(trail.cloudWatchLogsLogGroupArn()).account()
        + ", and so are alarms on it";
  }

  private Truth counts(MetricFilter filter, SampleEvent event) {
    return filter.isDecidedByPattern()
        ? Objects.requireNonNull(filterPatterns.get(filter)).matches(event)
        : Truth.UNDECIDED;
  }

  /**
   * Whether the trail is on, and records the event. AWS has an answer to both for every trail:
   * where there is none, nothing is known.
   */
  private AlarmChain recording(AlarmChain chain, Trail trail, SampleEvent event) {
    Truth logging = known("TrailStatus", trail) ? Truth.FALSE : Truth.UNDECIDED;
    boolean hasStatus = false;
    for (TrailStatus status : statuses) {
      if (status.trailArn().equals(trail.arn())) {
        hasStatus = true;
        logging = logging.or(Truth.of(status.isLogging()));
      }
    }
    Truth records = known("TrailEventSelector", trail) ? Truth.FALSE : Truth.UNDECIDED;
    boolean hasSelector = false;
    for (TrailEventSelector selector : selectors) {
      if (selector.trailArn().equals(trail.arn())) {
        hasSelector = true;
        records = records.or(selector.records(event));
      }
    }
    return chain
        .then(
            hasStatus ? logging : Truth.UNDECIDED,
            logging == Truth.FALSE && hasStatus
                ? "the trail is not logging"
                : "whether trail "
                    + trail.name()
                    + " is logging is not known"
                    + because("TrailStatus", trail))
        .then(
            hasSelector ? records : Truth.UNDECIDED,
            records == Truth.FALSE && hasSelector
                ? "the trail does not record such events"
                : "what trail "
                    + trail.name()
                    + " records is not known"
                    + because("TrailEventSelector", trail));
  }

  private boolean known(String factType, Trail trail) {
    return whyMissing(factType, trail.arn()).isEmpty();
  }

  private String because(String factType, Trail trail) {
    return known(factType, trail) ? "" : ": " + whyMissing(factType, trail.arn());
  }

  private Truth delivers(Trail trail) {
    return statuses.stream()
            .anyMatch(
                status ->
                    status.trailArn().equals(trail.arn())
                        && !status.latestCloudWatchLogsDeliveryError().isEmpty())
        ? Truth.UNDECIDED
        : Truth.TRUE;
  }

  private AlarmChain throughFilter(AlarmChain chain, MetricFilter filter) {
    String alarmsArn = Trail.alarmsOf(filter.logGroupArn());
    String metric = filter.metricNamespace() + "/" + filter.metricName();
    AlarmChain best =
        chain
            .then(Truth.FALSE, "no alarm watches the metric " + metric)
            .or(unknown(chain, "MetricAlarm", alarmsArn, "the alarms are not known"));
    for (MetricAlarm alarm : alarms) {
      if (alarm.alarmsArn().equals(alarmsArn)
          && alarm.watches(filter.metricNamespace(), filter.metricName())) {
        AlarmChain watched =
            chain
                .through("alarm", alarm.alarmName())
                .then(
                    alarm.isRaisedByOne(
                        filter.metricNamespace(),
                        filter.metricName(),
                        filter.metricValue(),
                        filter.hasDimensions()),
                    "whether one event raises the alarm " + alarm.alarmName() + " is not certain")
                .then(Truth.of(alarm.actionsEnabled()), "the actions of the alarm are disabled")
                .then(Truth.of(!alarm.alarmActions().isEmpty()), "the alarm has no action");
        best = best.or(toSomeone(watched, alarm.alarmActions()));
      }
    }
    return best;
  }

  /** The best chain from a rule of EventBridge to its targets. */
  AlarmChain byRule(EventTopic topic, EventProbe probe) {
    AlarmChain best =
        AlarmChain.START
            .then(Truth.FALSE, "no EventBridge rule catches it")
            .or(unknown(AlarmChain.START, "EventRule", "", "the EventBridge rules are not known"));
    SampleEvent recorded = probe.recorded(account.arn());
    SampleEvent delivered = probe.delivered(account.arn());
    for (EventRule rule : rules) {
      Truth passes =
          rule.isGiven(probe)
              ? Objects.requireNonNull(eventPatterns.get(rule)).matches(delivered)
              : Truth.FALSE;
      if (passes != Truth.FALSE) {
        AlarmChain chain =
            AlarmChain.EVENT_BUS
                .through("eventRule", rule.name())
                .then(
                    passes, "what the EventBridge rule " + rule.name() + " catches is not certain")
                .then(
                    Truth.of(!topic.happensInAllRegions()).or(Truth.UNDECIDED),
                    "EventBridge rules of other Regions are not read")
                .then(
                    isRecorded(recorded, Arn.of(rule.arn()).region()),
                    "EventBridge gets such events only where a trail records them, and no such"
                        + " trail is known");
        best = best.or(throughRule(chain, rule));
      }
    }
    return best;
  }

  /** A trail of the one Region is enough, but is not seen from every Region. */
  private Truth isRecorded(SampleEvent event, String region) {
    Truth recorded = Truth.UNDECIDED;
    for (Trail trail : trails) {
      if (trail.isMultiRegionTrail() || trail.homeRegion().equals(region)) {
        recorded = recorded.or(recording(AlarmChain.START, trail, event).arrives());
      }
    }
    return recorded;
  }

  private AlarmChain throughRule(AlarmChain chain, EventRule rule) {
    List<String> arns =
        targets.stream()
            .filter(target -> target.ruleArn().equals(rule.arn()))
            .map(EventTarget::targetArn)
            .toList();
    return toSomeone(
            chain.then(Truth.of(!arns.isEmpty()), "the EventBridge rule has no target"), arns)
        .or(
            unknown(
                chain,
                "EventTarget",
                rule.arn(),
                "the targets of the EventBridge rule " + rule.name() + " are not known"));
  }

  private AlarmChain toSomeone(AlarmChain chain, List<String> arns) {
    AlarmChain best = null;
    for (String arn : arns) {
      AlarmChain one = toSomeone(chain, arn);
      best = best == null ? one : best.or(one);
    }
    return best == null ? chain : best;
  }

  private AlarmChain toSomeone(AlarmChain chain, String arn) {
    if (!TopicSubscription.isTopic(arn)) {
      return chain.then(Truth.UNDECIDED, "whether " + arn + " tells somebody is not known");
    }
    AlarmChain named = chain.through("topic", arn);
    if (!Arn.of(arn).account().equals(account.account())) {
      return named.then(
          Truth.UNDECIDED, "the topic " + arn + " is of another account, which knows who receives");
    }
    boolean confirmed =
        subscriptions.stream()
            .anyMatch(
                subscription -> subscription.topicArn().equals(arn) && subscription.isConfirmed());
    return named
        .then(Truth.of(confirmed), "the topic has no confirmed subscription")
        .or(
            unknown(
                named, "TopicSubscription", arn, "the subscriptions to " + arn + " are not known"));
  }

  /** The chain that perhaps is, if something of a type was not read; broken otherwise. */
  private AlarmChain unknown(AlarmChain chain, String factType, String arn, String what) {
    String why = whyMissing(factType, arn);
    return why.isEmpty()
        ? AlarmChain.START.then(Truth.FALSE, "")
        : chain.then(Truth.UNDECIDED, what + ": " + why);
  }

  private String whyMissing(String factType, String arn) {
    TreeSet<String> reasons = new TreeSet<>();
    for (MissingRead each : missing) {
      if (each.concerns(factType, arn)) {
        reasons.add(each.reason());
      }
    }
    return String.join("; ", reasons);
  }
}
