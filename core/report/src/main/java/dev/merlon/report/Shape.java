/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the values of one Java type stand in JSON. Nothing is coerced: what differs is an error. */
interface Shape {

  /**
   * Reads a value.
   *
   * @param in at the first token of the value; is left at its last
   * @param lenient whether components may be left out of records
   * @throws Misfit if the value is of another type
   */
  @Nullable Object read(JsonParser in, boolean lenient) throws IOException;

  /** Writes a value of this type; null only if {@link #nullable}. */
  void write(JsonGenerator out, Object value) throws IOException;

  /** What stands for a value that is left out, in a lenient reading. */
  @Nullable Object empty();

  /** Whether null is a value. */
  default boolean nullable() {
    return false;
  }

  /** Writes a value that may be null, if the shape allows it. */
  default void writeOrNull(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value != null) {
      write(out, value);
    } else if (nullable()) {
      out.writeNull();
    } else {
      throw new IllegalArgumentException(
          out.getOutputContext().pathAsPointer() + " is null, and its type does not allow that");
    }
  }

  /**
   * Finds the shape of a type.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Shape of(AnnotatedType annotated) {
    Shape shape = plain(annotated);
    return annotated.isAnnotationPresent(Nullable.class) ? new OrNull(shape) : shape;
  }

  private static Shape plain(AnnotatedType annotated) {
    if (annotated.getType() instanceof Class<?> type) {
      Shape scalar = Scalar.ALL.get(MethodType.methodType(type).unwrap().returnType());
      if (scalar != null) {
        return scalar;
      }
      if (type.isEnum()) {
        return Scalar.ofEnum(type);
      }
      if (type.isRecord()) {
        return new RecordShape(type);
      }
    } else if (annotated instanceof AnnotatedParameterizedType generic) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      Type raw = ((ParameterizedType) generic.getType()).getRawType();
      if (raw == List.class) {
        return new ListShape(of(arguments[0]));
      }
      if (raw == Map.class && arguments[0].getType() == String.class) {
        return new MapShape(of(arguments[1]));
      }
    }
    throw new IllegalArgumentException(
        annotated.getType().getTypeName()
            + " cannot be kept in a file: use boolean, int, long, String, an enum, Instant,"
            + " Duration, a record, or a List or Map<String, ...> of those");
  }

  /** A single token. */
  record Scalar(String what, List<JsonToken> tokens, Reading reading, Writing writing, Object none)
      implements Shape {

    static final Scalar BOOLEAN =
        new Scalar(
            "true or false",
            List.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE),
            JsonParser::getBooleanValue,
            (out, value) -> out.writeBoolean((boolean) value),
            false);
    static final Scalar INT =
        new Scalar(
            "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
            List.of(JsonToken.VALUE_NUMBER_INT),
            in -> Integer.parseInt(in.getText()),
            (out, value) -> out.writeNumber((int) value),
            0);
    static final Scalar LONG =
        new Scalar(
            "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE,
            List.of(JsonToken.VALUE_NUMBER_INT),
            in -> Long.parseLong(in.getText()),
            (out, value) -> out.writeNumber((long) value),
            0L);
    static final Scalar TEXT = text("a text", text -> text, Object::toString, "");
    static final Scalar INSTANT =
        text(
            "an instant such as \"2026-01-31T12:00:00Z\"",
            Instant::parse,
            Object::toString,
            Instant.EPOCH);
    static final Scalar DURATION =
        text("a duration such as \"PT12H\"", Duration::parse, Object::toString, Duration.ZERO);

    static final Map<Class<?>, Scalar> ALL =
        Map.of(
            boolean.class, BOOLEAN,
            int.class, INT,
            long.class, LONG,
            String.class, TEXT,
            Instant.class, INSTANT,
            Duration.class, DURATION);

    /** Reads the current token; arithmetic, format and time exceptions say that it does not fit. */
    interface Reading {
      Object read(JsonParser in) throws IOException;
    }

    /** Writes a value of the type. */
    interface Writing {
      void write(JsonGenerator out, Object value) throws IOException;
    }

    static Shape ofEnum(Class<?> type) {
      Map<String, Object> constants = new LinkedHashMap<>();
      for (Object constant : type.getEnumConstants()) {
        constants.put(((Enum<?>) constant).name(), constant);
      }
      return text(
          "one of " + String.join(", ", constants.keySet()),
          name -> {
            Object constant = constants.get(name);
            if (constant == null) {
              throw new IllegalArgumentException(name);
            }
            return constant;
          },
          constant -> ((Enum<?>) constant).name(),
          type.getEnumConstants()[0]);
    }

    private static Scalar text(
        String what, Function<String, Object> parse, Function<Object, String> print, Object none) {
      return new Scalar(
          what,
          List.of(JsonToken.VALUE_STRING),
          in -> parse.apply(in.getText()),
          (out, value) -> out.writeString(print.apply(value)),
          none);
    }

    @Override
    public Object read(JsonParser in, boolean lenient) throws IOException {
      if (tokens.contains(in.currentToken())) {
        try {
          return reading.read(in);
        } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
          // a token of the right kind with the wrong content: the same message
        }
      }
      throw new Misfit(in, "must be " + what + ", not " + Json.shown(in));
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
      writing.write(out, value);
    }

    @Override
    public Object empty() {
      return none;
    }
  }

  /** A value or null. */
  record OrNull(Shape shape) implements Shape {
    @Override
    public @Nullable Object read(JsonParser in, boolean lenient) throws IOException {
      return in.hasToken(JsonToken.VALUE_NULL) ? null : shape.read(in, lenient);
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
      shape.write(out, value);
    }

    @Override
    public @Nullable Object empty() {
      return null;
    }

    @Override
    public boolean nullable() {
      return true;
    }
  }

  /** A list, in its order. */
  record ListShape(Shape element) implements Shape {
    @Override
    public Object read(JsonParser in, boolean lenient) throws IOException {
      Json.expect(in, JsonToken.START_ARRAY, "a list");
      List<@Nullable Object> values = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        values.add(element.read(in, lenient));
      }
      return Collections.unmodifiableList(values);
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
      out.writeStartArray();
      for (Object each : (List<?>) value) {
        element.writeOrNull(out, each);
      }
      out.writeEndArray();
    }

    @Override
    public Object empty() {
      return List.of();
    }
  }

  /** A map, by key. */
  record MapShape(Shape element) implements Shape {
    @Override
    public Object read(JsonParser in, boolean lenient) throws IOException {
      Json.expect(in, JsonToken.START_OBJECT, "an object");
      Map<String, @Nullable Object> values = new TreeMap<>();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String key = in.currentName();
        in.nextToken();
        values.put(key, element.read(in, lenient));
      }
      return Collections.unmodifiableMap(values);
    }

    @Override
    public void write(JsonGenerator out, Object value) throws IOException {
      out.writeStartObject();
      for (Map.Entry<?, ?> each : new TreeMap<>((Map<?, ?>) value).entrySet()) {
        out.writeFieldName((String) each.getKey());
        element.writeOrNull(out, each.getValue());
      }
      out.writeEndObject();
    }

    @Override
    public Object empty() {
      return Map.of();
    }
  }
}
