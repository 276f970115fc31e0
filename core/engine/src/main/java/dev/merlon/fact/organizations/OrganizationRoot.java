/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.organizations;

import static java.util.stream.Collectors.joining;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.Tags;
import java.util.Collection;
import java.util.Map;

/**
 * The root of an organization; there is one.
 *
 * @param policyTypes the status of each policy type that the root has, {@code ENABLED}, {@code
 *     PENDING_ENABLE} or {@code PENDING_DISABLE}, by type: {@code SERVICE_CONTROL_POLICY}, …; a
 *     type that is disabled is not there
 */
@ReadBy(value = "organizations:ListRoots", scope = ReadBy.Scope.ACCOUNT)
public record OrganizationRoot(
    String arn,
    String account,
    String region,
    String rootId,
    String name,
    Map<String, String> policyTypes)
    implements Resource {
  public OrganizationRoot {
    policyTypes = Tags.copyOf(policyTypes);
  }

  /** The status of a policy type; {@code DISABLED} for one that the root does not have. */
  public String statusOf(String policyType) {
    String status = policyTypes.get(policyType);
    return status == null ? "DISABLED" : status;
  }

  public boolean isEnabled(String policyType) {
    return statusOf(policyType).equals("ENABLED");
  }

  /** Whether one of these policy types is disabled. */
  public boolean lacksOneOf(Collection<String> types) {
    return types.stream().anyMatch(this::isDisabled);
  }

  /** Those of these policy types that are disabled, for people. */
  public String lacking(Collection<String> types) {
    return types.stream().filter(this::isDisabled).sorted().collect(joining(", "));
  }

  /** Whether one of these policy types is being enabled or disabled. */
  public boolean changesOneOf(Collection<String> types) {
    return types.stream().anyMatch(this::isChanging);
  }

  /** Those of these policy types that are being enabled or disabled, for people. */
  public String changing(Collection<String> types) {
    return types.stream().filter(this::isChanging).sorted().collect(joining(", "));
  }

  private boolean isDisabled(String type) {
    return statusOf(type).equals("DISABLED");
  }

  private boolean isChanging(String type) {
    return !isDisabled(type) && !isEnabled(type);
  }
}
