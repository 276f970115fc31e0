/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.AttributeMap;

final class SdkClientsTest {
  private static final String RETRY_MODE = "aws.retryMode";

  @AfterEach
  void forgetRetryMode() {
    System.clearProperty(RETRY_MODE);
  }

  @Test
  void get_sameServiceAndRegion_isTheSameClient() {
    try (SdkClients clients = clients(client -> {})) {
      Ec2Client first = clients.get(Ec2Client::builder, Region.EU_WEST_1);

      assertThat(clients.get(() -> Ec2Client.builder(), Region.EU_WEST_1)).isSameAs(first);
      assertThat(clients.get(Ec2Client::builder, Region.US_EAST_1)).isNotSameAs(first);
      assertThat(clients.get(StsClient::builder, Region.EU_WEST_1)).isNotNull();
    }
  }

  @Test
  void close_clientsMade_closesTheirHttpClientsAndMakesNoMore() {
    List<String> closed = new ArrayList<>();
    SdkClients clients =
        clients(
            client ->
                ((AwsSyncClientBuilder<?, ?>) client)
                    .httpClientBuilder(new RecordingHttp(() -> closed.add("closed"))));
    Ec2Client unused = clients.get(Ec2Client::builder, Region.EU_WEST_1);
    assertThat(unused).isNotNull();

    clients.close();

    assertThat(closed).containsOnly("closed");
    assertThatThrownBy(() -> clients.get(Ec2Client::builder, Region.EU_WEST_1))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void get_nothingSaidOfRetries_retriesAdaptively() {
    assertThat(retries(client -> {})).isInstanceOf(AdaptiveRetryStrategy.class);
  }

  @Test
  void get_callerSetsSomethingElse_retriesAdaptivelyAllTheSame() {
    Consumer<AwsClientBuilder<?, ?>> patient =
        client ->
            client.overrideConfiguration(
                settings -> settings.apiCallTimeout(Duration.ofSeconds(77)));
    try (SdkClients clients = clients(patient)) {
      SdkServiceClientConfiguration configuration =
          clients.get(Ec2Client::builder, Region.EU_WEST_1).serviceClientConfiguration();

      assertThat(configuration.overrideConfiguration().apiCallTimeout())
          .contains(Duration.ofSeconds(77));
      assertThat(configuration.overrideConfiguration().retryStrategy())
          .get()
          .isInstanceOf(AdaptiveRetryStrategy.class);
    }
  }

  @Test
  void get_callerSaysHowToRetry_callerWins() {
    assertThat(
            retries(
                client ->
                    client.overrideConfiguration(
                        settings ->
                            settings.retryStrategy(AwsRetryStrategy.standardRetryStrategy()))))
        .isInstanceOf(StandardRetryStrategy.class);
  }

  @Test
  void get_sdkIsConfiguredToRetryOtherwise_isRespected() {
    System.setProperty(RETRY_MODE, "standard");

    assertThat(retries(client -> {})).isInstanceOf(StandardRetryStrategy.class);
  }

  @Test
  void get_callerSetsEndpointAndRegion_callerWins() {
    try (SdkClients clients =
        clients(
            client ->
                client
                    .endpointOverride(URI.create("http://127.0.0.1:1"))
                    .region(Region.SA_EAST_1))) {
      SdkServiceClientConfiguration configuration =
          clients.get(Ec2Client::builder, Region.EU_WEST_1).serviceClientConfiguration();

      assertThat(configuration.endpointOverride()).contains(URI.create("http://127.0.0.1:1"));
    }
  }

  private static RetryStrategy retries(Consumer<AwsClientBuilder<?, ?>> customizer) {
    try (SdkClients clients = clients(customizer)) {
      return clients
          .get(Ec2Client::builder, Region.EU_WEST_1)
          .serviceClientConfiguration()
          .overrideConfiguration()
          .retryStrategy()
          .orElseThrow();
    }
  }

  private static SdkClients clients(Consumer<AwsClientBuilder<?, ?>> customizer) {
    return new SdkClients(
        AnonymousCredentialsProvider.create(),
        client -> customizer.accept((AwsClientBuilder<?, ?>) client));
  }

  /** Both ways of the public method compile: what only one of the SDK's types has, and either. */
  static AwsCollector.Builder customized(SdkHttpClient http, URI endpoint) {
    Consumer<AwsClientBuilder<?, ?>> either = client -> client.endpointOverride(endpoint);
    return AwsCollector.builder()
        .clientCustomizer(either)
        .clientCustomizer(SdkClientsTest::both)
        .clientCustomizer(client -> client.endpointOverride(endpoint).httpClient(http));
  }

  private static <
          B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient>
      void both(B client) {
    client.dualstackEnabled(false).httpClientBuilder(new RecordingHttp(() -> {}));
  }

  private static final class RecordingHttp
      implements SdkHttpClient, SdkHttpClient.Builder<RecordingHttp> {
    private final Runnable onClose;

    RecordingHttp(Runnable onClose) {
      this.onClose = onClose;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      throw new IllegalStateException("no request is expected");
    }

    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return this;
    }

    @Override
    public void close() {
      onClose.run();
    }
  }
}
