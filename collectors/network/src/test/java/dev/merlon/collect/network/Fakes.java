/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.network;

import dev.merlon.Snapshot;
import dev.merlon.collect.FakeAws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;

/** What load balancers and databases are read from in tests. */
final class Fakes {
  private Fakes() {}

  static Snapshot collect(SdkClient fake, Class<?>... types) {
    return FakeAws.collector(fake)
        .services(new LoadBalancerCollector(), new DatabaseCollector())
        .forControls(FakeAws.controlsReading(types))
        .build()
        .collect();
  }

  static String arn(String service, String resource) {
    return String.join(":", "arn:aws", service, Collected.REGION, Collected.ACCOUNT, resource);
  }

  static String denied(String action) {
    return action + " was denied: AccessDenied: You may not.";
  }

  /** Requests in the words of a test, of which some may be refused. */
  static final class Log {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = new ArrayList<>();

    void refuse(String request) {
      refused.add(request);
    }

    List<String> requests() {
      return List.copyOf(requests);
    }

    void take(String what, @Nullable Integer size, @Nullable String marker) {
      take(what + " " + size + " " + (marker == null ? "-" : marker));
    }

    void take(String request) {
      requests.add(request);
      if (refused.contains(request)) {
        throw AwsServiceException.builder()
            .statusCode(403)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("AccessDenied")
                    .errorMessage("You may not.")
                    .build())
            .build();
      }
    }
  }
}
