/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact;

/**
 * The fields of an ARN. Fields that the text lacks are empty, so that of a text that is no ARN
 * nothing is claimed.
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {

  private static final int FIELDS = 6;

  /** Takes a text apart; never throws. */
  public static Arn of(String text) {
    String[] fields = text.split(":", FIELDS);
    return fields.length == FIELDS && fields[0].equals("arn")
        ? new Arn(fields[1], fields[2], fields[3], fields[4], fields[5])
        : new Arn("", "", "", "", "");
  }
}
