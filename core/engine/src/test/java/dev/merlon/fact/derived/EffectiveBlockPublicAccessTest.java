/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static dev.merlon.fact.derived.NetworkWorld.exclusion;
import static dev.merlon.fact.derived.NetworkWorld.missing;
import static dev.merlon.fact.derived.NetworkWorld.options;
import static dev.merlon.fact.derived.NetworkWorld.subnet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.ec2.VpcBlockPublicAccessExclusion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EffectiveBlockPublicAccessTest {

  private static String text(EffectiveBlockPublicAccess found) {
    return Stream.of(found.ingress(), found.natEgress(), found.directEgress())
        .map(each -> each.must() ? "yes" : each.may() ? "perhaps" : "no")
        .toList()
        .toString();
  }

  private static List<VpcBlockPublicAccessExclusion> exclusions(String of, String text) {
    return text.equals("-")
        ? List.of()
        : List.of(exclusion(of, text.split(" ", -1)[0], text.split(" ", -1)[1]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "off | - | - | [yes, yes, yes]",
        "off | allow-egress create-complete | - | [yes, yes, yes]",
        "block-bidirectional | - | - | [no, no, no]",
        "block-ingress | - | - | [no, yes, no]",
        "block-bidirectional | allow-bidirectional create-complete | - | [yes, yes, yes]",
        "block-bidirectional | - | allow-bidirectional update-complete | [yes, yes, yes]",
        "block-ingress | allow-bidirectional create-complete | - | [yes, yes, yes]",
        "block-ingress | - | allow-bidirectional create-complete | [yes, yes, yes]",
        "block-bidirectional | allow-egress create-complete | - | [no, yes, perhaps]",
        "block-bidirectional | - | allow-egress create-complete | [no, yes, perhaps]",
        "block-ingress | allow-egress create-complete | - | [no, yes, no]",
        "block-ingress | - | allow-egress create-complete | [no, yes, no]",
        "block-bidirectional | allow-bidirectional create-in-progress | - | [no, no, no]",
        "block-bidirectional | allow-bidirectional delete-in-progress | - | [no, no, no]",
        "block-bidirectional | allow-bidirectional disable-complete | - | [no, no, no]",
        "block-ingress | - | allow-bidirectional create-failed | [no, yes, no]",
        "block-bidirectional | allow-egress create-complete | allow-egress create-complete |"
            + " [no, yes, perhaps]",
        "block-bidirectional | allow-egress create-complete | allow-bidirectional"
            + " delete-complete | [no, yes, perhaps]",
        "block-bidirectional | allow-egress create-complete | allow-bidirectional"
            + " create-complete | [perhaps, perhaps, perhaps]",
        "block-ingress | allow-some create-complete | - | [perhaps, perhaps, perhaps]",
        "block-egress | - | - | [perhaps, perhaps, perhaps]",
        "'' | - | - | [perhaps, perhaps, perhaps]",
      })
  void of_aModeAndExclusions_isWhatGetsThrough(
      String mode, String ofSubnet, String ofVpc, String outcome) {
    EffectiveBlockPublicAccess found =
        EffectiveBlockPublicAccess.of(
            subnet(""),
            List.of(options(mode)),
            exclusions("subnet-1", ofSubnet),
            exclusions("vpc-1", ofVpc),
            missing());
    assertThat(text(found)).isEqualTo(outcome);
    assertThat(found.doubt().isEmpty()).isEqualTo(!outcome.contains("perhaps"));
  }

  @Test
  void of_missingExclusions_mattersOnlyIfSomethingIsBlocked() {
    assertThat(
            EffectiveBlockPublicAccess.of(
                    subnet(""),
                    List.of(options("off")),
                    List.of(),
                    List.of(),
                    missing("VpcBlockPublicAccessExclusion"))
                .doubt())
        .isEmpty();
    EffectiveBlockPublicAccess found =
        EffectiveBlockPublicAccess.of(
            subnet(""),
            List.of(options("block-ingress")),
            List.of(),
            List.of(),
            missing("VpcBlockPublicAccessExclusion"));
    assertThat(text(found)).isEqualTo("[perhaps, perhaps, perhaps]");
    assertThat(found.doubt())
        .isEqualTo(
            "the exclusions from VPC Block Public Access are not known:"
                + " VpcBlockPublicAccessExclusion could not be read: denied");
  }

  @Test
  void of_missingOptionsOrASharedSubnet_isNotKnown() {
    EffectiveBlockPublicAccess none =
        EffectiveBlockPublicAccess.of(
            subnet(""), List.of(), List.of(), List.of(), missing("VpcBlockPublicAccess"));
    assertThat(text(none)).isEqualTo("[perhaps, perhaps, perhaps]");
    assertThat(none.doubt())
        .isEqualTo(
            "VPC Block Public Access is not known: VpcBlockPublicAccess could not be read: denied");
    EffectiveBlockPublicAccess shared =
        EffectiveBlockPublicAccess.of(
            subnet("2"), List.of(options("off")), List.of(), List.of(), missing());
    assertThat(text(shared)).isEqualTo("[perhaps, perhaps, perhaps]");
    assertThat(shared.doubt()).isEqualTo("VPC Block Public Access of subnet-1 is its owner's, 2");
    assertThat(shared.agreesWith(none)).isTrue();
  }
}
