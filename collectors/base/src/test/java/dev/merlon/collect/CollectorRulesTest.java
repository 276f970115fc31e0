/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** The rules of all modules find what they are there to find. */
final class CollectorRulesTest {

  @Test
  void sdkClientsAreOnlyRead_readsOnly_holds() {
    assertThat(check(CollectorRules.sdkClients_areOnlyRead, Reads.class).hasViolation()).isFalse();
  }

  @Test
  void sdkClientsAreOnlyRead_writes_areAllFound() {
    assertThat(
            check(CollectorRules.sdkClients_areOnlyRead, Writes.class)
                .getFailureReport()
                .getDetails())
        .hasSize(3)
        .anyMatch(found -> found.contains("createVpc("))
        .anyMatch(found -> found.contains("deleteVpc("))
        .anyMatch(found -> found.contains("modifyVpcAttribute("));
  }

  @Test
  void publicSignatures_typesOfAnswersAndRequests_areFound() {
    ArchRule rule =
        CollectorRules.publicSignatures_haveNoSdkType_exceptForCredentialsRegionsAndClientBuilders;

    assertThat(check(rule, AwsCollector.Builder.class).hasViolation()).isFalse();
    assertThat(check(rule, Shows.class).getFailureReport().getDetails())
        .hasSize(2)
        .anyMatch(found -> found.contains("shows " + Vpc.class.getName()))
        .anyMatch(found -> found.contains("shows " + DescribeVpcsRequest.class.getName()));
  }

  private static EvaluationResult check(ArchRule rule, Class<?> type) {
    return rule.evaluate(new ClassFileImporter().importClasses(type));
  }

  static final class Reads {
    static Object read(Ec2Client ec2) {
      try (Ec2Client other = Ec2Client.builder().build()) {
        return ec2.describeVpcsPaginator().vpcs().toString() + other.describeRegions();
      }
    }
  }

  static final class Writes {
    static void call(Ec2Client ec2) {
      ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16"));
    }

    static Consumer<Ec2Client> lambda() {
      return ec2 -> ec2.deleteVpc(request -> request.vpcId("vpc-1"));
    }

    static Function<ModifyVpcAttributeRequest, Object> reference(Ec2Client ec2) {
      return ec2::modifyVpcAttribute;
    }
  }

  public static final class Shows {
    public Supplier<Vpc> answer() {
      return () -> Vpc.builder().build();
    }

    public void request(Consumer<DescribeVpcsRequest> request) {}
  }
}
