/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.account.Account;
import dev.merlon.fact.cloudtrail.Trail;
import dev.merlon.fact.cloudtrail.TrailEventSelector;
import dev.merlon.fact.cloudtrail.TrailStatus;
import dev.merlon.fact.cloudwatch.MetricAlarm;
import dev.merlon.fact.cloudwatch.MetricAlarm.WatchedMetric;
import dev.merlon.fact.events.EventRule;
import dev.merlon.fact.events.EventTarget;
import dev.merlon.fact.logs.MetricFilter;
import dev.merlon.fact.pattern.EventTopic;
import dev.merlon.fact.policy.Truth;
import dev.merlon.fact.sns.TopicSubscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EventAlarmsTest {
  private static final Account ACCOUNT = new Account("arn:aws:iam::1:root", "1", "global");
  private static final String GROUP = "arn:aws:logs:us-east-1:1:log-group:trail:*";
  private static final String TOPIC = "arn:aws:sns:us-east-1:1:security";
  private static final String RULE = "arn:aws:events:us-east-1:1:rule/watch";
  private static final Trail TRAIL =
      new Trail("trail", "1", "global", "main", "us-east-1", true, false, GROUP);
  private static final TrailStatus STATUS =
      new TrailStatus("trail/status", "1", "global", "trail", true, "");
  private static final TrailEventSelector SELECTOR =
      new TrailEventSelector("trail/0", "1", "global", "trail", "All", true, List.of(), List.of());
  private static final MetricFilter ALL_EVENTS = filter("all", "");
  private static final MetricAlarm ALARM =
      new MetricAlarm(
          "alarm",
          "1",
          "global",
          "arn:aws:cloudwatch:us-east-1:1:alarm:*",
          "watch",
          true,
          List.of(TOPIC),
          List.of(new WatchedMetric("1", "CIS", "Watched", "Sum", false)),
          false,
          "GreaterThanThreshold",
          "0.0",
          1);
  private static final TopicSubscription SOMEONE =
      new TopicSubscription(TOPIC + ":1", "1", "global", TOPIC, "email", true);
  private static final EventRule EVERYTHING =
      new EventRule(RULE, "1", "global", "watch", "ENABLED", "{\"account\": [\"1\"]}");
  private static final EventTarget TARGET =
      new EventTarget(RULE + "/target/1", "1", "global", RULE, "1", TOPIC);

  private static MetricFilter filter(String name, String pattern) {
    return new MetricFilter(
        "filter/" + name,
        "1",
        "global",
        GROUP,
        name,
        pattern,
        "CIS",
        "Watched",
        "1",
        false,
        false,
        "");
  }

  private static EventAlarms alarms(List<MissingRead> missing, Object... facts) {
    return EventAlarms.of(ACCOUNT, missing, Arrays.asList(facts));
  }

  private static EnumSet<EventTopic> all() {
    return EnumSet.allOf(EventTopic.class);
  }

  @Test
  void of_nothing_everyTopicIsUnalarmed() {
    EventAlarms alarms = alarms(List.of());

    assertThat(alarms.account()).isEqualTo("1");
    assertThat(alarms.region()).isEqualTo("global");
    assertThat(alarms.must().byFilters()).isEqualTo(all());
    assertThat(alarms.must().byFiltersOrRules()).isEqualTo(all());
    assertThat(alarms.may()).isEqualTo(alarms.must());
    assertThat(alarms.unalarmed(EventTopic.CONSOLE_SIGN_IN_WITHOUT_MFA, false))
        .isEqualTo(
            Map.of("missing", "there is no trail", "notAlarmed", "console sign-in without MFA"));
    assertThat(alarms.doubt(EventTopic.CONSOLE_SIGN_IN_WITHOUT_MFA, false)).isEmpty();
  }

  @Test
  void of_aChainForAllEvents_noTopicIsUnalarmed() {
    EventAlarms alarms = alarms(List.of(), TRAIL, STATUS, SELECTOR, ALL_EVENTS, ALARM, SOMEONE);

    assertThat(alarms.may().byFilters()).isEmpty();
    assertThat(alarms.may().byFiltersOrRules()).isEmpty();
    assertThat(alarms.must()).isEqualTo(alarms.may());
    assertThat(alarms.answers())
        .allSatisfy(
            answer -> {
              assertThat(answer.evidence()).isEmpty();
              assertThat(answer.doubt()).isEmpty();
            });
  }

  @Test
  void of_severalListsInAnotherOrder_isTheSame() {
    List<Object> facts =
        new ArrayList<>(
            List.of(TRAIL, STATUS, SELECTOR, filter("b", "{ $.x = y }"), filter("a", "x"), ALARM));
    EventAlarms expected = EventAlarms.of(ACCOUNT, List.of(), facts);

    Collections.shuffle(facts, new Random(1));
    assertThat(EventAlarms.of(ACCOUNT, List.of(), facts.subList(0, 2), facts.subList(2, 6)))
        .isEqualTo(expected);
  }

  @Test
  void of_aRuleForAllEvents_doesNotCountForWhatHappensInAllRegions() {
    EventAlarms alarms = alarms(List.of(), TRAIL, STATUS, SELECTOR, EVERYTHING, TARGET, SOMEONE);

    EnumSet<EventTopic> elsewhere = all();
    elsewhere.remove(EventTopic.ORGANIZATIONS_CHANGES);
    elsewhere.remove(EventTopic.ROOT_USAGE);
    assertThat(alarms.must().byFilters()).isEqualTo(all());
    assertThat(alarms.must().byFiltersOrRules()).isEmpty();
    assertThat(alarms.may().byFiltersOrRules()).isEqualTo(elsewhere);
    assertThat(alarms.doubt(EventTopic.VPC_CHANGES, true))
        .isEqualTo("EventBridge rules of other Regions are not read");
    assertThat(alarms.must().misses(EventTopic.ROOT_USAGE, false)).isTrue();
    assertThat(alarms.may().misses(EventTopic.ROOT_USAGE, true)).isFalse();
  }

  @Test
  void of_filtersThatTogetherCatchATopic_itIsAlarmed() {
    EventAlarms alarms =
        alarms(
            List.of(),
            TRAIL,
            STATUS,
            SELECTOR,
            filter("sign-in", "{ ($.userIdentity.type = Root) && ($.eventName = ConsoleLogin) }"),
            filter("calls", "{ ($.userIdentity.type = Root) && ($.eventName != ConsoleLogin) }"),
            ALARM,
            SOMEONE);

    assertThat(alarms.may().misses(EventTopic.ROOT_USAGE, false)).isFalse();
    assertThat(alarms.must().misses(EventTopic.ORGANIZATIONS_CHANGES, false)).isTrue();
  }

  @Test
  void of_aRuleThatSeesNoReads_doesNotMakeUpForFiltersThatMissThem() {
    TrailEventSelector writes =
        new TrailEventSelector(
            "trail/0", "1", "global", "trail", "WriteOnly", true, List.of(), List.of());

    EventAlarms withoutRule = alarms(List.of(), TRAIL, STATUS, writes, ALL_EVENTS, ALARM, SOMEONE);
    EventAlarms withRule =
        alarms(List.of(), TRAIL, STATUS, writes, ALL_EVENTS, ALARM, SOMEONE, EVERYTHING, TARGET);

    assertThat(withoutRule.must().misses(EventTopic.ROOT_USAGE, true)).isTrue();
    assertThat(withRule.may().misses(EventTopic.ROOT_USAGE, true)).isFalse();
    assertThat(withRule.must().misses(EventTopic.ROOT_USAGE, false)).isTrue();
  }

  @Test
  void of_aChainThatBreaksTwice_evidenceIsTheOneThatGetsFurther() {
    Trail other = new Trail("a", "1", "global", "a", "us-east-1", false, false, GROUP);

    EventAlarms alarms = alarms(List.of(), other, TRAIL, STATUS, SELECTOR, ALL_EVENTS, ALARM);

    assertThat(alarms.unalarmed(EventTopic.CONSOLE_SIGN_IN_WITHOUT_MFA, false))
        .isEqualTo(
            Map.of(
                "trail", "main",
                "metricFilter", "all",
                "alarm", "watch",
                "topic", TOPIC,
                "missing", "the topic has no confirmed subscription",
                "notAlarmed", "console sign-in without MFA"));
  }

  /** Whatever is lost, what must be unalarmed was so before, and what was not, may be. */
  @Test
  void of_linksThatAreMissing_neverDecidesOtherwise() {
    List<Object> facts =
        List.of(TRAIL, STATUS, SELECTOR, ALL_EVENTS, ALARM, SOMEONE, EVERYTHING, TARGET);
    Map<Class<?>, String> resources =
        Map.of(
            Trail.class, "",
            TrailStatus.class, "trail",
            TrailEventSelector.class, "trail",
            MetricFilter.class, GROUP,
            MetricAlarm.class, "arn:aws:cloudwatch:us-east-1:1:alarm:*",
            TopicSubscription.class, TOPIC,
            EventRule.class, "",
            EventTarget.class, RULE);
    for (int there = 0; there < 1 << facts.size(); there++) {
      List<Object> given = new ArrayList<>();
      for (int i = 0; i < facts.size(); i++) {
        if ((there & 1 << i) != 0) {
          given.add(facts.get(i));
        }
      }
      EventAlarms before = EventAlarms.of(ACCOUNT, List.of(), given);
      for (Object lost : given) {
        List<Object> left = new ArrayList<>(given);
        left.remove(lost);
        Class<?> type = lost.getClass();
        MissingRead gap =
            new MissingRead(
                type.getSimpleName(),
                ACCOUNT.account(),
                "global",
                resources.getOrDefault(type, ""),
                "denied");
        EventAlarms after = EventAlarms.of(ACCOUNT, List.of(gap), left);

        assertThat(before.must().byFilters()).containsAll(after.must().byFilters());
        assertThat(before.must().byFiltersOrRules()).containsAll(after.must().byFiltersOrRules());
        assertThat(after.may().byFilters()).containsAll(before.may().byFilters());
        assertThat(after.may().byFiltersOrRules()).containsAll(before.may().byFiltersOrRules());
        assertThat(after.answers())
            .allSatisfy(
                answer ->
                    assertThat(answer.doubt().isEmpty())
                        .isEqualTo(answer.told() != Truth.UNDECIDED));
      }
    }
  }

  @Test
  void of_aGapOfAnotherResource_changesNothing() {
    Object[] facts = {TRAIL, STATUS, SELECTOR, ALL_EVENTS, ALARM};

    assertThat(
            alarms(
                List.of(
                    new MissingRead(
                        "TopicSubscription", ACCOUNT.account(), "global", TOPIC + "2", "denied"),
                    new MissingRead(
                        "MetricAlarm", ACCOUNT.account(), "global", "elsewhere", "denied"),
                    new MissingRead("Vpc", ACCOUNT.account(), "global", "", "denied")),
                facts))
        .isEqualTo(alarms(List.of(), facts));
  }
}
