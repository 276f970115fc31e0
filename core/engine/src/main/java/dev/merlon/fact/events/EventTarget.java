/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.events;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/**
 * What a rule passes events on to. Those of rules that concern no {@link
 * dev.merlon.fact.pattern.EventTopic} are not read.
 *
 * @param arn the rule's, {@code /target/} and the id: AWS gives none
 * @param targetArn the topic, function, queue, …
 */
@ReadBy(value = "events:ListTargetsByRule", scope = ReadBy.Scope.ACCOUNT, per = "ruleArn")
public record EventTarget(
    String arn, String account, String region, String ruleArn, String targetId, String targetArn)
    implements Resource {}
