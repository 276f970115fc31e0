/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.identity.Collected.ACCOUNT;
import static dev.merlon.collect.identity.Collected.REGION;
import static dev.merlon.collect.identity.Collected.ROOT;
import static dev.merlon.collect.identity.Collected.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.collect.FakeAws;
import dev.merlon.collect.Reads;
import dev.merlon.fact.iam.CredentialReportRow;
import dev.merlon.fact.iam.CredentialReportRow.ReportedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CredentialReportExpiredException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

@Timeout(30)
final class CredentialReportReaderTest {
  private static final String ACTION = "iam:GenerateCredentialReport or iam:GetCredentialReport";
  private static final List<Class<?>> TYPE = List.of(CredentialReportRow.class);
  private static final Instant GENERATED = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant CREATED = Instant.parse("2021-02-03T04:05:06Z");
  private static final ReportedKey NO_KEY = new ReportedKey(false, null, null);

  /** As the documentation of AWS has it. */
  private static final String HEADER =
      "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
          + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
          + "access_key_1_last_used_date,access_key_1_last_used_region,"
          + "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
          + "access_key_2_last_used_date,access_key_2_last_used_region,"
          + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
          + "cert_2_last_rotated";

  private static final String ROOT_ROW =
      "<root_account>,"
          + ROOT
          + ",2020-01-01T00:00:00+00:00,not_supported,no_information,not_supported,not_supported,"
          + "true,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";

  private static final String JANE_ROW =
      "jane,"
          + arn("user/it/jane")
          + ",2021-02-03T04:05:06+00:00,true,2026-11-01T10:00:00+00:00,2026-01-02T03:04:05+00:00,"
          + "N/A,true,true,2026-02-03T04:05:06+00:00,2026-11-02T11:00:00+00:00,eu-west-1,s3,true,"
          + "2026-03-04T05:06:07+01:00,N/A,N/A,N/A,true,2026-04-05T06:07:08+00:00,TRUE,"
          + "2026-04-05T06:07:08Z";

  private static final CredentialReportRow ROOT_FACT =
      new CredentialReportRow(
          ROOT,
          ACCOUNT,
          REGION,
          "<root_account>",
          Instant.parse("2020-01-01T00:00:00Z"),
          false,
          null,
          null,
          true,
          NO_KEY,
          NO_KEY,
          false,
          false,
          GENERATED);

  private static final CredentialReportRow JANE_FACT =
      new CredentialReportRow(
          arn("user/it/jane"),
          ACCOUNT,
          REGION,
          "jane",
          CREATED,
          true,
          Instant.parse("2026-11-01T10:00:00Z"),
          Instant.parse("2026-01-02T03:04:05Z"),
          true,
          new ReportedKey(
              true, Instant.parse("2026-02-03T04:05:06Z"), Instant.parse("2026-11-02T11:00:00Z")),
          new ReportedKey(true, Instant.parse("2026-03-04T04:06:07Z"), null),
          true,
          true,
          GENERATED);

  private final Report iam = new Report();
  private final List<Duration> pauses = new ArrayList<>();

  @Test
  void read_reportIsThere_takesItWithoutAskingAgain() {
    iam.content = lines(HEADER, ROOT_ROW, JANE_ROW);

    assertThat(collect()).isEqualTo(Collected.snapshot(TYPE, List.of(ROOT_FACT, JANE_FACT)));
    assertThat(iam.calls).containsExactly("generate COMPLETE", "get");
    assertThat(pauses).isEmpty();
  }

  @Test
  void read_reportIsBeingMade_waitsForIt() {
    iam.states.addAll(List.of("STARTED", "INPROGRESS", "INPROGRESS"));

    assertThat(collect()).isEqualTo(Collected.snapshot(TYPE, List.of(ROOT_FACT)));
    assertThat(iam.calls)
        .containsExactly(
            "generate STARTED",
            "generate INPROGRESS",
            "generate INPROGRESS",
            "generate COMPLETE",
            "get");
    assertThat(pauses)
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @CsvSource({"STARTED, STARTED", ", no state", "A_STATE_OF_2030, A_STATE_OF_2030"})
  void read_reportIsNeverMade_givesUpAfterTwoMinutes(@Nullable String state, String said) {
    iam.forEver = state == null ? "" : state;

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                gap(
                    "IllegalStateException: AWS did not make the report within 120 seconds: it"
                        + " still says "
                        + said)));
    assertThat(iam.calls).hasSize(pauses.size() + 1).doesNotContain("get");
    assertThat(pauses).isSorted();
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofSeconds(120), Duration.ofSeconds(135));
  }

  @Test
  void read_reportIsNotThereYetAfterAll_generatesAgain() {
    iam.errors.add(notPresent());
    iam.errors.add(expired());
    iam.errors.add(notReady());

    assertThat(collect()).isEqualTo(Collected.snapshot(TYPE, List.of(ROOT_FACT)));
    assertThat(iam.calls)
        .containsExactly(
            "generate COMPLETE",
            "get",
            "generate COMPLETE",
            "get",
            "generate COMPLETE",
            "get",
            "generate COMPLETE",
            "get");
    assertThat(pauses).hasSize(3);
  }

  @Test
  void read_reportIsNeverThere_givesUpAfterTwoMinutes() {
    for (int i = 0; i < 100; i++) {
      iam.errors.add(expired());
    }

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                gap(
                    "IllegalStateException: AWS did not make the report within 120 seconds: it"
                        + " still says ReportExpired")));
    assertThat(iam.calls).hasSize(2 * (pauses.size() + 1));
  }

  @Test
  void read_denied_isAGapAtOnce() {
    iam.errors.add(Collected.denied());

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                Collected.gap(
                    CredentialReportRow.class,
                    null,
                    ACTION + " was denied: AccessDenied: You may not.")));
    assertThat(iam.calls).containsExactly("generate COMPLETE", "get");
  }

  @Test
  void read_interruptedWhileItWaits_isCancelled() throws Exception {
    iam.forEver = "STARTED";
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicBoolean cancelled = new AtomicBoolean();
    IdentityCollector.Pause pause =
        duration -> {
          waiting.countDown();
          try {
            Thread.sleep(TimeUnit.MINUTES.toMillis(1));
          } finally {
            interrupted.countDown();
          }
        };
    Thread caller =
        new Thread(
            () -> {
              try {
                Collected.from(iam, pause, CredentialReportRow.class);
              } catch (CancellationException e) {
                cancelled.set(true);
              }
            });
    caller.start();
    waiting.await();
    caller.interrupt();
    caller.join();

    assertThat(cancelled).isTrue();
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(iam.calls).containsExactly("generate STARTED");
  }

  @Test
  void read_interruptedWhileItWaits_keepsTheThreadInterrupted() {
    iam.forEver = "STARTED";
    CredentialReportReader reader =
        new CredentialReportReader(
            duration -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(
            () ->
                FakeAws.collector(iam)
                    .services(reads -> declare(reads, reader))
                    .parallelism(1)
                    .build()
                    .collect())
        .isInstanceOf(AssertionError.class)
        .hasMessage("true CancellationException");
  }

  /** Tells what the reader threw, and whether its thread was interrupted then. */
  private static void declare(Reads reads, CredentialReportReader reader) {
    reads
        .once(IamClient::builder)
        .read(
            (client, reading) -> {
              try {
                reader.read(client, reading);
              } catch (RuntimeException e) {
                throw new AssertionError(Thread.interrupted() + " " + e.getClass().getSimpleName());
              }
            },
            CredentialReportRow.class);
  }

  @Test
  void read_columnsInAnotherOrderAndMoreOfThem_areFoundByName() {
    List<String> header = new ArrayList<>(List.of(HEADER.split(",")));
    List<String> jane = new ArrayList<>(List.of(JANE_ROW.split(",")));
    List<String> root = new ArrayList<>(List.of(ROOT_ROW.split(",")));
    for (List<String> row : List.of(header, jane, root)) {
      Collections.reverse(row);
      row.add(3, row == header ? "additional_credentials_info" : "a;b");
    }
    iam.content = lines(String.join(",", header), String.join(",", jane), String.join(",", root));

    assertThat(collect()).isEqualTo(Collected.snapshot(TYPE, List.of(ROOT_FACT, JANE_FACT)));
  }

  @Test
  void read_neededColumnsMissing_refusesAllAndNamesThem() {
    iam.content =
        lines(
            HEADER
                .replace("arn,", "")
                .replace("mfa_active", "mfa_enabled")
                .replace("cert_2_active", "Cert_2_Active"),
            ROOT_ROW,
            JANE_ROW);

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                gap(
                    "IllegalArgumentException: columns that the report does not have, or has"
                        + " twice: arn, mfa_active, cert_2_active")));
  }

  @Test
  void read_columnTwice_refusesAll() {
    iam.content = lines(HEADER + ",mfa_active", ROOT_ROW + ",false");

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(),
                gap(
                    "IllegalArgumentException: columns that the report does not have, or has"
                        + " twice: mfa_active")));
  }

  @Test
  void read_emptyContent_refusesAll() {
    iam.content = "";

    Snapshot snapshot = collect();

    assertThat(snapshot.facts()).isEmpty();
    assertThat(snapshot.coverage()).isEqualTo(Collected.snapshot(List.of(), List.of()).coverage());
    assertThat(snapshot.gaps())
        .singleElement()
        .satisfies(
            gap ->
                assertThat(gap.reason())
                    .contains("columns that the report does not have, or has twice: user, arn,"));
  }

  @Test
  void read_unneededColumnsMissing_doesNotMind() {
    String unneeded = "password_next_rotation";
    int at = Arrays.asList(HEADER.split(",")).indexOf(unneeded);
    iam.content =
        Stream.of(HEADER, ROOT_ROW, JANE_ROW)
            .map(
                row -> {
                  List<String> fields = new ArrayList<>(List.of(row.split(",")));
                  fields.remove(at);
                  return String.join(",", fields);
                })
            .collect(Collectors.joining("\n"));

    assertThat(collect()).isEqualTo(Collected.snapshot(TYPE, List.of(ROOT_FACT, JANE_FACT)));
  }

  @Test
  void read_quotedFields_areUnderstood() {
    iam.content =
        String.join(
            "\r\n",
            HEADER,
            JANE_ROW.replaceFirst("jane", "\"a,b\"\"c\""),
            ROOT_ROW.replace("<root_account>", "\"<root_account>\""),
            "");

    assertThat(collect().facts(CredentialReportRow.class))
        .extracting(CredentialReportRow::user)
        .containsExactlyInAnyOrder("a,b\"c", "<root_account>");
  }

  @Test
  void read_malformedRows_costThemselvesOnly() {
    iam.content =
        lines(
            HEADER,
            "jane,too,short",
            JANE_ROW + ",and,long",
            JANE_ROW.replace(arn("user/it/jane"), ""),
            JANE_ROW.replace("2021-02-03T04:05:06+00:00", "yesterday"),
            JANE_ROW.replace("TRUE", "no_information"),
            JANE_ROW.replace(",true,2026-11-01", ",not_supported,2026-11-01"),
            "",
            JANE_ROW,
            ROOT_ROW);

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(ROOT_FACT, JANE_FACT),
                lost("row 1 has 3 fields, not 22"),
                lost("row 2 has 24 fields, not 22"),
                lost("arn is missing"),
                lost("user_creation_time of row 4 is \"yesterday\", which cannot be understood"),
                lost("cert_2_active of row 5 is \"no_information\", which cannot be understood"),
                lost(
                    "password_enabled of row 6 is \"not_supported\", which cannot be"
                        + " understood")));
  }

  /** The rest of the file may be in that field. */
  @Test
  void read_quotationMarkNotClosed_refusesAll() {
    iam.content = lines(HEADER, ROOT_ROW, "\"" + JANE_ROW, JANE_ROW);

    Snapshot snapshot = collect();

    assertThat(snapshot.facts()).isEmpty();
    assertThat(snapshot.gaps())
        .singleElement()
        .satisfies(
            gap ->
                assertThat(gap.reason())
                    .startsWith(ACTION + " could not be read: CsvParseException: "));
  }

  @Test
  void read_nothingKnownOfAnything_isNoTimeAndNoCredential() {
    iam.content =
        lines(
            HEADER,
            ROOT_ROW,
            "joe,"
                + arn("user/joe")
                + ",N/A,N/A,not_supported,no_information,N/A,N/A,N/A,no_information,not_supported,"
                + "N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A");

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                TYPE,
                List.of(
                    ROOT_FACT,
                    new CredentialReportRow(
                        arn("user/joe"),
                        ACCOUNT,
                        REGION,
                        "joe",
                        null,
                        false,
                        null,
                        null,
                        false,
                        NO_KEY,
                        NO_KEY,
                        false,
                        false,
                        GENERATED))));
  }

  @Test
  void read_rootSaidToHaveAPassword_isNotTakenFromHere() {
    iam.content = lines(HEADER, ROOT_ROW.replace("not_supported,no_information", "true,N/A"));

    assertThat(collect()).isEqualTo(Collected.snapshot(TYPE, List.of(ROOT_FACT)));
  }

  @Test
  void read_noRowOfTheRootUser_isAGap() {
    iam.content = lines(HEADER, JANE_ROW);

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                List.of(),
                List.of(JANE_FACT),
                gap("IllegalArgumentException: the report has no row of <root_account>")));
  }

  @Test
  void read_noTimeOfTheReport_isAGap() {
    iam.generatedTime = null;

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                List.of(), List.of(), gap("IllegalArgumentException: GeneratedTime is missing")));
  }

  @Test
  void read_noContent_isAGap() {
    iam.content = null;

    assertThat(collect())
        .isEqualTo(
            Collected.snapshot(
                List.of(), List.of(), gap("IllegalArgumentException: Content is missing")));
  }

  private Snapshot collect() {
    return Collected.from(iam, pauses::add, CredentialReportRow.class);
  }

  private static Gap gap(String why) {
    return Collected.gap(CredentialReportRow.class, null, ACTION + " could not be read: " + why);
  }

  private static Gap lost(String what) {
    return Collected.lost(CredentialReportRow.class, ACTION, what);
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }

  private static SdkException notPresent() {
    return Collected.with(
        CredentialReportNotPresentException.builder(), 410, "ReportNotPresent", "None.");
  }

  private static SdkException expired() {
    return Collected.with(
        CredentialReportExpiredException.builder(), 410, "ReportExpired", "Too old.");
  }

  private static SdkException notReady() {
    return Collected.with(
        CredentialReportNotReadyException.builder(), 404, "ReportInProgress", "Wait.");
  }

  /** Is in some states before it is complete, and gives errors before it gives the report. */
  private static final class Report extends FakeIam {
    private final Deque<String> states = new ArrayDeque<>();
    private final Deque<SdkException> errors = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private @Nullable String forEver;
    private @Nullable String content = lines(HEADER, ROOT_ROW);
    private @Nullable Instant generatedTime = GENERATED;

    @Override
    public GenerateCredentialReportResponse generateCredentialReport(
        GenerateCredentialReportRequest request) {
      String next = states.isEmpty() ? "COMPLETE" : states.remove();
      String state = forEver == null ? next : forEver;
      calls.add("generate " + state);
      return GenerateCredentialReportResponse.builder().state(state).build();
    }

    @Override
    public GetCredentialReportResponse getCredentialReport(GetCredentialReportRequest request) {
      calls.add("get");
      if (!errors.isEmpty()) {
        throw errors.remove();
      }
      return GetCredentialReportResponse.builder()
          .content(content == null ? null : SdkBytes.fromUtf8String(content))
          .generatedTime(generatedTime)
          .build();
    }
  }
}
