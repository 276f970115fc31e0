/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.fact.Resource;
import dev.merlon.fact.account.Account;
import dev.merlon.fact.organizations.Organization;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import dev.merlon.fact.organizations.PolicyAttachment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@link EffectiveScp} and the {@link OrganizationTrees} that it comes from. */
final class EffectiveScpPropertiesTest {

  private static final String SCP = "SERVICE_CONTROL_POLICY";
  private static final String MANAGEMENT = "000000000001";
  private static final String DELEGATED = "000000000002";
  private static final String MEMBER = "000000000003";
  private static final String MEMBER_ROOT = "arn:aws:iam::" + MEMBER + ":root";
  private static final String ROOT_ARN = "arn:aws:organizations::1:root/o-1/r-1";
  private static final List<String> EXEMPT = List.of("arn:*:iam::*:role/Exempt");
  private static final List<String> LEAVE = List.of("organizations:LeaveOrganization");
  private static final List<String> EUROPE = List.of("eu-west-1", "eu-central-1");
  private static final List<String> GLOBAL_SERVICES = List.of("iam:*", "sts:*");

  private static final String ALL =
      "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'}]}";
  private static final String ALLOW_S3 =
      "{'Statement':[{'Effect':'Allow','Action':'s3:*','Resource':'*'}]}";
  private static final String NO_LEAVING =
      "{'Statement':[{'Effect':'Deny','Action':'organizations:Leave*','Resource':'*'}]}";
  private static final String NO_LEAVING_BUT_EXEMPT =
      "{'Statement':[{'Effect':'Deny','Action':'ORGANIZATIONS:leaveorganization','Resource':'*',"
          + "'Condition':{'ArnNotLike':{'aws:PrincipalARN':'arn:*:iam::*:role/Exempt'}}}]}";
  private static final String NO_LEAVING_WITHOUT_MFA =
      "{'Statement':[{'Effect':'Deny','Action':'organizations:*','Resource':'*',"
          + "'Condition':{'Bool':{'aws:MultiFactorAuthPresent':'false'}}}]}";
  private static final String NO_ROOT =
      "{'Statement':[{'Effect':'Deny','Action':'*','Resource':'*',"
          + "'Condition':{'StringLike':{'aws:PrincipalArn':'arn:*:iam::*:root'}}}]}";

  /** What one or several accounts read of an organization, to be changed step by step. */
  private static final class World {
    final List<Resource> facts = new ArrayList<>();
    final List<MissingRead> missing = new ArrayList<>();

    World organization(String reader, String featureSet) {
      facts.add(new Organization("o-1", reader, "global", "o-1", featureSet, MANAGEMENT));
      return this;
    }

    World root(String reader, String scpStatus) {
      Map<String, String> types = scpStatus.isEmpty() ? Map.of() : Map.of(SCP, scpStatus);
      facts.add(new OrganizationRoot(ROOT_ARN, reader, "global", "r-1", "Root", types));
      return this;
    }

    World unit(String reader, String id, String parentId) {
      facts.add(new OrganizationalUnit(id, reader, "global", id, id, parentId, ROOT_ARN));
      return this;
    }

    World account(String reader, String id, String parentId) {
      facts.add(
          new OrganizationAccount(
              "arn:aws:organizations::1:account/o-1/" + id,
              reader,
              "global",
              id,
              id,
              OrganizationAccount.State.ACTIVE,
              parentId,
              parentId));
      return this;
    }

    World policy(String reader, String id, String type, String text, String... targets) {
      facts.add(
          new OrganizationPolicy(
              "arn:" + id, reader, "global", id, id, type, id.equals("p-all"), ROOT_ARN));
      facts.add(
          new OrganizationPolicyContent(
              "arn:" + id, reader, "global", "arn:" + id, id, text.replace('\'', '"')));
      for (String target : targets) {
        facts.add(
            new PolicyAttachment(
                id + target, reader, "global", "arn:" + id, id, target, "ANY", target));
      }
      return this;
    }

    World scp(String id, String text, String... targets) {
      return policy(MANAGEMENT, id, SCP, text, targets);
    }

    World account(String id) {
      facts.add(new Account("arn:aws:iam::" + id + ":root", id, "global"));
      return this;
    }

    World gap(String reader, Class<?> type, @Nullable String arn) {
      missing.add(MissingRead.of(type.getSimpleName(), reader, "global", arn, "denied"));
      return this;
    }

    /** Takes away the facts of a type, as a denied call does. */
    World unread(String reader, Class<?> type) {
      facts.removeIf(fact -> type.isInstance(fact) && fact.account().equals(reader));
      return gap(reader, type, null);
    }

    World unread(String reader, Class<?> type, String arn, Predicate<Resource> ofArn) {
      facts.removeIf(
          fact -> type.isInstance(fact) && fact.account().equals(reader) && ofArn.test(fact));
      return gap(reader, type, arn);
    }

    OrganizationTrees trees() {
      return OrganizationTrees.of(facts, missing);
    }

    EffectiveScp scp(String id) {
      return Objects.requireNonNull(trees().scps().get(id), id);
    }
  }

  /** Root, unit ou-1 with ou-2 in it, the member in ou-2; everything is allowed everywhere. */
  private static World world() {
    return new World()
        .organization(MANAGEMENT, "ALL")
        .root(MANAGEMENT, "ENABLED")
        .unit(MANAGEMENT, "ou-1", "r-1")
        .unit(MANAGEMENT, "ou-2", "ou-1")
        .account(MANAGEMENT, MANAGEMENT, "r-1")
        .account(MANAGEMENT, MEMBER, "ou-2")
        .scp("p-all", ALL, "r-1", "ou-1", "ou-2", MANAGEMENT, MEMBER);
  }

  private static String leaving(EffectiveScp scp) {
    boolean must = scp.must().permits(LEAVE, EXEMPT);
    boolean may = scp.may().permits(LEAVE, EXEMPT);
    return must ? "open" : may ? "unknown" : "closed";
  }

  private static String unrestricted(EffectiveScp scp) {
    return scp.must().isUnrestrictedOrLocked()
        ? "yes"
        : scp.may().isUnrestrictedOrLocked() ? "unknown" : "no";
  }

  private static String outside(EffectiveScp scp) {
    boolean must = scp.must().permitsOutside(EUROPE, GLOBAL_SERVICES);
    boolean may = scp.may().permitsOutside(EUROPE, GLOBAL_SERVICES);
    return must ? "open" : may ? "unknown" : "closed";
  }

  private static String root(EffectiveScp scp) {
    boolean must = scp.must().permitsRoot(MEMBER_ROOT);
    boolean may = scp.may().permitsRoot(MEMBER_ROOT);
    return must ? "open" : may ? "unknown" : "closed";
  }

  // ---- everything is known

  @Test
  void of_denyAtAnyLevelOfThePath_closes() {
    for (String target : List.of("r-1", "ou-1", "ou-2", MEMBER)) {
      EffectiveScp scp = world().scp("p-1", NO_LEAVING, target).scp(MEMBER);
      assertThat(leaving(scp)).as(target).isEqualTo("closed");
      assertThat(unrestricted(scp)).as(target).isEqualTo("no");
      assertThat(scp.doubt()).as(target).isEmpty();
    }
  }

  @Test
  void of_denyBesideThePathOrAttachedNowhere_restrictsNothing() {
    EffectiveScp scp =
        world()
            .unit(MANAGEMENT, "ou-9", "ou-1")
            .scp("p-1", NO_LEAVING, "ou-9", MANAGEMENT)
            .scp("p-2", NO_LEAVING)
            .scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("open");
    assertThat(unrestricted(scp)).isEqualTo("yes");
    assertThat(scp.unrestrictedOrLocked())
        .isEqualTo("no policy denies anything, and every level allows everything");
  }

  @Test
  void of_policyOfAnotherType_restrictsNothing() {
    EffectiveScp scp =
        world().policy(MANAGEMENT, "p-1", "RESOURCE_CONTROL_POLICY", NO_LEAVING, "r-1").scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("open");
    assertThat(unrestricted(scp)).isEqualTo("yes");
  }

  @Test
  void of_allowListBesideFullAccess_isNullified() {
    EffectiveScp scp = world().scp("p-1", ALLOW_S3, "ou-1").scp(MEMBER);
    assertThat(unrestricted(scp)).isEqualTo("yes");
    assertThat(scp.unrestrictedOrLocked())
        .isEqualTo("the allow-list p-1 at organizational unit ou-1 is nullified by p-all");
  }

  @Test
  void of_allowListInPlaceOfFullAccess_restricts() {
    World world = world();
    world.facts.removeIf(
        fact -> fact instanceof PolicyAttachment at && at.targetId().equals("ou-1"));
    EffectiveScp scp = world.scp("p-1", ALLOW_S3, "ou-1").scp(MEMBER);
    assertThat(unrestricted(scp)).isEqualTo("no");
    assertThat(leaving(scp)).isEqualTo("closed");
  }

  @Test
  void of_levelWithDenyAndNoAllow_isLocked() {
    World world = world();
    world.facts.removeIf(
        fact -> fact instanceof PolicyAttachment at && at.targetId().equals("ou-1"));
    EffectiveScp scp = world.scp("p-1", NO_LEAVING, "ou-1").scp(MEMBER);
    assertThat(unrestricted(scp)).isEqualTo("yes");
    assertThat(scp.unrestrictedOrLocked())
        .isEqualTo("nothing is allowed at organizational unit ou-1, so nothing works");
  }

  @Test
  void of_levelWithoutAnyPolicy_isUnknown() {
    World world = world();
    world.facts.removeIf(
        fact -> fact instanceof PolicyAttachment at && at.targetId().equals("ou-1"));
    EffectiveScp scp = world.scp(MEMBER);
    assertThat(unrestricted(scp)).isEqualTo("unknown");
    assertThat(scp.doubt()).contains("no policy is known at organizational unit ou-1");
  }

  @Test
  void permits_exemptionOfTheExpectedPrincipals_isClosed() {
    EffectiveScp scp = world().scp("p-1", NO_LEAVING_BUT_EXEMPT, "r-1").scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("closed");
    assertThat(scp.must().permits(LEAVE, List.of())).isTrue();
    assertThat(scp.permitted(LEAVE, List.of()))
        .containsEntry("permitted", "organizations:LeaveOrganization");
  }

  @Test
  void permits_denyUnderAnotherCondition_isOpen() {
    assertThat(leaving(world().scp("p-1", NO_LEAVING_WITHOUT_MFA, "r-1").scp(MEMBER)))
        .isEqualTo("open");
  }

  @Test
  void permits_oneOfSeveralActionsOpen_namesItAlone() {
    EffectiveScp scp = world().scp("p-1", NO_LEAVING, "r-1").scp(MEMBER);
    List<String> actions = List.of("organizations:LeaveOrganization", "account:CloseAccount");
    assertThat(scp.must().permits(actions, EXEMPT)).isTrue();
    assertThat(scp.permitted(actions, EXEMPT)).containsEntry("permitted", "account:CloseAccount");
  }

  private static String regionLock(String element, String operator, String regions) {
    return "{'Statement':[{'Effect':'Deny',"
        + element
        + ",'Resource':'*','Condition':{'"
        + operator
        + "':{'aws:RequestedRegion':"
        + regions
        + "}}}]}";
  }

  private static String locked(String element, String operator, String regions) {
    return outside(world().scp("p-1", regionLock(element, operator, regions), "ou-1").scp(MEMBER));
  }

  @Test
  void permitsOutside_lockOnNoMoreThanTheApprovedRegions_isClosed() {
    String notAction = "'NotAction':['iam:*','sts:*']";
    assertThat(locked(notAction, "StringNotEquals", "['eu-west-1']")).isEqualTo("closed");
    assertThat(locked(notAction, "StringNotEquals", "['eu-west-1','eu-central-1']"))
        .isEqualTo("closed");
    assertThat(locked(notAction, "StringNotEqualsIfExists", "['eu-west-1']")).isEqualTo("closed");
    assertThat(locked(notAction, "StringNotLike", "['eu-west-1']")).isEqualTo("closed");
    assertThat(locked("'Action':'*'", "StringNotEquals", "'eu-west-1'")).isEqualTo("closed");
  }

  @Test
  void permitsOutside_lockWithAGap_isOpen() {
    String notAction = "'NotAction':['iam:*','sts:*']";
    // a Region that is not approved
    assertThat(locked(notAction, "StringNotEquals", "['eu-west-1','us-east-1']")).isEqualTo("open");
    assertThat(locked(notAction, "StringNotLike", "['eu-*']")).isEqualTo("open");
    // some Regions only
    assertThat(locked(notAction, "StringEquals", "['us-east-1','us-west-2']")).isEqualTo("open");
    // some services only, or more exemptions than global services
    assertThat(locked("'Action':['ec2:*','rds:*','lambda:*']", "StringNotEquals", "'eu-west-1'"))
        .isEqualTo("open");
    assertThat(locked("'NotAction':['iam:*','s3:*']", "StringNotEquals", "'eu-west-1'"))
        .isEqualTo("open");
  }

  @Test
  void permitsOutside_allowWithStringEqualsBesideFullAccess_isOpen() {
    String allow =
        "{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*',"
            + "'Condition':{'StringEquals':{'aws:RequestedRegion':'eu-west-1'}}}]}";
    assertThat(outside(world().scp("p-1", allow, "ou-1").scp(MEMBER))).isEqualTo("open");
  }

  @Test
  void permitsOutside_exemptionOfAPrincipal_isClosed() {
    String lock =
        "{'Statement':[{'Effect':'Deny','NotAction':'iam:*','Resource':'*','Condition':{"
            + "'StringNotEquals':{'aws:RequestedRegion':'eu-west-1'},"
            + "'ArnNotLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/Exempt'}}}]}";
    assertThat(outside(world().scp("p-1", lock, "ou-1").scp(MEMBER))).isEqualTo("closed");
    String everybody = lock.replace("role/Exempt", "role/*");
    assertThat(outside(world().scp("p-1", everybody, "ou-1").scp(MEMBER))).isEqualTo("open");
  }

  @Test
  void permitsRoot_denyOnTheRootUser_isClosed() {
    assertThat(root(world().scp("p-1", NO_ROOT, "r-1").scp(MEMBER))).isEqualTo("closed");
    String notAction = NO_ROOT.replace("'Action':'*'", "'NotAction':'s3:*'");
    assertThat(root(world().scp("p-1", notAction, "r-1").scp(MEMBER))).isEqualTo("open");
    String someRoot = NO_ROOT.replace("arn:*:iam::*:root", "arn:aws:iam::9:root");
    assertThat(root(world().scp("p-1", someRoot, "r-1").scp(MEMBER))).isEqualTo("open");
  }

  // ---- whom policies do not bind

  @Test
  void of_managementAccount_isExemptWhateverIsAttachedOrMissing() {
    EffectiveScp scp =
        world()
            .scp("p-1", NO_LEAVING, "r-1")
            .unread(MANAGEMENT, OrganizationRoot.class)
            .scp(MANAGEMENT);
    assertThat(scp.exemption()).contains("management account");
    assertThat(scp.doubt()).isEmpty();
    assertThat(leaving(scp)).isEqualTo("open");
  }

  @Test
  void of_consolidatedBilling_bindsNobodyAndExemptsNobody() {
    World world = new World().organization(MEMBER, "CONSOLIDATED_BILLING").account(MEMBER);
    EffectiveScp scp = world.gap(MEMBER, OrganizationRoot.class, null).scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("open");
    assertThat(unrestricted(scp)).isEqualTo("yes");
    assertThat(scp.exemption()).isEmpty();
  }

  @Test
  void of_typeDisabledOnTheRoot_restrictsNothing() {
    World world = world().scp("p-1", NO_LEAVING, "r-1");
    world.facts.removeIf(fact -> fact instanceof OrganizationRoot);
    EffectiveScp scp = world.root(MANAGEMENT, "").scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("open");
    assertThat(unrestricted(scp)).isEqualTo("yes");
    assertThat(scp.exemption()).isEmpty();
  }

  @Test
  void of_typeThatIsBeingChanged_isUnknown() {
    for (String status : List.of("PENDING_ENABLE", "PENDING_DISABLE")) {
      World world = world().scp("p-1", NO_LEAVING, "r-1");
      world.facts.removeIf(fact -> fact instanceof OrganizationRoot);
      EffectiveScp scp = world.root(MANAGEMENT, status).scp(MEMBER);
      assertThat(leaving(scp)).isEqualTo("unknown");
      assertThat(unrestricted(scp)).isEqualTo("unknown");
      assertThat(scp.doubt()).contains(status);
    }
  }

  @Test
  void of_accountInNoOrganization_isExempt() {
    EffectiveScp scp = new World().account(MEMBER).scp(MEMBER);
    assertThat(scp.exemption()).isEqualTo("the account is in no organization");
    assertThat(leaving(scp)).isEqualTo("open");
  }

  @Test
  void of_organizationUnread_isUnknown() {
    EffectiveScp scp =
        new World().account(MEMBER).gap(MEMBER, Organization.class, null).scp(MEMBER);
    assertThat(scp.exemption()).isEmpty();
    assertThat(leaving(scp)).isEqualTo("unknown");
    assertThat(unrestricted(scp)).isEqualTo("unknown");
    assertThat(scp.doubt()).contains("denied");
  }

  // ---- what is missing

  @Test
  void of_certainDeny_standsWhateverElseIsMissing() {
    World world = world().scp("p-1", NO_LEAVING, "ou-1").scp("p-2", ALL, "ou-2");
    EffectiveScp scp =
        world
            .unread(
                MANAGEMENT,
                OrganizationPolicyContent.class,
                "arn:p-2",
                fact -> fact.arn().equals("arn:p-2"))
            .scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("closed");
    assertThat(unrestricted(scp)).isEqualTo("no");
    assertThat(outside(scp)).isEqualTo("unknown");
    assertThat(scp.doubt()).contains("p-2").contains("denied");
  }

  @Test
  void of_attachmentsOfOnePolicyUnread_mayBeAnywhere() {
    World world = world().scp("p-1", NO_LEAVING, "ou-1");
    EffectiveScp scp =
        world
            .unread(
                MANAGEMENT,
                PolicyAttachment.class,
                "arn:p-1",
                fact -> ((PolicyAttachment) fact).policyId().equals("p-1"))
            .scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("unknown");
    assertThat(unrestricted(scp)).isEqualTo("unknown");
    assertThat(scp.doubt()).contains("p-1").contains("denied");
  }

  @Test
  void of_documentThatIsNotUnderstood_isUnknown() {
    EffectiveScp scp = world().scp("p-1", "{'Statement':[{'Effect':'D", "ou-1").scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("unknown");
    assertThat(unrestricted(scp)).isEqualTo("unknown");
  }

  @Test
  void of_rootUnread_leavesEvenADenyInDoubt() {
    EffectiveScp scp =
        world()
            .scp("p-1", NO_LEAVING, "ou-2")
            .unread(MANAGEMENT, OrganizationRoot.class)
            .scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("unknown");
  }

  @Test
  void of_memberWhoMayReadNothing_isAnsweredFromTheManagementAccount() {
    World world =
        world()
            .scp("p-1", NO_LEAVING, "r-1")
            .account(MEMBER)
            .organization(MEMBER, "ALL")
            .gap(MEMBER, OrganizationRoot.class, null)
            .gap(MEMBER, OrganizationAccount.class, null)
            .gap(MEMBER, OrganizationPolicy.class, null);
    EffectiveScp scp = world.scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("closed");
    assertThat(scp.doubt()).isEmpty();
  }

  @Test
  void of_readerWithGapsAndReaderWithout_takesTheOneWithout() {
    World world = world().scp("p-1", NO_LEAVING, "r-1");
    List<Resource> same = List.copyOf(world.facts);
    World both = new World();
    same.forEach(fact -> both.facts.add(readBy(DELEGATED, fact)));
    both.facts.addAll(same);
    both.unread(MANAGEMENT, OrganizationPolicyContent.class);
    assertThat(leaving(both.scp(MEMBER))).isEqualTo("closed");
    assertThat(both.scp(MEMBER).doubt()).isEmpty();
  }

  @Test
  void of_twoOrganizations_areNotMixed() {
    String foreign = "000000000009";
    World world =
        world()
            .organization(foreign, "ALL")
            .root(foreign, "ENABLED")
            .account(foreign, "000000000010", "r-1")
            .policy(foreign, "p-all", SCP, ALL, "r-1", "000000000010")
            .policy(foreign, "p-1", SCP, NO_LEAVING, "r-1");
    assertThat(leaving(world.scp(MEMBER))).isEqualTo("open");
    assertThat(leaving(world.scp("000000000010"))).isEqualTo("closed");
  }

  @Test
  void accountIds_ofAccountsAndListings_areAscendingAndDistinct() {
    World world = world().account("000000000009").account(MANAGEMENT);
    assertThat(world.trees().accountIds()).containsExactly(MANAGEMENT, MEMBER, "000000000009");
  }

  @Test
  void of_factOfAnotherKind_isRefused() {
    assertThatThrownBy(() -> OrganizationTrees.of(List.of("text")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("text");
  }

  @Test
  void of_unitsInACircle_isUnknown() {
    EffectiveScp scp =
        new World()
            .organization(MANAGEMENT, "ALL")
            .root(MANAGEMENT, "ENABLED")
            .unit(MANAGEMENT, "ou-1", "ou-2")
            .unit(MANAGEMENT, "ou-2", "ou-1")
            .account(MANAGEMENT, MEMBER, "ou-1")
            .scp("p-all", ALL, "r-1", "ou-1", "ou-2", MEMBER)
            .scp(MEMBER);
    assertThat(leaving(scp)).isEqualTo("unknown");
  }

  // ---- every answer stays or becomes unknown when something goes missing

  private static final List<Class<? extends Resource>> TYPES =
      List.of(
          Organization.class,
          OrganizationRoot.class,
          OrganizationalUnit.class,
          OrganizationAccount.class,
          OrganizationPolicy.class,
          OrganizationPolicyContent.class,
          PolicyAttachment.class);

  private static String per(Resource fact) {
    if (fact instanceof OrganizationalUnit unit) {
      return unit.rootArn();
    } else if (fact instanceof OrganizationAccount account) {
      return account.parentArn();
    } else if (fact instanceof OrganizationPolicy policy) {
      return policy.rootArn();
    } else if (fact instanceof OrganizationPolicyContent content) {
      return content.policyArn();
    } else if (fact instanceof PolicyAttachment attachment) {
      return attachment.policyArn();
    }
    return "";
  }

  private static Resource readBy(String reader, Resource fact) {
    if (fact instanceof Organization f) {
      return new Organization(
          f.arn(), reader, "global", f.organizationId(), f.featureSet(), f.managementAccountId());
    } else if (fact instanceof OrganizationRoot f) {
      return new OrganizationRoot(f.arn(), reader, "global", f.rootId(), f.name(), f.policyTypes());
    } else if (fact instanceof OrganizationalUnit f) {
      return new OrganizationalUnit(
          f.arn(), reader, "global", f.organizationalUnitId(), f.name(), f.parentId(), f.rootArn());
    } else if (fact instanceof OrganizationAccount f) {
      return new OrganizationAccount(
          f.arn(),
          reader,
          "global",
          f.accountId(),
          f.name(),
          f.state(),
          f.parentId(),
          f.parentArn());
    } else if (fact instanceof OrganizationPolicy f) {
      return new OrganizationPolicy(
          f.arn(), reader, "global", f.policyId(), f.name(), f.type(), f.awsManaged(), f.rootArn());
    } else if (fact instanceof OrganizationPolicyContent f) {
      return new OrganizationPolicyContent(
          f.arn(), reader, "global", f.policyArn(), f.policyId(), f.content());
    } else if (fact instanceof PolicyAttachment f) {
      return new PolicyAttachment(
          f.arn(),
          reader,
          "global",
          f.policyArn(),
          f.policyId(),
          f.targetId(),
          f.targetType(),
          f.targetName());
    }
    throw new IllegalArgumentException(fact.toString());
  }

  private static World random(Random random) {
    World world = new World();
    boolean billing = random.nextInt(12) == 0;
    world.organization(MANAGEMENT, billing ? "CONSOLIDATED_BILLING" : "ALL");
    List<String> status = List.of("", "PENDING_ENABLE", "ENABLED", "ENABLED", "ENABLED", "ENABLED");
    world.root(MANAGEMENT, status.get(random.nextInt(status.size())));
    world.unit(MANAGEMENT, "ou-1", "r-1").unit(MANAGEMENT, "ou-2", "ou-1");
    world.account(MANAGEMENT, MANAGEMENT, "r-1");
    world.account(MANAGEMENT, MEMBER, List.of("r-1", "ou-1", "ou-2").get(random.nextInt(3)));
    List<String> targets = List.of("r-1", "ou-1", "ou-2", MEMBER);
    List<String> texts =
        List.of(
            ALL,
            ALLOW_S3,
            NO_LEAVING,
            NO_LEAVING_BUT_EXEMPT,
            NO_LEAVING_WITHOUT_MFA,
            NO_ROOT,
            regionLock("'NotAction':'iam:*'", "StringNotEquals", "'eu-west-1'"),
            "no JSON");
    world.scp(
        "p-all",
        ALL,
        targets.stream().filter(target -> random.nextInt(8) > 0).toArray(String[]::new));
    for (int i = 1; i <= 3; i++) {
      world.policy(
          MANAGEMENT,
          "p-" + i,
          random.nextInt(6) == 0 ? "TAG_POLICY" : SCP,
          texts.get(random.nextInt(texts.size())),
          targets.stream().filter(target -> random.nextInt(3) == 0).toArray(String[]::new));
    }
    if (random.nextBoolean()) {
      List<Resource> same = List.copyOf(world.facts);
      same.forEach(fact -> world.facts.add(readBy(DELEGATED, fact)));
    }
    if (random.nextBoolean()) {
      world.account(MEMBER).organization(MEMBER, billing ? "CONSOLIDATED_BILLING" : "ALL");
      TYPES.stream()
          .filter(type -> type != Organization.class)
          .forEach(type -> world.gap(MEMBER, type, null));
    }
    return world;
  }

  private static World less(World world, Random random) {
    World less = new World();
    less.facts.addAll(world.facts);
    less.missing.addAll(world.missing);
    for (int i = 0; i <= random.nextInt(3); i++) {
      Class<? extends Resource> type = TYPES.get(random.nextInt(TYPES.size()));
      String reader = List.of(MANAGEMENT, DELEGATED, MEMBER).get(random.nextInt(3));
      List<String> arns =
          less.facts.stream()
              .filter(type::isInstance)
              .map(EffectiveScpPropertiesTest::per)
              .toList();
      String arn = arns.isEmpty() ? "" : arns.get(random.nextInt(arns.size()));
      boolean reads = less.facts.stream().anyMatch(fact -> fact.account().equals(reader));
      if (reads && (arn.isEmpty() || random.nextBoolean())) {
        less.unread(reader, type);
      } else if (reads) {
        less.unread(reader, type, arn, fact -> per(fact).equals(arn));
      }
    }
    return less;
  }

  private static Map<String, String> answers(EffectiveScp scp) {
    if (!scp.exemption().isEmpty()) {
      String exempt = "exempt";
      return Map.of("leave", exempt, "unrestricted", exempt, "outside", exempt, "root", exempt);
    }
    return Map.of(
        "leave", leaving(scp),
        "unrestricted", unrestricted(scp),
        "outside", outside(scp),
        "root", root(scp));
  }

  @Test
  void of_anythingMissing_answersTheSameOrUnknown() {
    Set<String> seen = new HashSet<>();
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      World world = random(random);
      World less = less(world, random);
      for (String id : less.trees().accountIds()) {
        Map<String, String> before = answers(world.scp(id));
        EffectiveScp scp = less.scp(id);
        Map<String, String> after = answers(scp);
        for (String question : before.keySet()) {
          String now = String.valueOf(after.get(question));
          seen.add(question + " " + before.get(question) + " " + now);
          if (!now.equals("unknown")) {
            assertThat(now)
                .as("seed %s, account %s, %s, missing %s", seed, id, question, less.missing)
                .isEqualTo(before.get(question));
          } else {
            assertThat(scp.doubt()).as("seed %s, account %s, %s", seed, id, question).isNotEmpty();
          }
        }
      }
    }
    // the worlds are varied enough to ask
    assertThat(seen)
        .contains(
            "leave open open",
            "leave open unknown",
            "leave closed closed",
            "leave closed unknown",
            "unrestricted yes yes",
            "unrestricted no no",
            "unrestricted no unknown",
            "outside closed closed",
            "root closed closed",
            "leave exempt exempt",
            "leave exempt unknown");
  }

  @Test
  void of_factsInAnyOrder_answersTheSame() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      World world = less(random(random), random);
      EffectiveScp before = world.scp(MEMBER);
      Collections.shuffle(world.facts, random);
      Collections.shuffle(world.missing, random);
      EffectiveScp after = world.scp(MEMBER);
      assertThat(answers(after)).as("seed %s", seed).isEqualTo(answers(before));
      assertThat(after.doubt()).as("seed %s", seed).isEqualTo(before.doubt());
    }
  }
}
