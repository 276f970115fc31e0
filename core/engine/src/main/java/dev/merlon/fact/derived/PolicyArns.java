/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

/**
 * The ARNs of managed policies: {@code arn:<partition>:iam::<account or aws>:policy/<path><name>}.
 */
final class PolicyArns {

  private static final String OF_AWS = ":iam::aws:policy/";

  private PolicyArns() {}

  static boolean isOfAws(String arn) {
    return arn.contains(OF_AWS);
  }

  /** Returns the policy's name, without its path. */
  static String name(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** Whether two ARNs name one policy; AWS's own are the same in every partition. */
  static boolean same(String one, String other) {
    return one.equals(other)
        || (isOfAws(one)
            && isOfAws(other)
            && one.substring(one.indexOf(OF_AWS)).equals(other.substring(other.indexOf(OF_AWS))));
  }
}
