/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;

/** A fact to test with. */
@ReadBy("ec2:DescribeThings")
record Thing(String arn, String account, String region) implements Resource {

  /** Found by a read under way. */
  static Thing of(String id, Reading reading) {
    return new Thing(
        reading.arn("ec2", reading.account(), "thing/" + AwsValues.required(id, "ThingId")),
        reading.account(),
        reading.region());
  }

  /** As {@link FakeAws} has it. */
  static Thing of(String id, String region) {
    return new Thing(
        "arn:aws:ec2:"
            + (region.equals(Resource.GLOBAL) ? "" : region)
            + ":"
            + FakeAws.ACCOUNT
            + ":thing/"
            + id,
        FakeAws.ACCOUNT,
        region);
  }

  /** What is read once per thing. */
  @ReadBy(value = "ec2:GetThingParts", per = "thingArn")
  record Part(String arn, String account, String region, String thingArn) implements Resource {

    static Part of(String id, Thing thing) {
      return new Part(thing.arn() + "/" + id, thing.account(), thing.region(), thing.arn());
    }
  }

  /** What is read once per part. */
  @ReadBy(value = "ec2:GetPartScrews", per = "partArn")
  record Screw(String arn, String account, String region, String partArn) implements Resource {}

  /** What is read once per thing and once per part. */
  @ReadBy(value = "ec2:GetLabels", per = "labelledArn")
  record Label(String arn, String account, String region, String labelledArn) implements Resource {

    static Label of(Resource labelled) {
      return new Label(
          labelled.arn() + "/label", labelled.account(), labelled.region(), labelled.arn());
    }
  }

  /** What comes with things from the same call. */
  @ReadBy("ec2:DescribeThings")
  record Owner(String arn, String account, String region) implements Resource {}

  /** What another call gives. */
  @ReadBy({"ec2:PrepareOthers", "ec2:DescribeOthers"})
  record Other(String arn, String account, String region) implements Resource {}
}
