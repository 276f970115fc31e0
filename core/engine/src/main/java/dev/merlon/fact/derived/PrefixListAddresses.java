/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.net.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The blocks of a managed prefix list, as far as they are known (SG-4). Carries its own doubt.
 *
 * @param blocks the entries of both families that could be read and understood, in order of text
 * @param doubt why there may be more; empty if there are no more
 */
public record PrefixListAddresses(
    String prefixListId,
    String prefixListName,
    String account,
    String region,
    List<Cidr> blocks,
    String doubt) {

  public PrefixListAddresses {
    blocks = List.copyOf(blocks);
  }

  /**
   * Expands a list.
   *
   * @param entries its {@link PrefixListEntry} facts, in any order
   * @param missing why its entries could not be read, in any order; empty if they were
   */
  public static PrefixListAddresses of(
      PrefixList list, Collection<?> entries, Collection<?> missing) {
    TreeSet<String> doubts = new TreeSet<>();
    missing.forEach(reason -> doubts.add(reason.toString()));
    TreeSet<String> texts = new TreeSet<>();
    entries.forEach(entry -> texts.add(((PrefixListEntry) entry).cidr()));
    List<Cidr> blocks = new ArrayList<>();
    for (String text : texts) {
      try {
        blocks.add(Cidr.parse(text));
      } catch (IllegalArgumentException e) {
        doubts.add(String.valueOf(e.getMessage()));
      }
    }
    return new PrefixListAddresses(
        list.prefixListId(),
        list.prefixListName(),
        list.account(),
        list.region(),
        blocks,
        doubts.isEmpty()
            ? ""
            : "the entries of prefix list "
                + list.prefixListId()
                + " are not known: "
                + String.join("; ", doubts));
  }
}
