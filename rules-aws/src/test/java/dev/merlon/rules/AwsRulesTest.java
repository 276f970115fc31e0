/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.merlon.Control;
import dev.merlon.HardeningEngine;
import dev.merlon.Pack;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class AwsRulesTest {

  @Test
  void packs_ofTheArtifact_areThoseOfItsFilesOrderedById() {
    // that the index lists all files is PackParityTest's
    assertThat(AwsRules.packs())
        .isNotEmpty()
        .isSortedAccordingTo(Comparator.comparing(Pack::id))
        .isSubsetOf(PackParity.packs(RuleFiles.below(RuleFiles.PACKS, ".properties")));
  }

  @Test
  void pack_asSelection_leavesTheControlsItNames() {
    Pack pack = AwsRules.pack("cis-aws-foundations-5.0");
    assertThat(pack.title()).isEqualTo("CIS AWS Foundations Benchmark 5.0");
    assertThat(pack.controlsByRequirement())
        .containsEntry("5.3", List.of("sg-no-open-rdp", "sg-no-open-ssh"));
    TreeSet<String> named = new TreeSet<>();
    pack.controlsByRequirement().values().forEach(named::addAll);
    HardeningEngine engine = HardeningEngine.builder().rules(AwsRules.all()).only(pack).build();
    assertThat(engine.controls()).extracting(Control::id).containsExactlyElementsOf(named);
    assertThat(HardeningEngine.builder().rules(AwsRules.all()).build().only(pack).controls())
        .isEqualTo(engine.controls());
  }

  @Test
  void pack_unknown_listsWhatIsKnown() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwsRules.pack("prowler-4"))
        .withMessageStartingWith("no pack prowler-4; did you mean prowler-5?; known are [aws-fsbp,")
        .withMessageContaining("cis-aws-foundations-7.0");
  }
}
