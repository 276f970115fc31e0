/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Says what is in the way of collecting anything at all, and what to do about it. */
final class Trouble {
  private static final String IDENTITY = "sts:GetCallerIdentity";

  private static final Set<String> EXPIRED =
      Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");

  private static final Set<String> INVALID =
      Set.of(
          "AuthFailure",
          "IncompleteSignature",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private Trouble() {}

  static CollectException noClient(Region region, SdkException thrown) {
    return new CollectException(
        "No client for "
            + IDENTITY
            + " in "
            + region
            + " can be built: "
            + sentence(Reasons.said(thrown))
            + " Put one HTTP client of the SDK on the class path"
            + " (software.amazon.awssdk:url-connection-client for one), or choose one with"
            + " clientCustomizer(client -> client.httpClientBuilder(...)).",
        thrown);
  }

  static CollectException noIdentity(
      StsClient sts, Region region, WatchedCredentials credentials, SdkException thrown) {
    String missing = credentials.failure();
    if (missing != null) {
      return new CollectException(
          "No AWS credentials, so "
              + IDENTITY
              + " in "
              + region
              + " was not called: "
              + (credentials.isDefault() ? ofDefaultChain() : ofProvider(missing)),
          thrown);
    }
    IOException network = Reasons.networkCause(thrown);
    if (network != null) {
      return new CollectException(
          "No answer to "
              + at(sts, region)
              + ": "
              + Reasons.oneLine(Reasons.named(network))
              + ". Check the network, the proxy, the Region, and the endpoint if one is set"
              + " (AWS_ENDPOINT_URL, or clientCustomizer).",
          thrown);
    }
    return new CollectException(ofAnswer(sts, region, thrown), thrown);
  }

  private static String ofAnswer(StsClient sts, Region region, SdkException thrown) {
    String code = Reasons.errorCode(thrown);
    String refused =
        at(sts, region)
            + " was refused: "
            + sentence(code + ": " + Reasons.oneLine(Reasons.errorMessage(thrown)));
    if (EXPIRED.contains(code)) {
      return "The AWS credentials have expired: "
          + refused
          + " Sign in again, or get new session credentials; then collect again.";
    }
    if (INVALID.contains(code)) {
      return "AWS does not accept the credentials: "
          + refused
          + " Check the access key, its secret and its session token, the clock of this machine,"
          + " and that the Region is one of the partition that the credentials are for.";
    }
    return strange(
        at(sts, region)
            + " failed: "
            + (code.isEmpty() && thrown instanceof SdkServiceException service
                ? "HTTP " + service.statusCode() + " and no error code"
                : code + (code.isEmpty() ? "" : ": ") + Reasons.errorMessage(thrown)));
  }

  static CollectException strangeAnswer(
      StsClient sts, Region region, IllegalArgumentException thrown) {
    return new CollectException(
        strange(at(sts, region) + " was answered, but " + thrown.getMessage()), thrown);
  }

  private static String strange(String what) {
    return "The account cannot be found out: "
        + sentence(Reasons.oneLine(what))
        + " Check that this is an endpoint of AWS STS, and that the caller may use it.";
  }

  static CollectException noRegions(Region region, RuntimeException thrown) {
    return new CollectException(
        "The enabled Regions cannot be found out in "
            + region
            + ": "
            + sentence(Reasons.ofCall("ec2:DescribeRegions", thrown))
            + " Allow that call, or name the Regions: AwsCollector.builder().regions(...).",
        thrown);
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("…") ? text : text + ".";
  }

  private static String ofDefaultChain() {
    String name = ProfileFileSystemSetting.AWS_PROFILE.getNonDefaultStringValue().orElse(null);
    if (name == null) {
      return "the SDK's default chain found none. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
          + " AWS_SECRET_ACCESS_KEY, or give AwsCollector a credentialsProvider.";
    }
    ProfileFile profiles = ProfileFile.defaultProfileFile();
    if (profiles.profile(name).isEmpty()) {
      return "AWS_PROFILE names the profile "
          + name
          + ", which is neither in "
          + ProfileFileLocation.configurationFilePath()
          + " nor in "
          + ProfileFileLocation.credentialsFilePath()
          + ". Name one of those that are there: "
          + new TreeSet<>(profiles.profiles().keySet());
    }
    return "the profile "
        + name
        + " gave none: "
        + sentence(whyNot(name))
        + " Sign in again, or mend it.";
  }

  private static String ofProvider(String missing) {
    return "the credentialsProvider gave none: " + sentence(missing);
  }

  private static String whyNot(String profile) {
    try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.create(profile)) {
      provider.resolveCredentials();
      return "it did not when it was asked first.";
    } catch (RuntimeException e) {
      return Reasons.said(e);
    }
  }

  /** The call, the Region and the endpoint. */
  private static String at(StsClient sts, Region region) {
    URI endpoint =
        sts.serviceClientConfiguration()
            .endpointOverride()
            .orElseGet(
                () -> URI.create("https://" + StsClient.serviceMetadata().endpointFor(region)));
    return IDENTITY + " in " + region + " at " + endpoint;
  }
}
