/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/** JSON as Merlon writes and reads it: ASCII only, line feeds, no key twice. */
final class Json {

  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
          .characterEscapes(new ControlEscapes())
          .build();

  private static final int SHOWN = 60;

  private Json() {}

  /** What a document consists of. */
  interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  /** Writes one document and a line feed; flushes the stream and leaves it open. */
  static void write(OutputStream out, JsonLayout layout, Content content) throws IOException {
    write(FACTORY.createGenerator(out, JsonEncoding.UTF8), layout, content);
  }

  /** Writes one document and a line feed. */
  static void write(Appendable out, Content content) {
    try {
      write(FACTORY.createGenerator(new AppendableWriter(out)), JsonLayout.pretty(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(JsonGenerator generator, JsonLayout layout, Content content)
      throws IOException {
    try (generator) {
      generator.setPrettyPrinter(layout);
      content.write(generator);
      generator.writeRaw('\n');
    }
  }

  static JsonParser parser(InputStream in) throws IOException {
    return FACTORY.createParser(in);
  }

  static JsonParser parser(String text) throws IOException {
    return FACTORY.createParser(text);
  }

  /** Fails unless the current token is of one kind. */
  static void expect(JsonParser in, JsonToken token, String what) throws IOException {
    if (!in.hasToken(token)) {
      throw new Misfit(in, "must be " + what + ", not " + shown(in));
    }
  }

  /** Fails if anything but white space follows. */
  static void expectEnd(JsonParser in) throws IOException {
    if (in.nextToken() != null) {
      throw new Misfit(in, "nothing may follow, but " + shown(in) + " does");
    }
  }

  /** The current token in words. */
  static String shown(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT, END_OBJECT -> "an object";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING -> "the text \"" + shortened(in.getText()) + '"';
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shortened(in.getText());
      default -> in.getText();
    };
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  /** What is wrong, without the place and the parser's talk of its own settings. */
  static String problem(JsonProcessingException e) {
    if (e instanceof Misfit) {
      return e.getOriginalMessage();
    }
    if (e instanceof JsonEOFException) {
      return "ends too early, something is cut off";
    }
    return (e instanceof JsonParseException ? "malformed JSON: " : "") + e.getOriginalMessage();
  }

  /** What JSON must escape, and DEL: the one control character that it lets through. */
  private static final class ControlEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;

    private final int[] ascii = standardAsciiEscapesForJSON();

    ControlEscapes() {
      ascii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }

  /** Lets a generator write to what may be no writer. */
  private static final class AppendableWriter extends Writer {
    private final Appendable out;

    AppendableWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      out.append(CharBuffer.wrap(text, from, length));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
