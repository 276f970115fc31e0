/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.organizations;

import static dev.merlon.collect.organizations.SeededOrganization.CONTENT;
import static dev.merlon.collect.organizations.SeededOrganization.FULL_ACCESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Coverage;
import dev.merlon.Coverage.Area;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.AwsCollector;
import dev.merlon.collect.Emulator;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import dev.merlon.fact.account.Account;
import dev.merlon.fact.account.AlternateContact;
import dev.merlon.fact.iam.OrganizationsFeatures;
import dev.merlon.fact.iam.OrganizationsFeatures.Answer;
import dev.merlon.fact.organizations.AccountHandshake;
import dev.merlon.fact.organizations.DelegatedAdministrator;
import dev.merlon.fact.organizations.DelegatedService;
import dev.merlon.fact.organizations.Organization;
import dev.merlon.fact.organizations.OrganizationAccount;
import dev.merlon.fact.organizations.OrganizationAccount.State;
import dev.merlon.fact.organizations.OrganizationHandshake;
import dev.merlon.fact.organizations.OrganizationPolicy;
import dev.merlon.fact.organizations.OrganizationPolicyContent;
import dev.merlon.fact.organizations.OrganizationResourcePolicy;
import dev.merlon.fact.organizations.OrganizationRoot;
import dev.merlon.fact.organizations.OrganizationalUnit;
import dev.merlon.fact.organizations.PolicyAttachment;
import dev.merlon.fact.organizations.TrustedService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The organizations collector and the AWS SDK against emulated organizations. */
final class EmulatedOrganizationTest {
  private static final String ACCOUNT = Emulator.ACCOUNT;
  private static final String GLOBAL = Resource.GLOBAL;
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
  private static final String SCP = "SERVICE_CONTROL_POLICY";
  private static final String FEATURES = "root_features";

  @SuppressWarnings("NullAway.Init") // JUnit calls start() first
  private static Emulator emulator;

  @BeforeAll
  static void start() {
    emulator = Emulator.start();
  }

  @AfterAll
  @SuppressWarnings("UnnecessaryNullCheck") // when start() was aborted
  static void stop() {
    if (emulator != null) {
      emulator.close();
    }
  }

  @BeforeEach
  void reset() {
    emulator.reset();
  }

  @Test
  void collect_managementAccount_factsAreWhatWasMade() {
    SeededOrganization seeded = SeededOrganization.in(emulator);
    emulator.state(FEATURES, "[\"RootSessions\", \"RootCredentialsManagement\"]");
    emulator.state(
        "organization",
        "{\"resource_policy\": \"{}\", \"handshakes\": ["
            + handshake(seeded, "h-sent", "EMAIL", "somebody@example.com")
            + "]}");
    emulator.state(
        "account_handshakes",
        "[" + handshake(seeded, "h-received", "ACCOUNT", seeded.logAccountId()) + "]");

    assertThat(collect(emulator))
        .isEqualTo(
            new Snapshot(
                NOW,
                Stream.of(
                        account(ACCOUNT),
                        organization(seeded, ACCOUNT),
                        new OrganizationRoot(
                            rootArn(seeded),
                            ACCOUNT,
                            GLOBAL,
                            seeded.rootId(),
                            "Root",
                            Map.of(SCP, "ENABLED", "TAG_POLICY", "ENABLED")),
                        unit(seeded, seeded.workloadsId(), "Workloads", seeded.rootId()),
                        unit(seeded, seeded.productionId(), "Production", seeded.workloadsId()),
                        unit(seeded, seeded.sandboxId(), "Sandbox", seeded.rootId()),
                        member(seeded, ACCOUNT, "master", State.ACTIVE, seeded.rootId()),
                        member(
                            seeded,
                            seeded.appAccountId(),
                            "app",
                            State.ACTIVE,
                            seeded.productionId()),
                        member(
                            seeded,
                            seeded.logAccountId(),
                            "log",
                            State.ACTIVE,
                            seeded.workloadsId()),
                        member(
                            seeded,
                            seeded.oldAccountId(),
                            "old",
                            State.SUSPENDED,
                            seeded.sandboxId()),
                        policy(seeded, FULL_ACCESS, "FullAWSAccess", SCP),
                        policy(seeded, seeded.rootPolicyId(), "for the root", SCP),
                        policy(seeded, seeded.unitPolicyId(), "for the unit", SCP),
                        policy(seeded, seeded.accountPolicyId(), "for the account", SCP),
                        policy(seeded, seeded.tagPolicyId(), "for nobody", "TAG_POLICY"),
                        content(
                            seeded,
                            FULL_ACCESS,
                            SCP,
                            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\":"
                                + " \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}"),
                        content(seeded, seeded.rootPolicyId(), SCP, CONTENT),
                        content(seeded, seeded.unitPolicyId(), SCP, CONTENT),
                        content(seeded, seeded.accountPolicyId(), SCP, CONTENT),
                        content(seeded, seeded.tagPolicyId(), "TAG_POLICY", CONTENT),
                        root(seeded, FULL_ACCESS),
                        attachedUnit(seeded, FULL_ACCESS, seeded.workloadsId(), "Workloads"),
                        attachedUnit(seeded, FULL_ACCESS, seeded.productionId(), "Production"),
                        attachedUnit(seeded, FULL_ACCESS, seeded.sandboxId(), "Sandbox"),
                        attachedAccount(seeded, FULL_ACCESS, ACCOUNT, "master"),
                        attachedAccount(seeded, FULL_ACCESS, seeded.appAccountId(), "app"),
                        attachedAccount(seeded, FULL_ACCESS, seeded.logAccountId(), "log"),
                        attachedAccount(seeded, FULL_ACCESS, seeded.oldAccountId(), "old"),
                        root(seeded, seeded.rootPolicyId()),
                        attachedUnit(
                            seeded, seeded.unitPolicyId(), seeded.productionId(), "Production"),
                        attachedAccount(
                            seeded, seeded.accountPolicyId(), seeded.appAccountId(), "app"),
                        new DelegatedAdministrator(
                            memberArn(seeded, seeded.appAccountId()),
                            ACCOUNT,
                            GLOBAL,
                            seeded.appAccountId(),
                            "app",
                            "ACTIVE"),
                        new DelegatedService(
                            memberArn(seeded, seeded.appAccountId())
                                + "/service/guardduty.amazonaws.com",
                            ACCOUNT,
                            GLOBAL,
                            memberArn(seeded, seeded.appAccountId()),
                            seeded.appAccountId(),
                            "guardduty.amazonaws.com"),
                        new TrustedService(
                            account(ACCOUNT).arn() + "/service/guardduty.amazonaws.com",
                            ACCOUNT,
                            GLOBAL,
                            "guardduty.amazonaws.com"),
                        new OrganizationResourcePolicy(
                            arn(seeded, "resourcepolicy", "/rp-example1"),
                            ACCOUNT,
                            GLOBAL,
                            "rp-example1",
                            "{}"),
                        new OrganizationHandshake(
                            arn(seeded, "handshake", "/invite/h-sent"),
                            ACCOUNT,
                            GLOBAL,
                            "h-sent",
                            "OPEN",
                            "INVITE",
                            Instant.parse("2026-11-20T08:00:00Z"),
                            Instant.parse("2026-12-05T08:00:00Z"),
                            List.of("email")),
                        new AccountHandshake(
                            arn(seeded, "handshake", "/invite/h-received"),
                            ACCOUNT,
                            GLOBAL,
                            "h-received",
                            "OPEN",
                            "INVITE",
                            Instant.parse("2026-11-20T08:00:00Z"),
                            Instant.parse("2026-12-05T08:00:00Z"),
                            List.of(seeded.logAccountId())),
                        features(
                            ACCOUNT,
                            Answer.FEATURES,
                            List.of("RootCredentialsManagement", "RootSessions")),
                        new AlternateContact(
                            account(ACCOUNT).arn() + "/contact/SECURITY",
                            ACCOUNT,
                            GLOBAL,
                            "SECURITY",
                            "73d36e2c22d5c7475f450e02790cf8167e7fecde8e3575441432bf8ca9201448"))
                    .map(Resource.class::cast)
                    .toList(),
                coverage(ACCOUNT, names(all())),
                List.of()));
  }

  /** Nineteen, one for each policy type and delegated administrator, two for each policy. */
  @Test
  void collect_managementAccount_makesNineteenCallsAndThoseThatGrow() {
    SeededOrganization.in(emulator);
    emulator.forgetCalls();

    collect(emulator);

    List<String> expected =
        new ArrayList<>(
            List.of(
                "organizations:DescribeOrganization",
                "organizations:ListRoots",
                "organizations:ListDelegatedAdministrators",
                "organizations:ListAWSServiceAccessForOrganization",
                "organizations:DescribeResourcePolicy",
                "organizations:ListHandshakesForAccount",
                "organizations:ListHandshakesForOrganization",
                "iam:ListOrganizationsFeatures",
                "organizations:ListDelegatedServicesForAccount"));
    expected.addAll(Collections.nCopies(2, "organizations:ListPolicies"));
    expected.addAll(Collections.nCopies(3, "account:GetAlternateContact"));
    expected.addAll(Collections.nCopies(1 + 3, "organizations:ListOrganizationalUnitsForParent"));
    expected.addAll(Collections.nCopies(1 + 3, "organizations:ListAccountsForParent"));
    expected.addAll(Collections.nCopies(5, "organizations:DescribePolicy"));
    expected.addAll(Collections.nCopies(5, "organizations:ListTargetsForPolicy"));
    assertThat(emulator.calls())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of("sts:GetCallerIdentity us-east-1"),
                    expected.stream().map(action -> action + " aws-global"))
                .toList());
  }

  @Test
  void collect_moreThanAPage_takesAll() {
    try (OrganizationsClient organizations = SeededOrganization.organizations(emulator)) {
      organizations.createOrganization(request -> {});
      String root = organizations.listRoots().roots().get(0).id();
      organizations.enablePolicyType(request -> request.rootId(root).policyType(SCP));
      String first = SeededOrganization.unit(organizations, root, "0");
      for (int i = 1; i <= 20; i++) {
        SeededOrganization.unit(organizations, root, Integer.toString(i));
        SeededOrganization.account(organizations, "a" + i, root, first);
        SeededOrganization.policy(organizations, PolicyType.SERVICE_CONTROL_POLICY, "p" + i, first);
      }
      SeededOrganization.account(organizations, "a21", root, first);
    }
    emulator.forgetCalls();

    Snapshot snapshot = collect(emulator);

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.facts(OrganizationalUnit.class)).hasSize(21);
    assertThat(snapshot.facts(OrganizationAccount.class)).hasSize(1 + 21);
    assertThat(snapshot.facts(OrganizationPolicy.class)).hasSize(1 + 20);
    assertThat(emulator.calls())
        .filteredOn("organizations:ListOrganizationalUnitsForParent aws-global"::equals)
        .hasSize(2 + 21);
    assertThat(emulator.calls())
        .filteredOn("organizations:ListAccountsForParent aws-global"::equals)
        .hasSize(1 + 2 + 20);
    assertThat(emulator.calls())
        .filteredOn("organizations:ListPolicies aws-global"::equals)
        .hasSize(2);
  }

  @Test
  void collect_standaloneAccount_hasNoneOfItAndNoGaps() {
    emulator.state(FEATURES, "\"OrganizationNotFoundException\"");

    assertThat(collect(emulator))
        .isEqualTo(
            new Snapshot(
                NOW,
                List.of(
                    account(ACCOUNT), features(ACCOUNT, Answer.ORGANIZATION_NOT_FOUND, List.of())),
                coverage(ACCOUNT, names(all())),
                List.of()));
  }

  @Test
  void collect_memberAccount_whatItMayNotAskIsAGap() {
    SeededOrganization seeded = SeededOrganization.in(emulator);
    String log = seeded.logAccountId();
    emulator.state(
        FEATURES, "{\"" + log + "\": \"AccountNotManagementOrDelegatedAdministratorException\"}");

    Snapshot snapshot = collect(emulator, as(log));

    List<Class<? extends Resource>> answered =
        List.of(
            Account.class,
            Organization.class,
            AccountHandshake.class,
            OrganizationsFeatures.class,
            AlternateContact.class);
    assertThat(snapshot)
        .isEqualTo(
            new Snapshot(
                NOW,
                List.of(
                    account(log),
                    organization(seeded, log),
                    features(log, Answer.NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR, List.of())),
                coverage(log, names(answered)),
                gaps(
                    log,
                    answered,
                    action ->
                        action
                            + " was denied: AccessDeniedException: You don't have permissions to"
                            + " access this resource.")));
  }

  @Test
  void collect_delegatedAdministrator_readsTheSameOrganization() {
    SeededOrganization seeded = SeededOrganization.in(emulator);
    String app = seeded.appAccountId();

    Snapshot snapshot = collect(emulator, as(app));

    assertThat(snapshot.gaps()).isEmpty();
    assertThat(snapshot.facts()).allMatch(fact -> fact.account().equals(app));
    assertThat(ofOrganization(snapshot)).isEqualTo(ofOrganization(collect(emulator)));
    assertThat(snapshot.facts(Organization.class))
        .singleElement()
        .matches(organization -> !organization.readByManagementAccount());
  }

  @Test
  void collect_everythingDenied_isOneGapForEachType() {
    SeededOrganization.in(emulator);
    emulator.deny(
        all().stream()
            .flatMap(type -> FactType.of(type).actions().stream())
            .filter(action -> !action.startsWith("sts:"))
            .toArray(String[]::new));

    assertThat(collect(emulator))
        .isEqualTo(
            new Snapshot(
                NOW,
                List.of(account(ACCOUNT)),
                coverage(ACCOUNT, names(List.of(Account.class))),
                gaps(
                    ACCOUNT,
                    List.of(Account.class),
                    action ->
                        action
                            + " was denied: "
                            + (action.startsWith("iam:") ? "AccessDenied" : "AccessDeniedException")
                            + ": User is not authorized to perform: "
                            + action)));
  }

  @Test
  void collect_motoWithoutOurAdditions_whatItLacksIsAGap() {
    Set<Class<?>> lacking =
        Set.of(
            AccountHandshake.class,
            OrganizationHandshake.class,
            OrganizationResourcePolicy.class,
            OrganizationsFeatures.class);
    SeededOrganization.in(emulator);
    Snapshot ours = collect(emulator);
    try (Emulator unmodified = Emulator.startUnmodified()) {
      SeededOrganization.in(unmodified);

      Snapshot snapshot = collect(unmodified);

      assertThat(snapshot.facts())
          .isEqualTo(
              ours.facts().stream().filter(fact -> !lacking.contains(fact.getClass())).toList());
      assertThat(snapshot.gaps())
          .extracting(Gap::factType)
          .containsExactlyInAnyOrderElementsOf(lacking.stream().map(FactType::nameOf).toList());
    }
  }

  private static Snapshot collect(Emulator where) {
    return collect(where, client -> {});
  }

  private static Snapshot collect(Emulator where, Consumer<AwsClientBuilder<?, ?>> credentials) {
    return AwsCollector.builder()
        .services(new OrganizationsCollector())
        .regions(Region.US_EAST_1)
        .clientCustomizer(where.customizer().andThen(credentials))
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .build()
        .collect();
  }

  /** Takes the role that each new account has for its management account. */
  private static Consumer<AwsClientBuilder<?, ?>> as(String member) {
    try (StsClient sts = SeededOrganization.client(emulator, StsClient.builder()).build()) {
      Credentials credentials =
          sts.assumeRole(
                  request ->
                      request
                          .roleArn("arn:aws:iam::" + member + ":role/OrganizationAccountAccessRole")
                          .roleSessionName("merlon"))
              .credentials();
      StaticCredentialsProvider provider =
          StaticCredentialsProvider.create(
              AwsSessionCredentials.create(
                  credentials.accessKeyId(),
                  credentials.secretAccessKey(),
                  credentials.sessionToken()));
      return client -> client.credentialsProvider(provider);
    }
  }

  private static List<Class<? extends Resource>> all() {
    return List.of(
        Account.class,
        Organization.class,
        OrganizationRoot.class,
        OrganizationalUnit.class,
        OrganizationAccount.class,
        OrganizationPolicy.class,
        OrganizationPolicyContent.class,
        PolicyAttachment.class,
        DelegatedAdministrator.class,
        DelegatedService.class,
        TrustedService.class,
        OrganizationResourcePolicy.class,
        OrganizationHandshake.class,
        AccountHandshake.class,
        OrganizationsFeatures.class,
        AlternateContact.class);
  }

  private static List<String> names(List<Class<? extends Resource>> types) {
    return types.stream().map((Function<Class<?>, String>) FactType::nameOf).toList();
  }

  private static Coverage coverage(String account, List<String> types) {
    return new Coverage(
        List.of(new Area(account, GLOBAL, types), new Area(account, "us-east-1", List.of())));
  }

  /** Of all types but some; what hangs on another read says why that one failed. */
  private static List<Gap> gaps(
      String account, List<Class<? extends Resource>> answered, Function<String, String> reason) {
    Set<Class<?>> ofRoots =
        Set.of(
            OrganizationalUnit.class,
            OrganizationAccount.class,
            OrganizationPolicy.class,
            OrganizationPolicyContent.class,
            PolicyAttachment.class);
    return all().stream()
        .filter(type -> !answered.contains(type))
        .map(
            type -> {
              FactType made =
                  FactType.of(
                      ofRoots.contains(type)
                          ? OrganizationRoot.class
                          : type.equals(DelegatedService.class)
                              ? DelegatedAdministrator.class
                              : type);
              return new Gap(
                  FactType.nameOf(type),
                  account,
                  GLOBAL,
                  null,
                  reason.apply(made.actions().get(0)));
            })
        .toList();
  }

  private static List<String> ofOrganization(Snapshot snapshot) {
    return snapshot.facts().stream()
        .filter(fact -> fact.arn().contains(":organizations:"))
        .map(fact -> FactType.nameOf(fact.getClass()) + " " + fact.arn())
        .toList();
  }

  private static String handshake(
      SeededOrganization seeded, String id, String partyType, String party) {
    return String.join(
        ", ",
        List.of(
            "{\"Id\": \"" + id + "\"",
            "\"Arn\": \"" + arn(seeded, "handshake", "/invite/" + id) + "\"",
            "\"State\": \"OPEN\"",
            "\"Action\": \"INVITE\"",
            "\"RequestedTimestamp\": " + Instant.parse("2026-11-20T08:00:00Z").getEpochSecond(),
            "\"ExpirationTimestamp\": " + Instant.parse("2026-12-05T08:00:00Z").getEpochSecond(),
            "\"Parties\": [{\"Id\": \"" + seeded.organizationId() + "\"",
            "\"Type\": \"ORGANIZATION\"}",
            "{\"Id\": \"" + party + "\"",
            "\"Type\": \"" + partyType + "\"}]}"));
  }

  private static Account account(String id) {
    return new Account("arn:aws:iam::" + id + ":root", id, GLOBAL);
  }

  private static OrganizationsFeatures features(
      String account, Answer answer, List<String> features) {
    return new OrganizationsFeatures(account(account).arn(), account, GLOBAL, answer, features);
  }

  private static String arn(SeededOrganization seeded, String kind, String rest) {
    return "arn:aws:organizations::" + ACCOUNT + ":" + kind + "/" + seeded.organizationId() + rest;
  }

  private static String rootArn(SeededOrganization seeded) {
    return arn(seeded, "root", "/" + seeded.rootId());
  }

  private static String memberArn(SeededOrganization seeded, String id) {
    return arn(seeded, "account", "/" + id);
  }

  private static String policyArn(SeededOrganization seeded, String id, String type) {
    return arn(seeded, "policy", "/" + type.toLowerCase(Locale.ROOT) + "/" + id);
  }

  private static Organization organization(SeededOrganization seeded, String reader) {
    return new Organization(
        arn(seeded, "organization", ""), reader, GLOBAL, seeded.organizationId(), "ALL", ACCOUNT);
  }

  private static OrganizationalUnit unit(
      SeededOrganization seeded, String id, String name, String parentId) {
    return new OrganizationalUnit(
        arn(seeded, "ou", "/" + id), ACCOUNT, GLOBAL, id, name, parentId, rootArn(seeded));
  }

  private static OrganizationAccount member(
      SeededOrganization seeded, String id, String name, State state, String parentId) {
    return new OrganizationAccount(
        memberArn(seeded, id),
        ACCOUNT,
        GLOBAL,
        id,
        name,
        state,
        parentId,
        parentId.equals(seeded.rootId()) ? rootArn(seeded) : arn(seeded, "ou", "/" + parentId));
  }

  private static OrganizationPolicy policy(
      SeededOrganization seeded, String id, String name, String type) {
    return new OrganizationPolicy(
        policyArn(seeded, id, type),
        ACCOUNT,
        GLOBAL,
        id,
        name,
        type,
        id.equals(FULL_ACCESS),
        rootArn(seeded));
  }

  private static OrganizationPolicyContent content(
      SeededOrganization seeded, String id, String type, String content) {
    String arn = policyArn(seeded, id, type);
    return new OrganizationPolicyContent(arn, ACCOUNT, GLOBAL, arn, id, content);
  }

  private static PolicyAttachment root(SeededOrganization seeded, String policyId) {
    return attachment(seeded, policyId, seeded.rootId(), "ROOT", "Root");
  }

  private static PolicyAttachment attachedUnit(
      SeededOrganization seeded, String policyId, String id, String name) {
    return attachment(seeded, policyId, id, "ORGANIZATIONAL_UNIT", name);
  }

  private static PolicyAttachment attachedAccount(
      SeededOrganization seeded, String policyId, String id, String name) {
    return attachment(seeded, policyId, id, "ACCOUNT", name);
  }

  private static PolicyAttachment attachment(
      SeededOrganization seeded, String policyId, String targetId, String type, String name) {
    String policy = policyArn(seeded, policyId, SCP);
    return new PolicyAttachment(
        policy + "/target/" + targetId, ACCOUNT, GLOBAL, policy, policyId, targetId, type, name);
  }
}
