/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.network.Collected.ACCOUNT;
import static dev.merlon.collect.network.Collected.REGION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.opensearch.OpenSearchDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.DescribeDomainsRequest;
import software.amazon.awssdk.services.opensearch.model.DescribeDomainsResponse;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;
import software.amazon.awssdk.services.opensearch.model.ListDomainNamesRequest;
import software.amazon.awssdk.services.opensearch.model.ListDomainNamesResponse;

final class OpenSearchDomainReaderTest {
  private static final String ACTION = "es:ListDomainNames or es:DescribeDomains";

  @Test
  void read_sixDomains_describesFiveAtATime() {
    Domains domains = new Domains("inside", "b", "c", "d", "e", "f");

    assertThat(Fakes.collect(domains, OpenSearchDomain.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(OpenSearchDomain.class),
                List.of(inside(), open("b"), open("c"), open("d"), open("e"), open("f"))));
    assertThat(domains.log.requests())
        .containsExactly("names", "domains [inside, b, c, d, e]", "domains [f]");
  }

  @Test
  void read_noDomains_describesNone() {
    Domains domains = new Domains();

    assertThat(Fakes.collect(domains, OpenSearchDomain.class))
        .isEqualTo(Collected.snapshot(List.of(OpenSearchDomain.class), List.of()));
    assertThat(domains.log.requests()).containsExactly("names");
  }

  @Test
  void read_nameMissing_costsThatDomain() {
    Domains domains = new Domains("", "b");

    assertThat(Fakes.collect(domains, OpenSearchDomain.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(OpenSearchDomain.class),
                List.of(open("b")),
                Collected.lost(OpenSearchDomain.class, ACTION, "DomainName is missing")));
  }

  @Test
  void read_malformedDomain_costsThatOne() {
    Domains domains = new Domains("without-arn", "b");

    assertThat(Fakes.collect(domains, OpenSearchDomain.class))
        .isEqualTo(
            Collected.snapshot(
                List.of(OpenSearchDomain.class),
                List.of(open("b")),
                Collected.lost(OpenSearchDomain.class, ACTION, "ARN is missing")));
  }

  @Test
  void isPublic_subnets_decide() {
    assertThat(inside().isPublic()).isFalse();
    assertThat(open("b").isPublic()).isTrue();
  }

  private static OpenSearchDomain inside() {
    return new OpenSearchDomain(
        Fakes.arn("es", "domain/inside"),
        ACCOUNT,
        REGION,
        "inside",
        "OpenSearch_2.11",
        true,
        "vpc-1",
        "vpc-inside.example",
        "{}",
        true,
        List.of("subnet-a", "subnet-b"),
        List.of("us-east-1a", "us-east-1b"),
        List.of("sg-1"));
  }

  private static OpenSearchDomain open(String name) {
    return new OpenSearchDomain(
        Fakes.arn("es", "domain/" + name),
        ACCOUNT,
        REGION,
        name,
        "",
        false,
        "",
        name + ".example",
        "",
        false,
        List.of(),
        List.of(),
        List.of());
  }

  private static final class Domains implements OpenSearchClient {
    private final Fakes.Log log = new Fakes.Log();
    private final List<String> names;

    Domains(String... names) {
      this.names = List.of(names);
    }

    @Override
    public ListDomainNamesResponse listDomainNames(ListDomainNamesRequest request) {
      log.take("names");
      return ListDomainNamesResponse.builder()
          .domainNames(
              names.stream().map(name -> DomainInfo.builder().domainName(name).build()).toList())
          .build();
    }

    @Override
    public DescribeDomainsResponse describeDomains(DescribeDomainsRequest request) {
      log.take("domains " + request.domainNames());
      List<DomainStatus> found = new ArrayList<>();
      for (String name : request.domainNames()) {
        DomainStatus.Builder domain =
            DomainStatus.builder().domainName(name).arn(Fakes.arn("es", "domain/" + name));
        switch (name) {
          case "inside" ->
              domain
                  .engineVersion("OpenSearch_2.11")
                  .deleted(true)
                  .endpoints(Map.of("vpc", "vpc-inside.example"))
                  .accessPolicies("{}")
                  .clusterConfig(config -> config.zoneAwarenessEnabled(true))
                  .vpcOptions(
                      vpc ->
                          vpc.vpcId("vpc-1")
                              .subnetIds("subnet-a", "subnet-b")
                              .availabilityZones("us-east-1a", "us-east-1b")
                              .securityGroupIds("sg-1"));
          case "without-arn" -> domain.arn(null);
          default -> domain.endpoint(name + ".example");
        }
        found.add(domain.build());
      }
      return DescribeDomainsResponse.builder().domainStatusList(found).build();
    }

    @Override
    public String serviceName() {
      return "es";
    }

    @Override
    public void close() {}
  }
}
