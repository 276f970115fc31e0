/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener, one thing at a time, and keeps its exceptions from doing harm. */
final class Progress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

  private final CollectListener listener;
  private int planned;
  private volatile boolean ended;

  Progress(CollectListener listener) {
    this.listener = listener;
  }

  synchronized void plan(int reads) {
    planned += reads;
    tell(told -> told.planned(planned));
  }

  synchronized void finished(CollectListener.Read read) {
    tell(told -> told.finished(read));
  }

  /** Tells nothing from now on. Does not wait for a listener that is slow. */
  @Override
  public void close() {
    ended = true;
  }

  private void tell(Consumer<CollectListener> what) {
    if (ended) {
      return;
    }
    try {
      what.accept(listener);
    } catch (RuntimeException e) {
      LOG.warn("the CollectListener threw; collecting goes on", e);
    }
  }
}
