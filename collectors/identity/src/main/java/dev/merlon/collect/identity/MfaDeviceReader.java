/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.AwsValues.required;

import dev.merlon.collect.Reading;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.MfaDevice;
import software.amazon.awssdk.services.iam.IamClient;

/** Maps ListMFADevices, which is asked for each user. */
final class MfaDeviceReader {
  private static final int PAGE = 1000;

  private MfaDeviceReader() {}

  static void read(IamClient iam, IamUser user, Reading reading) {
    reading.each(
        iam.listMFADevicesPaginator(request -> request.userName(user.userName()).maxItems(PAGE))
            .mfaDevices(),
        device -> map(device, user, reading));
  }

  private static MfaDevice map(
      software.amazon.awssdk.services.iam.model.MFADevice device, IamUser user, Reading reading) {
    String serial = required(device.serialNumber(), "SerialNumber");
    return new MfaDevice(
        serial.startsWith("arn:") ? serial : user.arn() + "/mfa/" + serial,
        reading.account(),
        reading.region(),
        user.arn(),
        serial,
        device.enableDate());
  }
}
