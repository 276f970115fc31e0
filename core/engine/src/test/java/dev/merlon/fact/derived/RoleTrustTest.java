/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.fact.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.fact.iam.IamRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleTrustTest {

  private static RoleTrust trust(String... statements) {
    String document =
        ("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}")
            .replace('\'', '"');
    return RoleTrust.of(
        new IamRole(
            "arn:aws:iam::123456789012:role/ops",
            "123456789012",
            "global",
            "ops",
            "/",
            Instant.EPOCH,
            document,
            List.of(),
            "",
            null,
            Map.of()));
  }

  private static String allow(String principal, String condition) {
    return "{'Effect':'Allow','Action':'sts:AssumeRole','Principal':{'AWS':'"
        + principal
        + "'},'Condition':{"
        + condition
        + "}}";
  }

  private static OpenTrust open(String principal, String condition) {
    return trust(allow(principal, condition)).withoutMfa(List.of("444455556666"), 3600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "111122223333",
        "arn:aws:iam::111122223333:root",
        "arn:aws-cn:iam::111122223333:user/path/bob",
        "arn:aws:sts::111122223333:federated-user/bob"
      })
  void withoutMfa_ofPeople_namesThem(String principal) {
    OpenTrust open = open(principal, "");
    assertThat(open).isEqualTo(new OpenTrust(principal, ""));
    assertThat(open.found()).isTrue();
    assertThat(open.inDoubt()).isFalse();
    assertThat(open.evidence()).isEqualTo(Map.of("principals", principal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "444455556666",
        "arn:aws:iam::444455556666:root",
        "arn:aws:iam::111122223333:role/ci",
        "arn:aws:sts::111122223333:assumed-role/ci/session",
        "AROAEXAMPLEEXAMPLE123"
      })
  void withoutMfa_ofMachinesAndTrustedAccounts_isEmpty(String principal) {
    assertThat(open(principal, "")).isEqualTo(new OpenTrust("", ""));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"'Bool':{'aws:MultiFactorAuthPresent':'true'}\", false",
        "\"'BoolIfExists':{'aws:MultiFactorAuthPresent':'true'}\", true",
        "\"'Bool':{'aws:multifactorauthpresent':'false'}\", true",
        "\"'Null':{'aws:MultiFactorAuthAge':'false'}\", true",
        "\"'NumericLessThanEquals':{'aws:MultiFactorAuthAge':'3600'}\", false",
        "\"'NumericLessThanEquals':{'aws:MultiFactorAuthAge':'3601'}\", true",
        "\"'StringLike':{'sts:ExternalId':'*'}\", false",
        "\"'StringEqualsIfExists':{'sts:ExternalId':'x'}\", true",
        "\"'IpAddress':{'aws:SourceIp':'192.0.2.0/24'}\", true",
        "\"'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/x'}\", false"
      })
  void withoutMfa_underACondition_asksForMfaOrAnExternalId(String condition, boolean found) {
    OpenTrust open = open("111122223333", condition);
    assertThat(open).isEqualTo(new OpenTrust(found ? "111122223333" : "", ""));
  }

  @Test
  void withoutMfa_ofWhatIsNotUnderstood_isInDoubt() {
    assertThat(open("somebody", ""))
        .isEqualTo(new OpenTrust("", "the principal somebody is not understood"));
    OpenTrust open = open("111122223333", "'New':{'aws:MultiFactorAuthPresent':'true'}");
    assertThat(open)
        .isEqualTo(new OpenTrust("", "the condition for 111122223333 is not understood"));
    assertThat(open.inDoubt()).isTrue();
    assertThat(trust("x").withoutMfa(List.of(), 0).doubt())
        .startsWith("the trust policy is not understood: not JSON");
  }

  @Test
  void trustsNoAwsPrincipal_ofServicesAndNobody_isTrue() {
    assertThat(trust().trustsNoAwsPrincipal()).isTrue();
    assertThat(
            trust(
                    "{'Effect':'Allow','Action':'sts:AssumeRole',"
                        + "'Principal':{'Service':'ec2.amazonaws.com'}}")
                .trustsNoAwsPrincipal())
        .isTrue();
    assertThat(trust(allow("arn:aws:iam::1:role/x", "")).trustsNoAwsPrincipal()).isFalse();
    assertThat(
            trust(
                    "{'Effect':'Allow','Action':'sts:AssumeRole',"
                        + "'NotPrincipal':{'AWS':'111122223333'}}")
                .trustsNoAwsPrincipal())
        .isFalse();
    assertThat(trust("x").trustsNoAwsPrincipal()).isFalse();
  }
}
