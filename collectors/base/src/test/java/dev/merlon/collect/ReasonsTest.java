/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

final class ReasonsTest {
  private static final String ACTION = "ec2:DescribeVpcs";

  @Test
  void ofCall_accessDeniedWithStatus400_wasDenied() {
    assertThat(reason(answer(400, "AccessDeniedException", "No.")))
        .isEqualTo("ec2:DescribeVpcs was denied: AccessDeniedException: No.");
  }

  @Test
  void ofCall_serverError_saysTheStatus() {
    assertThat(reason(answer(503, "RequestLimitExceeded", "Request limit exceeded.")))
        .isEqualTo(
            "ec2:DescribeVpcs failed with HTTP 503: RequestLimitExceeded: Request limit exceeded.");
  }

  @Test
  void ofCall_noErrorCode_saysSo() {
    assertThat(reason(answer(500, null, null)))
        .isEqualTo("ec2:DescribeVpcs failed with HTTP 500 and no error code");
    assertThat(reason(AwsServiceException.builder().statusCode(403).build()))
        .isEqualTo("ec2:DescribeVpcs failed with HTTP 403 and no error code");
  }

  @Test
  void ofCall_whatChangesFromAnswerToAnswer_isLeftOut() {
    assertThat(
            reason(
                answer(
                    403,
                    "UnauthorizedOperation",
                    "You are not authorized to perform this operation. Encoded authorization failure"
                        + " message: 8eUL7-x_Yz")))
        .isEqualTo(
            "ec2:DescribeVpcs was denied: UnauthorizedOperation: You are not authorized to perform"
                + " this operation");
    assertThat(reason(answer(400, "Odd", "Wrong (Service: x, Request ID: 11-22)")))
        .isEqualTo("ec2:DescribeVpcs failed with HTTP 400: Odd: Wrong");
  }

  @Test
  void ofCall_longMessageOfManyLines_isOneLineOfThreeHundredCharacters() {
    String reason = reason(answer(403, "Denied", "a\r\n\tb ".repeat(200)));

    assertThat(reason).startsWith("ec2:DescribeVpcs was denied: Denied: a b a b ").endsWith("…");
    assertThat(reason).hasSize(300).doesNotContain("\n", "\r", "\t");
  }

  @Test
  void ofCall_networkFails_namesTheLastCause() {
    SdkClientException inner =
        SdkClientException.create("Unable to execute", new UnknownHostException("nope.invalid"));

    assertThat(reason(SdkClientException.create("See cause.", inner)))
        .isEqualTo("ec2:DescribeVpcs got no answer: UnknownHostException: nope.invalid");
    assertThat(
            reason(
                SdkClientException.create(
                    "x", new IOException("outer", new ConnectException("Connection refused")))))
        .isEqualTo("ec2:DescribeVpcs got no answer: ConnectException: Connection refused");
  }

  @Test
  void ofCall_clientSideFailure_isTheMessageWithoutTheAttempts() {
    SdkClientException thrown =
        SdkClientException.builder().message("Unable to load credentials").numAttempts(3).build();

    assertThat(reason(thrown))
        .isEqualTo("ec2:DescribeVpcs could not be called: Unable to load credentials");
  }

  @Test
  void ofCall_readerFails_namesTheException() {
    assertThat(reason(new IllegalStateException("odd")))
        .isEqualTo("ec2:DescribeVpcs could not be read: IllegalStateException: odd");
    assertThat(reason(new NullPointerException()))
        .isEqualTo("ec2:DescribeVpcs could not be read: NullPointerException");
  }

  private static String reason(RuntimeException thrown) {
    return Reasons.ofCall(ACTION, thrown);
  }

  private static AwsServiceException answer(
      int status, @Nullable String code, @Nullable String message) {
    return AwsServiceException.builder()
        .statusCode(status)
        .requestId("4711")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
