/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import dev.merlon.collect.Reads;
import dev.merlon.collect.ServiceCollector;
import dev.merlon.fact.account.AlternateContact;
import dev.merlon.fact.iam.OrganizationsFeatures;
import dev.merlon.fact.organizations.AccountHandshake;
import dev.merlon.fact.organizations.DelegatedAdministrator;
import dev.merlon.fact.organizations.DelegatedService;
import dev.merlon.fact.organizations.Organization;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationHandshake;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationResourcePolicy;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import dev.merlon.fact.organizations.PolicyAttachment;
import dev.merlon.fact.organizations.TrustedService;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/**
 * Declares what is read of AWS Organizations, root access and alternate contacts: eleven calls, two
 * for the root and for each unit, one for each policy type, two for each policy, and one for each
 * delegated administrator.
 *
 * <p>An account in no organization has none of what AWS Organizations tells, which is an answer. A
 * member is denied most of it.
 */
public final class OrganizationsCollector implements ServiceCollector {

  @Override
  public void describe(Reads reads) {
    reads
        .once(OrganizationsClient::builder)
        .read(InOrganization.only(OrganizationReader::read), Organization.class)
        .read(InOrganization.only(RootReader::read), OrganizationRoot.class)
        .readPer(OrganizationRoot.class, UnitReader::read, OrganizationalUnit.class)
        .readPer(OrganizationRoot.class, AccountReader::readInRoot, OrganizationAccount.class)
        .readPer(OrganizationalUnit.class, AccountReader::readInUnit, OrganizationAccount.class)
        .readPer(OrganizationRoot.class, PolicyReader::read, OrganizationPolicy.class)
        .readPer(
            OrganizationPolicy.class, PolicyReader::readContent, OrganizationPolicyContent.class)
        .readPer(OrganizationPolicy.class, PolicyReader::readAttachments, PolicyAttachment.class)
        .read(InOrganization.only(DelegatedAdministratorReader::read), DelegatedAdministrator.class)
        .readPer(
            DelegatedAdministrator.class,
            DelegatedAdministratorReader::readServices,
            DelegatedService.class)
        .read(InOrganization.only(TrustedServiceReader::read), TrustedService.class)
        .read(InOrganization.only(ResourcePolicyReader::read), OrganizationResourcePolicy.class)
        .read(InOrganization.only(HandshakeReader::readOfAccount), AccountHandshake.class)
        .read(
            InOrganization.only(HandshakeReader::readOfOrganization), OrganizationHandshake.class);
    reads
        .once(IamClient::builder)
        .read(OrganizationsFeaturesReader::read, OrganizationsFeatures.class);
    reads.once(AccountClient::builder).read(AlternateContactReader::read, AlternateContact.class);
  }
}
