/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.Resource;
import dev.merlon.fact.account.Account;
import dev.merlon.fact.account.AlternateContact;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Organizations, mostly one of which the first account is the management account and the other a
 * member; sometimes both read all of it, as a delegated administrator does.
 */
final class OrganizationsWorld implements ServiceWorld {

  private static final String STRANGER = "777788889999";
  private static final String FULL =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

  private static final List<String> DOCUMENTS =
      List.of(
          FULL,
          deny("\"Action\":\"*\"", ""),
          deny("\"Action\":\"*\"", "{\"StringLike\":{\"aws:PrincipalArn\":\"arn:*:iam::*:root\"}}"),
          deny(
              "\"NotAction\":[\"iam:*\",\"sts:*\",\"organizations:*\"]",
              "{\"StringNotEquals\":{\"aws:RequestedRegion\":[\"eu-west-1\"]}}"),
          deny("\"Action\":[\"organizations:LeaveOrganization\",\"cloudtrail:*\"]", ""),
          deny(
              "\"Action\":\"organizations:*\"",
              "{\"ArnNotLike\":{\"aws:PrincipalArn\":\"arn:*:iam::*:role/AWSControlTowerExecution\"}}"),
          "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}",
          "{\"Version\":\"2012-10-17\",\"Statement\":[],\"Statement\":[]}",
          "not JSON");

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static String deny(String actions, String condition) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\","
        + actions
        + ",\"Resource\":\"*\""
        + (condition.isEmpty() ? "" : ",\"Condition\":" + condition)
        + "}]}";
  }

  @Override
  public Set<Class<? extends Resource>> types() {
    return Set.of(
        Account.class,
        AccountHandshake.class,
        AlternateContact.class,
        DelegatedAdministrator.class,
        DelegatedService.class,
        Organization.class,
        OrganizationAccount.class,
        OrganizationHandshake.class,
        OrganizationPolicy.class,
        OrganizationPolicyContent.class,
        OrganizationResourcePolicy.class,
        OrganizationRoot.class,
        OrganizationalUnit.class,
        PolicyAttachment.class,
        TrustedService.class);
  }

  @Override
  public void addShared(Random random, List<String> accounts, Consumer<Resource> facts) {
    String management = accounts.get(0);
    if (random.nextInt(6) == 0) {
      return; // no organization
    }
    boolean both = random.nextInt(4) != 0;
    String featureSet = random.nextInt(8) == 0 ? "CONSOLIDATED_BILLING" : "ALL";
    String id = random.nextInt(3) == 0 ? "o-other" : "o-ours";
    facts.accept(organization(management, id, featureSet, management));
    if (both) {
      facts.accept(organization(accounts.get(1), id, featureSet, management));
    }
    List<Resource> read = new ArrayList<>();
    new Tree(random, accounts, both, management, read::add).add();
    read.forEach(facts);
  }

  private static Organization organization(
      String reader, String id, String featureSet, String management) {
    return new Organization(
        "arn:aws:organizations::" + management + ":organization/" + id,
        reader,
        Resource.GLOBAL,
        id,
        featureSet,
        management);
  }

  @Override
  public void add(
      Random random,
      List<String> accounts,
      String account,
      String region,
      Consumer<Resource> facts) {
    if (!region.equals(Resource.GLOBAL)) {
      return;
    }
    String root = "arn:aws:iam::" + account + ":root";
    if (random.nextInt(10) != 0) {
      facts.accept(new Account(root, account, region));
    }
    for (String type : List.of("SECURITY", "BILLING", "OPERATIONS")) {
      if (random.nextBoolean()) {
        facts.accept(
            new AlternateContact(
                root + "/contact/" + type, account, region, type, "f" + random.nextInt(2)));
      }
    }
    if (random.nextInt(4) == 0) {
      facts.accept(
          new AccountHandshake(
              "arn:aws:organizations::" + STRANGER + ":handshake/o-x/h-" + account.charAt(0),
              account,
              region,
              "h-" + account.charAt(0),
              random.nextBoolean() ? "OPEN" : "DECLINED",
              "INVITE",
              requested(random),
              null,
              List.of(STRANGER)));
    }
  }

  private static @Nullable Instant requested(Random random) {
    return random.nextInt(6) == 0 ? null : NOW.minus(Duration.ofDays(random.nextInt(15)));
  }

  /** What the management account reads. */
  private record Tree(
      Random random,
      List<String> accounts,
      boolean bothIn,
      String reader,
      Consumer<Resource> facts) {

    private static final List<String> TYPES =
        List.of("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY");

    void add() {
      Map<String, String> policyTypes = new TreeMap<>();
      for (String type : TYPES) {
        if (random.nextInt(5) != 0) {
          policyTypes.put(type, random.nextInt(10) == 0 ? "PENDING_ENABLE" : "ENABLED");
        }
      }
      String root = arn("root/o-ours/r-1");
      facts.accept(new OrganizationRoot(root, reader, Resource.GLOBAL, "r-1", "Root", policyTypes));
      List<String> nodes = new ArrayList<>(List.of("r-1"));
      int units = random.nextInt(4);
      for (int i = 0; i < units; i++) {
        String unit = "ou-" + i;
        facts.accept(
            new OrganizationalUnit(
                arn("ou/o-ours/" + unit),
                reader,
                Resource.GLOBAL,
                unit,
                one(List.of("Security", "Workloads", "Sandbox")),
                one(nodes),
                root));
        nodes.add(unit);
      }
      List<String> members = new ArrayList<>(List.of(reader, STRANGER));
      if (bothIn) {
        members.add(accounts.get(1));
      }
      List<String> targets = new ArrayList<>(nodes);
      targets.addAll(members);
      for (String member : members) {
        String parent = one(nodes);
        facts.accept(
            new OrganizationAccount(
                arn("account/o-ours/" + member),
                reader,
                Resource.GLOBAL,
                member,
                "name",
                random.nextInt(6) == 0
                    ? one(List.of(OrganizationAccount.State.values()))
                    : OrganizationAccount.State.ACTIVE,
                parent,
                arn((parent.equals("r-1") ? "root" : "ou") + "/o-ours/" + parent)));
      }
      policies(policyTypes, root, targets);
      services();
    }

    private void policies(Map<String, String> policyTypes, String root, List<String> targets) {
      int number = 0;
      for (String type : policyTypes.keySet()) {
        int many = type.equals("SERVICE_CONTROL_POLICY") ? 1 + random.nextInt(4) : 1;
        for (int i = 0; i < many; i++) {
          boolean full = i == 0 && !type.equals("TAG_POLICY");
          policy("p-" + number++, type, full, root, targets);
        }
      }
    }

    private void policy(String id, String type, boolean full, String root, List<String> targets) {
      String arn = arn("policy/o-ours/" + id);
      boolean awsManaged = full && random.nextBoolean();
      facts.accept(
          new OrganizationPolicy(arn, reader, Resource.GLOBAL, id, id, type, awsManaged, root));
      facts.accept(
          new OrganizationPolicyContent(
              arn, reader, Resource.GLOBAL, arn, id, full ? FULL : one(DOCUMENTS)));
      for (String target : targets) {
        if (full ? random.nextInt(15) != 0 : random.nextInt(5) == 0) {
          facts.accept(
              new PolicyAttachment(
                  arn + "/target/" + target,
                  reader,
                  Resource.GLOBAL,
                  arn,
                  id,
                  target,
                  target.startsWith("r-")
                      ? "ROOT"
                      : target.startsWith("ou-") ? "ORGANIZATIONAL_UNIT" : "ACCOUNT",
                  ""));
        }
      }
    }

    private void services() {
      List<String> principals = List.of("guardduty.amazonaws.com", "config.amazonaws.com");
      for (String principal : principals) {
        if (random.nextBoolean()) {
          facts.accept(
              new TrustedService(
                  arn("root/o-ours/r-1/service/" + principal), reader, Resource.GLOBAL, principal));
        }
      }
      for (String administrator : List.of(accounts.get(1), STRANGER)) {
        if (random.nextBoolean()) {
          String arn = arn("account/o-ours/" + administrator);
          facts.accept(
              new DelegatedAdministrator(
                  arn, reader, Resource.GLOBAL, administrator, "name", "ACTIVE"));
          for (String principal : principals) {
            if (random.nextBoolean()) {
              facts.accept(
                  new DelegatedService(
                      arn + "/service/" + principal,
                      reader,
                      Resource.GLOBAL,
                      arn,
                      administrator,
                      principal));
            }
          }
        }
      }
      if (random.nextBoolean()) {
        facts.accept(
            new OrganizationResourcePolicy(
                arn("resourcepolicy/o-ours/rp-1"), reader, Resource.GLOBAL, "rp-1", "{}"));
      }
      if (random.nextInt(4) == 0) {
        facts.accept(
            new OrganizationHandshake(
                arn("handshake/o-ours/h-9"),
                reader,
                Resource.GLOBAL,
                "h-9",
                random.nextBoolean() ? "OPEN" : "ACCEPTED",
                "INVITE",
                requested(random),
                null,
                List.of(STRANGER)));
      }
    }

    private <T> T one(List<T> of) {
      return of.get(random.nextInt(of.size()));
    }

    private String arn(String resource) {
      return "arn:aws:organizations::" + reader + ":" + resource;
    }
  }
}
