/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.Gap;
import java.util.List;

/**
 * Is told how far a collect is. Its methods are called from several threads, but never two at a
 * time; what they throw is logged, and changes nothing. They should return soon: reads wait.
 */
public interface CollectListener {

  /** Told whenever more reads are known: grows when resources are found that have reads each. */
  default void planned(int reads) {}

  /** Told when a read has ended, well or not. */
  default void finished(Read read) {}

  /**
   * A read that has ended. Callers read it, they do not construct it.
   *
   * @param action the API action: {@code ec2:DescribeVpcs}
   * @param factTypes the names of the fact types that it yields
   * @param facts how many it yielded
   * @param gaps what it could not read; empty when all went well
   */
  record Read(
      String action,
      List<String> factTypes,
      String account,
      String region,
      int facts,
      List<Gap> gaps) {
    public Read {
      factTypes = List.copyOf(factTypes);
      gaps = List.copyOf(gaps);
    }
  }
}
