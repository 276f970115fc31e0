/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Finds out whose account it is and which Regions it has. Without that nothing can be read. */
final class AccountLookup {
  private static final String NOT_ENABLED = "not-opted-in";

  private final Clients clients;
  private final WatchedCredentials credentials;
  private final Region region;

  AccountLookup(Clients clients, WatchedCredentials credentials, Region region) {
    this.clients = clients;
    this.credentials = credentials;
    this.region = region;
  }

  /** The Region that the SDK is configured for, or else one that every account has. */
  static Region defaultRegion() {
    try {
      return new DefaultAwsRegionProviderChain().getRegion();
    } catch (SdkClientException e) {
      return Region.US_EAST_1;
    }
  }

  CallerAccount account() {
    StsClient sts;
    try {
      sts = clients.get(StsClient::builder, region);
    } catch (SdkException e) {
      throw Trouble.noClient(region, e);
    }
    try {
      GetCallerIdentityResponse caller = sts.getCallerIdentity();
      // An HTTP 200 of something else than AWS is parsed to an empty answer.
      return new CallerAccount(
          AwsValues.required(caller.account(), "the account"),
          AwsValues.required(caller.arn(), "the ARN of the caller").split(":", 3)[1]);
    } catch (IllegalArgumentException e) {
      throw Trouble.strangeAnswer(sts, region, e);
    } catch (SdkException e) {
      throw Trouble.noIdentity(sts, region, credentials, e);
    }
  }

  /** The Regions that are enabled in the account. */
  List<Region> regions() {
    try {
      return clients.get(Ec2Client::builder, region).describeRegions().regions().stream()
          .filter(found -> !NOT_ENABLED.equals(found.optInStatus()))
          .map(found -> Region.of(found.regionName()))
          .toList();
    } catch (RuntimeException e) {
      throw Trouble.noRegions(region, e);
    }
  }
}
