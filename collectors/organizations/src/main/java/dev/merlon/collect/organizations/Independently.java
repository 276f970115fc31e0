/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Makes calls that AWS grants or refuses one by one, as condition keys of IAM allow for. */
final class Independently {
  private Independently() {}

  /**
   * Makes the call for each item, also when it was refused for another.
   *
   * @throws SdkServiceException the first refusal, when all calls have been made
   */
  static <T> void call(Iterable<T> items, Consumer<T> call) {
    @Nullable SdkServiceException first = null;
    for (T item : items) {
      try {
        call.accept(item);
      } catch (SdkServiceException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
