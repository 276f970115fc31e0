/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.merlon.Coverage;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.fact.FactType;
import dev.merlon.fact.Resource;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * Keeps snapshots in files. The format is JSON in ASCII: the same snapshot gives the same bytes,
 * and each fact has a line of its own, so that two files can be compared line by line. It begins
 * with {@code "format": "merlon-snapshot", "version": 1}; facts stand by type name, ascending, in
 * the order of the snapshot, and their components in the order of the record.
 *
 * <p>Facts go through one by one in both directions. What a file holds stays in memory once read,
 * so bound the size of a file that a stranger sends, and of what it holds when it is zipped.
 */
public final class SnapshotFile {

  private static final String FORMAT = "merlon-snapshot";
  private static final int VERSION = 1;
  private static final List<String> PARTS =
      List.of("format", "version", "takenAt", "coverage", "gaps", "facts");
  private static final String FOREIGN =
      "this is no Merlon snapshot, which begins with \"format\": \"" + FORMAT + '"';
  private static final RecordShape AREA = new RecordShape(Coverage.Area.class);
  private static final RecordShape GAP = new RecordShape(Gap.class);
  private static final int BUFFER = 1 << 16;

  private SnapshotFile() {}

  /**
   * Writes a snapshot, zipped if the file's name ends in {@code .gz}. The file is readable and
   * writable by its owner only, where the file system knows owners; it replaces an older one at
   * once when it is complete, and leaves it as it was when anything fails. A link is replaced, not
   * followed.
   *
   * @param snapshot whose own fact types are listed by their artifact, or no one can read the file
   * @throws IllegalArgumentException if a fact is none that {@link FactType#of} accepts, or has
   *     components that a file cannot hold, see {@link FactReader}
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Snapshot snapshot, Path file) {
    try {
      AtomicFile.write(
          file,
          out -> {
            if (file.toString().endsWith(".gz")) {
              GZIPOutputStream zipped = new GZIPOutputStream(out, BUFFER);
              write(snapshot, zipped);
              zipped.finish();
            } else {
              write(snapshot, out);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: " + AtomicFile.reason(e), e);
    }
  }

  /**
   * Reads a snapshot, zipped or not, whatever the file's name. The fact types are those of the
   * artifacts beside this one.
   *
   * @throws InvalidFileException if the file holds anything but one whole snapshot of this version
   * @throws UncheckedIOException if it cannot be read
   */
  public static Snapshot read(Path file) {
    return read(file, SnapshotFile.class.getClassLoader());
  }

  /**
   * Reads a snapshot with fact types of your own.
   *
   * @param loader knows the artifacts with the fact types; no class is loaded but those that they
   *     list, see {@link FactType#all}
   * @throws InvalidFileException if the file holds anything but one whole snapshot of this version
   * @throws UncheckedIOException if it cannot be read
   */
  public static Snapshot read(Path file, ClassLoader loader) {
    FactReader facts = FactReader.strict(FactType.all(loader));
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream json = unzipped(raw);
        JsonParser in = Json.parser(json)) {
      try {
        return snapshot(in, facts);
      } catch (JsonProcessingException e) {
        JsonLocation at = e.getLocation() == null ? in.currentLocation() : e.getLocation();
        String path = in.getParsingContext().pathAsPointer().toString();
        String place = InvalidFileException.place(at.getLineNr(), at.getColumnNr());
        throw new InvalidFileException(
            file, place + (path.isEmpty() ? "" : ", " + path), Json.problem(e), e);
      }
    } catch (EOFException | ZipException e) {
      throw new InvalidFileException(file, "", "the zipped data is damaged or cut off", e);
    } catch (CharConversionException e) {
      throw new InvalidFileException(file, "", "is not UTF-8 text", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private static void write(Snapshot snapshot, OutputStream out) throws IOException {
    Json.write(
        out,
        JsonLayout.compactBelow(2, 3),
        json -> {
          json.writeStartObject();
          json.writeStringField("format", FORMAT);
          json.writeNumberField("version", VERSION);
          json.writeStringField("takenAt", snapshot.takenAt().toString());
          json.writeFieldName("coverage");
          writeRecords(json, snapshot.coverage().areas());
          json.writeFieldName("gaps");
          writeRecords(json, snapshot.gaps());
          json.writeObjectFieldStart("facts");
          for (var facts : byType(snapshot).entrySet()) {
            json.writeFieldName(facts.getKey());
            writeRecords(json, facts.getValue());
          }
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private static Map<String, List<Resource>> byType(Snapshot snapshot) {
    return snapshot.facts().stream()
        .collect(
            Collectors.groupingBy(
                fact -> FactType.of(fact.getClass()).name(), TreeMap::new, Collectors.toList()));
  }

  private static void writeRecords(JsonGenerator json, List<?> records) throws IOException {
    json.writeStartArray();
    for (Object each : records) {
      new RecordShape(each.getClass()).write(json, each);
    }
    json.writeEndArray();
  }

  private static InputStream unzipped(InputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() | in.read() << 8;
    in.reset();
    return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
  }

  private static Snapshot snapshot(JsonParser in, FactReader reader) throws IOException {
    if (in.nextToken() == null) {
      throw new Misfit(in, "the file is empty");
    }
    Json.expect(in, JsonToken.START_OBJECT, "an object, as a snapshot is");
    Set<String> missing = new LinkedHashSet<>(PARTS);
    Instant takenAt = Instant.EPOCH;
    List<Coverage.Area> coverage = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    List<Resource> facts = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String part = in.currentName();
      if (!missing.remove(part)) {
        throw new Misfit(
            in,
            missing.contains("format")
                ? FOREIGN
                : "a snapshot has no such part, it has " + String.join(", ", PARTS));
      }
      in.nextToken();
      switch (part) {
        case "format" -> expectFormat(in);
        case "version" -> expectVersion(in);
        case "takenAt" -> takenAt = (Instant) Shape.Scalar.INSTANT.read(in, false);
        case "coverage" ->
            readList(
                in,
                () -> {
                  Coverage.Area area = (Coverage.Area) AREA.read(in, false);
                  for (String type : area.factTypes()) {
                    reader.type(type, in);
                  }
                  coverage.add(area);
                });
        case "gaps" ->
            readList(
                in,
                () -> {
                  Gap gap = (Gap) GAP.read(in, false);
                  reader.type(gap.factType(), in);
                  gaps.add(gap);
                });
        default -> readFacts(in, reader, facts);
      }
    }
    if (!missing.isEmpty()) {
      throw new Misfit(
          in,
          missing.contains("format")
              ? FOREIGN
              : "the snapshot lacks " + String.join(", ", missing));
    }
    Json.expectEnd(in);
    return new Snapshot(takenAt, facts, new Coverage(coverage), gaps);
  }

  private static void expectFormat(JsonParser in) throws IOException {
    if (!FORMAT.equals(in.getText())) {
      throw new Misfit(in, FOREIGN);
    }
  }

  private static void expectVersion(JsonParser in) throws IOException {
    int version = (int) Shape.Scalar.INT.read(in, false);
    if (version != VERSION) {
      String mend = version > VERSION ? ": a newer Merlon wrote the file, use that one" : "";
      throw new Misfit(in, "is " + version + ", only " + VERSION + " can be read" + mend);
    }
  }

  private static void readFacts(JsonParser in, FactReader reader, List<Resource> facts)
      throws IOException {
    Json.expect(in, JsonToken.START_OBJECT, "an object of lists of facts by type");
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String type = in.currentName();
      reader.type(type, in);
      in.nextToken();
      readList(in, () -> facts.add(reader.read(type, in)));
    }
  }

  private static void readList(JsonParser in, Element element) throws IOException {
    Json.expect(in, JsonToken.START_ARRAY, "a list");
    while (in.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  /** Reads the element that the current token begins. */
  private interface Element {
    void read() throws IOException;
  }
}
