/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.ec2.Instance;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Maps DescribeInstances. */
final class InstanceReader {
  private static final int PAGE = 1000;

  /** What EC2 launches from a template has this tag, and nobody else can set it. */
  private static final String LAUNCH_TEMPLATE = "aws:ec2launchtemplate:id";

  private InstanceReader() {}

  private record Found(
      software.amazon.awssdk.services.ec2.model.Instance instance, String reservationOwner) {}

  static void read(Ec2Client ec2, Reading reading) {
    Iterable<Found> found =
        () ->
            ec2
                .describeInstancesPaginator(request -> request.maxResults(PAGE))
                .reservations()
                .stream()
                .flatMap(
                    reservation ->
                        reservation.instances().stream()
                            .map(instance -> new Found(instance, text(reservation.ownerId()))))
                .iterator();
    reading.each(found, instance -> map(instance, reading));
  }

  private static Instance map(Found found, Reading reading) {
    software.amazon.awssdk.services.ec2.model.Instance instance = found.instance();
    String id = required(instance.instanceId(), "InstanceId");
    String owner = text(found.reservationOwner(), reading.account());
    Map<String, String> tags = Ec2Tags.map(instance.tags());
    return new Instance(
        reading.arn("ec2", owner, "instance/" + id),
        reading.account(),
        reading.region(),
        id,
        text(instance.vpcId()),
        text(instance.subnetId()),
        owner,
        instance.state() == null ? "" : text(instance.state().nameAsString()),
        instance.iamInstanceProfile() == null ? "" : text(instance.iamInstanceProfile().arn()),
        text(tags.get(LAUNCH_TEMPLATE)),
        tags);
  }
}
