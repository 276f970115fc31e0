/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import dev.merlon.HardeningEngine;
import dev.merlon.testing.ControlCases;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every case of every control. */
final class ControlCasesTest {

  @TestFactory
  Stream<DynamicNode> controls() {
    return ControlCases.in(
        RuleFiles.CASES, HardeningEngine.builder().rules(AwsRules.all()).build());
  }
}
