/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyFileTest {

  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

  private final Path folder;

  OwnerOnlyFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void write_text_isUtf8ThatOnlyItsOwnerMayRead() throws IOException {
    Path file = folder.resolve("report.txt");
    OwnerOnlyFile.write(file, out -> Json.write(out, json -> json.writeString("a")));
    assertThat(file).hasContent("\"a\"\n");
    OwnerOnlyFile.write(
        file,
        out -> {
          try {
            out.append("caf\u00e9");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertThat(Files.readAllBytes(file)).isEqualTo("caf\u00e9".getBytes(UTF_8));
    assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void write_contentThrows_leavesTheOldFileAndNoLitter() throws IOException {
    Path file = Files.writeString(folder.resolve("report.txt"), "old");
    assertThatThrownBy(
            () ->
                OwnerOnlyFile.write(
                    file,
                    out -> {
                      new Lines(out, 80).line(0, "new");
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
    assertThat(file).hasContent("old");
    assertThat(folder)
        .isDirectoryContaining("regex:.*report.txt")
        .isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void write_folderMissing_saysSo() {
    Path file = folder.resolve("none/report.txt");
    assertThatThrownBy(() -> OwnerOnlyFile.write(file, out -> {}))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(file + ": cannot be written: no such file or folder");
  }

  /** Never the machine's own devices: a defect would replace them. */
  @Test
  void write_pipe_isWrittenToAndStays() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                text.complete(Files.readString(pipe));
              } catch (IOException e) {
                text.completeExceptionally(e);
              }
            });
    reader.setDaemon(true);
    reader.start();
    OwnerOnlyFile.write(pipe, out -> new Lines(out, 80).line(0, "report"));
    assertThat(text.get(1, TimeUnit.MINUTES)).isEqualTo("report\n");
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
  }

  /** As with {@code > file} in a shell: the descriptor is a link to the file. */
  @Test
  void write_descriptorThatLeadsToAFile_isAddedTo() throws Exception {
    assumeTrue(Files.isSymbolicLink(STANDARD_OUTPUT));
    Path file = folder.resolve("redirected.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StandardOutput.class.getName())
            .redirectOutput(file.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(file).hasContent("before\nreport\n");
  }

  /** What a command does whose output the shell redirects. */
  static final class StandardOutput {
    private StandardOutput() {}

    public static void main(String[] arguments) {
      System.out.println("before");
      System.out.flush();
      OwnerOnlyFile.write(STANDARD_OUTPUT, out -> new Lines(out, 80).line(0, "report"));
    }
  }
}
