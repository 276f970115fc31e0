/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.collect.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Undoes the URL-encoding (RFC 3986) in which IAM gives policies. */
final class PolicyText {
  private static final char ESCAPE = '%';
  private static final int DIGITS = 2;

  private PolicyText() {}

  /**
   * Decodes once. A text that is not encoded, or not rightly, is given back as it is: what it
   * allows is for the reader of policies to doubt.
   */
  static String decoded(String text) {
    // Every policy has quotation marks, and an encoded text has none. In a plain one, decoding
    // would make something else of "%2A".
    if (text.indexOf('"') >= 0) {
      return text;
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer decoded = ByteBuffer.allocate(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != ESCAPE) {
        decoded.put(encoded[i]);
      } else if (isEscape(encoded, i)) {
        decoded.put((byte) (digit(encoded[i + 1]) << 4 | digit(encoded[i + 2])));
        i += DIGITS;
      } else {
        return text;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(decoded.flip()).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }

  private static boolean isEscape(byte[] encoded, int at) {
    return at + DIGITS < encoded.length
        && HexFormat.isHexDigit(encoded[at + 1])
        && HexFormat.isHexDigit(encoded[at + 2]);
  }

  private static int digit(byte character) {
    return HexFormat.fromHexDigit(character);
  }
}
