/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.Control;
import dev.merlon.report.ControlList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "controls",
    description = "Lists the controls, what they read and the permissions they need.")
final class ControlsCommand implements Callable<Integer> {

  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private Destination destination = new Destination();

  @Override
  public Integer call() {
    List<Control> controls = selection.engine().controls();
    destination.write(
        out -> ControlList.write(controls, Destination.WIDTH, out),
        out -> ControlList.writeJson(controls, out));
    return ExitCode.OK;
  }
}
