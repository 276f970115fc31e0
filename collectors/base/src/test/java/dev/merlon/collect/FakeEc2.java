/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import software.amazon.awssdk.services.ec2.Ec2Client;

/** An EC2 that can do nothing: override what a test needs. */
public class FakeEc2 implements Ec2Client {
  @Override
  public final String serviceName() {
    return "ec2";
  }

  @Override
  public void close() {}
}
