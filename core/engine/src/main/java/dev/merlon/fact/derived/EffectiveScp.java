/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.policy.Ceiling;
import dev.merlon.fact.policy.Request;
import dev.merlon.fact.policy.ScpCeiling;
import dev.merlon.fact.policy.ScpCeiling.Decision;
import dev.merlon.fact.policy.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the service control policies on the path from the organization's root to one account leave
 * of its permissions (D8, SCP-1 to SCP-8). There is one for every account that was read and for
 * every account that an organization lists. Carries its own doubt, so a rule says {@code fail} on
 * {@code must} and {@code unknown} on {@code may}.
 *
 * <pre>{@code
 * $member : OrganizationAccount( $id : accountId )
 * $scp : EffectiveScp( accountId == $id,
 *     must.permits(parameters.list("my-control", "actions"), parameters.list("my-control", "exempt")) )
 * }</pre>
 *
 * @param accountId the account that is bound
 * @param ceiling the policies, for questions of your own: {@link ScpCeiling#decide}
 * @param exemption why no policy is meant for the account: it is the management account, or in no
 *     organization; empty if one is, and while that is not known
 * @param must what is open for certain
 * @param may what is open for all that is known
 * @param doubt why {@code may} is more than {@code must}; empty if everything is known
 */
public record EffectiveScp(
    String accountId,
    ScpCeiling ceiling,
    String exemption,
    Openings must,
    Openings may,
    String doubt) {

  /** Actions of services that no organization takes for global, and one that no policy can list. */
  private static final List<String> REGIONAL =
      List.of(
          "ec2:RunInstances",
          "rds:CreateDBInstance",
          "lambda:CreateFunction",
          "dynamodb:CreateTable",
          "s3:CreateBucket",
          "sqs:CreateQueue",
          "ecs:CreateCluster",
          "sagemaker:CreateNotebookInstance",
          "service-that-no-policy-names:Action");

  /**
   * Puts an answer together for an account that policies are meant for.
   *
   * @param doubt why it is not certain that the policies bind the account at all; may be empty
   */
  static EffectiveScp bound(String accountId, ScpCeiling ceiling, String doubt) {
    return of(accountId, ceiling, "", doubt);
  }

  /** Puts an answer together for an account that no policy is meant for. */
  static EffectiveScp exempt(String accountId, String exemption) {
    return of(accountId, ScpCeiling.notRestricted(exemption), exemption, "");
  }

  private static EffectiveScp of(
      String accountId, ScpCeiling ceiling, String exemption, String doubt) {
    TreeSet<String> doubts = new TreeSet<>(ceiling.doubts());
    doubts.add(doubt);
    doubts.remove("");
    return new EffectiveScp(
        accountId,
        ceiling,
        exemption,
        new Openings(accountId, ceiling, true, !doubt.isEmpty()),
        new Openings(accountId, ceiling, false, !doubt.isEmpty()),
        String.join("; ", doubts));
  }

  /** Evidence: which of the actions somebody but the exempt principals may do, and why. */
  public Map<String, String> permitted(
      Collection<String> actions, Collection<String> exemptPrincipalArns) {
    return open(actions.stream().map(action -> request(action, exemptPrincipalArns)).toList());
  }

  /** Evidence: what may be done in another Region than these, and why. */
  public Map<String, String> permittedOutside(
      Collection<String> regions, Collection<String> exemptActions) {
    return open(
        regional(exemptActions).stream()
            .map(action -> outside(accountId, action, regions))
            .toList());
  }

  /** Evidence: why the root user, which has this ARN, may do something. */
  public String permittedToRoot(String rootArn) {
    return ceiling.decide(byRoot(rootArn)).reason();
  }

  /** Evidence: why nothing is restricted, or where nothing is allowed. */
  public String unrestrictedOrLocked() {
    List<String> locked = ceiling.lockedOutAt();
    if (!locked.isEmpty()) {
      return "nothing is allowed at " + String.join(", ", locked) + ", so nothing works";
    }
    Decision everything = ceiling.decide(Request.ofEverything());
    if (everything.ceiling() == Ceiling.NOT_RESTRICTED) {
      return everything.reason();
    }
    List<String> nullified = ceiling.nullifiedAllowLists();
    return nullified.isEmpty()
        ? "no policy denies anything, and every level allows everything"
        : String.join("; ", nullified);
  }

  private Map<String, String> open(List<Request> requests) {
    List<String> actions = new ArrayList<>();
    TreeSet<String> reasons = new TreeSet<>();
    for (Request request : requests) {
      Decision decision = ceiling.decide(request);
      if (isOpenForCertain(decision.ceiling())) {
        actions.add(request.toString());
        // the same of each action is said once
        reasons.add(decision.reason().replace(request.toString(), "it"));
      }
    }
    return Map.of("permitted", String.join(", ", actions), "because", String.join("; ", reasons));
  }

  private static boolean isOpenForCertain(Ceiling left) {
    return left != Ceiling.DENIED && left != Ceiling.UNKNOWN;
  }

  private static Request request(String action, Collection<String> exemptPrincipalArns) {
    return Request.of(action).withNoneOf("aws:PrincipalArn", exemptPrincipalArns);
  }

  private static Request outside(String accountId, String action, Collection<String> regions) {
    return Request.of(action)
        .withNoneOf("aws:RequestedRegion", regions)
        .with("aws:PrincipalArn", "arn:aws:iam::" + accountId + ":role/role-that-no-policy-names");
  }

  /** AWS adds aws:AssumedRoot to privileged sessions of the management account, not to the user. */
  private static Request byRoot(String rootArn) {
    return Request.ofEverything().with("aws:PrincipalArn", rootArn).without("aws:AssumedRoot");
  }

  private static List<String> regional(Collection<String> exemptActions) {
    return REGIONAL.stream().filter(action -> !Request.of(action).isOneOf(exemptActions)).toList();
  }

  /** What the policies leave open: for certain, or for all that is known. Immutable. */
  public static final class Openings {
    private final String accountId;
    private final ScpCeiling ceiling;
    private final boolean certain;
    private final boolean mayBeUnbound;

    private Openings(String accountId, ScpCeiling ceiling, boolean certain, boolean mayBeUnbound) {
      this.accountId = accountId;
      this.ceiling = ceiling;
      this.certain = certain;
      this.mayBeUnbound = mayBeUnbound;
    }

    /**
     * Whether anybody but the exempt principals may do one of these actions. A Deny with a further
     * condition, or for some resources only, is not enough to close one.
     */
    public boolean permits(Collection<String> actions, Collection<String> exemptPrincipalArns) {
      return actions.stream().anyMatch(action -> isOpen(request(action, exemptPrincipalArns)));
    }

    /**
     * Whether something may be done in another Region than these. An exemption of some principals
     * is no opening.
     *
     * @param exemptActions what may be done anywhere, with wildcards
     */
    public boolean permitsOutside(Collection<String> regions, Collection<String> exemptActions) {
      return regional(exemptActions).stream()
          .anyMatch(action -> isOpen(outside(accountId, action, regions)));
    }

    /** Whether the account's root user, which has this ARN, may do anything. */
    public boolean permitsRoot(String rootArn) {
      return isOpen(byRoot(rootArn));
    }

    /** Whether no policy restricts anything, or a level allows nothing, so that nothing works. */
    public boolean isUnrestrictedOrLocked() {
      if (certain) {
        boolean locked = !ceiling.lockedOutAt().isEmpty();
        boolean open = ceiling.restricts() == Truth.FALSE;
        return !mayBeUnbound && (locked || open);
      }
      return mayBeUnbound
          || ceiling.restricts() != Truth.TRUE
          || !ceiling.lockedOutAt().isEmpty()
          || !ceiling.maybeLockedOutAt().isEmpty();
    }

    private boolean isOpen(Request request) {
      Ceiling left = ceiling.decide(request).ceiling();
      return certain
          ? isOpenForCertain(left) && !mayBeUnbound
          : left != Ceiling.DENIED || mayBeUnbound;
    }
  }
}
