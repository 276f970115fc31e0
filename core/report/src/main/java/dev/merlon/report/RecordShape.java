/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as a JSON object of its components, in their order; what is null is left out. */
record RecordShape(Class<?> type) implements Shape {

  private static final String SKEW =
      "; if another version of Merlon wrote this, collect again with this one";

  /** Looked up when a record is met, since a type may contain itself. */
  private static final ClassValue<Structure> STRUCTURES =
      new ClassValue<>() {
        @Override
        protected Structure computeValue(Class<?> type) {
          return Structure.of(type);
        }
      };

  private record Component(int index, String name, Method accessor, Shape shape) {}

  private record Structure(Constructor<?> constructor, Map<String, Component> components) {

    static Structure of(Class<?> type) {
      RecordComponent[] declared = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Map<String, Component> components = new LinkedHashMap<>();
      for (RecordComponent each : declared) {
        String name = each.getName();
        try {
          Shape shape = Shape.of(each.getAnnotatedType());
          each.getAccessor().setAccessible(true);
          components.put(name, new Component(components.size(), name, each.getAccessor(), shape));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              type.getName() + ", component " + name + ": " + e.getMessage(), e);
        }
      }
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Structure(constructor, components);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has a canonical constructor", e);
      }
    }
  }

  private Map<String, Component> components() {
    return STRUCTURES.get(type).components();
  }

  @Override
  public Object read(JsonParser in, boolean lenient) throws IOException {
    Json.expect(in, JsonToken.START_OBJECT, "an object");
    Map<String, Component> missing = new LinkedHashMap<>(components());
    @Nullable Object[] values = new Object[missing.size()];
    while (in.nextToken() != JsonToken.END_OBJECT) {
      Component component = missing.remove(in.currentName());
      if (component == null) {
        String known = String.join(", ", components().keySet());
        throw new Misfit(
            in,
            "no such component: " + type.getSimpleName() + " has " + known + (lenient ? "" : SKEW));
      }
      in.nextToken();
      values[component.index()] = component.shape().read(in, lenient);
    }
    missing.values().removeIf(each -> !lenient && each.shape().nullable());
    if (!lenient && !missing.isEmpty()) {
      String names = String.join(", ", missing.keySet());
      throw new Misfit(in, "components are missing: " + names + SKEW);
    }
    try {
      for (Component each : missing.values()) {
        values[each.index()] = each.shape().empty();
      }
      return construct(values);
    } catch (IllegalArgumentException e) {
      throw new Misfit(in, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void write(JsonGenerator out, Object value) throws IOException {
    out.writeStartObject();
    for (Component each : components().values()) {
      Object content = content(each, value);
      if (content != null || !each.shape().nullable()) {
        out.writeFieldName(each.name());
        each.shape().writeOrNull(out, content);
      }
    }
    out.writeEndObject();
  }

  @Override
  public Object empty() {
    return construct(components().values().stream().map(each -> each.shape().empty()).toArray());
  }

  private Object construct(@Nullable Object[] values) {
    try {
      return STRUCTURES.get(type).constructor().newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          type.getSimpleName() + " refuses its components: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be made: " + e, e);
    }
  }

  private static @Nullable Object content(Component component, Object value) {
    try {
      return component.accessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(component.accessor() + " failed: " + e, e);
    }
  }
}
