/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Says why a call failed, for people, and the same every time: without ids of requests. */
final class Reasons {
  private static final int LONGEST = 300;
  private static final Set<Integer> DENIALS = Set.of(401, 403);

  /** What AWS puts into its messages that is another in each answer. */
  private static final Pattern IDS =
      Pattern.compile(
          "(?i)\\s*\\([^()]*request ?id:[^()]*\\)"
              + "|[.;,]?\\s*(encoded authorization failure message|request ?id):\\s*[^\\s,;)]+");

  private Reasons() {}

  /** For a call that failed. */
  static String ofCall(String action, RuntimeException thrown) {
    if (thrown instanceof SdkServiceException service) {
      return ofAnswer(action, service);
    }
    IOException network = networkCause(thrown);
    if (network != null) {
      return oneLine(action + " got no answer: " + named(network));
    }
    if (thrown instanceof SdkException sdk) {
      return oneLine(action + " could not be called: " + sdk.rawMessage());
    }
    return oneLine(action + " could not be read: " + named(thrown));
  }

  /** For an item of an answer. */
  static String ofItem(String action, RuntimeException thrown) {
    return oneLine("an item of " + action + " could not be read: " + named(thrown));
  }

  private static String ofAnswer(String action, SdkServiceException thrown) {
    String code = errorCode(thrown);
    if (code.isEmpty()) {
      return action + " failed with HTTP " + thrown.statusCode() + " and no error code";
    }
    boolean denied = DENIALS.contains(thrown.statusCode()) || code.startsWith("AccessDenied");
    String outcome = denied ? " was denied: " : " failed with HTTP " + thrown.statusCode() + ": ";
    return oneLine(action + outcome + code + ": " + errorMessage(thrown));
  }

  /** The AWS error code; empty when the answer has none, or did not come from AWS. */
  static String errorCode(SdkException thrown) {
    return thrown instanceof AwsServiceException aws && aws.awsErrorDetails() != null
        ? AwsValues.text(aws.awsErrorDetails().errorCode())
        : "";
  }

  /** The message of the answer; the SDK's own when the answer has none. */
  static String errorMessage(SdkException thrown) {
    AwsErrorDetails details =
        thrown instanceof AwsServiceException aws ? aws.awsErrorDetails() : null;
    return AwsValues.text(
        details == null ? null : details.errorMessage(), AwsValues.text(thrown.rawMessage()));
  }

  /** What kept an answer from coming; null when nothing of the network did. */
  static @Nullable IOException networkCause(Throwable thrown) {
    IOException found = null;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      found = cause instanceof IOException io ? io : found;
    }
    return found;
  }

  /** What an exception says, without what the SDK adds to it. */
  static String said(RuntimeException thrown) {
    return oneLine(
        thrown instanceof SdkException sdk ? AwsValues.text(sdk.rawMessage()) : named(thrown));
  }

  static String named(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
  }

  static String oneLine(String text) {
    String line = IDS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
