/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/** What people are told when nothing can be collected. */
@Timeout(30)
final class CollectExceptionTest {
  private static final String CHECK_ENDPOINT =
      " Check that this is an endpoint of AWS STS, and that the caller may use it.";

  @TempDir private Path folder = Path.of("");
  private Map<String, String> settings = Map.of();
  private @Nullable HttpServer server;

  @BeforeEach
  void configureSdk() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config"),
            "[default]\nregion = eu-west-1\n[profile bare]\nregion = eu-west-1\n");
    Path credentials =
        Files.writeString(
            folder.resolve("credentials"),
            "[good]\naws_access_key_id = a\naws_secret_access_key = b\n");
    settings =
        Map.of(
            "aws.configFile", config.toString(),
            "aws.sharedCredentialsFile", credentials.toString(),
            "aws.disableEc2Metadata", "true");
    settings.forEach(System::setProperty);
  }

  @AfterEach
  void restore() {
    settings.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.profile");
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void collect_noCredentials_saysWhereToPutThem() {
    assertThat(message(collector()))
        .isEqualTo(
            "No AWS credentials, so sts:GetCallerIdentity in eu-central-1 was not called: the SDK's"
                + " default chain found none. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
                + " AWS_SECRET_ACCESS_KEY, or give AwsCollector a credentialsProvider.");
  }

  @Test
  void collect_noRegionNamed_asksTheOneThatTheSdkIsConfiguredFor() {
    assertThat(message(collector().regions()))
        .startsWith("No AWS credentials, so sts:GetCallerIdentity in eu-west-1 was not called");
  }

  @Test
  void collect_noRegionAnywhere_asksUsEast1() throws IOException {
    Files.writeString(folder.resolve("config"), "");

    assertThat(message(collector().regions()))
        .startsWith("No AWS credentials, so sts:GetCallerIdentity in us-east-1 was not called");
  }

  @Test
  void collect_wrongProfile_namesThoseThatAreThere() {
    System.setProperty("aws.profile", "nope");

    assertThat(message(collector()))
        .isEqualTo(
            "No AWS credentials, so sts:GetCallerIdentity in eu-central-1 was not called:"
                + " AWS_PROFILE names the profile nope, which is neither in "
                + folder.resolve("config")
                + " nor in "
                + folder.resolve("credentials")
                + ". Name one of those that are there: [bare, default, good]");
  }

  @Test
  void collect_profileWithoutCredentials_saysWhatItLacks() {
    System.setProperty("aws.profile", "bare");

    assertThat(message(collector()))
        .startsWith(
            "No AWS credentials, so sts:GetCallerIdentity in eu-central-1 was not called: the"
                + " profile bare gave none: Profile file contained no credentials for profile"
                + " 'bare'")
        .endsWith(" Sign in again, or mend it.");
  }

  @Test
  void collect_callersProviderGivesNone_saysWhatItSaid() {
    assertThat(
            message(
                collector().credentialsProvider(ProfileCredentialsProvider.create("elsewhere"))))
        .startsWith(
            "No AWS credentials, so sts:GetCallerIdentity in eu-central-1 was not called: the"
                + " credentialsProvider gave none: Profile file contained no credentials for"
                + " profile 'elsewhere'");
  }

  @Test
  void collect_expiredToken_saysToSignInAgain() throws IOException {
    URI endpoint = answering(403, error("ExpiredToken", "The security token is expired"));

    assertThat(message(signed(endpoint)))
        .isEqualTo(
            "The AWS credentials have expired: sts:GetCallerIdentity in eu-central-1 at "
                + endpoint
                + " was refused: ExpiredToken: The security token is expired. Sign in again, or get"
                + " new session credentials; then collect again.");
  }

  @Test
  void collect_invalidCredentials_saysWhatToCheck() throws IOException {
    URI endpoint = answering(403, error("InvalidClientTokenId", "The security token is invalid."));

    assertThat(message(signed(endpoint)))
        .isEqualTo(
            "AWS does not accept the credentials: sts:GetCallerIdentity in eu-central-1 at "
                + endpoint
                + " was refused: InvalidClientTokenId: The security token is invalid. Check the"
                + " access key, its secret and its session token, the clock of this machine, and"
                + " that the Region is one of the partition that the credentials are for.");
  }

  @Test
  void collect_endpointOfSomethingElse_saysSo() throws IOException {
    URI endpoint = answering(404, "<html><body>nothing here</body></html>");

    assertThat(message(signed(endpoint)))
        .isEqualTo(
            "The account cannot be found out: sts:GetCallerIdentity in eu-central-1 at "
                + endpoint
                + " failed: HTTP 404 and no error code."
                + CHECK_ENDPOINT);
  }

  @Test
  void collect_portalAnswersEverythingWith200_isNotTakenForAnEmptyAccount() throws IOException {
    URI endpoint = answering(200, "<html><body>Welcome, please sign in</body></html>");

    assertThat(message(signed(endpoint)))
        .isEqualTo(
            "The account cannot be found out: sts:GetCallerIdentity in eu-central-1 at "
                + endpoint
                + " was answered, but the account is missing."
                + CHECK_ENDPOINT);
  }

  @Test
  void collect_endpointUnreachable_namesIt() throws IOException {
    URI endpoint = unusedEndpoint();

    assertThat(message(signed(endpoint)))
        .isEqualTo(
            "No answer to sts:GetCallerIdentity in eu-central-1 at "
                + endpoint
                + ": ConnectException: Connection refused. Check the network, the proxy, the Region,"
                + " and the endpoint if one is set (AWS_ENDPOINT_URL, or clientCustomizer).");
  }

  @Test
  void collect_noHttpClientOnTheClassPath_saysWhatToAdd() {
    Clients unbuildable =
        new Clients() {
          @Override
          public <B extends AwsClientBuilder<B, C>, C extends SdkClient> C get(
              Supplier<B> builder, Region region) {
            throw SdkClientException.create("Unable to load an HTTP implementation.");
          }

          @Override
          public void close() {}
        };

    assertThat(message(collector().clients(unbuildable)))
        .isEqualTo(
            "No client for sts:GetCallerIdentity in eu-central-1 can be built: Unable to load an"
                + " HTTP implementation. Put one HTTP client of the SDK on the class path"
                + " (software.amazon.awssdk:url-connection-client for one), or choose one with"
                + " clientCustomizer(client -> client.httpClientBuilder(...)).");
  }

  @Test
  void collect_regionsDenied_saysToNameThem() {
    AwsCollector.Builder collector =
        FakeAws.collector(
                new FakeEc2() {
                  @Override
                  public DescribeRegionsResponse describeRegions(DescribeRegionsRequest request) {
                    throw Ec2Exception.builder()
                        .statusCode(403)
                        .awsErrorDetails(
                            AwsErrorDetails.builder()
                                .errorCode("UnauthorizedOperation")
                                .errorMessage("You are not authorized.")
                                .build())
                        .build();
                  }
                })
            .regions()
            .services(reads -> reads.inEachRegion(Ec2Client::builder));

    assertThat(message(collector))
        .isEqualTo(
            "The enabled Regions cannot be found out in eu-west-1: ec2:DescribeRegions was denied:"
                + " UnauthorizedOperation: You are not authorized. Allow that call, or name the"
                + " Regions: AwsCollector.builder().regions(...).");
  }

  private static String message(AwsCollector.Builder collector) {
    CollectException thrown =
        catchThrowableOfType(CollectException.class, () -> collector.build().collect());
    assertThat(thrown).isNotNull();
    return String.valueOf(thrown.getMessage());
  }

  private static AwsCollector.Builder collector() {
    return AwsCollector.builder()
        .services(reads -> reads.inEachRegion(Ec2Client::builder))
        .regions(Region.EU_CENTRAL_1);
  }

  private static AwsCollector.Builder signed(URI endpoint) {
    return collector()
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .clientCustomizer(client -> client.endpointOverride(endpoint));
  }

  private URI answering(int status, String body) throws IOException {
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server = started;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    started.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    started.start();
    return URI.create("http://127.0.0.1:" + started.getAddress().getPort());
  }

  private static String error(String code, String message) {
    return "<ErrorResponse><Error><Type>Sender</Type><Code>"
        + code
        + "</Code><Message>"
        + message
        + "</Message></Error><RequestId>4711</RequestId></ErrorResponse>";
  }

  private static URI unusedEndpoint() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }
}
