/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Snapshot;
import dev.merlon.collect.FakeAws;
import dev.merlon.collect.FakeEc2;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.collect.network.NetworkCollector;
import dev.merlon.fact.FactType;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What a caller gets who depends on this artifact alone. */
final class AllCollectorsTest {

  @Test
  void serviceLoader_thisArtifactAlone_findsEachCollector() {
    assertThat(ServiceLoader.load(ServiceCollector.class))
        .extracting(Object::getClass)
        .containsExactly(NetworkCollector.class);
  }

  @Test
  void collect_noServicesNamed_readsEveryFactTypeThereIs() {
    Snapshot snapshot = FakeAws.collector(new FakeEc2()).build().collect();

    // A fake that can do nothing: each read fails, and so names what it would have read.
    assertThat(snapshot.gaps())
        .extracting(gap -> gap.factType())
        .containsExactlyElementsOf(FactType.all(getClass().getClassLoader()).keySet());
  }
}
