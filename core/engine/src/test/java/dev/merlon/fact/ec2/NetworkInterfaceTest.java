/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NetworkInterfaceTest {

  private static NetworkInterface of(
      String type, String requester, String attachedTo, String description) {
    return new NetworkInterface(
        "eni-1",
        "1",
        "r",
        "eni-1",
        type,
        "in-use",
        "vpc-1",
        "subnet-1",
        "1",
        requester,
        true,
        attachedTo,
        "",
        0,
        true,
        false,
        List.of(),
        List.of(),
        List.of(),
        description,
        Map.of());
  }

  private static NetworkInterface of(String type, String requester, String attachedTo) {
    return of(type, requester, attachedTo, "");
  }

  @Test
  void isOneOf_ofTypeRequesterOrOwnerOfTheAttachment_isTrueForAnyOfThem() {
    List<String> types = List.of("network_load_balancer", "vpc_endpoint");
    List<String> owners = List.of("amazon-elb");

    assertThat(of("vpc_endpoint", "", "").isOneOf(types, owners)).isTrue();
    assertThat(of("interface", "amazon-elb", "").isOneOf(types, owners)).isTrue();
    assertThat(of("interface", "", "amazon-elb").isOneOf(types, owners)).isTrue();
    assertThat(of("interface", "amazon-rds", "123456789012").isOneOf(types, owners)).isFalse();
    assertThat(of("amazon-elb", "vpc_endpoint", "vpc_endpoint").isOneOf(types, owners)).isFalse();
    assertThat(of("interface", "", "").isOneOf(List.of(), List.of())).isFalse();
  }

  @Test
  void loadBalancerName_ofAnInterface_isWhatElasticLoadBalancingWroteInTheDescription() {
    assertThat(
            of("interface", "amazon-elb", "amazon-elb", "ELB app/web/50dc6c495c0c9188")
                .loadBalancerName())
        .isEqualTo("app/web/50dc6c495c0c9188");
    assertThat(
            of("network_load_balancer", "123456789012", "amazon-aws", "ELB net/web/1")
                .loadBalancerName())
        .isEqualTo("net/web/1");
    assertThat(of("interface", "amazon-elb", "amazon-elb", "ELB classic").loadBalancerName())
        .isEqualTo("classic");
    assertThat(of("interface", "", "", "my ELB app/web/1").loadBalancerName()).isEmpty();
  }
}
