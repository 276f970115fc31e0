/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.account.Account;
import dev.merlon.fact.pattern.EventProbe;
import dev.merlon.fact.pattern.EventTopic;
import dev.merlon.fact.policy.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody is told of in an account: {@code must} has the topics that nobody is told of for
 * certain, {@code may} those for all that is known. There is one for every {@link Account}. Carries
 * its own doubt, so a rule says {@code fail} on {@code must} and {@code unknown} on {@code may}.
 *
 * <p>Told is who has confirmed a subscription to an SNS topic that an alarm notifies, which watches
 * what a metric filter counts in the log group of a trail of all Regions; or that an EventBridge
 * rule notifies. A topic may be covered by several filters together.
 *
 * @param answers what is told of each topic, without and with EventBridge
 */
public record EventAlarms(
    String account,
    String region,
    UnalarmedTopics must,
    UnalarmedTopics may,
    List<Answer> answers) {

  public EventAlarms {
    answers = List.copyOf(answers);
  }

  /**
   * What is told of one topic.
   *
   * @param told whether somebody is told of all of it
   * @param evidence the events that nobody is told of, and the chain that gets furthest
   * @param doubt why it is not known; empty if it is
   */
  public record Answer(
      EventTopic topic,
      boolean acceptEventBridge,
      Truth told,
      Map<String, String> evidence,
      String doubt) {

    public Answer {
      evidence = Map.copyOf(evidence);
    }
  }

  /**
   * Follows every topic to whoever is told.
   *
   * @param missing {@link MissingRead}s of the fact types, in any order
   * @param facts all facts of the account that a chain may have, in any order and number of lists
   */
  public static EventAlarms of(Account account, Collection<?> missing, Collection<?>... facts) {
    AlarmChains chains = new AlarmChains(account, missing, facts);
    List<Answer> answers = new ArrayList<>();
    for (EventTopic topic : EventTopic.values()) {
      Map<EventProbe, AlarmChain> filters = new HashMap<>();
      Map<EventProbe, AlarmChain> rules = new HashMap<>();
      for (EventProbe probe : topic.probes()) {
        filters.put(probe, chains.byFilter(probe));
        rules.put(probe, chains.byRule(topic, probe));
      }
      answers.add(answer(topic, false, filters));
      answers.add(answer(topic, true, either(topic, filters, rules)));
    }
    return new EventAlarms(
        account.account(),
        account.region(),
        unalarmed(answers, Truth.FALSE),
        unalarmed(answers, Truth.UNDECIDED),
        answers);
  }

  /** Rules see few events that only read: where they see all others, that is enough. */
  private static Map<EventProbe, AlarmChain> either(
      EventTopic topic, Map<EventProbe, AlarmChain> filters, Map<EventProbe, AlarmChain> rules) {
    AlarmChain weakest = AlarmChain.START;
    for (EventProbe probe : topic.probes()) {
      AlarmChain chain = AlarmChains.of(rules, probe);
      if (!probe.isReadOnly() && chain.arrives().compareTo(weakest.arrives()) < 0) {
        weakest = chain;
      }
    }
    Map<EventProbe, AlarmChain> either = new HashMap<>();
    for (EventProbe probe : topic.probes()) {
      AlarmChain best = AlarmChains.of(filters, probe).or(AlarmChains.of(rules, probe));
      either.put(probe, probe.isReadOnly() ? best.or(weakest) : best);
    }
    return either;
  }

  private static Answer answer(
      EventTopic topic, boolean acceptEventBridge, Map<EventProbe, AlarmChain> chains) {
    Truth told = Truth.TRUE;
    AlarmChain furthest = null;
    List<String> missed = new ArrayList<>();
    TreeSet<String> doubts = new TreeSet<>();
    for (EventProbe probe : topic.probes()) {
      AlarmChain chain = AlarmChains.of(chains, probe);
      told = told.and(chain.arrives());
      if (chain.arrives() == Truth.FALSE) {
        missed.add(probe.name());
        furthest = furthest == null ? chain : furthest.or(chain);
      } else if (chain.arrives() == Truth.UNDECIDED) {
        doubts.add(chain.why());
      }
    }
    Map<String, String> evidence = new TreeMap<>();
    if (furthest != null) {
      evidence.putAll(furthest.names());
      evidence.put("missing", furthest.why());
      evidence.put("notAlarmed", String.join(", ", missed));
    }
    return new Answer(
        topic,
        acceptEventBridge,
        told,
        evidence,
        told == Truth.UNDECIDED ? String.join("; ", doubts) : "");
  }

  private static UnalarmedTopics unalarmed(List<Answer> answers, Truth atMost) {
    TreeSet<EventTopic> byFilters = new TreeSet<>();
    TreeSet<EventTopic> byFiltersOrRules = new TreeSet<>();
    for (Answer answer : answers) {
      if (answer.told().compareTo(atMost) <= 0) {
        (answer.acceptEventBridge() ? byFiltersOrRules : byFilters).add(answer.topic());
      }
    }
    return new UnalarmedTopics(byFilters, byFiltersOrRules);
  }

  /** Evidence for a topic that nobody is told of: what of it, and what is missing. */
  public Map<String, String> unalarmed(EventTopic topic, boolean acceptEventBridge) {
    return answer(topic, acceptEventBridge).evidence();
  }

  /** Why it is not known whether somebody is told of a topic; empty if it is. */
  public String doubt(EventTopic topic, boolean acceptEventBridge) {
    return answer(topic, acceptEventBridge).doubt();
  }

  private Answer answer(EventTopic topic, boolean acceptEventBridge) {
    return answers.stream()
        .filter(answer -> answer.topic() == topic)
        .filter(answer -> answer.acceptEventBridge() == acceptEventBridge)
        .findFirst()
        .orElseThrow();
  }
}
