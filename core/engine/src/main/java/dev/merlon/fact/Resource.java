/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact;

/** What all facts share. Not sealed: facts of your own are welcome. */
public interface Resource {

  /** The Region of what AWS keeps once per account. */
  String GLOBAL = "global";

  /**
   * The ARN; where AWS gives none, the id in the ARN form that AWS documents. Never empty, and
   * unique within the type, account and Region.
   */
  String arn();

  /**
   * The account that was read, twelve digits. The owner of a shared resource is another component.
   */
  String account();

  /** The Region that was read, or {@link #GLOBAL} where AWS has none. */
  String region();
}
