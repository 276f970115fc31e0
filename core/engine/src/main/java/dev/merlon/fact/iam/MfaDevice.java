/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.iam;

import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An MFA device of a user, at the time of the call.
 *
 * @param arn the serial number where that is an ARN; else the user's ARN, {@code /mfa/} and the
 *     serial number, for hardware tokens have none
 * @param userArn the user that has it
 * @param serialNumber tells what kind of device it is
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_MFADevice.html">MFADevice</a>
 */
@ReadBy(value = "iam:ListMFADevices", scope = ReadBy.Scope.ACCOUNT, per = "userArn")
public record MfaDevice(
    String arn,
    String account,
    String region,
    String userArn,
    String serialNumber,
    @Nullable Instant enableDate)
    implements Resource {
  /** An authenticator app; its serial number is an ARN with {@code :mfa/}. */
  public boolean isVirtual() {
    return serialNumber.startsWith("arn:") && serialNumber.contains(":mfa/");
  }

  /** Text messages, which AWS gave up; kept by few accounts. */
  public boolean isSms() {
    return serialNumber.startsWith("arn:") && serialNumber.contains(":sms-mfa/");
  }

  /** A passkey or security key; its serial number is an ARN with {@code :u2f/}. */
  public boolean isFido() {
    return serialNumber.startsWith("arn:") && serialNumber.contains(":u2f/");
  }

  /** A device that cannot be copied: a token with a serial number of its maker, or FIDO. */
  public boolean isHardware() {
    return isFido() || !serialNumber.startsWith("arn:");
  }
}
