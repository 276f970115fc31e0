/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes random facts of one service. A new practice writes one of these for the fact types that it
 * adds, and names it in {@link RandomWorld}.
 *
 * <p>Ids come from small sets that only account and Region decide, so that facts of two worlds fit
 * together: rules then meet facts that refer to each other, and to nothing. Odd values are as
 * welcome as good ones.
 */
interface ServiceWorld {

  /** The fact types that it makes, all of them. */
  Set<Class<? extends Resource>> types();

  /**
   * Makes the facts of one Region of one account, or those that an account has once, where the
   * Region is {@link Resource#GLOBAL}.
   *
   * @param accounts all of the world's, of which {@code account} is one
   */
  void add(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts);

  /**
   * Makes the facts that are about all accounts, so that what one account tells of another agrees
   * with what that one tells: nothing is missing, so nobody is mistaken.
   *
   * @param accounts all of the world's
   */
  default void addShared(Random random, List<String> accounts, Consumer<Resource> facts) {}
}
