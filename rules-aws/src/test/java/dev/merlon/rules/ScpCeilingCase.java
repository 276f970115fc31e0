/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.merlon.fact.policy.PolicyDocument;
import dev.merlon.fact.policy.Request;
import dev.merlon.fact.policy.ScpCeiling;
import dev.merlon.fact.policy.ScpCeiling.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A case of kind SCP_CEILING: what the policies of an organization leave of an action. */
final class ScpCeilingCase {

  private ScpCeilingCase() {}

  static void check(JsonNode given) {
    JsonNode organization = given.path("world").path("organization");
    JsonNode query = given.path("query");
    ScpCeiling.Decision decision =
        ceiling(organization, query.path("account").asText()).decide(request(query));

    assertThat(decision.ceiling().name())
        .as(decision.reason())
        .isEqualTo(given.path("expected").path("ceiling").asText());
    assertThat(decision.reason()).isNotBlank();
  }

  private static ScpCeiling ceiling(JsonNode organization, String account) {
    if (organization.path("managementAccount").asText().equals(account)) {
      return ScpCeiling.notRestricted("the management account is bound by no SCP");
    }
    if (!organization.path("scpEnabled").asBoolean(true)) {
      return ScpCeiling.notRestricted("service control policies are not enabled");
    }
    ArrayDeque<Level> levels = new ArrayDeque<>();
    JsonNode node = organization.path("accounts").path(account);
    levels.add(level("account " + account, node, organization));
    Set<String> seen = new HashSet<>();
    for (JsonNode parent = node.path("parent");
        parent.isTextual() && seen.add(parent.asText());
        parent = node.path("parent")) {
      node = organization.path("ous").path(parent.asText());
      levels.addFirst(level(parent.asText(), node, organization));
    }
    return ScpCeiling.of(List.copyOf(levels));
  }

  private static Level level(String name, JsonNode node, JsonNode organization) {
    if (!node.path("scps").isArray()) {
      return Level.unread(name, "what is attached was not collected");
    }
    List<ScpCeiling.Policy> policies = new ArrayList<>();
    for (JsonNode id : node.path("scps")) {
      JsonNode document = organization.path("policies").path(id.asText());
      policies.add(
          new ScpCeiling.Policy(
              id.asText(),
              document.isMissingNode() || document.isNull()
                  ? PolicyDocument.unreadable("the document was not collected")
                  : PolicyDocument.parse(
                      document.isTextual() ? document.asText() : document.toString())));
    }
    return new Level(name, policies);
  }

  private static Request request(JsonNode query) {
    Request request = Request.of(query.path("action").asText());
    if (query.path("resource").isTextual()) {
      request = request.on(query.path("resource").asText());
    }
    if (query.path("principalType").asText().equals("service-linked-role")) {
      request = request.byServiceLinkedRole();
    }
    for (Map.Entry<String, JsonNode> entry : query.path("context").properties()) {
      JsonNode value = entry.getValue();
      List<String> values = new ArrayList<>();
      if (value.isArray()) {
        value.forEach(each -> values.add(each.asText()));
      } else if (!value.isNull()) {
        values.add(value.asText());
      }
      request = request.with(entry.getKey(), values.toArray(String[]::new));
    }
    return request;
  }
}
