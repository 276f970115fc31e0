/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import dev.merlon.Control;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlListTest {

  private static String table(List<Control> controls, int width) {
    StringBuilder out = new StringBuilder();
    ControlList.write(controls, width, out);
    return out.toString();
  }

  private static String json(List<Control> controls) {
    StringBuilder out = new StringBuilder();
    ControlList.writeJson(controls, out);
    return out.toString();
  }

  @Test
  void write_controlsWithAndWithoutParameters_isTheGoldenFile() {
    Golden.assertSame(table(Samples.CONTROLS, 80), "controls.txt");
  }

  @Test
  void write_noControls_saysSo() {
    Golden.assertSame(table(List.of(), 80), "controls-empty.txt");
  }

  @Test
  void writeJson_controlsWithAndWithoutParameters_isTheGoldenFile() {
    Golden.assertSame(json(Samples.CONTROLS), "controls.json");
  }

  @Test
  void writeJson_noControls_isAnEmptyArray() {
    Golden.assertSame(json(List.of()), "controls-empty.json");
  }
}
