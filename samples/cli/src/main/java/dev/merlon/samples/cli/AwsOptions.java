/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import dev.merlon.Control;
import dev.merlon.Snapshot;
import dev.merlon.collect.AwsCollector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** What to read of AWS. */
final class AwsOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create(); // picocli sets it

  @Option(
      names = "--region",
      paramLabel = "R",
      split = ",",
      description = "Only these Regions, separated by commas (default: every enabled Region).")
  private List<String> regions = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "The profile of the AWS configuration to use (default: AWS_PROFILE, or default).")
  private @Nullable String profile;

  /** Collects what some controls need, with progress on standard error where somebody looks. */
  Snapshot collect(Collection<Control> controls) {
    AwsCollector.Builder builder =
        AwsCollector.builder()
            .forControls(controls)
            .regions(regions.stream().map(this::region).toArray(Region[]::new));
    if (profile != null) {
      builder.credentialsProvider(ProfileCredentialsProvider.create(profile));
    }
    try (ProgressLine progress = ProgressLine.onTerminal()) {
      return builder.listener(progress).build().collect();
    }
  }

  private Region region(String name) {
    Region region = Region.of(name.strip());
    if (Region.regions().contains(region) && !region.isGlobalRegion()) {
      return region;
    }
    throw new ParameterException(
        spec.commandLine(),
        "--region "
            + Text.printable(name)
            + ": no such Region; known are "
            + String.join(
                ", ",
                Region.regions().stream()
                    .filter(known -> !known.isGlobalRegion())
                    .map(Region::id)
                    .sorted()
                    .toList()));
  }
}
