/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.policy.Request;
import dev.merlon.fact.policy.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Asks a user's policies for the ways around MFA. An exempted list of actions is usual, so that a
 * user can set up a device; which actions are on it is not judged, except for those with which one
 * takes over other users or the account.
 */
final class MfaProbes {

  private static final String PRESENT = "aws:MultiFactorAuthPresent";
  private static final String AGE = "aws:MultiFactorAuthAge";

  /** A service that no policy names stands for all that are not exempted by name. */
  private static final String ANY_ACTION = "any-service:AnyAction";

  /** What nobody needs before the MFA device is set up, by what follows arn:partition:. */
  private static final Map<String, String> POWERFUL = new LinkedHashMap<>();

  static {
    POWERFUL.put("iam:DeactivateMFADevice", "iam::%s:user/another-user");
    POWERFUL.put("iam:EnableMFADevice", "iam::%s:user/another-user");
    POWERFUL.put("iam:CreateVirtualMFADevice", "iam::%s:mfa/another-user");
    POWERFUL.put("iam:CreateAccessKey", "iam::%s:user/another-user");
    POWERFUL.put("iam:CreateLoginProfile", "iam::%s:user/another-user");
    POWERFUL.put("iam:UpdateLoginProfile", "iam::%s:user/another-user");
    POWERFUL.put("iam:AttachUserPolicy", "iam::%s:user/another-user");
    POWERFUL.put("iam:PutUserPolicy", "iam::%s:user/another-user");
    POWERFUL.put("iam:CreateUser", "iam::%s:user/another-user");
    POWERFUL.put("iam:CreatePolicyVersion", "iam::%s:policy/any-policy");
    POWERFUL.put("iam:UpdateAssumeRolePolicy", "iam::%s:role/any-role");
    POWERFUL.put("sts:AssumeRole", "iam::%s:role/any-role");
    POWERFUL.put("s3:GetObject", "s3:::any-bucket/any-object");
    POWERFUL.put("ec2:RunInstances", "ec2:us-east-1:%s:instance/any-instance");
    POWERFUL.put("secretsmanager:GetSecretValue", "secretsmanager:us-east-1:%s:secret:any-secret");
    POWERFUL.put("lambda:UpdateFunctionCode", "lambda:us-east-1:%s:function:any-function");
  }

  private final IamUser user;
  private final UserPolicies policies;

  MfaProbes(IamUser user, UserPolicies policies) {
    this.user = user;
    this.policies = policies;
  }

  MfaEnforcement run() {
    Truth whenFalse = policies.denied(signedInWithoutMfa(ANY_ACTION, anything()));
    Truth whenAbsent = policies.denied(withKey(ANY_ACTION, anything()));
    List<String> bypasses = new ArrayList<>();
    TreeSet<String> doubts = new TreeSet<>();
    if (whenFalse == Truth.FALSE && whenAbsent == Truth.FALSE) {
      bypasses.add("no policy denies calls without MFA");
    } else if (whenFalse == Truth.FALSE) {
      bypasses.add("calls after signing in without MFA, in which " + PRESENT + " is false");
    } else if (whenAbsent == Truth.FALSE) {
      bypasses.add("calls with long-term access keys, in which " + PRESENT + " is absent");
    }
    if (whenFalse == Truth.UNDECIDED || whenAbsent == Truth.UNDECIDED) {
      doubts.add("whether calls without MFA are denied depends on more than MFA");
    }
    if (bypasses.isEmpty()) {
      List<String> exempt = new ArrayList<>();
      POWERFUL.forEach(
          (action, resource) -> {
            Truth reachable = reachable(action, "arn:" + partition() + ":" + resource);
            if (reachable == Truth.TRUE) {
              exempt.add(action);
            } else if (reachable == Truth.UNDECIDED) {
              doubts.add("it is not known whether " + action + " needs MFA");
            }
          });
      if (!exempt.isEmpty()) {
        bypasses.add("exempt from MFA: " + String.join(", ", exempt));
      }
    }
    String unknown = policies.doubts();
    if (!doubts.isEmpty() && !unknown.isEmpty()) {
      doubts.add(unknown);
    }
    return new MfaEnforcement(String.join("; ", bypasses), String.join("; ", doubts));
  }

  private Truth reachable(String action, String resource) {
    String arn = resource.replace("%s", user.account());
    Truth result = Truth.FALSE;
    for (Request request : List.of(signedInWithoutMfa(action, arn), withKey(action, arn))) {
      result = result.or(policies.allowed(request).and(policies.denied(request).not()));
    }
    return result;
  }

  private Request signedInWithoutMfa(String action, String resource) {
    return request(action, resource).with(PRESENT, "false").without(AGE);
  }

  private Request withKey(String action, String resource) {
    return request(action, resource).without(PRESENT).without(AGE);
  }

  /** What is the same in all calls of the user that no AWS service makes on the user's behalf. */
  private Request request(String action, String resource) {
    Request request =
        Request.of(action)
            .on(resource)
            .with("aws:username", user.userName())
            .with("aws:userid", user.userId())
            .with("aws:PrincipalArn", user.arn())
            .with("aws:PrincipalAccount", user.account())
            .with("aws:PrincipalType", "User")
            .with("aws:ViaAWSService", "false")
            .with("aws:PrincipalIsAWSService", "false")
            .without("aws:CalledVia")
            .without("aws:FederatedProvider");
    for (Map.Entry<String, String> tag : user.tags().entrySet()) {
      request = request.with("aws:PrincipalTag/" + tag.getKey(), tag.getValue());
    }
    return request;
  }

  private String anything() {
    return "arn:" + partition() + ":any-service:us-east-1:" + user.account() + ":any/thing";
  }

  private String partition() {
    String[] fields = user.arn().split(":", 3);
    return fields.length == 3 ? fields[1] : "aws";
  }
}
