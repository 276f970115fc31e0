/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import java.util.List;
import java.util.Map;

/** Expected findings of the controls that {@link Rules} writes. */
final class Findings {

  private Findings() {}

  static Finding pass(String control, Resource subject) {
    return of(control, subject, Status.PASS, Severity.MEDIUM, Rules.TITLE, Map.of());
  }

  static Finding fail(String control, Resource subject) {
    return fail(control, subject, Severity.MEDIUM, Map.of("seen", "yes"));
  }

  static Finding fail(
      String control, Resource subject, Severity severity, Map<String, String> evidence) {
    return of(control, subject, Status.FAIL, severity, Rules.RISK, evidence);
  }

  /** Nothing fired, something is missing. */
  static Finding unknown(String control, Resource subject, String reason) {
    return of(control, subject, Status.UNKNOWN, Severity.MEDIUM, reason, Map.of());
  }

  /** Something fired, something is missing. */
  static Finding doubted(String control, Resource subject, String reason) {
    return of(control, subject, Status.UNKNOWN, Severity.MEDIUM, reason, Map.of("seen", "yes"));
  }

  static Finding notApplicable(String control, Resource subject, String reason) {
    return of(control, subject, Status.NOT_APPLICABLE, Severity.MEDIUM, reason, Map.of());
  }

  /** The resource type itself has a gap. */
  static Finding unseen(String control, String account, String region, String reason) {
    return whole(control, account, region, Status.UNKNOWN, reason);
  }

  /** Nothing is in scope. */
  static Finding nothing(String control, String account, Class<?> resource) {
    return whole(
        control,
        account,
        Resource.GLOBAL,
        Status.NOT_APPLICABLE,
        "there is no " + World.name(resource) + " in what was read of the account");
  }

  private static Finding whole(
      String control, String account, String region, Status status, String reason) {
    return new Finding(
        control,
        "arn:aws:iam::" + account + ":root",
        account,
        region,
        status,
        Severity.MEDIUM,
        reason,
        Map.of(),
        Rules.FIX);
  }

  static Finding of(
      String control,
      Resource subject,
      Status status,
      Severity severity,
      String reason,
      Map<String, String> evidence) {
    return new Finding(
        control,
        subject.arn(),
        subject.account(),
        subject.region(),
        status,
        severity,
        reason,
        evidence,
        Rules.FIX);
  }

  /** Why a type is missing, as the engine says it. */
  static String missing(Class<?> type, String account, String region) {
    return World.name(type) + " of " + account + " in " + region + " is missing: " + World.DENIED;
  }

  static String missing(Class<?> type) {
    return missing(type, World.ACCOUNT, World.HERE);
  }

  static String missing(Class<?> type, String arn) {
    return World.name(type) + " of " + arn + " is missing: " + World.DENIED;
  }

  static String unasked(Class<?> type, String account, String region) {
    return World.name(type)
        + " of "
        + account
        + " in "
        + region
        + " is missing: it was not collected; collect for the controls that are evaluated";
  }

  static List<Finding> of(Report report, String control) {
    return report.findings().stream()
        .filter(finding -> finding.controlId().equals(control))
        .toList();
  }
}
