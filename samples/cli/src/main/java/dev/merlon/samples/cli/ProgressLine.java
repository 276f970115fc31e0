/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.collect.CollectListener;
import java.io.IOException;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** One line on standard error that says how far a collect is; nothing where nobody would see it. */
final class ProgressLine implements CollectListener, AutoCloseable {

  private static final int WIDTH = 80;

  private final @Nullable ProgressBar bar;

  private ProgressLine(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  static ProgressLine onTerminal() {
    return new ProgressLine(
        isTerminal()
            ? new ProgressBarBuilder()
                .setTaskName("reading AWS")
                .setUnit(" calls", 1)
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .build()
            : null);
  }

  /** Java cannot tell before 22 whether standard error is a terminal when output is not. */
  private static boolean isTerminal() {
    try {
      return new ProcessBuilder("test", "-t", "2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // no such command: not a system with terminals as we know them
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void planned(int reads) {
    if (bar != null) {
      bar.maxHint(reads);
    }
  }

  @Override
  public void finished(Read read) {
    if (bar != null) {
      bar.setExtraMessage(read.region());
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
