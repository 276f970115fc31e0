/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.AwsValues.required;
import static dev.merlon.collect.AwsValues.text;

import dev.merlon.collect.Reading;
import dev.merlon.fact.iam.VirtualMfaDevice;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;

/** Maps ListVirtualMFADevices: who has them, the root user too, and those that nobody has. */
final class VirtualMfaDeviceReader {
  private static final int PAGE = 1000;

  private VirtualMfaDeviceReader() {}

  static void read(IamClient iam, Reading reading) {
    reading.each(
        iam.listVirtualMFADevicesPaginator(
                request -> request.assignmentStatus(AssignmentStatusType.ANY).maxItems(PAGE))
            .virtualMFADevices(),
        device ->
            new VirtualMfaDevice(
                required(device.serialNumber(), "SerialNumber"),
                reading.account(),
                reading.region(),
                device.user() == null ? "" : text(device.user().arn()),
                device.enableDate()));
  }
}
