/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import java.util.Map;

/**
 * What a rule may say, as the global {@code verdict}. There is no {@code pass()}: what no rule
 * objects to passes, unless a fact is missing that could change it.
 *
 * <p>A rule named {@code id} or {@code id/anything} calls {@code fail}, {@code id/not-applicable}
 * calls {@code notApplicable}, {@code id/unknown} calls {@code unknown}; anything else costs the
 * control. The subject is the fact of the control's {@code @resource} type.
 */
public interface Verdict {

  /** The subject has what the control forbids; {@code attribute} and {@code observed} show it. */
  void fail(Resource subject, String attribute, Object observed);

  /** The subject has what the control forbids; values are printed with {@code toString}. */
  void fail(Resource subject, Map<String, ?> evidence);

  /** The control does not concern the subject. Decides before everything else. */
  void notApplicable(Resource subject, String reason);

  /**
   * For what the snapshot cannot tell although nothing was denied: a replica in an account that was
   * not collected.
   */
  void unknown(Resource subject, String reason);
}
