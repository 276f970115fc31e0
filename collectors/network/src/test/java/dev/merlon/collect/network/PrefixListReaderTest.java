/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static dev.merlon.collect.network.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.collect.FakeEc2;
import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeManagedPrefixListsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.Tag;

final class PrefixListReaderTest {
  private static final List<Class<?>> BOTH = List.of(PrefixList.class, PrefixListEntry.class);
  private static final String OURS = arn(ACCOUNT, "prefix-list/pl-1");
  private static final String AWS = "arn:aws:ec2:us-east-1:aws:prefix-list/pl-aws";

  @Test
  void read_listsOfTwoPagesEach_takesAllEntriesOfAll() {
    Lists lists = new Lists();

    assertThat(Collected.from(lists, PrefixListEntry.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    ours(),
                    aws(),
                    entry(OURS, "10.0.0.0/8", "inside"),
                    entry(OURS, "192.0.2.0/24", ""),
                    entry(AWS, "52.216.0.0/15", ""))));
    assertThat(lists.requests)
        .containsExactlyInAnyOrder(
            "lists 100 -",
            "lists 100 next",
            "entries 100 pl-1 -",
            "entries 100 pl-1 next",
            "entries 100 pl-aws -");
  }

  @Test
  void read_listsOnlyNeeded_doesNotAskForEntries() {
    Lists lists = new Lists();

    assertThat(Collected.from(lists, PrefixList.class))
        .isEqualTo(Collected.snapshot(List.of(PrefixList.class), List.of(ours(), aws())));
    assertThat(lists.requests).containsExactlyInAnyOrder("lists 100 -", "lists 100 next");
  }

  @Test
  void read_entriesOfOneListDenied_isAGapOfThatList() {
    Lists lists = new Lists();
    lists.denied.add("entries 100 pl-aws -");

    assertThat(Collected.from(lists, PrefixListEntry.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    ours(),
                    aws(),
                    entry(OURS, "10.0.0.0/8", "inside"),
                    entry(OURS, "192.0.2.0/24", "")),
                Collected.gap(
                    PrefixListEntry.class,
                    AWS,
                    "ec2:GetManagedPrefixListEntries was denied: UnauthorizedOperation: You may"
                        + " not.")));
  }

  @Test
  void read_secondPageOfEntriesDenied_keepsTheFirst() {
    Lists lists = new Lists();
    lists.denied.add("entries 100 pl-1 next");

    assertThat(Collected.from(lists, PrefixListEntry.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    ours(),
                    aws(),
                    entry(OURS, "10.0.0.0/8", "inside"),
                    entry(AWS, "52.216.0.0/15", "")),
                Collected.gap(
                    PrefixListEntry.class,
                    OURS,
                    "ec2:GetManagedPrefixListEntries was denied: UnauthorizedOperation: You may"
                        + " not.")));
  }

  @Test
  void read_secondPageOfListsDenied_entriesOfTheListsUnseenAreAGapToo() {
    Lists lists = new Lists();
    lists.denied.add("lists 100 next");
    String reason =
        "ec2:DescribeManagedPrefixLists was denied: UnauthorizedOperation: You may not.";

    assertThat(Collected.from(lists, PrefixListEntry.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(
                    ours(), entry(OURS, "10.0.0.0/8", "inside"), entry(OURS, "192.0.2.0/24", "")),
                Collected.gap(PrefixList.class, null, reason),
                Collected.gap(PrefixListEntry.class, null, reason)));
  }

  @Test
  void read_malformedEntry_costsThatOneAndNamesItsList() {
    Lists lists = new Lists();
    lists.malformedEntries = true;

    assertThat(Collected.from(lists, PrefixListEntry.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    ours(),
                    aws(),
                    entry(OURS, "10.0.0.0/8", "inside"),
                    entry(OURS, "192.0.2.0/24", "")),
                Collected.gap(
                    PrefixListEntry.class,
                    AWS,
                    "an item of ec2:GetManagedPrefixListEntries could not be read:"
                        + " IllegalArgumentException: Cidr is missing")));
  }

  @Test
  void read_listWithoutArn_costsItAndItsEntries() {
    Lists lists = new Lists();
    lists.awsArn = "";
    String reason =
        "an item of ec2:DescribeManagedPrefixLists could not be read: IllegalArgumentException:"
            + " PrefixListArn is missing";

    assertThat(Collected.from(lists, PrefixListEntry.class))
        .isEqualTo(
            Collected.snapshot(
                BOTH,
                List.of(
                    ours(), entry(OURS, "10.0.0.0/8", "inside"), entry(OURS, "192.0.2.0/24", "")),
                Collected.gap(PrefixList.class, null, reason),
                Collected.gap(PrefixListEntry.class, null, reason)));
  }

  private static PrefixList ours() {
    return new PrefixList(
        OURS, ACCOUNT, REGION, "pl-1", "offices", ACCOUNT, "IPv4", Map.of("team", "shop"));
  }

  private static PrefixList aws() {
    return new PrefixList(AWS, ACCOUNT, REGION, "pl-aws", "", "AWS", "", Map.of());
  }

  private static PrefixListEntry entry(String list, String cidr, String description) {
    return new PrefixListEntry(list + "/" + cidr, ACCOUNT, REGION, list, cidr, description);
  }

  /** One list of ours on the first page, one of AWS on the second. */
  private static final class Lists extends FakeEc2 {
    private final Set<String> requests = Collections.synchronizedSet(new TreeSet<>());
    private final Set<String> denied = new TreeSet<>();
    private boolean malformedEntries;
    private String awsArn = AWS;

    @Override
    public DescribeManagedPrefixListsResponse describeManagedPrefixLists(
        DescribeManagedPrefixListsRequest request) {
      check("lists " + request.maxResults() + " " + page(request.nextToken()));
      return request.nextToken() == null
          ? DescribeManagedPrefixListsResponse.builder()
              .nextToken("next")
              .prefixLists(
                  ManagedPrefixList.builder()
                      .prefixListArn(OURS)
                      .prefixListId("pl-1")
                      .prefixListName("offices")
                      .ownerId(ACCOUNT)
                      .addressFamily("IPv4")
                      .tags(Tag.builder().key("team").value("shop").build())
                      .build())
              .build()
          : DescribeManagedPrefixListsResponse.builder()
              .prefixLists(
                  ManagedPrefixList.builder()
                      .prefixListArn(awsArn)
                      .prefixListId("pl-aws")
                      .ownerId("AWS")
                      .build())
              .build();
    }

    @Override
    public GetManagedPrefixListEntriesResponse getManagedPrefixListEntries(
        GetManagedPrefixListEntriesRequest request) {
      check(
          "entries "
              + request.maxResults()
              + " "
              + request.prefixListId()
              + " "
              + page(request.nextToken()));
      GetManagedPrefixListEntriesResponse.Builder answer =
          GetManagedPrefixListEntriesResponse.builder();
      if (request.prefixListId().equals("pl-aws")) {
        return answer
            .entries(found().cidr(malformedEntries ? null : "52.216.0.0/15").build())
            .build();
      }
      return request.nextToken() == null
          ? answer
              .nextToken("next")
              .entries(found().cidr("10.0.0.0/8").description("inside").build())
              .build()
          : answer.entries(found().cidr("192.0.2.0/24").build()).build();
    }

    private static software.amazon.awssdk.services.ec2.model.PrefixListEntry.Builder found() {
      return software.amazon.awssdk.services.ec2.model.PrefixListEntry.builder();
    }

    private static String page(@Nullable String token) {
      return token == null ? "-" : token;
    }

    private void check(String request) {
      requests.add(request);
      if (denied.contains(request)) {
        throw Collected.denied();
      }
    }
  }
}
