/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import dev.merlon.Control;
import dev.merlon.Finding;
import dev.merlon.Gap;
import dev.merlon.Parameter;
import dev.merlon.Report;
import dev.merlon.Severity;
import dev.merlon.Status;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reports and controls to print. */
final class Samples {

  /** What an attacker might call a resource: escapes, a forged line, reversed text. */
  static final String HOSTILE = "\u001b[2J\n0 failed\r\u202egnp.exe\u0007\u007f caf\u00e9 \ud83d";

  private static final Instant TAKEN_AT = Instant.parse("2026-01-31T12:00:00Z");
  private static final String PRODUCTION = "111122223333";
  private static final String SANDBOX = "444455556666";

  private Samples() {}

  static final List<Control> CONTROLS =
      List.of(
          new Control(
              "s3-bucket-versioning",
              "S3 bucket keeps old versions of its objects",
              Severity.MEDIUM,
              "s3replication",
              "S3Bucket",
              List.of("BucketVersioning", "S3Bucket"),
              List.of("s3:GetBucketVersioning", "s3:ListAllMyBuckets"),
              List.of(),
              "An overwrite or a delete cannot be undone.",
              "Set the bucket's versioning status to Enabled.",
              List.of()),
          new Control(
              "sg-no-open-ssh",
              "Security group does not let the internet in on port 22",
              Severity.CRITICAL,
              "securitygroups",
              "SecurityGroup",
              List.of("SecurityGroup", "SecurityGroupRule"),
              List.of("ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups"),
              List.of(
                  new Parameter("ports", Parameter.Type.PORTS, "22, 3389"),
                  new Parameter("trusted", Parameter.Type.CIDRS, "")),
              "Anyone can try passwords and keys.",
              "Remove the rule, or name the addresses that need it.",
              List.of(URI.create("https://docs.aws.amazon.com/vpc/"))));

  static Report empty() {
    return new Report(TAKEN_AT, List.of(), List.of());
  }

  static Report clean() {
    return new Report(
        TAKEN_AT,
        List.of(
            versioning("arn:aws:s3:::a", Status.PASS, "S3 bucket keeps old versions", Map.of()),
            versioning("arn:aws:s3:::b", Status.PASS, "S3 bucket keeps old versions", Map.of())),
        List.of());
  }

  static Report mixed() {
    return new Report(
        TAKEN_AT,
        List.of(
            versioning("arn:aws:s3:::a", Status.FAIL, risk(0), Map.of("versioning", "SUSPENDED")),
            versioning(
                "arn:aws:s3:::b", Status.UNKNOWN, "BucketVersioning: AccessDenied", Map.of()),
            versioning("arn:aws:s3:::c", Status.UNKNOWN, "BucketVersioning: Throttling", Map.of()),
            versioning(
                "arn:aws:s3:::d", Status.UNKNOWN, "BucketVersioning: AccessDenied", Map.of()),
            versioning("arn:aws:s3:::e", Status.PASS, CONTROLS.get(0).title(), Map.of()),
            versioning("arn:aws:s3:::f", Status.NOT_APPLICABLE, "a directory bucket", Map.of()),
            ssh("sg-1", Severity.HIGH, Map.of("cidrIpv4", "0.0.0.0/0", "fromPort", "22")),
            ssh("sg-2", Severity.CRITICAL, Map.of("groupName", HOSTILE, HOSTILE, "x")),
            ssh(
                "sg-3",
                Severity.HIGH,
                Map.of("description", "words and words ".repeat(12).strip())),
            ssh("sg-4" + HOSTILE, Severity.CRITICAL, Map.of())),
        List.of(
            new Gap("BucketVersioning", PRODUCTION, "global", "arn:aws:s3:::b", "AccessDenied"),
            new Gap("BucketVersioning", PRODUCTION, "global", "arn:aws:s3:::d", "AccessDenied"),
            new Gap("BucketVersioning", SANDBOX, "global", "arn:aws:s3:::c", "Throttling"),
            new Gap("PrefixList", PRODUCTION, "eu-west-1", null, HOSTILE),
            new Gap("SecurityGroup", PRODUCTION, "eu-west-1", null, "AccessDenied"),
            new Gap("SecurityGroup", PRODUCTION, "us-east-1", null, "AccessDenied"),
            new Gap("SecurityGroup", SANDBOX, "us-east-1", null, "AccessDenied")));
  }

  private static Finding versioning(
      String arn, Status status, String reason, Map<String, String> evidence) {
    return new Finding(
        CONTROLS.get(0).id(),
        arn,
        arn.endsWith("c") ? SANDBOX : PRODUCTION,
        "eu-west-1",
        status,
        Severity.MEDIUM,
        reason,
        evidence,
        CONTROLS.get(0).remediation());
  }

  static Finding ssh(String id, Severity severity, Map<String, String> evidence) {
    return new Finding(
        CONTROLS.get(1).id(),
        "arn:aws:ec2:eu-west-1:" + PRODUCTION + ":security-group/" + id,
        PRODUCTION,
        "eu-west-1",
        Status.FAIL,
        severity,
        risk(1),
        evidence,
        CONTROLS.get(1).remediation());
  }

  private static String risk(int control) {
    return CONTROLS.get(control).risk();
  }
}
