/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;

/** Maps DescribeManagedPrefixLists, and GetManagedPrefixListEntries for each list. */
final class PrefixListReader {
  private static final int PAGE = 100;

  private PrefixListReader() {}

  static void read(Ec2Client ec2, Reading reading) {
    reading.each(
        ec2.describeManagedPrefixListsPaginator(request -> request.maxResults(PAGE)).prefixLists(),
        list -> map(list, reading));
  }

  static void readEntries(Ec2Client ec2, PrefixList list, Reading reading) {
    reading.each(
        ec2.getManagedPrefixListEntriesPaginator(
                request -> request.prefixListId(list.prefixListId()).maxResults(PAGE))
            .entries(),
        entry -> {
          String cidr = required(entry.cidr(), "Cidr");
          return new PrefixListEntry(
              list.arn() + "/" + cidr,
              reading.account(),
              reading.region(),
              list.arn(),
              cidr,
              text(entry.description()));
        });
  }

  private static PrefixList map(ManagedPrefixList list, Reading reading) {
    return new PrefixList(
        required(list.prefixListArn(), "PrefixListArn"),
        reading.account(),
        reading.region(),
        required(list.prefixListId(), "PrefixListId"),
        text(list.prefixListName()),
        text(list.ownerId()),
        text(list.addressFamily()),
        Ec2Tags.map(list.tags()));
  }
}
