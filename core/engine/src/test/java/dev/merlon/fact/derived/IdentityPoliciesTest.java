/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.iam.IamGroup;
import dev.merlon.fact.iam.IamPolicy;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.InlinePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IdentityPoliciesTest {

  private static final String USER = "arn:aws:iam::123456789012:user/ada";
  private static final String ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
  private static final String POWER = "arn:aws:iam::aws:policy/PowerUserAccess";
  private static final String OWN = "arn:aws:iam::123456789012:policy/path/Own";
  private static final String ALLOW_ALL = "{'Effect':'Allow','Action':'*','Resource':'*'}";
  private static final String DENY_ALL = "{'Effect':'Deny','Action':'*','Resource':'*'}";
  private static final String MFA_ALL =
      "{'Effect':'Deny','Action':'*','Resource':'*','Condition':"
          + "{'BoolIfExists':{'aws:MultiFactorAuthPresent':'false'}}}";

  private static String document(String... statements) {
    return ("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}")
        .replace('\'', '"');
  }

  private static IamUser user(List<String> groups, List<String> attached, String boundary) {
    return new IamUser(
        USER,
        "123456789012",
        "global",
        "ada",
        "AIDA",
        "/",
        Instant.EPOCH,
        groups,
        attached,
        boundary,
        Map.of());
  }

  private static IamUser user(String... attached) {
    return user(List.of(), List.of(attached), "");
  }

  private static IamGroup group(String name, String... attached) {
    return new IamGroup(
        "arn:aws:iam::123456789012:group/" + name,
        "123456789012",
        "global",
        name,
        "/",
        List.of(attached));
  }

  private static IamPolicy managed(String... statements) {
    return new IamPolicy(OWN, "123456789012", "global", "Own", "/path/", document(statements));
  }

  private static InlinePolicy inline(String name, String... statements) {
    return new InlinePolicy(
        USER + "/inline/" + name, "123456789012", "global", USER, name, document(statements));
  }

  private static IdentityPolicies of(
      List<IamGroup> groups, List<IamPolicy> managed, List<InlinePolicy> inline) {
    return IdentityPolicies.of(
        "123456789012", groups, managed, inline, List.of(), List.of(), List.of());
  }

  private static AdministratorRights certainly(String through) {
    return new AdministratorRights(true, true, through, "");
  }

  private static AdministratorRights perhaps(String through, String doubt) {
    return new AdministratorRights(false, true, through, doubt);
  }

  @Test
  void administrator_throughSeveralWays_namesAll() {
    IdentityPolicies policies =
        of(
            List.of(group("admins", ADMIN)),
            List.of(managed(ALLOW_ALL)),
            List.of(inline("x", ALLOW_ALL)));
    assertThat(policies.administrator(user(List.of("admins"), List.of(OWN), "")))
        .isEqualTo(
            certainly(
                "policy Own, inline policy x, policy AdministratorAccess through group admins"));
    assertThat(policies.mayBeAdministrator(user(OWN))).isTrue();
  }

  @Test
  void administrator_withoutAnyWay_isNone() {
    AdministratorRights rights = of(List.of(), List.of(), List.of()).administrator(user(POWER));
    assertThat(rights).isEqualTo(new AdministratorRights(false, false, "", ""));
    assertThat(rights.inDoubt()).isFalse();
    assertThat(of(List.of(), List.of(), List.of()).mayBeAdministrator(user())).isFalse();
  }

  @Test
  void administrator_ofAnotherNameInTheAccount_isNoneOfAws() {
    String lookalike = "arn:aws:iam::123456789012:policy/AdministratorAccess";
    assertThat(of(List.of(), List.of(), List.of()).administrator(user(lookalike)))
        .isEqualTo(
            perhaps(
                "policy AdministratorAccess (not known)",
                "policy AdministratorAccess: it is not in what was read of the account"));
  }

  @Test
  void administrator_withinABoundary_needsItToAllowEverything() {
    IdentityPolicies wide = of(List.of(), List.of(managed(ALLOW_ALL)), List.of());
    IdentityPolicies empty = of(List.of(), List.of(managed()), List.of());
    IdentityPolicies unread = of(List.of(), List.of(), List.of());
    IamUser bounded = user(List.of(), List.of(ADMIN), OWN);
    assertThat(wide.administrator(bounded)).isEqualTo(certainly("policy AdministratorAccess"));
    assertThat(empty.administrator(bounded)).isEqualTo(AdministratorRights.NONE);
    assertThat(unread.administrator(bounded))
        .isEqualTo(
            perhaps(
                "policy AdministratorAccess",
                "permissions boundary policy Own: it is not in what was read of the account"));
    assertThat(unread.administrator(user(List.of(), List.of(ADMIN), POWER)))
        .isEqualTo(AdministratorRights.NONE);
  }

  @Test
  void administrator_deniedEverything_isNone() {
    IdentityPolicies policies = of(List.of(), List.of(), List.of(inline("off", DENY_ALL)));
    assertThat(policies.administrator(user(ADMIN))).isEqualTo(AdministratorRights.NONE);
    assertThat(policies.administrator(user(ADMIN), List.of(ADMIN)))
        .isEqualTo(AdministratorRights.NONE);
    IdentityPolicies partly = of(List.of(), List.of(), List.of(inline("mfa", MFA_ALL)));
    assertThat(partly.administrator(user(ADMIN)))
        .isEqualTo(certainly("policy AdministratorAccess"));
  }

  @Test
  void administrator_byFurtherPolicies_isOneWhateverTheySay() {
    IdentityPolicies policies = of(List.of(), List.of(managed()), List.of());
    List<String> further = List.of(OWN, "arn:aws-cn:iam::aws:policy/PowerUserAccess");
    assertThat(policies.administrator(user(OWN, POWER), further))
        .isEqualTo(certainly("policy Own, policy PowerUserAccess"));
    assertThat(policies.administrator(user(OWN, POWER))).isEqualTo(AdministratorRights.NONE);
    assertThat(policies.administrator(user(List.of(), List.of(POWER), OWN), further))
        .isEqualTo(certainly("policy PowerUserAccess"));
  }

  @Test
  void administrator_withGaps_isInDoubtAndSaysWhy() {
    IdentityPolicies policies =
        IdentityPolicies.of(
            "123456789012",
            List.of(),
            List.of(),
            List.of(),
            List.of("g"),
            List.of("p", "p"),
            List.of("i"));
    assertThat(policies.administrator(user()))
        .isEqualTo(perhaps("the inline policies (not known)", "the inline policies: i"));
    AdministratorRights rights =
        policies.administrator(user(List.of("admins"), List.of(OWN, ADMIN), ""));
    assertThat(rights)
        .isEqualTo(
            perhaps(
                "policy Own (not known), policy AdministratorAccess,"
                    + " the policies of group admins (not known), the inline policies (not known)",
                "policy Own: p; the inline policies: i; the policies of group admins: g"));
    assertThat(rights.inDoubt()).isTrue();
  }

  @Test
  void privilegedUser_ofAUser_takesTheAnswer() {
    IdentityPolicies policies = of(List.of(), List.of(), List.of());
    assertThat(PrivilegedUser.of(user(ADMIN), policies))
        .isEqualTo(
            new PrivilegedUser(USER, "123456789012", true, "policy AdministratorAccess", ""));
  }

  @Test
  void mfaEnforcement_ofADenyOfEverything_isEnforced() {
    MfaEnforcement mfa =
        of(List.of(), List.of(), List.of(inline("mfa", MFA_ALL))).mfaEnforcement(user(ADMIN));
    assertThat(mfa).isEqualTo(new MfaEnforcement("", ""));
    assertThat(mfa.enforced()).isTrue();
    assertThat(mfa.bypassed()).isFalse();
    assertThat(mfa.inDoubt()).isFalse();
  }

  @Test
  void mfaEnforcement_ofADenyBySomeTags_asksTheUsersTags() {
    String tagged =
        MFA_ALL.replace(
            "'Condition':{", "'Condition':{'StringEquals':{'aws:PrincipalTag/mfa':'yes'},");
    IdentityPolicies policies = of(List.of(), List.of(), List.of(inline("mfa", tagged)));
    IamUser yes =
        new IamUser(
            USER,
            "123456789012",
            "global",
            "ada",
            "AIDA",
            "/",
            Instant.EPOCH,
            List.of(),
            List.of(),
            "",
            Map.of("mfa", "yes"));
    assertThat(policies.mfaEnforcement(yes).enforced()).isTrue();
    assertThat(policies.mfaEnforcement(user()).enforced()).isFalse();
  }

  @Test
  void mfaEnforcement_withGaps_isInDoubtOrEnforced() {
    IdentityPolicies without =
        IdentityPolicies.of(
            "123456789012", List.of(), List.of(), List.of(), List.of(), List.of(), List.of("i"));
    assertThat(without.mfaEnforcement(user(ADMIN)).inDoubt()).isTrue();
    IdentityPolicies with =
        IdentityPolicies.of(
            "123456789012",
            List.of(),
            List.of(managed(MFA_ALL)),
            List.of(),
            List.of(),
            List.of(),
            List.of("i"));
    assertThat(with.mfaEnforcement(user(OWN))).isEqualTo(new MfaEnforcement("", ""));
  }

  @Test
  void mfaEnforcement_ofExemptedActions_countsThoseThatAreAllowed() {
    String exempt = MFA_ALL.replace("'Action':'*'", "'NotAction':'sts:AssumeRole'");
    IdentityPolicies policies = of(List.of(), List.of(), List.of(inline("mfa", exempt)));
    assertThat(policies.mfaEnforcement(user(ADMIN)).evidence())
        .isEqualTo(Map.of("bypass", "exempt from MFA: sts:AssumeRole"));
    assertThat(policies.mfaEnforcement(user()).enforced()).isTrue();
    assertThat(policies.mfaEnforcement(user(POWER)))
        .isEqualTo(new MfaEnforcement("", "it is not known whether sts:AssumeRole needs MFA"));
  }
}
