/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import software.amazon.awssdk.services.organizations.model.DescribeOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.DescribeOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.DescribeResourcePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DescribeResourcePolicyResponse;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.ListAwsServiceAccessForOrganizationResponse;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsRequest;
import software.amazon.awssdk.services.organizations.model.ListDelegatedAdministratorsResponse;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForAccountRequest;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForAccountResponse;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForOrganizationRequest;
import software.amazon.awssdk.services.organizations.model.ListHandshakesForOrganizationResponse;

/** What an account is told that is in no organization. */
final class NoOrganization extends FakeOrganizations {
  NoOrganization() {
    inUse = false;
  }

  @Override
  public DescribeOrganizationResponse describeOrganization(DescribeOrganizationRequest request) {
    call("DescribeOrganization", "-", null, 20);
    return DescribeOrganizationResponse.builder().build();
  }

  @Override
  public ListDelegatedAdministratorsResponse listDelegatedAdministrators(
      ListDelegatedAdministratorsRequest request) {
    call("ListDelegatedAdministrators", "-", request.nextToken(), request.maxResults());
    return ListDelegatedAdministratorsResponse.builder().build();
  }

  @Override
  public ListAwsServiceAccessForOrganizationResponse listAWSServiceAccessForOrganization(
      ListAwsServiceAccessForOrganizationRequest request) {
    call("ListAWSServiceAccessForOrganization", "-", request.nextToken(), request.maxResults());
    return ListAwsServiceAccessForOrganizationResponse.builder().build();
  }

  @Override
  public DescribeResourcePolicyResponse describeResourcePolicy(
      DescribeResourcePolicyRequest request) {
    call("DescribeResourcePolicy", "-", null, 20);
    return DescribeResourcePolicyResponse.builder().build();
  }

  @Override
  public ListHandshakesForAccountResponse listHandshakesForAccount(
      ListHandshakesForAccountRequest request) {
    call("ListHandshakesForAccount", "-", request.nextToken(), request.maxResults());
    return ListHandshakesForAccountResponse.builder().build();
  }

  @Override
  public ListHandshakesForOrganizationResponse listHandshakesForOrganization(
      ListHandshakesForOrganizationRequest request) {
    call("ListHandshakesForOrganization", "-", request.nextToken(), request.maxResults());
    return ListHandshakesForOrganizationResponse.builder().build();
  }
}
