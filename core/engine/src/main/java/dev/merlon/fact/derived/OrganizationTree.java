/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.organizations.Organization;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import dev.merlon.fact.organizations.PolicyAttachment;
import dev.merlon.fact.policy.PolicyDocument;
import dev.merlon.fact.policy.ScpCeiling;
import dev.merlon.fact.policy.ScpCeiling.Level;
import dev.merlon.fact.policy.ScpCeiling.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An organization as one account could read it: the tree, the service control policies, what they
 * are attached to, and what of all that is missing. Each policy is parsed once.
 */
final class OrganizationTree {

  static final String SCP = "SERVICE_CONTROL_POLICY";

  private final Map<String, OrganizationAccount> accounts = new HashMap<>();
  private final Map<String, OrganizationalUnit> units = new HashMap<>();
  private final Map<String, OrganizationPolicy> policies = new TreeMap<>();
  private final Map<String, PolicyDocument> documents = new HashMap<>();
  private final Map<String, Set<String>> attached = new HashMap<>();
  private final Map<String, Set<String>> missing = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> missingOf = new HashMap<>();
  private final Map<String, List<Level>> paths = new HashMap<>();
  private @Nullable Organization organization;
  private @Nullable OrganizationRoot root; // AWS has one in an organization

  void add(Organization found) {
    organization = found;
  }

  void add(OrganizationRoot found) {
    root = found;
  }

  void add(OrganizationalUnit unit) {
    units.put(unit.organizationalUnitId(), unit);
  }

  void add(OrganizationAccount account) {
    accounts.put(account.accountId(), account);
  }

  void add(OrganizationPolicy policy) {
    policies.put(policy.policyId(), policy);
  }

  void add(String policyId, PolicyDocument document) {
    documents.put(policyId, document);
  }

  void add(PolicyAttachment attachment) {
    attached
        .computeIfAbsent(attachment.targetId(), target -> new TreeSet<>())
        .add(attachment.policyId());
  }

  void add(MissingRead gap) {
    String arn = gap.arn();
    if (arn.isEmpty()) {
      missing.computeIfAbsent(gap.factType(), type -> new TreeSet<>()).add(gap.reason());
    } else {
      missingOf
          .computeIfAbsent(gap.factType(), type -> new HashMap<>())
          .computeIfAbsent(arn, of -> new TreeSet<>())
          .add(gap.reason());
    }
  }

  /** Whether the account that read this is certainly in no organization. */
  boolean isInNone() {
    return organization == null && whyAny("Organization").isEmpty();
  }

  Set<String> accountIds() {
    return accounts.keySet();
  }

  boolean lists(String accountId) {
    return accounts.containsKey(accountId);
  }

  /** What binds an account, and what is not known of whether anything does. */
  EffectiveScp scpOf(String accountId) {
    Organization in = organization;
    OrganizationRoot top = root;
    if (in == null) {
      return bound(
          accountId,
          because("which account is the management account is not known", "Organization"));
    }
    if (in.managementAccountId().equals(accountId)) {
      return EffectiveScp.exempt(
          accountId, "service control policies do not bind the management account");
    }
    if (!in.featureSet().equals("ALL")) {
      return unbound(accountId, "the organization has consolidated billing only, and no SCPs");
    }
    if (top == null) {
      return bound(
          accountId, because("whether " + SCP + " is enabled is not known", "OrganizationRoot"));
    }
    String status = top.statusOf(SCP);
    return switch (status) {
      case "ENABLED" -> bound(accountId, "");
      case "DISABLED" ->
          unbound(accountId, "the policy type " + SCP + " is not enabled on the root");
      default -> bound(accountId, "the policy type " + SCP + " is in state " + status);
    };
  }

  private EffectiveScp bound(String accountId, String doubt) {
    return EffectiveScp.bound(accountId, ScpCeiling.of(levels(accountId)), doubt);
  }

  private static EffectiveScp unbound(String accountId, String why) {
    return EffectiveScp.bound(accountId, ScpCeiling.notRestricted(why), "");
  }

  private List<Level> levels(String accountId) {
    OrganizationAccount account = accounts.get(accountId);
    if (account == null) {
      return List.of(
          Level.unread("account " + accountId, because("it is not listed", "OrganizationAccount")));
    }
    List<Level> levels = new ArrayList<>(path(account.parentId(), new HashSet<>()));
    levels.add(level("account " + accountId, accountId));
    return levels;
  }

  /** The levels from the root down to a unit; shared by the accounts below it. */
  private List<Level> path(String id, Set<String> below) {
    List<Level> known = paths.get(id);
    if (known != null) {
      return known;
    }
    List<Level> path = new ArrayList<>();
    OrganizationalUnit unit = units.get(id);
    if (root != null && root.rootId().equals(id)) {
      path.add(level("root " + id, id));
    } else if (unit == null || !below.add(id)) {
      path.add(
          Level.unread(
              id + " and above",
              because("they are not listed", "OrganizationRoot", "OrganizationalUnit")));
    } else {
      path.addAll(path(unit.parentId(), below));
      path.add(level("organizational unit " + id, id));
    }
    paths.put(id, path);
    return path;
  }

  /** What is attached somewhere; a policy whose attachments are not known may be attached there. */
  private Level level(String name, String targetId) {
    List<Policy> found = new ArrayList<>();
    Set<String> here = attached.getOrDefault(targetId, Set.of());
    for (OrganizationPolicy policy : policies.values()) {
      if (!policy.type().equals(SCP)) {
        continue;
      }
      if (here.contains(policy.policyId())) {
        found.add(new Policy(policy.policyId(), document(policy)));
      } else {
        String why = why("PolicyAttachment", policy.arn());
        if (!why.isEmpty()) {
          found.add(
              new Policy(
                  policy.policyId(),
                  PolicyDocument.unreadable("what it is attached to is not known: " + why)));
        }
      }
    }
    // what the list of policies lacks, but is attached
    for (String id : here) {
      if (!policies.containsKey(id)) {
        found.add(new Policy(id, PolicyDocument.unreadable("its type and text are not known")));
      }
    }
    String unlisted = whyAny("OrganizationPolicy");
    if (!unlisted.isEmpty()) {
      found.add(
          new Policy(
              "what is attached",
              PolicyDocument.unreadable("not every policy is known: " + unlisted)));
    }
    return new Level(name, found);
  }

  private PolicyDocument document(OrganizationPolicy policy) {
    PolicyDocument document = documents.get(policy.policyId());
    if (document != null) {
      return document;
    }
    String why = why("OrganizationPolicyContent", policy.arn());
    return PolicyDocument.unreadable("its text is not known" + (why.isEmpty() ? "" : ": " + why));
  }

  private String why(String factType, String arn) {
    TreeSet<String> reasons = new TreeSet<>(missing.getOrDefault(factType, Set.of()));
    reasons.addAll(missingOf.getOrDefault(factType, Map.of()).getOrDefault(arn, Set.of()));
    return String.join("; ", reasons);
  }

  private String whyAny(String... factTypes) {
    TreeSet<String> reasons = new TreeSet<>();
    for (String factType : factTypes) {
      reasons.addAll(missing.getOrDefault(factType, Set.of()));
      missingOf.getOrDefault(factType, Map.of()).values().forEach(reasons::addAll);
    }
    return String.join("; ", reasons);
  }

  private String because(String what, String... factTypes) {
    String why = whyAny(factTypes);
    return why.isEmpty() ? what : what + ": " + why;
  }
}
