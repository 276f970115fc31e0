/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import dev.merlon.fact.iam.IamUser;

/**
 * A user who is an administrator, or may be one for all that is known. There is none for a user who
 * certainly is not. What makes an administrator is said at {@link IdentityPolicies#administrator}.
 *
 * <pre>{@code
 * $user : IamUser( $arn : arn, $account : account )
 * PrivilegedUser( userArn == $arn, account == $account, certain )
 * }</pre>
 *
 * @param certain whether the user is one whatever is not known
 * @param through the policies that make the user one, or may: {@code policy AdministratorAccess
 *     through group admins}
 * @param doubt why it is not certain; empty if it is
 */
public record PrivilegedUser(
    String userArn, String account, boolean certain, String through, String doubt) {

  /** Takes what the policies say of a user. */
  public static PrivilegedUser of(IamUser user, IdentityPolicies policies) {
    AdministratorRights rights = policies.administrator(user);
    return new PrivilegedUser(
        user.arn(), user.account(), rights.certain(), rights.through(), rights.doubt());
  }
}
