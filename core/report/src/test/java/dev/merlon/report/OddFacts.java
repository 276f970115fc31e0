/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import dev.merlon.fact.Resource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes facts of any type with texts that are easily spoilt; no two texts are the same. */
final class OddFacts {

  private static final String ODD =
      "\u0000\n\"\\\u001b[31m\u007f\u00e9\u2028\u202e\ud83d\ude00\ud83d";

  private int count;

  private OddFacts() {}

  static Resource of(Class<? extends Resource> type, String arn) {
    OddFacts odd = new OddFacts();
    return type.cast(odd.record(type, arn));
  }

  private Object record(Class<?> type, String arn) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      var constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(
          Arrays.stream(components)
              .map(each -> each.getName().equals("arn") ? arn : value(each.getGenericType(), arn))
              .toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private Object value(Type type, String arn) {
    count++;
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == List.class
          ? count > 50 ? List.of() : List.of(value(arguments[0], arn), value(arguments[0], arn))
          : Map.of(ODD + count, value(arguments[1], arn), "a", value(arguments[1], arn));
    }
    Class<?> plain = (Class<?>) type;
    if (plain == boolean.class || plain == Boolean.class) {
      return true;
    } else if (plain == int.class || plain == Integer.class) {
      return -count;
    } else if (plain == long.class || plain == Long.class) {
      return Long.MIN_VALUE + count;
    } else if (plain == Instant.class) {
      return Instant.ofEpochSecond(count, count);
    } else if (plain == Duration.class) {
      return Duration.ofSeconds(-count, count);
    } else if (plain.isEnum()) {
      return plain.getEnumConstants()[plain.getEnumConstants().length - 1];
    }
    return plain.isRecord() ? record(plain, arn) : ODD + count;
  }
}
