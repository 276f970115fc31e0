/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import static dev.merlon.collect.AwsValues.required;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.merlon.fact.iam.CredentialReportRow;
import dev.merlon.fact.iam.CredentialReportRow.ReportedKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a credential report: CSV (RFC 4180) with a header. The columns that are needed are
 * found by their names.
 */
final class CredentialReport {
  private static final String USER = "user";
  private static final String ARN = "arn";
  private static final String USER_CREATION_TIME = "user_creation_time";
  private static final String PASSWORD_ENABLED = "password_enabled";
  private static final String PASSWORD_LAST_USED = "password_last_used";
  private static final String PASSWORD_LAST_CHANGED = "password_last_changed";
  private static final String MFA_ACTIVE = "mfa_active";
  private static final String KEY_1 = "access_key_1";
  private static final String KEY_2 = "access_key_2";
  private static final String ACTIVE = "_active";
  private static final String LAST_ROTATED = "_last_rotated";
  private static final String LAST_USED_DATE = "_last_used_date";
  private static final String CERT_1_ACTIVE = "cert_1_active";
  private static final String CERT_2_ACTIVE = "cert_2_active";

  private static final List<String> NEEDED =
      List.of(
          USER,
          ARN,
          USER_CREATION_TIME,
          PASSWORD_ENABLED,
          PASSWORD_LAST_USED,
          PASSWORD_LAST_CHANGED,
          MFA_ACTIVE,
          KEY_1 + ACTIVE,
          KEY_1 + LAST_ROTATED,
          KEY_1 + LAST_USED_DATE,
          KEY_2 + ACTIVE,
          KEY_2 + LAST_ROTATED,
          KEY_2 + LAST_USED_DATE,
          CERT_1_ACTIVE,
          CERT_2_ACTIVE);

  private static final String NONE = "N/A";
  private static final Set<String> NO_TIME = Set.of(NONE, "no_information", "not_supported");

  private CredentialReport() {}

  /**
   * Takes a report apart. A row of more or fewer fields than the header is there as well.
   *
   * @throws IllegalArgumentException if a column is missing or ambiguous, naming all such
   * @throws CsvParseException if a quotation mark is not closed, or closed too early
   */
  static List<Row> rows(String content) {
    List<CsvRecord> records =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(content)
            .stream()
            .toList();
    List<String> header = records.isEmpty() ? List.of() : records.get(0).getFields();
    List<String> wrong =
        NEEDED.stream().filter(name -> Collections.frequency(header, name) != 1).toList();
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          "columns that the report does not have, or has twice: " + String.join(", ", wrong));
    }
    return IntStream.range(1, records.size())
        .mapToObj(i -> new Row(i, header, records.get(i).getFields()))
        .toList();
  }

  /**
   * A row that may be malformed.
   *
   * @param number from one, the header left out
   */
  record Row(int number, List<String> header, List<String> fields) {

    /**
     * Makes a fact of it.
     *
     * @throws IllegalArgumentException if it is malformed, naming the column
     */
    CredentialReportRow map(String account, String region, Instant generatedTime) {
      if (fields.size() != header.size()) {
        throw new IllegalArgumentException(
            "row " + number + " has " + fields.size() + " fields, not " + header.size());
      }
      String user = required(text(USER), USER);
      return new CredentialReportRow(
          required(text(ARN), ARN),
          account,
          region,
          user,
          time(USER_CREATION_TIME),
          !user.equals(CredentialReportRow.ROOT) && flag(PASSWORD_ENABLED),
          time(PASSWORD_LAST_USED),
          time(PASSWORD_LAST_CHANGED),
          flag(MFA_ACTIVE),
          key(KEY_1),
          key(KEY_2),
          flag(CERT_1_ACTIVE),
          flag(CERT_2_ACTIVE),
          generatedTime);
    }

    private ReportedKey key(String name) {
      return new ReportedKey(
          flag(name + ACTIVE), time(name + LAST_ROTATED), time(name + LAST_USED_DATE));
    }

    private String text(String column) {
      return fields.get(header.indexOf(column));
    }

    /** What the report does not tell ({@code no_information}) must not look like no. */
    private boolean flag(String column) {
      String value = text(column);
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false", "n/a" -> false;
        default -> throw malformed(column, value);
      };
    }

    private @Nullable Instant time(String column) {
      String value = text(column);
      if (NO_TIME.contains(value)) {
        return null;
      }
      try {
        return OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeParseException e) {
        throw malformed(column, value);
      }
    }

    private IllegalArgumentException malformed(String column, String value) {
      return new IllegalArgumentException(
          column + " of row " + number + " is \"" + value + "\", which cannot be understood");
    }
  }
}
