/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import dev.merlon.collect.Emulator;
import dev.merlon.fact.Resource;
import dev.merlon.fact.iam.AccountSummary;
import dev.merlon.fact.iam.AccountSummary.RootPassword;
import dev.merlon.fact.iam.CredentialReportRow;
import dev.merlon.fact.iam.CredentialReportRow.ReportedKey;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.IamClientBuilder;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/**
 * Makes an account: a user for every mix of password, access keys and MFA devices, a few groups,
 * roles and policies, and what there is one of. Notes the facts that should be read of it.
 */
final class SeededAccount {

  /** Stands for a time at which something was made, where AWS tells it in no other way. */
  static final Instant MEANWHILE = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant ROOT_CREATED = Instant.parse("2020-01-01T00:00:00Z");
  private static final String ACCOUNT = Emulator.ACCOUNT;
  private static final String DEPLOY = arn("policy/team/deploy");
  private static final String DOCUMENT =
      "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
          + " \"s3:Get*\", \"Resource\": \"arn:aws:s3:::%s\"}]}";
  private static final String TRUST =
      "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\":"
          + " {\"Service\": \"ec2.amazonaws.com\"}, \"Action\": \"sts:AssumeRole\"}]}";
  private static final ReportedKey NO_KEY = new ReportedKey(false, null, null);

  /** The states of a user's access keys. */
  private static final List<List<StatusType>> KEYS =
      List.of(
          List.of(),
          List.of(StatusType.ACTIVE),
          List.of(StatusType.INACTIVE),
          List.of(StatusType.ACTIVE, StatusType.ACTIVE),
          List.of(StatusType.INACTIVE, StatusType.ACTIVE));

  static final int USERS = 2 * KEYS.size() * Device.values().length;

  /** A user's MFA devices. */
  private enum Device {
    NONE,
    VIRTUAL,
    TOKEN,
    FIDO,
    SMS,
    VIRTUAL_AND_FIDO
  }

  private final IamClient iam;
  private final Instant begun = Instant.now().minusSeconds(60); // the report is as old as moto
  private final List<Resource> facts = new ArrayList<>();
  private int number;
  private Instant ended = begun;

  private SeededAccount(IamClient iam) {
    this.iam = iam;
  }

  /** Fills the emulator; its additions tell of the root user. */
  static SeededAccount in(Emulator emulator) {
    IamClientBuilder builder = IamClient.builder().region(Region.AWS_GLOBAL);
    emulator.customizer().accept(builder);
    try (IamClient iam = builder.build()) {
      SeededAccount seeded = new SeededAccount(iam);
      seeded.fill();
      seeded.ended = Instant.now();
      return seeded;
    }
  }

  private void fill() {
    policy();
    group("dev");
    for (boolean password : new boolean[] {false, true}) {
      for (List<StatusType> keys : KEYS) {
        for (Device device : Device.values()) {
          user(password, keys, device);
        }
      }
    }
    iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("spare"));
    facts.add(virtual(arn("mfa/spare"), "", null));
    role("plain", null);
    role("bounded", DEPLOY);
    single();
    root();
  }

  private void group(String name) {
    String arn = arn("group/" + name);
    iam.createGroup(request -> request.groupName(name).path("/"));
    iam.attachGroupPolicy(request -> request.groupName(name).policyArn(DEPLOY));
    String document = DOCUMENT.formatted("a+b c%2A/é*");
    iam.putGroupPolicy(
        request -> request.groupName(name).policyName("own").policyDocument(document));
    facts.add(new IamGroup(arn, ACCOUNT, Resource.GLOBAL, name, "/", List.of(DEPLOY)));
    facts.add(inline(arn, "own", document));
  }

  private void user(boolean password, List<StatusType> keys, Device device) {
    int index = number++;
    String name = "user-" + index;
    User user =
        iam.createUser(
                request ->
                    request
                        .userName(name)
                        .path("/people/")
                        .tags(Tag.builder().key("number").value(name).build()))
            .user();
    boolean inGroup = index % 7 == 0;
    if (inGroup) {
      iam.addUserToGroup(request -> request.userName(name).groupName("dev"));
    }
    boolean special = index == 11;
    if (special) {
      iam.attachUserPolicy(request -> request.userName(name).policyArn(DEPLOY));
      String document = DOCUMENT.formatted("own");
      iam.putUserPolicy(
          request -> request.userName(name).policyName("own").policyDocument(document));
      facts.add(inline(user.arn(), "own", document));
    }
    if (password) {
      iam.createLoginProfile(request -> request.userName(name).password("Correct-Horse-9"));
    }
    List<ReportedKey> reported = new ArrayList<>();
    for (StatusType status : keys) {
      AccessKey key = iam.createAccessKey(request -> request.userName(name)).accessKey();
      iam.updateAccessKey(
          request -> request.userName(name).accessKeyId(key.accessKeyId()).status(status));
      reported.add(
          new ReportedKey(
              status == StatusType.ACTIVE, key.createDate().truncatedTo(ChronoUnit.SECONDS), null));
    }
    List<String> serials = serials(name, index, device);
    for (String serial : serials) {
      iam.enableMFADevice(
          request ->
              request
                  .userName(name)
                  .serialNumber(serial)
                  .authenticationCode1("123456")
                  .authenticationCode2("654321"));
      facts.add(
          new MfaDevice(
              serial.startsWith("arn:") ? serial : user.arn() + "/mfa/" + serial,
              ACCOUNT,
              Resource.GLOBAL,
              user.arn(),
              serial,
              MEANWHILE));
      if (serial.contains(":mfa/")) {
        facts.add(virtual(serial, user.arn(), MEANWHILE));
      }
    }
    facts.add(
        new IamUser(
            user.arn(),
            ACCOUNT,
            Resource.GLOBAL,
            name,
            user.userId(),
            "/people/",
            user.createDate(),
            inGroup ? List.of("dev") : List.of(),
            special ? List.of(DEPLOY) : List.of(),
            "",
            Map.of("number", name)));
    Instant created = user.createDate().truncatedTo(ChronoUnit.SECONDS);
    facts.add(
        new CredentialReportRow(
            user.arn(),
            ACCOUNT,
            Resource.GLOBAL,
            name,
            created,
            password,
            null,
            created,
            !serials.isEmpty(),
            reported.isEmpty() ? NO_KEY : reported.get(0),
            reported.size() < 2 ? NO_KEY : reported.get(1),
            false,
            false,
            MEANWHILE));
  }

  private List<String> serials(String name, int index, Device device) {
    String fido = arn("u2f/user/" + name + "/key");
    return switch (device) {
      case NONE -> List.of();
      case VIRTUAL -> List.of(virtualDevice(name));
      case TOKEN -> List.of("GAHT%08d".formatted(index));
      case FIDO -> List.of(fido);
      case SMS -> List.of(arn("sms-mfa/" + name));
      case VIRTUAL_AND_FIDO -> List.of(virtualDevice(name), fido);
    };
  }

  private String virtualDevice(String name) {
    return iam.createVirtualMFADevice(request -> request.virtualMFADeviceName(name))
        .virtualMFADevice()
        .serialNumber();
  }

  private void policy() {
    String current = DOCUMENT.formatted("second");
    iam.createPolicy(
        request ->
            request
                .policyName("deploy")
                .path("/team/")
                .policyDocument(DOCUMENT.formatted("first")));
    iam.createPolicyVersion(
        request -> request.policyArn(DEPLOY).policyDocument(current).setAsDefault(true));
    iam.createPolicyVersion(
        request -> request.policyArn(DEPLOY).policyDocument(DOCUMENT.formatted("third")));
    facts.add(new IamPolicy(DEPLOY, ACCOUNT, Resource.GLOBAL, "deploy", "/team/", current));
  }

  private void role(String name, @Nullable String boundary) {
    Role role =
        iam.createRole(
                request ->
                    request
                        .roleName(name)
                        .path("/app/")
                        .assumeRolePolicyDocument(TRUST)
                        .permissionsBoundary(boundary)
                        .tags(Tag.builder().key("for").value(name).build()))
            .role();
    iam.attachRolePolicy(request -> request.roleName(name).policyArn(DEPLOY));
    String document = DOCUMENT.formatted(name);
    iam.putRolePolicy(request -> request.roleName(name).policyName("own").policyDocument(document));
    facts.add(
        new IamRole(
            role.arn(),
            ACCOUNT,
            Resource.GLOBAL,
            name,
            "/app/",
            role.createDate(),
            TRUST,
            List.of(DEPLOY),
            boundary == null ? "" : boundary,
            null,
            Map.of("for", name)));
    facts.add(inline(role.arn(), "own", document));
  }

  private void single() {
    iam.updateAccountPasswordPolicy(
        request ->
            request
                .minimumPasswordLength(14)
                .requireNumbers(true)
                .requireSymbols(true)
                .maxPasswordAge(90)
                .passwordReusePrevention(24)
                .allowUsersToChangePassword(true));
    facts.add(
        new PasswordPolicy(
            arn("root"),
            ACCOUNT,
            Resource.GLOBAL,
            14,
            false,
            false,
            true,
            true,
            true,
            90,
            24,
            true));
    String saml =
        iam.createSAMLProvider(
                request -> request.name("corp").samlMetadataDocument("<x/>".repeat(300)))
            .samlProviderArn();
    facts.add(
        new SamlProvider(
            saml,
            ACCOUNT,
            Resource.GLOBAL,
            MEANWHILE,
            iam.getSAMLProvider(request -> request.samlProviderArn(saml)).validUntil()));
    facts.add(
        new OpenIdConnectProvider(
            iam.createOpenIDConnectProvider(
                    request ->
                        request
                            .url("https://idp.example.com/ci")
                            .clientIDList("sts.amazonaws.com")
                            .thumbprintList("a".repeat(40)))
                .openIDConnectProviderArn(),
            ACCOUNT,
            Resource.GLOBAL));
  }

  /** As the emulator's state is set by the test. */
  private void root() {
    facts.add(
        new AccountSummary(
            arn("root"), ACCOUNT, Resource.GLOBAL, RootPassword.PRESENT, 1, 0, true));
    facts.add(virtual(arn("mfa/root-account-mfa-device"), arn("root"), ROOT_CREATED));
    facts.add(
        new CredentialReportRow(
            arn("root"),
            ACCOUNT,
            Resource.GLOBAL,
            CredentialReportRow.ROOT,
            ROOT_CREATED,
            false,
            null,
            null,
            true,
            new ReportedKey(true, null, null),
            NO_KEY,
            false,
            false,
            MEANWHILE));
  }

  /** What should be read of the account as a whole, in no order. */
  List<Resource> facts() {
    return List.copyOf(facts);
  }

  /** Puts {@link #MEANWHILE} for what happened while the account was made. */
  Resource timeless(Resource fact) {
    if (fact instanceof MfaDevice device) {
      return new MfaDevice(
          device.arn(),
          device.account(),
          device.region(),
          device.userArn(),
          device.serialNumber(),
          timeless(device.enableDate()));
    }
    if (fact instanceof VirtualMfaDevice device) {
      return new VirtualMfaDevice(
          device.arn(),
          device.account(),
          device.region(),
          device.userArn(),
          timeless(device.enableDate()));
    }
    if (fact instanceof CredentialReportRow row) {
      return new CredentialReportRow(
          row.arn(),
          row.account(),
          row.region(),
          row.user(),
          row.userCreationTime(),
          row.passwordEnabled(),
          row.passwordLastUsed(),
          row.passwordLastChanged(),
          row.mfaActive(),
          row.accessKey1(),
          row.accessKey2(),
          row.cert1Active(),
          row.cert2Active(),
          Objects.requireNonNull(timeless(row.generatedTime())));
    }
    if (fact instanceof SamlProvider provider) {
      return new SamlProvider(
          provider.arn(),
          provider.account(),
          provider.region(),
          timeless(provider.createDate()),
          provider.validUntil());
    }
    return fact;
  }

  private @Nullable Instant timeless(@Nullable Instant instant) {
    return instant == null || instant.isBefore(begun) || instant.isAfter(ended)
        ? instant
        : MEANWHILE;
  }

  private static VirtualMfaDevice virtual(
      String serial, String userArn, @Nullable Instant enableDate) {
    return new VirtualMfaDevice(serial, ACCOUNT, Resource.GLOBAL, userArn, enableDate);
  }

  private static InlinePolicy inline(String owner, String name, String document) {
    return new InlinePolicy(
        owner + "/inline/" + name, ACCOUNT, Resource.GLOBAL, owner, name, document);
  }

  private static String arn(String resource) {
    return "arn:aws:iam::" + ACCOUNT + ":" + resource;
  }
}
