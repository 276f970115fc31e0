/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.fact.iam.AccountSummary;
import dev.merlon.fact.iam.CredentialReportRow;
import dev.merlon.fact.iam.IamGroup;
import dev.merlon.fact.iam.IamPolicy;
import dev.merlon.fact.iam.IamRole;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.InlinePolicy;
import dev.merlon.fact.iam.MfaDevice;
import dev.merlon.fact.iam.OpenIdConnectProvider;
import dev.merlon.fact.iam.PasswordPolicy;
import dev.merlon.fact.iam.SamlProvider;
import dev.merlon.fact.iam.VirtualMfaDevice;
import dev.merlon.fact.sso.IdentityCenterInstance;
import java.time.Duration;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.ssoadmin.SsoAdminClient;

/**
 * Declares what is read of AWS IAM and IAM Identity Center: eight calls, one for each IAM user, and
 * one in each Region. While AWS makes the credential report, there is one more call every now and
 * then.
 */
public final class IdentityCollector implements ServiceCollector {
  private final Pause pause;

  /** Lets time pass before AWS is asked again. */
  @FunctionalInterface
  interface Pause {
    void take(Duration duration) throws InterruptedException;
  }

  public IdentityCollector() {
    this(duration -> Thread.sleep(duration.toMillis()));
  }

  IdentityCollector(Pause pause) {
    this.pause = pause;
  }

  @Override
  public void describe(Reads reads) {
    reads
        .once(IamClient::builder)
        .read(
            AuthorizationDetailsReader::read,
            IamUser.class,
            IamGroup.class,
            IamRole.class,
            IamPolicy.class,
            InlinePolicy.class)
        .readPer(IamUser.class, MfaDeviceReader::read, MfaDevice.class)
        .read(new CredentialReportReader(pause), CredentialReportRow.class)
        .read(AccountSummaryReader::read, AccountSummary.class)
        .read(VirtualMfaDeviceReader::read, VirtualMfaDevice.class)
        .read(PasswordPolicyReader::read, PasswordPolicy.class)
        .read(IdentityProviderReader::readSaml, SamlProvider.class)
        .read(IdentityProviderReader::readOpenIdConnect, OpenIdConnectProvider.class);
    reads
        .inEachRegion(SsoAdminClient::builder)
        .read(IdentityCenterReader::read, IdentityCenterInstance.class);
  }
}
