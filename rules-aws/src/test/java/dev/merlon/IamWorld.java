/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import dev.merlon.fact.iam.AccountSummary;
import dev.merlon.fact.iam.CredentialReportRow;
import dev.merlon.fact.iam.CredentialReportRow.ReportedKey;
import dev.merlon.fact.iam.IamGroup;
import dev.merlon.fact.iam.IamPolicy;
import dev.merlon.fact.iam.IamRole;
import dev.merlon.fact.iam.IamUser;
import dev.merlon.fact.iam.InlinePolicy;
import dev.merlon.fact.iam.MfaDevice;
import dev.merlon.fact.iam.OpenIdConnectProvider;
import dev.merlon.fact.iam.OrganizationsFeatures;
import dev.merlon.fact.iam.PasswordPolicy;
import dev.merlon.fact.iam.SamlProvider;
import dev.merlon.fact.iam.VirtualMfaDevice;
import dev.merlon.fact.sso.IdentityCenterInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Users, roles and policies, the root user, and ways to sign in. */
final class IamWorld implements ServiceWorld {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";
  private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  private static final List<String> DOCUMENTS =
      List.of(
          allow("*", "*"),
          allow("s3:Get*", "*"),
          allow("*", "arn:aws:s3:::bucket/*"),
          "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}",
          mfa("BoolIfExists", "\"NotAction\":[\"iam:ListMFADevices\",\"sts:GetSessionToken\"]"),
          mfa("BoolIfExists", "\"Action\":\"*\""),
          mfa("Bool", "\"Action\":\"*\""),
          mfa("BoolIfExists", "\"NotAction\":[\"iam:*\"]"),
          "{\"Version\":\"2012-10-17\",\"Statement\":[],\"Odd\":1}",
          "not JSON");

  private static final List<String> TRUSTS =
      List.of(
          trust("\"AWS\":\"arn:aws:iam::777788889999:root\"", ""),
          trust("\"AWS\":\"*\"", ""),
          trust("\"AWS\":\"777788889999\"", "\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}"),
          trust("\"AWS\":\"777788889999\"", "\"StringEquals\":{\"sts:ExternalId\":\"x\"}"),
          trust("\"AWS\":\"arn:aws:iam::111122223333:root\"", ""),
          trust("\"Service\":\"ec2.amazonaws.com\"", ""),
          trust("\"Federated\":\"arn:aws:iam::111122223333:saml-provider/x\"", ""),
          "{}");

  private static String allow(String action, String resource) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\""
        + action
        + "\",\"Resource\":\""
        + resource
        + "\"}}";
  }

  private static String mfa(String operator, String actions) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\","
        + actions
        + ",\"Resource\":\"*\",\"Condition\":{\""
        + operator
        + "\":{\"aws:MultiFactorAuthPresent\":\"false\"}}}}";
  }

  private static String trust(String principal, String condition) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{"
        + principal
        + "},\"Action\":\"sts:AssumeRole\""
        + (condition.isEmpty() ? "" : ",\"Condition\":{" + condition + "}")
        + "}}";
  }

  @Override
  public Set<Class<? extends Resource>> types() {
    return Set.of(
        AccountSummary.class,
        CredentialReportRow.class,
        IamGroup.class,
        IamPolicy.class,
        IamRole.class,
        IamUser.class,
        IdentityCenterInstance.class,
        InlinePolicy.class,
        MfaDevice.class,
        OpenIdConnectProvider.class,
        OrganizationsFeatures.class,
        PasswordPolicy.class,
        SamlProvider.class,
        VirtualMfaDevice.class);
  }

  @Override
  public void add(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts) {
    if (region.equals(Resource.GLOBAL)) {
      new Place(random, account, facts).add();
    } else if (random.nextInt(6) == 0) {
      facts.accept(
          new IdentityCenterInstance(
              "arn:aws:sso:::instance/ssoins-" + account.charAt(0),
              account,
              region,
              account,
              "ACTIVE"));
    }
  }

  /** One account. */
  private record Place(Random random, String account, Consumer<Resource> facts) {

    void add() {
      root();
      policies();
      for (String name : List.of("ann", "bob", "cho")) {
        if (!oneIn(4)) {
          user(name);
        }
      }
      for (String name : List.of("app", "audit")) {
        if (!oneIn(4)) {
          role(name);
        }
      }
      waysToSignIn();
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private boolean oneIn(int chances) {
      return random.nextInt(chances) == 0;
    }

    private String arn(String resource) {
      return "arn:aws:iam::" + account + ":" + resource;
    }

    private Instant daysAgo(int bound) {
      return NOW.minus(Duration.ofDays(random.nextInt(bound)));
    }

    private @Nullable Instant perhaps(Instant time) {
      return oneIn(3) ? null : time;
    }

    private void root() {
      String root = arn("root");
      if (!oneIn(8)) {
        facts.accept(
            new AccountSummary(
                root,
                account,
                Resource.GLOBAL,
                one(List.of(AccountSummary.RootPassword.values())),
                oneIn(3) ? 1 : 0,
                oneIn(6) ? 1 : 0,
                random.nextBoolean()));
      }
      if (!oneIn(8)) {
        facts.accept(row(root, CredentialReportRow.ROOT, daysAgo(4000), false));
      }
      if (oneIn(3)) {
        facts.accept(
            new VirtualMfaDevice(
                arn("mfa/root-account-mfa-device"),
                account,
                Resource.GLOBAL,
                oneIn(3) ? "" : root,
                daysAgo(500)));
      }
      facts.accept(
          new OrganizationsFeatures(
              root,
              account,
              Resource.GLOBAL,
              one(List.of(OrganizationsFeatures.Answer.values())),
              oneIn(3)
                  ? List.of()
                  : oneIn(2)
                      ? List.of("RootCredentialsManagement")
                      : List.of("RootCredentialsManagement", "RootSessions")));
      if (!oneIn(3)) {
        facts.accept(
            new PasswordPolicy(
                root,
                account,
                Resource.GLOBAL,
                one(List.of(8, 14, 20)),
                !oneIn(4),
                !oneIn(4),
                !oneIn(4),
                !oneIn(4),
                random.nextBoolean(),
                one(List.of(0, 90, 365)),
                one(List.of(0, 24)),
                true));
      }
    }

    private CredentialReportRow row(String arn, String name, Instant created, boolean password) {
      return new CredentialReportRow(
          arn,
          account,
          Resource.GLOBAL,
          name,
          created,
          password,
          password || name.equals(CredentialReportRow.ROOT) ? perhaps(daysAgo(200)) : null,
          password ? perhaps(daysAgo(200)) : null,
          random.nextBoolean(),
          key(),
          key(),
          false,
          false,
          NOW.minus(Duration.ofHours(random.nextInt(4))));
    }

    private ReportedKey key() {
      return oneIn(3)
          ? new ReportedKey(true, perhaps(daysAgo(200)), perhaps(daysAgo(200)))
          : new ReportedKey(false, null, null);
    }

    private void policies() {
      for (int i = 0; i < 2; i++) {
        if (!oneIn(4)) {
          facts.accept(
              new IamPolicy(
                  arn("policy/p" + i), account, Resource.GLOBAL, "p" + i, "/", one(DOCUMENTS)));
        }
      }
      for (String name : List.of("admins", "staff")) {
        if (!oneIn(4)) {
          String arn = arn("group/" + name);
          facts.accept(new IamGroup(arn, account, Resource.GLOBAL, name, "/", attached()));
          if (oneIn(3)) {
            facts.accept(inline(arn));
          }
        }
      }
    }

    private List<String> attached() {
      List<String> arns = new ArrayList<>();
      for (String arn : List.of(ADMINISTRATOR, READ_ONLY, arn("policy/p0"), arn("policy/p1"))) {
        if (oneIn(5)) {
          arns.add(arn);
        }
      }
      return arns;
    }

    private InlinePolicy inline(String owner) {
      return new InlinePolicy(
          owner + "/inline/x", account, Resource.GLOBAL, owner, "x", one(DOCUMENTS));
    }

    private void user(String name) {
      String arn = arn("user/" + name);
      Instant created = daysAgo(oneIn(5) ? 6 : 300);
      List<String> groups = new ArrayList<>();
      for (String group : List.of("admins", "staff")) {
        if (oneIn(3)) {
          groups.add(group);
        }
      }
      facts.accept(
          new IamUser(
              arn,
              account,
              Resource.GLOBAL,
              name,
              "AIDA" + name,
              "/",
              created,
              groups,
              attached(),
              oneIn(6) ? one(List.of(ADMINISTRATOR, READ_ONLY, arn("policy/p0"))) : "",
              oneIn(4) ? Map.of("service-account", "true") : Map.of()));
      if (oneIn(3)) {
        facts.accept(inline(arn));
      }
      if (!oneIn(8)) {
        facts.accept(row(arn, name, oneIn(10) ? daysAgo(300) : created, random.nextBoolean()));
      }
      for (String serial :
          List.of(
              arn("mfa/" + name),
              arn("u2f/user/" + name + "/k"),
              "GAHT" + name,
              arn("sms-mfa/" + name))) {
        if (oneIn(4)) {
          facts.accept(
              new MfaDevice(
                  serial.startsWith("arn:") ? serial : arn + "/mfa/" + serial,
                  account,
                  Resource.GLOBAL,
                  arn,
                  serial,
                  daysAgo(300)));
        }
      }
    }

    private void role(String name) {
      boolean reserved = oneIn(6);
      String path = reserved ? "/aws-reserved/sso.amazonaws.com/" : "/";
      facts.accept(
          new IamRole(
              arn("role" + path + name),
              account,
              Resource.GLOBAL,
              name,
              path,
              daysAgo(300),
              one(TRUSTS),
              attached(),
              "",
              perhaps(daysAgo(100)),
              Map.of()));
    }

    private void waysToSignIn() {
      if (oneIn(4)) {
        facts.accept(
            new SamlProvider(arn("saml-provider/x"), account, Resource.GLOBAL, daysAgo(900), null));
      }
      if (oneIn(6)) {
        facts.accept(
            new OpenIdConnectProvider(arn("oidc-provider/example.com"), account, Resource.GLOBAL));
      }
    }
  }
}
