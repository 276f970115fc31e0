/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.AwsValues.present;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reader;
import dev.merlon.collect.Reading;
import dev.merlon.fact.iam.CredentialReportRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CredentialReportExpiredException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** Maps GetCredentialReport, once GenerateCredentialReport says that there is a report to get. */
final class CredentialReportReader implements Reader<IamClient> {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration ALL_PAUSES = Duration.ofMinutes(2);

  private final IdentityCollector.Pause pause;

  CredentialReportReader(IdentityCollector.Pause pause) {
    this.pause = pause;
  }

  @Override
  public void read(IamClient iam, Reading reading) {
    GetCredentialReportResponse answer = report(iam);
    Instant generatedTime = present(answer.generatedTime(), "GeneratedTime");
    String content =
        new String(
            present(answer.content(), "Content").asByteArrayUnsafe(), StandardCharsets.UTF_8);
    reading.each(
        CredentialReport.rows(content),
        row -> row.map(reading.account(), reading.region(), generatedTime));
    // It is in every report: without it, this one is not whole.
    if (!content.contains(CredentialReportRow.ROOT)) {
      throw new IllegalArgumentException("the report has no row of " + CredentialReportRow.ROOT);
    }
  }

  private GetCredentialReportResponse report(IamClient iam) {
    Duration waited = Duration.ZERO;
    Duration next = FIRST_PAUSE;
    while (true) {
      String state = text(iam.generateCredentialReport().stateAsString(), "no state");
      if (state.equals(ReportStateType.COMPLETE.toString())) {
        try {
          return iam.getCredentialReport();
        } catch (CredentialReportNotPresentException
            | CredentialReportExpiredException
            | CredentialReportNotReadyException e) {
          state = e.awsErrorDetails().errorCode();
        }
      }
      if (waited.compareTo(ALL_PAUSES) >= 0) {
        throw new IllegalStateException(
            "AWS did not make the report within "
                + ALL_PAUSES.toSeconds()
                + " seconds: it still says "
                + state);
      }
      wait(next);
      waited = waited.plus(next);
      Duration doubled = next.multipliedBy(2);
      next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  private void wait(Duration duration) {
    try {
      pause.take(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
