/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.iam.IamGroup;
import dev.merlon.fact.iam.IamPolicy;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.InlinePolicy;
import dev.merlon.fact.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The policies of an account's users and groups, each read once, and what they say of a user. There
 * is one for every account. It knows what could not be read, so its answers carry their own doubt.
 *
 * <p>The policies that AWS manages are not collected. AdministratorAccess and AWSDenyAll are known;
 * the others are taken not to allow everything, not to deny everything and not to ask for MFA.
 *
 * <pre>{@code
 * $user : IamUser( $account : account )
 * $policies : IdentityPolicies( account == $account )
 * $rights : AdministratorRights( certain ) from $policies.administrator($user)
 * }</pre>
 *
 * @param groups by name
 * @param managed the documents of customer managed policies, by ARN
 * @param inline the inline policies, by the ARN of their owner
 * @param missingGroups why not all groups could be read; empty if they were
 * @param missingPolicies why not all customer managed policies could be read; empty if they were
 * @param missingInline why not all inline policies could be read; empty if they were
 */
public record IdentityPolicies(
    String account,
    Map<String, IamGroup> groups,
    Map<String, PolicyDocument> managed,
    Map<String, Map<String, PolicyDocument>> inline,
    String missingGroups,
    String missingPolicies,
    String missingInline) {

  public IdentityPolicies {
    groups = Map.copyOf(groups);
    managed = Map.copyOf(managed);
    inline = Map.copyOf(inline);
  }

  /**
   * Reads the policies of an account.
   *
   * @param groups its {@link IamGroup} facts
   * @param managed its {@link IamPolicy} facts
   * @param inline its {@link InlinePolicy} facts, those of roles included
   */
  public static IdentityPolicies of(
      String account,
      Collection<?> groups,
      Collection<?> managed,
      Collection<?> inline,
      Collection<?> missingGroups,
      Collection<?> missingPolicies,
      Collection<?> missingInline) {
    Map<String, IamGroup> byName = new HashMap<>();
    for (Object each : groups) {
      IamGroup group = (IamGroup) each;
      byName.put(group.groupName(), group);
    }
    Map<String, PolicyDocument> byArn = new HashMap<>();
    for (Object each : managed) {
      IamPolicy policy = (IamPolicy) each;
      byArn.put(policy.arn(), PolicyDocument.parse(policy.document()));
    }
    Map<String, Map<String, PolicyDocument>> byOwner = new HashMap<>();
    for (Object each : inline) {
      InlinePolicy policy = (InlinePolicy) each;
      byOwner
          .computeIfAbsent(policy.ownerArn(), owner -> new HashMap<>())
          .put(policy.policyName(), PolicyDocument.parse(policy.document()));
    }
    return new IdentityPolicies(
        account,
        byName,
        byArn,
        byOwner,
        joined(missingGroups),
        joined(missingPolicies),
        joined(missingInline));
  }

  private static String joined(Collection<?> reasons) {
    TreeSet<String> distinct = new TreeSet<>();
    reasons.forEach(reason -> distinct.add(reason.toString()));
    return String.join("; ", distinct);
  }

  /**
   * Whether a user is an administrator: AdministratorAccess, or a policy that allows every action
   * on every resource without a condition, is attached to the user or to a group of the user, or
   * written into one. A permissions boundary that does not allow everything itself takes that away,
   * and so does a statement that denies everything without a condition; one that denies less does
   * not. Who could give such rights to himself does not count.
   */
  public AdministratorRights administrator(IamUser user) {
    return administrator(user, List.of());
  }

  /**
   * The same, and further managed policies count as well when they are attached to the user or a
   * group, whatever they say and whatever the permissions boundary is.
   */
  public AdministratorRights administrator(IamUser user, Collection<String> furtherArns) {
    return of(user).administrator(furtherArns);
  }

  /** Whether a user is an administrator for all that is known. */
  public boolean mayBeAdministrator(IamUser user) {
    return administrator(user).possible();
  }

  /**
   * Whether the user's policies, or the permissions boundary, deny what the user does without MFA:
   * after signing in with the password alone, and with an access key. Service control policies are
   * left out, and so is what is not allowed in the first place.
   */
  public MfaEnforcement mfaEnforcement(IamUser user) {
    return new MfaProbes(user, of(user)).run();
  }

  private UserPolicies of(IamUser user) {
    List<HeldPolicy> held = new ArrayList<>();
    addPolicies(held, user.arn(), user.attachedPolicyArns(), "", "");
    for (String name : user.groupNames()) {
      IamGroup group = groups.get(name);
      if (group == null) {
        held.add(HeldPolicy.unknown("the policies of group " + name, "", orAbsent(missingGroups)));
      } else {
        addPolicies(
            held,
            group.arn(),
            group.attachedPolicyArns(),
            " through group " + name,
            " of group " + name);
      }
    }
    if (!missingInline.isEmpty()) {
      held.add(HeldPolicy.unknown("the inline policies", "", missingInline));
    }
    String boundary = user.permissionsBoundaryArn();
    return new UserPolicies(held, boundary.isEmpty() ? List.of() : List.of(managed(boundary, "")));
  }

  private void addPolicies(
      List<HeldPolicy> held,
      String ownerArn,
      List<String> attached,
      String throughGroup,
      String ofGroup) {
    attached.forEach(arn -> held.add(managed(arn, throughGroup)));
    inline.getOrDefault(ownerArn, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            policy ->
                held.add(
                    new HeldPolicy(
                        "inline policy " + policy.getKey() + ofGroup,
                        "",
                        policy.getValue(),
                        false)));
  }

  private HeldPolicy managed(String arn, String throughGroup) {
    String name = "policy " + PolicyArns.name(arn) + throughGroup;
    if (PolicyArns.isOfAws(arn)) {
      return HeldPolicy.ofAws(name, arn);
    }
    PolicyDocument document = managed.get(arn);
    return document == null
        ? HeldPolicy.unknown(name, arn, orAbsent(missingPolicies))
        : new HeldPolicy(name, arn, document, false);
  }

  private static String orAbsent(String missing) {
    return missing.isEmpty() ? "it is not in what was read of the account" : missing;
  }
}
