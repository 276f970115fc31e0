/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.DescribePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DescribePolicyResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListPoliciesRequest;
import software.amazon.awssdk.services.organizations.model.ListPoliciesResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsRequest;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.ListTargetsForPolicyRequest;
import software.amazon.awssdk.services.organizations.model.ListTargetsForPolicyResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyTargetSummary;
import software.amazon.awssdk.services.organizations.model.PolicyTypeSummary;
import software.amazon.awssdk.services.organizations.model.Root;

/**
 * An organization of one root, {@code r-1}. What a test does not say is empty; a call is known by
 * its action, what it asks about, and the page: {@code ListPolicies TAG_POLICY -}.
 */
class FakeOrganizations implements OrganizationsClient {
  final Map<String, Pages<OrganizationalUnit>> units = new HashMap<>();
  final Map<String, Pages<Account>> accounts = new HashMap<>();
  final Map<String, Pages<PolicySummary>> policies = new HashMap<>();
  final Map<String, Pages<PolicyTargetSummary>> targets = new HashMap<>();
  final Map<String, String> contents = new HashMap<>();
  final List<PolicyTypeSummary> policyTypes = new ArrayList<>();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  final Set<String> denied = new HashSet<>();
  final Set<String> unknown = new HashSet<>();
  boolean inUse = true;

  /** Notes the call, and fails when it should. */
  void call(String action, String about, @Nullable String token, @Nullable Integer maxResults) {
    String call = String.join(" ", action, about, token == null ? "-" : token);
    calls.add(call);
    if (!Integer.valueOf(20).equals(maxResults)) {
      throw new AssertionError(call + " asks for pages of " + maxResults);
    }
    if (!inUse) {
      throw Collected.with(
          AwsOrganizationsNotInUseException.builder(),
          400,
          "AWSOrganizationsNotInUseException",
          "Your account is not a member of an organization.");
    }
    if (denied.contains(call)) {
      throw Collected.refusal();
    }
    if (unknown.contains(call)) {
      throw Collected.error(400, "InvalidInputException", "You specified an invalid value.");
    }
  }

  @Override
  public ListRootsResponse listRoots(ListRootsRequest request) {
    call("ListRoots", "roots", request.nextToken(), request.maxResults());
    return ListRootsResponse.builder()
        .roots(
            Root.builder()
                .arn(Collected.ROOT_ARN)
                .id("r-1")
                .name("Root")
                .policyTypes(policyTypes)
                .build())
        .build();
  }

  @Override
  public ListOrganizationalUnitsForParentResponse listOrganizationalUnitsForParent(
      ListOrganizationalUnitsForParentRequest request) {
    String token = request.nextToken();
    call("Units", request.parentId(), token, request.maxResults());
    Pages<OrganizationalUnit> pages = units.getOrDefault(request.parentId(), Pages.of(List.of()));
    return ListOrganizationalUnitsForParentResponse.builder()
        .organizationalUnits(pages.at(token))
        .nextToken(pages.after(token))
        .build();
  }

  @Override
  public ListAccountsForParentResponse listAccountsForParent(ListAccountsForParentRequest request) {
    String token = request.nextToken();
    call("Accounts", request.parentId(), token, request.maxResults());
    Pages<Account> pages = accounts.getOrDefault(request.parentId(), Pages.of(List.of()));
    return ListAccountsForParentResponse.builder()
        .accounts(pages.at(token))
        .nextToken(pages.after(token))
        .build();
  }

  @Override
  public ListPoliciesResponse listPolicies(ListPoliciesRequest request) {
    String token = request.nextToken();
    call("ListPolicies", request.filterAsString(), token, request.maxResults());
    Pages<PolicySummary> pages =
        policies.getOrDefault(request.filterAsString(), Pages.of(List.of()));
    return ListPoliciesResponse.builder()
        .policies(pages.at(token))
        .nextToken(pages.after(token))
        .build();
  }

  @Override
  public DescribePolicyResponse describePolicy(DescribePolicyRequest request) {
    call("DescribePolicy", request.policyId(), null, 20);
    return DescribePolicyResponse.builder()
        .policy(policy -> policy.content(contents.get(request.policyId())))
        .build();
  }

  @Override
  public ListTargetsForPolicyResponse listTargetsForPolicy(ListTargetsForPolicyRequest request) {
    String token = request.nextToken();
    call("Targets", request.policyId(), token, request.maxResults());
    Pages<PolicyTargetSummary> pages =
        targets.getOrDefault(request.policyId(), Pages.of(List.of()));
    return ListTargetsForPolicyResponse.builder()
        .targets(pages.at(token))
        .nextToken(pages.after(token))
        .build();
  }

  @Override
  public String serviceName() {
    return "organizations";
  }

  @Override
  public void close() {}
}
