/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.merlon.fact.account.Account;
import dev.merlon.fact.organizations.Organization;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationAccount.State;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import dev.merlon.fact.organizations.PolicyAttachment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OrganizationTreesTest {

  private static final String READER = "123456789012";
  private static final String MEMBER = "210987654321";
  private static final String ROOT_USER = "arn:aws:iam::210987654321:root";
  private static final String DENY_ALL =
      "{\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}";

  /** An organization with one member, two units down, and one policy at the upper unit. */
  private static List<Object> read(String reader, String status) {
    return List.of(
        new Organization("o", reader, "global", "o-1", "ALL", READER),
        new OrganizationRoot(
            "r", reader, "global", "r-1", "Root", Map.of("SERVICE_CONTROL_POLICY", status)),
        new OrganizationalUnit("u1", reader, "global", "ou-1", "a", "r-1", "r"),
        new OrganizationalUnit("u2", reader, "global", "ou-2", "b", "ou-1", "r"),
        new OrganizationAccount("m", reader, "global", MEMBER, "m", State.ACTIVE, "ou-2", "u2"),
        new OrganizationPolicy(
            "p", reader, "global", "p-1", "deny", "SERVICE_CONTROL_POLICY", false, "r"),
        new OrganizationPolicyContent("p", reader, "global", "p", "p-1", DENY_ALL),
        new PolicyAttachment(
            "t", reader, "global", "p", "p-1", "ou-1", "ORGANIZATIONAL_UNIT", "a"));
  }

  private static EffectiveScp ofMember(List<?>... facts) {
    EffectiveScp scp = OrganizationTrees.of(facts).scps().get(MEMBER);
    assertThat(scp).isNotNull();
    return scp;
  }

  private static MissingRead missing(String type, String account) {
    return MissingRead.of(type, account, "global", null, "AccessDenied");
  }

  @Test
  void of_policyAboveTheAccount_binds() {
    EffectiveScp scp = ofMember(read(READER, "ENABLED"));
    assertThat(scp.may().permitsRoot(ROOT_USER)).isFalse();
    assertThat(scp.permittedToRoot(ROOT_USER))
        .isEqualTo("explicit Deny at organizational unit ou-1 by p-1");
  }

  @Test
  void of_anyOrder_isTheSame() {
    List<Object> facts = new ArrayList<>(read(READER, "ENABLED"));
    String doubt = ofMember(facts).doubt();
    Collections.reverse(facts);
    assertThat(ofMember(facts).doubt()).isEqualTo(doubt);
  }

  @Test
  void accountIds_accountsReadAndListed_areAllThere() {
    List<Account> accounts = List.of(new Account("a", "444444444444", "global"));
    assertThat(OrganizationTrees.of(read(READER, "ENABLED"), accounts).accountIds())
        .containsExactly(MEMBER, "444444444444");
  }

  @Test
  void of_accountOnItsOwn_isExempt() {
    assertThat(ofMember(List.of(new Account("a", MEMBER, "global"))).exemption())
        .isEqualTo("the account is in no organization");
  }

  @Test
  void of_accountThatMayNotAsk_isInDoubt() {
    EffectiveScp scp =
        ofMember(
            List.of(new Account("a", MEMBER, "global")),
            List.of(missing("Organization", MEMBER), missing("OrganizationAccount", MEMBER)));
    assertThat(scp.exemption()).isEmpty();
    assertThat(scp.must().permitsRoot(ROOT_USER)).isFalse();
    assertThat(scp.doubt())
        .isEqualTo(
            "what is attached at account 210987654321: it is not listed: AccessDenied; "
                + "which account is the management account is not known: AccessDenied");
  }

  @Test
  void of_memberThatMayNotRead_isJudgedByWhoKnowsMore() {
    List<MissingRead> gaps =
        List.of(missing("Organization", MEMBER), missing("PolicyAttachment", MEMBER));
    assertThat(ofMember(read(READER, "ENABLED"), gaps).doubt())
        .isEqualTo(ofMember(read(READER, "ENABLED")).doubt());
    // one that lists the account and knows less comes first, and does not count
    List<Object> less =
        List.of(
            new OrganizationAccount(
                "m", "000000000000", "global", MEMBER, "m", State.ACTIVE, "ou-2", "u2"),
            missing("Organization", "000000000000"));
    assertThat(ofMember(less, complete()).doubt()).isEmpty();
    assertThat(ofMember(less).doubt()).isNotEmpty();
  }

  /** The same, with a policy at every level, so that nothing is in doubt. */
  private static List<Object> complete() {
    List<Object> facts = new ArrayList<>(read(READER, "ENABLED"));
    for (String target : List.of("r-1", "ou-2", MEMBER)) {
      facts.add(
          new PolicyAttachment("t" + target, READER, "global", "p", "p-1", target, "ROOT", "a"));
    }
    return facts;
  }

  @Test
  void of_rootNotRead_isInDoubtWhetherPoliciesBind() {
    List<Object> facts = new ArrayList<>(complete());
    facts.removeIf(OrganizationRoot.class::isInstance);
    EffectiveScp scp = ofMember(facts, List.of(missing("OrganizationRoot", READER)));
    assertThat(scp.may().permitsRoot(ROOT_USER)).isTrue();
    assertThat(scp.must().permitsRoot(ROOT_USER)).isFalse();
    assertThat(scp.doubt())
        .contains("whether SERVICE_CONTROL_POLICY is enabled is not known: AccessDenied");
  }

  @Test
  void of_typeDisabled_bindsNothing() {
    assertThat(ofMember(read(READER, "DISABLED")).must().permitsRoot(ROOT_USER)).isTrue();
    assertThat(ofMember(read(READER, "PENDING_ENABLE")).must().permitsRoot(ROOT_USER)).isFalse();
  }

  @Test
  void of_anythingElse_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrganizationTrees.of(List.of("fact")))
        .withMessage("no fact of an organization: fact");
  }
}
