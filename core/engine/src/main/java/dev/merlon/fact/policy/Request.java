/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request: its action, its resource, its condition keys. Whatever is not said is
 * not fixed: answers hold for all requests that fit, or are undecided.
 */
public final class Request {

  /** What is known of a condition key. */
  sealed interface Known permits Fixed, NoneOf {}

  /** The key has these values; it is absent when there are none. */
  record Fixed(List<String> values) implements Known {}

  /** The key has one value, which none of the globs matches. */
  record NoneOf(List<Glob> globs) implements Known {}

  private static final String EVERY_ACTION = "*:*";

  private final String actionText;
  private final Glob action;
  private final Glob resource;
  private final Map<String, Known> keys;
  private final boolean serviceLinkedRole;

  private Request(
      String actionText,
      Glob action,
      Glob resource,
      Map<String, Known> keys,
      boolean serviceLinkedRole) {
    this.actionText = actionText;
    this.action = action;
    this.resource = resource;
    this.keys = keys;
    this.serviceLinkedRole = serviceLinkedRole;
  }

  /**
   * Starts with an action such as {@code s3:GetObject}, in any case. With wildcards it stands for
   * each of the actions: what holds for some of them and not for others is undecided.
   */
  public static Request of(String action) {
    String text = action.equals("*") ? EVERY_ACTION : action;
    return new Request(text, Glob.of(text).ignoringCase(), Glob.EVERYTHING, Map.of(), false);
  }

  /** Starts with every action on every resource. */
  public static Request ofEverything() {
    return of(EVERY_ACTION);
  }

  /** Fixes the resource; wildcards in its ARN stand for each of the resources. */
  public Request on(String resourceArn) {
    return new Request(actionText, action, Glob.of(resourceArn), keys, serviceLinkedRole);
  }

  /**
   * Fixes the values of a condition key, whose name is in any case. No value means it is absent.
   */
  public Request with(String key, String... values) {
    return with(key, new Fixed(List.of(values)));
  }

  /** Says that the request does not have this condition key at all. */
  public Request without(String key) {
    return with(key, new Fixed(List.of()));
  }

  /**
   * Says that a condition key has one value that none of these globs matches: any principal but the
   * exempt ones, any Region but the approved ones. A glob of a policy is taken for one of these
   * when one of these covers it.
   */
  public Request withNoneOf(String key, Collection<String> globs) {
    return with(key, new NoneOf(globs.stream().map(Glob::of).toList()));
  }

  /** Says that a service-linked role makes the request, which no SCP restricts (SCP-3). */
  public Request byServiceLinkedRole() {
    return new Request(actionText, action, resource, keys, true);
  }

  private Request with(String key, Known known) {
    Map<String, Known> more = new HashMap<>(keys);
    more.put(folded(key), known);
    return new Request(actionText, action, resource, Map.copyOf(more), serviceLinkedRole);
  }

  Glob action() {
    return action;
  }

  Glob resource() {
    return resource;
  }

  boolean isByServiceLinkedRole() {
    return serviceLinkedRole;
  }

  /** Returns null for a key that is not fixed. */
  @Nullable Known known(String foldedKey) {
    return keys.get(foldedKey);
  }

  @Nullable String singleValue(String key) {
    return known(folded(key)) instanceof Fixed fixed && fixed.values().size() == 1
        ? fixed.values().get(0)
        : null;
  }

  static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  /** Returns the action. */
  @Override
  public String toString() {
    return actionText;
  }
}
