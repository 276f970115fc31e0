/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.RefusingAws;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.collect.identity.IdentityCollector;
import dev.merlon.collect.monitoring.MonitoringCollector;
import dev.merlon.collect.network.DatabaseCollector;
import dev.merlon.collect.network.LoadBalancerCollector;
import dev.merlon.collect.network.NetworkCollector;
import dev.merlon.collect.organizations.OrganizationsCollector;
import dev.merlon.fact.FactType;
import dev.merlon.fact.account.Account;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** What a caller gets who depends on this artifact alone. */
final class AllCollectorsTest {

  @Test
  void serviceLoader_thisArtifactAlone_findsEachCollector() {
    assertThat(ServiceLoader.load(ServiceCollector.class))
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(
            DatabaseCollector.class,
            IdentityCollector.class,
            LoadBalancerCollector.class,
            MonitoringCollector.class,
            NetworkCollector.class,
            OrganizationsCollector.class);
  }

  @Test
  void collect_noServicesNamed_readsEveryFactTypeThereIs() {
    Snapshot snapshot =
        new RefusingAws("aws").collector().regions(Region.US_EAST_1).build().collect();

    // Each read is refused, and so names what it would have read; the account takes none.
    Set<String> expected = new TreeSet<>(FactType.all(getClass().getClassLoader()).keySet());
    expected.remove(FactType.nameOf(Account.class));
    // What two reads find has a gap for each.
    assertThat(snapshot.gaps().stream().map(Gap::factType).distinct())
        .containsExactlyElementsOf(expected);
  }
}
