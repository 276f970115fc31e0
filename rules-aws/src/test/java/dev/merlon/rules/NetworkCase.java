/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.merlon.Derived;
import dev.merlon.Snapshot;
import dev.merlon.fact.derived.EgressPath;
import dev.merlon.fact.derived.ForwardedFlow;
import dev.merlon.fact.derived.InternetEgress;
import dev.merlon.fact.derived.InternetExposure;
import dev.merlon.fact.derived.LoadBalancerExposure;
import dev.merlon.fact.derived.Reachability;
import dev.merlon.fact.derived.ServiceHop;
import dev.merlon.fact.derived.ServicePaths;
import dev.merlon.fact.ec2.NetworkInterface;
import dev.merlon.fact.ec2.Vpc;
import dev.merlon.fact.elb.ClassicLoadBalancer;
import dev.merlon.fact.elb.LoadBalancer;
import dev.merlon.fact.net.AddressFamily;
import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.Flows;
import dev.merlon.fact.net.Internet;
import dev.merlon.fact.net.IpSet;
import dev.merlon.fact.net.PortSet;
import dev.merlon.fact.net.Protocols;
import dev.merlon.fact.net.Tri;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A case about a network: what derivations make of its world is compared with what it expects. Sets
 * compare as sets: of the internet, without the CIDRs of the VPCs in the world.
 */
final class NetworkCase {

  private static final Set<String> WORDS =
      Set.of(
          "BPA_STATE_UNKNOWN",
          "MIDDLEBOX_ON_INGRESS",
          "NACL_FACT_MISSING",
          "RETURN_VIA_MIDDLEBOX",
          "ROUTE_PREFIX_LIST_UNRESOLVED",
          "ROUTE_TABLE_FACT_MISSING");

  private static final int CODES = 256;
  private static final int LAST_PORT = 65_535;

  /** Gateways that paths and modes of egress have different names for; a case may use either. */
  private static final Map<String, String> HOPS =
      Map.of(
          "IGW", ServiceHop.INTERNET_GATEWAY.name(),
          "EIGW", ServiceHop.EGRESS_ONLY_INTERNET_GATEWAY.name(),
          "TGW", ServiceHop.TRANSIT_GATEWAY.name(),
          "VGW", ServiceHop.VPN_GATEWAY.name(),
          "GWLBE", ServiceHop.GATEWAY_LOAD_BALANCER_ENDPOINT.name(),
          "CARRIER", ServiceHop.CARRIER_GATEWAY.name());

  private static final Map<String, AddressFamily> FAMILIES =
      Map.of("4", AddressFamily.IPV4, "6", AddressFamily.IPV6);

  private final String id;
  private final CaseObject query;
  private final CaseObject expectation;
  private final Snapshot snapshot;
  private final List<Object> derived;

  /** What is expected and what came out, by what it is; only this is compared. */
  private final SortedMap<String, String> expected = new TreeMap<>();

  private final SortedMap<String, String> actual = new TreeMap<>();

  private NetworkCase(JsonNode given) {
    id = given.path("id").asText();
    query = CaseObject.of("query", given.path("query"));
    query.text("kind");
    expectation = CaseObject.of("expected", given.path("expected"));
    expectation.texts("explain"); // for readers
    snapshot = NetworkCaseWorld.of(given.path("world"));
    derived = Derived.of(snapshot);
  }

  private void compare(String what, Object expectedOne, Object actualOne) {
    expected.put(what, text(expectedOne));
    actual.put(what, text(actualOne));
  }

  private String text(Object value) {
    String text = value.toString();
    for (AddressFamily family : AddressFamily.values()) {
      text = text.replace(internet(family).toString(), "the internet of " + family);
    }
    return text;
  }

  private void check(String doubt) {
    query.finish();
    expectation.finish();
    assertThat(actual).as(id + ": " + doubt).isEqualTo(expected);
  }

  private <T> T only(Class<T> type, Predicate<T> condition) {
    List<T> found = derived.stream().filter(type::isInstance).map(type::cast).toList();
    List<T> that = found.stream().filter(condition).toList();
    assertThat(that).as("%s: the one that is asked about, of %s", id, found).hasSize(1);
    return that.get(0);
  }

  // ------------------------------------------------------------------------------ kinds

  static void ingress(JsonNode given) {
    new NetworkCase(given).ingress();
  }

  private void ingress() {
    String eni = query.text("eni");
    InternetExposure found =
        only(InternetExposure.class, fact -> fact.networkInterfaceId().equals(eni));
    IpSets elsewhere = otherVpcs(eni);
    compare("verdict", expectation.text("verdict"), found.verdict());
    List<CaseObject> flows = expectation.objects("flows");
    List<CaseObject> mayFlows = expectation.objects("mayFlows");
    List<CaseObject> oneWay = expectation.objects("oneWay");
    for (AddressFamily family : AddressFamily.values()) {
      Tri<Flows> actually = found.flows(family);
      Flows must = flows(flows, family);
      compare("flows " + family, must, without(elsewhere, actually.must()));
      if (isMayKnown()) {
        Flows may = must.union(flows(mayFlows, family));
        compare("flows and mayFlows " + family, may, without(elsewhere, actually.may()));
      }
      if (expectation.has("oneWay")) {
        Flows delivered = found.oneWay(family).must();
        compare("oneWay " + family, flows(oneWay, family), without(elsewhere, delivered));
      }
      if (expectation.has("clientPorts")
          && Stream.concat(flows.stream(), oneWay.stream()).anyMatch(one -> is(one, family))) {
        String text = expectation.text("clientPorts");
        PortSet ports = text.isEmpty() ? PortSet.empty() : PortSet.parse(text);
        compare("clientPorts " + family, ports, found.clientPorts(family));
      }
    }
    if (expectation.has("blockedBy")) {
      CaseObject blockedBy = expectation.object("blockedBy");
      for (String family : blockedBy.keys()) {
        compare(
            "blockedBy IPv" + family,
            new TreeSet<>(blockedBy.texts(family)),
            new TreeSet<>(found.blockers(family(family, blockedBy))));
      }
    }
    if (expectation.has("unknownReasons")) {
      SortedSet<String> reasons = new TreeSet<>(expectation.texts("unknownReasons"));
      reasons.removeIf(reason -> !isOurWord(reason)); // how others name a reason is theirs
      reasons.removeIf(reason -> found.unknownReasons().stream().anyMatch(reason::startsWith));
      compare("unknownReasons that are missing", new TreeSet<>(), reasons);
    }
    check(found.doubt());
    assertThat(found.path().isEmpty())
        .as("explanation %s", found.path())
        .isEqualTo(found.verdict() == Reachability.NOT_REACHABLE);
    if (found.path().isEmpty()) {
      for (AddressFamily family : AddressFamily.values()) {
        assertThat(found.blockers(family)).as(id + ": explanation of " + family).isNotEmpty();
      }
    }
  }

  private static boolean isOurWord(String reason) {
    return WORDS.contains(reason.split(":", 2)[0]);
  }

  /** Without a list, what may be is what must be, unless the verdict says that there is more. */
  private boolean isMayKnown() {
    return expectation.has("mayFlows") || !expectation.text("verdict").equals("UNKNOWN");
  }

  static void egress(JsonNode given) {
    new NetworkCase(given).egress();
  }

  private void egress() {
    String eni = query.text("eni");
    InternetEgress found =
        only(InternetEgress.class, fact -> fact.networkInterfaceId().equals(eni));
    AddressFamily family = family(Integer.toString(query.number("family", 4)), query);
    EgressPath path = found.to(family, query.number("port"));
    String verdict =
        switch (path.verdict()) {
          case REACHABLE -> "YES";
          case NOT_REACHABLE -> "NO";
          case UNKNOWN -> "UNKNOWN";
        };
    compare("verdict", expectation.text("verdict"), verdict);
    compare("modes", new TreeSet<>(expectation.texts("modes")), names(path.modes()));
    if (expectation.has("maybeModes")) {
      compare(
          "maybeModes", new TreeSet<>(expectation.texts("maybeModes")), names(path.maybeModes()));
    }
    if (expectation.has("destinations")) {
      CaseObject destinations = expectation.object("destinations");
      SortedMap<String, IpSet> byMode = new TreeMap<>();
      for (String mode : destinations.keys()) {
        byMode.put(mode, addresses(destinations.texts(mode), family));
      }
      SortedMap<String, IpSet> actually = new TreeMap<>();
      path.destinations()
          .forEach((mode, to) -> actually.put(mode.name(), without(otherVpcs(eni), to)));
      compare("destinations", byMode, actually);
    }
    check(found.toString());
  }

  static void loadBalancer(JsonNode given) {
    new NetworkCase(given).loadBalancer();
  }

  private void loadBalancer() {
    String target = query.text("target");
    String balancer = balancerArn(query.text("lb"));
    LoadBalancerExposure found =
        only(
            LoadBalancerExposure.class,
            fact ->
                fact.loadBalancerArn().equals(balancer)
                    && fact.networkInterfaceId().equals(target));
    IpSets elsewhere = otherVpcs(target);
    compare("verdict", expectation.text("verdict"), found.verdict());
    SortedMap<String, IpSet> must = new TreeMap<>();
    SortedMap<String, IpSet> may = new TreeMap<>();
    for (ForwardedFlow flow : found.flows()) {
      String key = key(flow.family(), flow.protocol(), flow.listenerPort(), flow.targetPort());
      add(must, key, without(elsewhere, flow.sources().must()));
      add(may, key, without(elsewhere, flow.sources().may()));
    }
    SortedMap<String, IpSet> expectedMust = forwarded(expectation.objects("flows"));
    if (expectation.has("flows") || !expectation.text("verdict").equals("REACHABLE")) {
      compare("flows", expectedMust, must);
      if (isMayKnown()) {
        SortedMap<String, IpSet> expectedMay = new TreeMap<>(expectedMust);
        forwarded(expectation.objects("mayFlows"))
            .forEach((key, set) -> add(expectedMay, key, set));
        compare("flows and mayFlows", expectedMay, may);
      }
    }
    check(found.toString());
  }

  private String balancerArn(String id) {
    Stream<String> arns =
        Stream.concat(
            snapshot.facts(LoadBalancer.class).map(LoadBalancer::arn),
            snapshot.facts(ClassicLoadBalancer.class).map(ClassicLoadBalancer::arn));
    return arns.filter(arn -> List.of(arn.split("/", -1)).contains(id))
        .findFirst()
        .orElseThrow(() -> query.wrong("has an unknown \"lb\": " + id));
  }

  private SortedMap<String, IpSet> forwarded(List<CaseObject> flows) {
    SortedMap<String, IpSet> sources = new TreeMap<>();
    for (CaseObject flow : flows) {
      AddressFamily family = family(flow);
      String key = key(family, protocol(flow), flow.number("port"), flow.number("targetPort"));
      add(sources, key, sources(flow));
    }
    return sources;
  }

  private static String key(AddressFamily family, int protocol, int port, int targetPort) {
    return family + " protocol " + protocol + " port " + port + " to port " + targetPort;
  }

  private static void add(SortedMap<String, IpSet> to, String key, IpSet addresses) {
    if (!addresses.isEmpty()) {
      to.merge(key, addresses, IpSet::union);
    }
  }

  static void servicePath(JsonNode given) {
    new NetworkCase(given).servicePath();
  }

  private void servicePath() {
    String subnet = query.text("subnet");
    query.text("service", ""); // its address decides
    query.text("region", "");
    String address = query.text("serviceIp");
    ServicePaths found = only(ServicePaths.class, fact -> fact.subnetId().equals(subnet));
    Tri<SortedSet<ServiceHop>> ways =
        found.to(IpSet.of(Cidr.parse(address + (address.contains(":") ? "/128" : "/32"))));
    String named = expectation.text("path");
    String path = HOPS.getOrDefault(named, named);
    if (path.equals("UNKNOWN")) {
      compare("certain paths", new TreeSet<>(), names(ways.must()));
      compare("is certain", false, ways.isExact());
    } else {
      compare("certain paths", new TreeSet<>(List.of(path)), names(ways.must()));
      compare("possible paths", new TreeSet<>(List.of(path)), names(ways.may()));
    }
    check(found.toString());
  }

  // ------------------------------------------------------------------------------ sets

  /** A set of each family. */
  private record IpSets(IpSet ipv4, IpSet ipv6) {
    IpSet of(AddressFamily family) {
      return family == AddressFamily.IPV4 ? ipv4 : ipv6;
    }
  }

  private IpSet internet(AddressFamily family) {
    return Internet.of(family).minus(vpcs(vpc -> true).of(family));
  }

  /** What of the internet is not it to the world of the case, though perhaps to the interface. */
  private IpSets otherVpcs(String networkInterfaceId) {
    SortedSet<String> own = new TreeSet<>();
    snapshot
        .facts(NetworkInterface.class)
        .filter(one -> one.networkInterfaceId().equals(networkInterfaceId))
        .forEach(one -> own.add(one.vpcId()));
    return vpcs(vpc -> !own.contains(vpc.vpcId()));
  }

  private IpSets vpcs(Predicate<Vpc> which) {
    IpSet ipv4 = IpSet.empty(AddressFamily.IPV4);
    IpSet ipv6 = IpSet.empty(AddressFamily.IPV6);
    for (Vpc vpc : snapshot.facts(Vpc.class).filter(which).toList()) {
      ipv4 = ipv4.union(set(vpc.cidrBlocks(), AddressFamily.IPV4));
      ipv6 = ipv6.union(set(vpc.ipv6CidrBlocks(), AddressFamily.IPV6));
    }
    return new IpSets(ipv4, ipv6);
  }

  private static Flows without(IpSets elsewhere, Flows flows) {
    IpSet addresses = elsewhere.of(flows.family());
    return flows.minus(Flows.none(flows.family()).withAllProtocols(addresses));
  }

  private static IpSet without(IpSets elsewhere, IpSet addresses) {
    return addresses.minus(elsewhere.of(addresses.family()));
  }

  private static IpSet set(List<String> cidrs, AddressFamily family) {
    return cidrs.isEmpty()
        ? IpSet.empty(family)
        : IpSet.of(cidrs.stream().map(Cidr::parse).toList());
  }

  private IpSet addresses(List<String> cidrs, AddressFamily family) {
    return set(cidrs, family).intersect(internet(family));
  }

  private IpSet sources(CaseObject flow) {
    AddressFamily family = family(flow);
    return addresses(flow.texts("sources"), family).minus(set(flow.texts("except"), family));
  }

  private Flows flows(List<CaseObject> given, AddressFamily family) {
    Flows flows = Flows.none(family);
    for (CaseObject flow : given) {
      if (is(flow, family)) {
        flows = add(flows, flow);
      }
    }
    return flows;
  }

  private Flows add(Flows flows, CaseObject flow) {
    int protocol = protocol(flow);
    IpSet sources = sources(flow);
    String ports = flow.text("ports", "0-" + LAST_PORT);
    if (protocol == Protocols.ALL) {
      if (!ports.equals("0-" + LAST_PORT)) {
        throw flow.wrong("has all protocols and not all ports: " + ports);
      }
      return flows.withAllProtocols(sources);
    }
    if (flow.has("icmp")) {
      List<Integer> icmp = flow.numbers("icmp", "type", "code");
      int type = icmp.get(0);
      int code = icmp.get(1);
      return type < 0
          ? flows.with(protocol, 0, LAST_PORT, sources)
          : flows.with(
              protocol,
              type * CODES + Math.max(code, 0),
              type * CODES + (code < 0 ? CODES - 1 : code),
              sources);
    }
    Flows result = flows;
    for (String range : PortSet.parse(ports).toString().split(",", -1)) {
      String[] ends = range.split("-", 2);
      result =
          result.with(
              protocol,
              Integer.parseInt(ends[0]),
              Integer.parseInt(ends[ends.length - 1]),
              sources);
    }
    return result;
  }

  private static int protocol(CaseObject flow) {
    String protocol = flow.text("proto");
    return Protocols.parse(protocol)
        .orElseThrow(() -> flow.wrong("has an unknown \"proto\": " + protocol));
  }

  private static boolean is(CaseObject flow, AddressFamily family) {
    return family(flow) == family;
  }

  private static AddressFamily family(CaseObject flow) {
    return family(Integer.toString(flow.number("family")), flow);
  }

  private static AddressFamily family(String number, CaseObject in) {
    AddressFamily family = FAMILIES.get(number);
    if (family == null) {
      throw in.wrong("has an unknown family: " + number);
    }
    return family;
  }

  private static SortedSet<String> names(Collection<? extends Enum<?>> values) {
    SortedSet<String> names = new TreeSet<>();
    values.forEach(value -> names.add(value.name()));
    return names;
  }
}
