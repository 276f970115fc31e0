/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * An AWS to test with: moto, as a process of its own on 127.0.0.1, with the account {@value
 * #ACCOUNT}. A test class starts one for itself and closes it in the end. Where there is no {@code
 * python3} the tests are skipped; with {@code CI=true} they fail.
 *
 * <p>The same requests in the same order, from the start or from {@link #reset}, make the same ids.
 */
public final class Emulator implements AutoCloseable {
  /** The account whose credentials {@link #customizer} sets. */
  public static final String ACCOUNT = "123456789012";

  private static final AwsBasicCredentials CREDENTIALS =
      AwsBasicCredentials.create("emulated", "emulated");

  private final Path python;
  private final Path folder;
  private final URI endpoint;
  private final Process process;
  private final Thread killer;
  private final Map<String, String> state = new TreeMap<>();

  private Emulator(Path python, Path folder, int port, List<String> server) throws IOException {
    this.python = python;
    this.folder = folder;
    this.endpoint = URI.create("http://127.0.0.1:" + port);
    List<String> command = new ArrayList<>(List.of(python.toString()));
    command.addAll(server);
    command.addAll(List.of("-H", "127.0.0.1", "-p", Integer.toString(port)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(
            Map.of(
                "MOTO_EC2_LOAD_DEFAULT_AMIS", "false",
                "MOTO_PLUS_STATE", stateFile().toString(),
                "MOTO_PLUS_CALLS", callsFile().toString()));
    builder.redirectErrorStream(true).redirectOutput(logFile().toFile());
    this.process = builder.start();
    this.killer = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /** Starts moto with what our {@code moto_plus.py} adds to it. */
  public static Emulator start() {
    Path folder = folder();
    Path script = folder.resolve("moto_plus.py");
    try (InputStream source =
        Objects.requireNonNull(Emulator.class.getResourceAsStream("moto_plus.py"))) {
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(folder, List.of(script.toString()));
  }

  /**
   * Starts moto as it is: {@link #deny}, {@link #state} and {@link #calls} have no effect on it.
   */
  public static Emulator startUnmodified() {
    return start(folder(), List.of("-m", "moto.server"));
  }

  private static Emulator start(Path folder, List<String> server) {
    Path python = EmulatorPython.interpreter();
    try {
      Emulator emulator = new Emulator(python, folder, freePort(), server);
      emulator.awaitAnswer();
      emulator.seedIds();
      return emulator;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void seedIds() throws IOException {
    request("POST", "/moto-api/seed?a=1");
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "emulator").toAbsolutePath()), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String log = Files.readString(logFile());
        close();
        throw new IllegalStateException("the emulator did not start:\n" + log);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private boolean answers() {
    try {
      return request("GET", "/moto-api/") == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private int request(String method, String path) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) endpoint.resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }

  /** Where it listens: what {@code AWS_ENDPOINT_URL} takes. */
  public URI endpoint() {
    return endpoint;
  }

  /** Sets the endpoint, credentials and an HTTP client on the builder of a client. */
  public Consumer<AwsClientBuilder<?, ?>> customizer() {
    return client -> {
      client
          .endpointOverride(endpoint)
          .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS));
      ((SdkSyncClientBuilder<?, ?>) client).httpClientBuilder(UrlConnectionHttpClient.builder());
    };
  }

  /**
   * Denies these actions from now on, and no others.
   *
   * @param actions {@code ec2:DescribeVpcs}, or {@code ec2:DescribeVpcs@us-east-1} for one Region
   */
  public void deny(String... actions) {
    state(
        "deny",
        Arrays.stream(actions)
            .map(action -> "\"" + action + "\"")
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** Sets one part of the state that {@code moto_plus.py} describes, as JSON. */
  public void state(String name, String json) {
    state.put(name, json);
    try {
      Path next = folder.resolve("state.next");
      Files.writeString(
          next,
          state.entrySet().stream()
              .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
              .collect(Collectors.joining(",\n", "{", "}")));
      Files.move(next, stateFile(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The requests since the start, or since {@link #forgetCalls}: {@code ec2:DescribeVpcs
   * us-east-1}.
   */
  public List<String> calls() {
    try {
      return Files.exists(callsFile()) ? Files.readAllLines(callsFile()) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void forgetCalls() {
    try {
      Files.deleteIfExists(callsFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets all resources, denials and calls. */
  public void reset() {
    try {
      request("POST", "/moto-api/reset");
      seedIds();
      state.clear();
      Files.deleteIfExists(stateFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    forgetCalls();
  }

  /**
   * Runs a Python script that fills the emulator: boto3 is there, and finds the endpoint.
   *
   * @return what it printed
   */
  public String python(Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of(python.toString(), script.toString()));
    command.addAll(List.of(arguments));
    return EmulatorPython.run(
        Map.of(
            "AWS_ENDPOINT_URL", endpoint.toString(),
            "AWS_ACCESS_KEY_ID", CREDENTIALS.accessKeyId(),
            "AWS_SECRET_ACCESS_KEY", CREDENTIALS.secretAccessKey(),
            "AWS_DEFAULT_REGION", "us-east-1"),
        command.toArray(String[]::new));
  }

  private Path stateFile() {
    return folder.resolve("state.json");
  }

  private Path callsFile() {
    return folder.resolve("calls");
  }

  private Path logFile() {
    return folder.resolve("log");
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(killer);
  }
}
