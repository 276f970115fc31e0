/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TagsTest {

  @Test
  void copyOf_tagsInAnyOrder_isACopyInOrder() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("b", "2");
    tags.put("a", "1");
    Map<String, String> copy = Tags.copyOf(tags);
    tags.put("c", "3");

    assertThat(copy.toString()).isEqualTo("{a=1, b=2}");
    assertThatThrownBy(() -> copy.put("d", "4")).isInstanceOf(UnsupportedOperationException.class);
  }
}
