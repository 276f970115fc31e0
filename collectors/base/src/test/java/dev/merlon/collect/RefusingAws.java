/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An AWS behind the SDK's own clients: knows the caller, and refuses everything else. */
public final class RefusingAws {
  private final String partition;
  private final Set<String> asked = new TreeSet<>();

  public RefusingAws(String partition) {
    this.partition = partition;
  }

  /** Starts a collector that asks it. */
  public AwsCollector.Builder collector() {
    return AwsCollector.builder()
        .clientCustomizer(client -> client.httpClient(new Http()))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
  }

  /**
   * The endpoints that were asked for more than who the caller is, each with the Region that the
   * request was signed for: {@code iam.amazonaws.com us-east-1}.
   */
  public Set<String> asked() {
    return asked;
  }

  private HttpExecuteResponse answer(HttpExecuteRequest request) {
    String host = request.httpRequest().host();
    if (host.startsWith("sts.")) {
      return answer(
          200,
          "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>"
              + FakeAws.ACCOUNT
              + "</Account><Arn>arn:"
              + partition
              + ":iam::"
              + FakeAws.ACCOUNT
              + ":user/merlon</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>");
    }
    String scope = request.httpRequest().firstMatchingHeader("Authorization").orElseThrow();
    synchronized (asked) {
      asked.add(host + " " + scope.split("/")[2]);
    }
    return answer(403, "");
  }

  private static HttpExecuteResponse answer(int status, String body) {
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(status).build())
        .responseBody(
            AbortableInputStream.create(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  private final class Http implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return answer(request);
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
