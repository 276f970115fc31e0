/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.collect.Thing.Part;
import dev.merlon.collect.Thing.Screw;
import dev.merlon.fact.Resource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

final class ReadsTest {
  private final Reads reads = new Reads();

  @Test
  void read_typeThatIsReadPerResource_isRefused() {
    Reads.With<Ec2Client> with = reads.inEachRegion(Ec2Client::builder);

    assertThatThrownBy(() -> with.read((ec2, reading) -> {}, Part.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dev.merlon.collect.Thing$Part is read once per resource: declare it with readPer");
  }

  @Test
  void read_typeThatIsNoFact_isRefused() {
    Reads.With<Ec2Client> with = reads.inEachRegion(Ec2Client::builder);

    assertThatThrownBy(() -> with.read((ec2, reading) -> {}, Resource.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a fact that is read");
  }

  @Test
  void readPer_typeWithoutPer_isRefused() {
    Reads.With<Ec2Client> with =
        reads.inEachRegion(Ec2Client::builder).read((ec2, reading) -> {}, Thing.class);

    assertThatThrownBy(
            () -> with.readPer(Thing.class, (ec2, thing, reading) -> {}, Thing.Other.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dev.merlon.collect.Thing$Other is not read once per resource: its @ReadBy has no"
                + " \"per\"");
  }

  @Test
  void readPerNamed_typeWithoutPer_isRefused() {
    Reads.With<Ec2Client> with =
        reads.inEachRegion(Ec2Client::builder).read((ec2, reading) -> {}, Thing.class);

    assertThatThrownBy(
            () ->
                with.readPerNamed(
                    Thing.class,
                    thing -> Stream.of(thing.arn()),
                    (ec2, name, reading) -> {},
                    Thing.Other.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dev.merlon.collect.Thing$Other is not read once per resource: its @ReadBy has no"
                + " \"per\"");
  }

  @Test
  void readPerNamed_parentThatNothingYields_isRefused() {
    Reads.With<Ec2Client> with = reads.inEachRegion(Ec2Client::builder);

    assertThatThrownBy(
            () ->
                with.readPerNamed(
                    Thing.class,
                    thing -> Stream.of(thing.arn()),
                    (ec2, name, reading) -> {},
                    Part.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dev.merlon.collect.Thing is yielded by no read declared before");
  }

  @Test
  void readPer_parentThatNothingYields_isRefused() {
    Reads.With<Ec2Client> with =
        reads.inEachRegion(Ec2Client::builder).read((ec2, reading) -> {}, Thing.class);

    assertThatThrownBy(() -> with.readPer(Part.class, (ec2, part, reading) -> {}, Screw.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dev.merlon.collect.Thing$Part is yielded by no read declared before");
  }

  @Test
  void readPer_parentThatTwoReadsYield_isRefused() {
    Reads.With<Ec2Client> with =
        reads
            .inEachRegion(Ec2Client::builder)
            .read((ec2, reading) -> {}, Thing.class)
            .read((ec2, reading) -> {}, Thing.class);

    assertThatThrownBy(() -> with.readPer(Thing.class, (ec2, thing, reading) -> {}, Part.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dev.merlon.collect.Thing is yielded by 2 reads declared before");
  }

  @Test
  void read_parentOfAnEarlierRead_isRefused() {
    Reads.With<Ec2Client> with =
        reads
            .inEachRegion(Ec2Client::builder)
            .read((ec2, reading) -> {}, Thing.class)
            .readPer(Thing.class, (ec2, thing, reading) -> {}, Part.class);

    assertThatThrownBy(() -> with.read((ec2, reading) -> {}, Thing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a read of [dev.merlon.collect.Thing] is declared after"
                + " [dev.merlon.collect.Thing$Part], which would not be read for its facts");
  }

  @Test
  void readPer_parentThatIsReadInEachRegion_isRefusedForOncePerAccount() {
    reads.inEachRegion(Ec2Client::builder).read((ec2, reading) -> {}, Thing.class);
    Reads.With<Ec2Client> once = reads.once(Ec2Client::builder);

    assertThatThrownBy(() -> once.readPer(Thing.class, (ec2, thing, reading) -> {}, Part.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dev.merlon.collect.Thing is yielded by no read declared before");
  }
}
