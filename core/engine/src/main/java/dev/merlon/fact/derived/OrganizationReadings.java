/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.account.Account;
import dev.merlon.fact.organizations.Organization;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import dev.merlon.fact.organizations.PolicyAttachment;
import dev.merlon.fact.policy.PolicyDocument;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all accounts of the snapshot could read of their organizations, each by itself. What a
 * member account may not read, its management account may have read: an account is judged by
 * whoever knows most of it.
 */
final class OrganizationReadings {

  private final SortedMap<String, OrganizationTree> byReader = new TreeMap<>();
  private final TreeSet<String> accountIds = new TreeSet<>();

  void add(Object fact) {
    if (fact instanceof Account account) {
      accountIds.add(account.account());
    } else if (fact instanceof Organization organization) {
      readBy(organization.account()).add(organization);
    } else if (fact instanceof OrganizationRoot root) {
      readBy(root.account()).add(root);
    } else if (fact instanceof OrganizationalUnit unit) {
      readBy(unit.account()).add(unit);
    } else if (fact instanceof OrganizationAccount member) {
      readBy(member.account()).add(member);
    } else if (fact instanceof OrganizationPolicy policy) {
      readBy(policy.account()).add(policy);
    } else if (fact instanceof OrganizationPolicyContent content) {
      readBy(content.account()).add(content.policyId(), PolicyDocument.parse(content.content()));
    } else if (fact instanceof PolicyAttachment attachment) {
      readBy(attachment.account()).add(attachment);
    } else if (fact instanceof MissingRead gap) {
      readBy(gap.account()).add(gap);
    } else {
      throw new IllegalArgumentException("no fact of an organization: " + fact);
    }
  }

  private OrganizationTree readBy(String account) {
    return byReader.computeIfAbsent(account, reader -> new OrganizationTree());
  }

  /** What binds the accounts that were read, and those that organizations list, by account id. */
  SortedMap<String, EffectiveScp> scps() {
    byReader.values().forEach(read -> accountIds.addAll(read.accountIds()));
    SortedMap<String, EffectiveScp> scps = new TreeMap<>();
    accountIds.forEach(accountId -> scps.put(accountId, scpOf(accountId)));
    return scps;
  }

  private EffectiveScp scpOf(String accountId) {
    EffectiveScp best = null;
    for (OrganizationTree tree : byReader.values()) {
      if (tree.lists(accountId)) {
        EffectiveScp found = tree.scpOf(accountId);
        if (best == null || (!best.doubt().isEmpty() && found.doubt().isEmpty())) {
          best = found;
        }
      }
    }
    return best == null ? unlisted(accountId) : best;
  }

  /** Nobody who could read an organization lists it; it may know itself that it is in none. */
  private EffectiveScp unlisted(String accountId) {
    OrganizationTree own = byReader.getOrDefault(accountId, new OrganizationTree());
    return own.isInNone()
        ? EffectiveScp.exempt(accountId, "the account is in no organization")
        : own.scpOf(accountId);
  }
}
