/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Replaces a file as a whole or not at all, readable and writable by its owner only. */
final class AtomicFile {
  private AtomicFile() {}

  /** What the file shall hold. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes to a file beside the target, which takes the target's place when it is complete and on
   * the disk, and is gone when anything fails. A link is replaced, not followed; a device, which
   * nothing may take the place of, is written to.
   */
  static void write(Path target, Content content) throws IOException {
    if (isDevice(target)) {
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(target, WRITE, APPEND))) {
        content.write(out);
      }
      return;
    }
    Path temporary = target.resolveSibling(".merlon-" + UUID.randomUUID() + ".tmp");
    boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      try (FileChannel file = FileChannel.open(temporary, Set.of(CREATE_NEW, WRITE), ownerOnly);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file))) {
        content.write(out);
        out.flush();
        file.force(true);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * A link to a device is one too. So is {@code /dev/stdout} when it leads to a file: what takes
   * the place of that link would do so for the whole machine.
   */
  private static boolean isDevice(Path target) throws IOException {
    return Files.exists(target)
        && (Files.readAttributes(target, BasicFileAttributes.class).isOther()
            || (Files.isSymbolicLink(target)
                && (target.toAbsolutePath().startsWith("/dev")
                    || target.toAbsolutePath().startsWith("/proc"))));
  }

  /** Says in words why a file cannot be used. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
  }
}
