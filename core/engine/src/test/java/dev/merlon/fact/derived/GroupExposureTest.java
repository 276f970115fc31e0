/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.ec2.PrefixList;
import dev.merlon.fact.ec2.PrefixListEntry;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.SecurityGroupRule;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.PortSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GroupExposureTest {

  private static final SecurityGroup GROUP =
      new SecurityGroup("sg-1", "1", "r", "sg-1", "web", "", "vpc-1", "1", Map.of());
  private static final OpenPorts EVERYTHING =
      new OpenPorts(
          PortSet.all(),
          PortSet.all(),
          PortSet.range(0, 255),
          PortSet.range(0, 255),
          Collections.emptySortedSet(),
          /* everyProtocol= */ true);

  /** Written {@code protocol from to peer}, or {@code egress protocol from to peer}. */
  private static SecurityGroupRule rule(String id, String text) {
    boolean egress = text.startsWith("egress ");
    String[] parts = text.replace("egress ", "").split(" ", -1);
    String peer = parts[3];
    boolean list = peer.startsWith("pl-");
    boolean group = peer.startsWith("sg-");
    boolean ipv6 = peer.contains(":");
    return new SecurityGroupRule(
        id,
        "1",
        "r",
        id,
        "sg-1",
        egress,
        parts[0],
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        list || group || ipv6 ? "" : peer,
        ipv6 ? peer : "",
        list ? peer : "",
        group ? peer : "",
        "");
  }

  private static PrefixListAddresses list(String id, String doubt, String... blocks) {
    return new PrefixListAddresses(
        id, "name-of-" + id, "1", "r", List.of(blocks).stream().map(Cidr::parse).toList(), doubt);
  }

  private static List<SecurityGroupRule> rules(String... texts) {
    List<SecurityGroupRule> rules = new ArrayList<>();
    for (String text : texts) {
      rules.add(rule("sgr-" + (rules.size() + 1), text));
    }
    return rules;
  }

  private static GroupExposure of(String... texts) {
    return GroupExposure.of(GROUP, rules(texts), List.of(), List.of(), List.of());
  }

  private static GroupExposure of(List<PrefixListAddresses> lists, String... texts) {
    return GroupExposure.of(GROUP, rules(texts), lists, List.of(), List.of());
  }

  // ---- what is certainly open

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp 22 22 0.0.0.0/0                                | tcp 22 (ssh)",
        "tcp 22 22 ::/0                                     | tcp 22 (ssh)",
        "udp 53 53 0.0.0.0/0                                | udp 53 (dns)",
        "6 22 23 0.0.0.0/0                                  | tcp 22-23 (ssh, telnet)",
        // the union of the sources decides, not the text
        "tcp 22 22 0.0.0.0/1; tcp 22 22 128.0.0.0/1         | tcp 22 (ssh)",
        "tcp 22 22 8.0.0.0/5                                | ''",
        "tcp 22 22 16.0.0.0/5; tcp 22 23 32.0.0.0/5         | tcp 22 (ssh)",
        // families are never added up
        "tcp 22 22 8.0.0.0/5; tcp 22 22 2001:db8::/32       | ''",
        // private addresses are not the internet
        "tcp 22 22 10.0.0.0/8                               | ''",
        "tcp 22 22 fc00::/7                                 | ''",
        // neither is another group, nor what goes out
        "tcp 22 22 sg-2                                     | ''",
        "egress -1 -1 -1 0.0.0.0/0                          | ''",
        // all protocols, all ports
        "-1 -1 -1 0.0.0.0/0 | every protocol, tcp all ports, udp all ports, icmp type any",
        "-1 0 0 ::/0        | every protocol, tcp all ports, udp all ports, icmpv6 type any",
        "tcp 0 65535 0.0.0.0/0                              | tcp all ports",
        "50 -1 -1 0.0.0.0/0                                 | protocol 50",
        // ICMP by type and code
        "icmp -1 -1 0.0.0.0/0                               | icmp type any",
        "icmp 8 -1 0.0.0.0/0                                | icmp type 8",
        "icmp 8 0 0.0.0.0/0                                 | icmp type 8",
        "icmp 3 4 0.0.0.0/0; icmp 8 0 0.0.0.0/0             | icmp type 3,8",
        "icmpv6 128 -1 ::/0                                 | icmpv6 type 128",
        // each of the families has its own ICMP
        "icmp -1 -1 ::/0                                    | ''",
        "icmpv6 -1 -1 0.0.0.0/0                             | ''",
        "'' | ''",
      })
  void of_rulesThatAreUnderstood_knowsWhatIsOpen(String rules, String open) {
    GroupExposure exposure = rules.isEmpty() ? of() : of(rules.split("; "));

    assertThat(exposure.must().toString()).isEqualTo(open);
    assertThat(exposure.may()).isEqualTo(exposure.must());
    assertThat(exposure.doubt()).isEmpty();
    assertThat(exposure.rulesMissing()).isFalse();
  }

  // ---- what may be open

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp 22 22 300.0.0.0/8  | tcp 22 (ssh) | rule sgr-1 is not understood: ",
        "tcp 22 22 ::/129       | tcp 22 (ssh) | rule sgr-1 is not understood: ",
        "tcp 22 22 pl-1         | tcp 22 (ssh) | prefix list pl-1 is not known: it is not among",
        "udp 53 53 ''           | udp 53 (dns) | rule sgr-1 names no source",
        "tcp -1 -1 10.0.0.0/8   | tcp all ports | rule sgr-1 is not understood: protocol tcp, ports -1 to -1",
        "tcp 30 20 10.0.0.0/8   | tcp all ports | rule sgr-1 is not understood",
        "tcp 0 70000 0.0.0.0/0  | tcp all ports | rule sgr-1 is not understood",
        "icmp 300 -1 0.0.0.0/0  | icmp type any | rule sgr-1 is not understood",
      })
  void of_rulesThatAreNotUnderstood_leavesOpenWhatTheyMayMean(
      String rules, String may, String doubt) {
    GroupExposure exposure = of(rules.replace("''", ""));

    assertThat(exposure.must().isEmpty()).isTrue();
    assertThat(exposure.may().toString()).isEqualTo(may);
    assertThat(exposure.doubt()).startsWith(doubt);
  }

  @Test
  void of_aProtocolThatNobodyKnows_mayOpenEverything() {
    GroupExposure exposure = of("ttcp 22 22 10.0.0.0/8", "tcp 80 80 0.0.0.0/0");

    assertThat(exposure.must().toString()).isEqualTo("tcp 80 (http)");
    assertThat(exposure.may()).isEqualTo(EVERYTHING);
    assertThat(exposure.doubt())
        .isEqualTo("rule sgr-1 is not understood: protocol ttcp, ports 22 to 22");
  }

  @Test
  void of_rulesOfWhichSomeAreMissing_mayOpenEverything() {
    GroupExposure exposure =
        GroupExposure.of(
            GROUP,
            rules("tcp 80 80 0.0.0.0/0"),
            List.of(),
            List.of("Throttled", "AccessDenied", "Throttled"),
            List.of());

    assertThat(exposure.must().toString()).isEqualTo("tcp 80 (http)");
    assertThat(exposure.may()).isEqualTo(EVERYTHING);
    assertThat(exposure.rulesMissing()).isTrue();
    assertThat(exposure.doubt())
        .isEqualTo("the group's rules are not known: AccessDenied; Throttled");
  }

  // ---- prefix lists

  @Test
  void of_aPrefixListThatIsKnown_opensWhatItsEntriesDo() {
    GroupExposure exposure =
        of(
            List.of(list("pl-1", "", "0.0.0.0/0", "2001:db8::/32"), list("pl-2", "", "10.0.0.0/8")),
            "tcp 22 22 pl-1",
            "tcp 80 80 pl-2");

    assertThat(exposure.must().toString()).isEqualTo("tcp 22 (ssh)");
    assertThat(exposure.may()).isEqualTo(exposure.must());
    assertThat(exposure.opened(exposure.must()))
        .isEqualTo(
            Map.of("open", "tcp 22 (ssh)", "rules", "sgr-1", "sources", "pl-1 (name-of-pl-1)"));
  }

  @Test
  void of_aPrefixListInDoubt_cloudsTheRulesThatUseItOnly() {
    GroupExposure exposure =
        of(
            List.of(list("pl-1", "the entries of pl-1 are not known", "10.0.0.0/8")),
            "tcp 22 22 pl-1",
            "tcp 80 80 0.0.0.0/0");

    assertThat(exposure.must().toString()).isEqualTo("tcp 80 (http)");
    assertThat(exposure.may().toString()).isEqualTo("tcp 22,80 (ssh, http)");
    assertThat(exposure.doubt()).isEqualTo("the entries of pl-1 are not known");
  }

  @Test
  void of_aPrefixListThatCouldNotBeRead_saysWhy() {
    GroupExposure exposure =
        GroupExposure.of(
            GROUP, rules("tcp 22 22 pl-1"), List.of(), List.of(), List.of("AccessDenied"));

    assertThat(exposure.may().toString()).isEqualTo("tcp 22 (ssh)");
    assertThat(exposure.doubt()).isEqualTo("prefix list pl-1 is not known: AccessDenied");
  }

  @Test
  void addresses_ofEntriesInAnyOrder_areInOneOrderAndTellWhatIsNotUnderstood() {
    PrefixList list = new PrefixList("arn-1", "1", "r", "pl-1", "offices", "1", "IPv4", Map.of());
    List<PrefixListEntry> entries = new ArrayList<>();
    for (String cidr : List.of("9.0.0.0/8", "8.0.0.0/8", "x/8", "9.0.0.0/8")) {
      entries.add(new PrefixListEntry("arn-1/" + cidr, "1", "r", "arn-1", cidr, ""));
    }

    PrefixListAddresses addresses = PrefixListAddresses.of(list, entries, List.of());

    assertThat(addresses.blocks())
        .containsExactly(Cidr.parse("8.0.0.0/8"), Cidr.parse("9.0.0.0/8"));
    assertThat(addresses.doubt())
        .startsWith("the entries of prefix list pl-1 are not known: ")
        .contains("x/8");
    assertThat(PrefixListAddresses.of(list, List.of(), List.of()).doubt()).isEmpty();
    assertThat(PrefixListAddresses.of(list, List.of(), List.of("b", "a")).doubt())
        .isEqualTo("the entries of prefix list pl-1 are not known: a; b");
  }

  // ---- evidence

  @Test
  void opened_aPart_namesTheRulesThatOpenItAndTheirSources() {
    GroupExposure exposure =
        of(
            "tcp 22 22 128.0.0.0/1",
            "tcp 22 22 0.0.0.0/1",
            "tcp 22 22 10.0.0.0/8",
            "tcp 443 443 0.0.0.0/0",
            "egress tcp 22 22 0.0.0.0/0");

    assertThat(exposure.opened(exposure.must().of(PortSet.of(22))))
        .isEqualTo(
            Map.of(
                "open", "tcp 22 (ssh)",
                "rules", "sgr-1, sgr-2",
                "sources", "0.0.0.0/1, 128.0.0.0/1"));
  }

  // ---- wide blocks

  private static WideBlocks wide(
      GroupExposure exposure, List<String> trustedLists, boolean egress) {
    return exposure.wideBlocks(
        16, 32, List.of(Cidr.parse("20.0.0.0/8"), Cidr.parse("2600::/16")), trustedLists, egress);
  }

  @Test
  void wideBlocks_ofPublicBlocksThatAreWide_namesBlocksAndRules() {
    WideBlocks found =
        wide(
            of(
                "tcp 22 22 9.0.0.0/12",
                "tcp 22 22 8.0.0.0/15",
                "tcp 80 80 9.0.0.0/16",
                "tcp 80 80 10.0.0.0/8",
                "tcp 80 80 20.16.0.0/12",
                "tcp 80 80 2a00::/20",
                "tcp 80 80 2600:1000::/20",
                "tcp 80 80 0.0.0.0/0",
                "egress tcp 80 80 9.0.0.0/9"),
            List.of(),
            false);

    assertThat(found)
        .isEqualTo(new WideBlocks("2a00::/20, 8.0.0.0/15, 9.0.0.0/12", "sgr-1, sgr-2, sgr-6", ""));
    assertThat(found.found()).isTrue();
    assertThat(found.inDoubt()).isFalse();
    assertThat(found.evidence())
        .isEqualTo(
            Map.of("blocks", "2a00::/20, 8.0.0.0/15, 9.0.0.0/12", "rules", "sgr-1, sgr-2, sgr-6"));
  }

  @Test
  void wideBlocks_ofEgress_areLookedAtIfAsked() {
    GroupExposure exposure = of("egress tcp 80 80 9.0.0.0/9");

    assertThat(wide(exposure, List.of(), false).found()).isFalse();
    assertThat(wide(exposure, List.of(), true)).isEqualTo(new WideBlocks("9.0.0.0/9", "sgr-1", ""));
  }

  @Test
  void wideBlocks_ofPrefixLists_leaveOutTheTrustedOnes() {
    GroupExposure exposure =
        of(
            List.of(list("pl-1", "", "9.0.0.0/9"), list("pl-2", "not known", "8.0.0.0/9")),
            "tcp 22 22 pl-1",
            "tcp 22 22 pl-2");

    assertThat(wide(exposure, List.of("name-of-pl-1"), false))
        .isEqualTo(new WideBlocks("8.0.0.0/9", "sgr-2", "not known"));
    assertThat(wide(exposure, List.of("name-of-pl-1", "name-of-pl-2"), false))
        .isEqualTo(new WideBlocks("", "", ""));
  }

  @Test
  void wideBlocks_ofRulesThatAreMissing_areInDoubt() {
    GroupExposure exposure =
        GroupExposure.of(GROUP, List.of(), List.of(), List.of("AccessDenied"), List.of());
    WideBlocks found = wide(exposure, List.of(), false);

    assertThat(found)
        .isEqualTo(new WideBlocks("", "", "the group's rules are not known: AccessDenied"));
    assertThat(found.found()).isFalse();
    assertThat(found.inDoubt()).isTrue();
  }

  // ---- whatever the rules are

  private static final List<String> PROTOCOLS =
      List.of("tcp", "udp", "icmp", "icmpv6", "-1", "6", "47", "ttcp", "", "TCP", "300");
  private static final List<String> PEERS =
      List.of(
          "0.0.0.0/0",
          "::/0",
          "0.0.0.0/1",
          "128.0.0.0/1",
          "10.0.0.0/8",
          "8.0.0.0/5",
          "16.0.0.0/4",
          "2000::/4",
          "3000::/4",
          "1.2.3.4/32",
          "x/8",
          "::/200",
          "",
          "pl-1",
          "pl-2",
          "pl-9",
          "sg-2");
  private static final List<Integer> PORTS =
      List.of(-1, 0, 3, 8, 22, 80, 255, 256, 443, 65535, 65536, -7);

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static SecurityGroupRule random(String id, Random random) {
    int from = pick(PORTS, random);
    int to = random.nextInt(3) == 0 ? pick(PORTS, random) : from;
    return rule(
        id,
        (random.nextInt(5) == 0 ? "egress " : "")
            + pick(PROTOCOLS, random)
            + " "
            + from
            + " "
            + to
            + " "
            + pick(PEERS, random));
  }

  private static boolean contains(OpenPorts larger, OpenPorts smaller) {
    return larger.union(smaller).equals(larger)
        // a protocol that a rule names is open where every protocol is
        || (larger.everyProtocol()
            && larger.tcp().containsAll(smaller.tcp())
            && larger.udp().containsAll(smaller.udp())
            && larger.icmpTypes().containsAll(smaller.icmpTypes())
            && larger.icmpv6Types().containsAll(smaller.icmpv6Types()));
  }

  @Test
  void of_anyRules_keepsMayAroundMustAndNeverShrinksByAnotherRule() {
    List<PrefixListAddresses> lists =
        List.of(list("pl-1", "", "8.0.0.0/5", "2000::/4"), list("pl-2", "in doubt", "16.0.0.0/4"));
    int exact = 0;
    int inDoubt = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      List<SecurityGroupRule> rules = new ArrayList<>();
      GroupExposure before = GroupExposure.of(GROUP, rules, lists, List.of(), List.of());
      for (int i = 0; i < 6; i++) {
        rules.add(random("sgr-" + i, random));
        GroupExposure after = GroupExposure.of(GROUP, rules, lists, List.of(), List.of());
        assertThat(contains(after.may(), after.must())).as("may of " + rules).isTrue();
        assertThat(contains(after.must(), before.must())).as("must of " + rules).isTrue();
        assertThat(contains(after.may(), before.may())).as("may of " + rules).isTrue();
        assertThat(after.may().equals(after.must()) || !after.doubt().isEmpty())
            .as("doubt of " + rules)
            .isTrue();
        after.opened(after.must());
        wide(after, List.of(), true);
        before = after;
      }
      List<SecurityGroupRule> shuffled = new ArrayList<>(rules);
      Collections.shuffle(shuffled, random);
      assertThat(GroupExposure.of(GROUP, shuffled, lists, List.of(), List.of())).isEqualTo(before);
      GroupExposure missing = GroupExposure.of(GROUP, rules, lists, List.of("why"), List.of());
      assertThat(missing.must()).isEqualTo(before.must());
      assertThat(contains(missing.may(), before.may())).isTrue();
      if (before.doubt().isEmpty()) {
        exact++;
      } else {
        inDoubt++;
      }
    }
    assertThat(exact).isPositive();
    assertThat(inDoubt).isPositive();
  }
}
