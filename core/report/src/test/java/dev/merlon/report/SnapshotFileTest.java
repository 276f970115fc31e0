/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.merlon.Coverage;
import dev.merlon.Gap;
import dev.merlon.Snapshot;
import dev.merlon.fact.FactType;
import dev.merlon.fact.ReadBy;
import dev.merlon.fact.Resource;
import dev.merlon.fact.ec2.SecurityGroup;
import dev.merlon.fact.ec2.Vpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

  private static final Instant TAKEN_AT = Instant.parse("2026-01-31T12:00:00Z");
  private static final Coverage NO_COVERAGE = new Coverage(List.of());

  private final Path folder;

  SnapshotFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static SecurityGroup group(String id, String name, Map<String, String> tags) {
    return new SecurityGroup(
        "arn:aws:ec2:eu-west-1:111122223333:security-group/" + id,
        "111122223333",
        "eu-west-1",
        id,
        name,
        "",
        "vpc-1",
        "111122223333",
        tags);
  }

  private static Snapshot snapshot() {
    return new Snapshot(
        TAKEN_AT,
        List.of(
            new Vpc(
                "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1",
                "111122223333",
                "eu-west-1",
                "vpc-1",
                "111122223333",
                true,
                List.of("10.0.0.0/16", "10.1.0.0/16"),
                List.of(),
                List.of(),
                Map.of()),
            group("sg-2", "caf\u00e9 \u001b[31m", Map.of("b", "2", "a", "\u202e1")),
            group("sg-1", "default", Map.of()),
            SampleFact.full("arn:full")),
        new Coverage(
            List.of(
                new Coverage.Area("111122223333", "global", List.of()),
                new Coverage.Area("111122223333", "eu-west-1", List.of("Vpc", "SecurityGroup")))),
        List.of(
            new Gap("PrefixList", "111122223333", "eu-west-1", null, "AccessDenied"),
            new Gap("PrefixListEntry", "111122223333", "eu-west-1", "arn:pl", "Throttling")));
  }

  private Path write(Snapshot snapshot, String name) {
    Path file = folder.resolve(name);
    SnapshotFile.write(snapshot, file);
    return file;
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("snapshot.json"), content);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void write_snapshot_isTheGoldenFile() throws IOException {
    Golden.assertSame(Files.readString(write(snapshot(), "snapshot.json")), "snapshot.json");
  }

  @Test
  void write_emptySnapshot_isTheGoldenFile() throws IOException {
    Snapshot empty = new Snapshot(TAKEN_AT, List.of(), NO_COVERAGE, List.of());
    Golden.assertSame(Files.readString(write(empty, "empty.json")), "snapshot-empty.json");
  }

  @Test
  void read_whatWasWritten_isTheSnapshot() {
    assertThat(SnapshotFile.read(write(snapshot(), "snapshot.json"))).isEqualTo(snapshot());
  }

  @Test
  void read_everyFactTypeWithOddTexts_isTheSnapshot() {
    List<Resource> facts = new ArrayList<>();
    for (FactType type : FactType.all(getClass().getClassLoader()).values()) {
      facts.add(OddFacts.of(type.type(), "arn:1"));
      facts.add(OddFacts.of(type.type(), "arn:2"));
    }
    Snapshot snapshot = new Snapshot(TAKEN_AT, facts, NO_COVERAGE, List.of());
    assertThat(SnapshotFile.read(write(snapshot, "snapshot.json"))).isEqualTo(snapshot);
  }

  @Test
  void read_partsAndComponentsInAnotherOrder_isTheSnapshot() throws IOException {
    Path file =
        write(
            """
            {"gaps":[{"reason":"AccessDenied","arn":null,"region":"r","account":"a","factType":"Vpc"}],
             "facts":{}, "coverage":[{"factTypes":["Vpc"],"region":"r","account":"a"}],
             "takenAt":"2026-01-31T12:00:00Z", "version":1, "format":"merlon-snapshot"}
            """);
    assertThat(SnapshotFile.read(file))
        .isEqualTo(
            new Snapshot(
                TAKEN_AT,
                List.of(),
                Coverage.of("a", "r", List.of("Vpc")),
                List.of(new Gap("Vpc", "a", "r", null, "AccessDenied"))));
  }

  @Test
  void read_bytesInUtf8_keepsThem() throws IOException {
    String written = Files.readString(write(snapshot(), "snapshot.json"));
    Path file = write(written.replace("\\u00e9", "\u00e9").replace("\\u202e", "\u202e"));
    assertThat(SnapshotFile.read(file)).isEqualTo(snapshot());
  }

  @Test
  void write_namedGz_isZippedWithTheSameBytesEveryTime() throws IOException {
    byte[] once = Files.readAllBytes(write(snapshot(), "once.json.gz"));
    byte[] twice = Files.readAllBytes(write(snapshot(), "twice.json.gz"));
    assertThat(once).isEqualTo(twice).startsWith(0x1f, 0x8b);
    try (GZIPInputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("once.json.gz")))) {
      Golden.assertSame(new String(in.readAllBytes(), UTF_8), "snapshot.json");
    }
  }

  @Test
  void read_zippedUnderAnyName_isTheSnapshot() throws IOException {
    Path file = write(snapshot(), "snapshot.json.gz");
    assertThat(SnapshotFile.read(file)).isEqualTo(snapshot());
    assertThat(SnapshotFile.read(Files.move(file, folder.resolve("snapshot.json"))))
        .isEqualTo(snapshot());
  }

  @Test
  void write_olderFileReadableByAll_isReadableByItsOwnerOnly() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = write("old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    SnapshotFile.write(snapshot(), file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void write_beforeTheFirstByte_isReadableByItsOwnerOnly() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    List<String> permissions = new ArrayList<>();
    AtomicFile.write(
        folder.resolve("snapshot.json"),
        out -> {
          for (String name : files()) {
            permissions.add(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
          }
        });
    assertThat(permissions).containsExactly("rw-------");
  }

  @Test
  void write_overAnOlderFile_replacesAllOfIt() throws IOException {
    Path file = write("x".repeat(100_000));
    SnapshotFile.write(snapshot(), file);
    assertThat(SnapshotFile.read(file)).isEqualTo(snapshot());
    assertThat(files()).containsExactly("snapshot.json");
  }

  @Test
  void write_overALink_replacesTheLink() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "other");
    Path link = Files.createSymbolicLink(folder.resolve("snapshot.json"), other);
    SnapshotFile.write(snapshot(), link);
    assertThat(other).hasContent("other");
    assertThat(SnapshotFile.read(link)).isEqualTo(snapshot());
  }

  @Test
  void write_nullInAFact_leavesTheOldFileAndNoLitter() throws IOException {
    Path file = write("old");
    Map<String, String> tags = new TreeMap<>();
    tags.put("Name", null);
    Snapshot snapshot =
        new Snapshot(
            TAKEN_AT,
            List.of(group("sg-1", "good", Map.of()), group("sg-2", "bad", tags)),
            NO_COVERAGE,
            List.of());
    assertThatThrownBy(() -> SnapshotFile.write(snapshot, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("/facts/SecurityGroup/1/tags/Name is null, and its type does not allow that");
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly("snapshot.json");
  }

  @Test
  void write_failureInTheMiddle_leavesTheOldFileAndNoLitter() throws IOException {
    Path file = write("old");
    IOException failure =
        catchThrowableOfType(
            IOException.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("disk full");
                    }));
    assertThat(failure).hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly("snapshot.json");
  }

  @Test
  void write_folderInTheWay_saysSoAndLeavesNoLitter() throws IOException {
    Path file = Files.createDirectories(folder.resolve("snapshot.json"));
    assertThatThrownBy(() -> SnapshotFile.write(snapshot(), file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(file + ": cannot be written: ");
    assertThat(files()).containsExactly("snapshot.json");
  }

  @Test
  void write_folderMissing_saysSo() {
    Path file = folder.resolve("none/snapshot.json");
    assertThatThrownBy(() -> SnapshotFile.write(snapshot(), file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(file + ": cannot be written: no such file or folder");
  }

  /** Not what a collector reads: it has no annotation. */
  record Derived(String arn, String account, String region) implements Resource {}

  @ReadBy("x:Get")
  record Unsupported(String arn, String account, String region, Rule rule) implements Resource {
    record Rule(double share) {}
  }

  @Test
  void write_factThatIsNotRead_saysSo() {
    Snapshot snapshot =
        new Snapshot(TAKEN_AT, List.of(new Derived("a", "b", "c")), NO_COVERAGE, List.of());
    assertThatThrownBy(() -> write(snapshot, "snapshot.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(Derived.class.getName() + " is not a fact that is read");
  }

  @Test
  void write_componentThatJsonCannotHold_namesIt() {
    Snapshot snapshot =
        new Snapshot(
            TAKEN_AT,
            List.of(new Unsupported("a", "b", "c", new Unsupported.Rule(0.5))),
            NO_COVERAGE,
            List.of());
    assertThatThrownBy(() -> write(snapshot, "snapshot.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            Unsupported.class.getName()
                + "$Rule, component share: double cannot be kept in a file: use boolean, int, long,"
                + " String, an enum, Instant, Duration, a record, or a List or Map<String, ...> of"
                + " those");
  }

  @Test
  void read_missingFile_saysSo() {
    Path file = folder.resolve("snapshot.json");
    assertThatThrownBy(() -> SnapshotFile.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(file + ": cannot be read: no such file or folder");
  }

  /** Notes which classes it is asked for. */
  private static final class Watched extends ClassLoader {
    final ConcurrentSkipListSet<String> asked = new ConcurrentSkipListSet<>();

    Watched(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      return super.loadClass(name, resolve);
    }
  }

  @Test
  void read_nameOfAClassThatNoArtifactLists_isNotLoaded() throws IOException {
    Path file =
        write(
            """
            {"format": "merlon-snapshot", "version": 1, "takenAt": "2026-01-31T12:00:00Z",
             "facts": {"dev.merlon.report.SnapshotFileTest$Derived": []}}
            """);
    Watched loader = new Watched(getClass().getClassLoader());
    assertThatThrownBy(() -> SnapshotFile.read(file, loader))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("there is no fact type");
    assertThat(loader.asked)
        .contains("dev.merlon.fact.ec2.Vpc", "dev.merlon.report.SampleFact")
        .doesNotContain("dev.merlon.report.SnapshotFileTest$Derived");
  }
}
