/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import dev.merlon.fact.net.Cidr;
import dev.merlon.fact.net.PortSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Values for all controls or for one; a control's own value wins. Typed and checked against what
 * the rules declare when the engine is built. Immutable.
 *
 * <p>Rules read them from the global {@code parameters}, naming their control: {@code
 * parameters.ports("sg-no-open-ssh", "ports")}. Asking for one that the control does not declare
 * throws, which costs that control.
 */
public final class Parameters {

  private static final Parameters NONE = new Parameters(Map.of(), Map.of(), Map.of());

  private final Map<String, ?> all;
  private final Map<String, Map<String, ?>> byControl;
  private final Map<String, Map<String, Object>> resolved;

  private Parameters(
      Map<String, ?> all,
      Map<String, Map<String, ?>> byControl,
      Map<String, Map<String, Object>> resolved) {
    this.all = all;
    this.byControl = byControl;
    this.resolved = resolved;
  }

  /** Leaves every parameter at its default. */
  public static Parameters none() {
    return NONE;
  }

  /**
   * Sets parameters. A value is a text, a number, a boolean or a list of those, in the form that
   * {@link Parameter.Type} describes.
   *
   * @param all by parameter name, for every control that declares it
   * @param byControl by control id, then parameter name
   * @throws IllegalArgumentException if a value is null
   */
  public static Parameters of(Map<String, ?> all, Map<String, ? extends Map<String, ?>> byControl) {
    SortedMap<String, Map<String, ?>> copies = new TreeMap<>();
    byControl.forEach((control, values) -> copies.put(control, copy(values, " of " + control)));
    return new Parameters(copy(all, ""), copies, Map.of());
  }

  private static Map<String, ?> copy(Map<String, ?> values, String of) {
    SortedMap<String, Object> copies = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          boolean hasNull = value == null || (value instanceof List<?> list && holdsNull(list));
          if (hasNull) {
            throw new IllegalArgumentException("parameter " + name + of + ": has no value");
          }
          copies.put(name, value instanceof List<?> list ? List.copyOf(list) : value);
        });
    return copies;
  }

  private static boolean holdsNull(List<?> list) {
    return list.stream().anyMatch(Objects::isNull);
  }

  /** A whole number. */
  public int integer(String controlId, String name) {
    return value(controlId, name, Integer.class);
  }

  /** {@code true} or {@code false}. */
  public boolean bool(String controlId, String name) {
    return value(controlId, name, Boolean.class);
  }

  /** Any text. */
  public String text(String controlId, String name) {
    return value(controlId, name, String.class);
  }

  /** Texts, in the order given. */
  @SuppressWarnings("unchecked") // resolve() puts nothing else there
  public List<String> list(String controlId, String name) {
    return value(controlId, name, List.class);
  }

  /** Ports. */
  public PortSet ports(String controlId, String name) {
    return value(controlId, name, PortSet.class);
  }

  /** Address blocks of both families, in the order given. */
  @SuppressWarnings("unchecked") // resolve() puts nothing else there
  public List<Cidr> cidrs(String controlId, String name) {
    return value(controlId, name, List.class);
  }

  private <T> T value(String controlId, String name, Class<T> type) {
    Map<String, Object> values = resolved.getOrDefault(controlId, Map.of());
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          value == null
              ? "control "
                  + controlId
                  + " declares no parameter "
                  + name
                  + "; it declares "
                  + new TreeSet<>(values.keySet())
              : "parameter " + name + " of " + controlId + " is no " + type.getSimpleName());
    }
    return type.cast(value);
  }

  /**
   * These values and the defaults of the rest.
   *
   * @throws IllegalArgumentException naming every unknown control, unknown name and bad value
   */
  Parameters resolve(Collection<Control> controls) {
    List<String> problems = new ArrayList<>();
    Map<String, Map<String, Object>> values = new TreeMap<>();
    Set<String> known = new TreeSet<>();
    for (Control control : controls) {
      Map<String, ?> own = byControl.getOrDefault(control.id(), Map.<String, Object>of());
      Map<String, Object> mine = values.computeIfAbsent(control.id(), id -> new TreeMap<>());
      for (Parameter parameter : control.parameters()) {
        String name = parameter.name();
        known.add(name);
        Object given = own.containsKey(name) ? own.get(name) : all.get(name);
        try {
          mine.put(name, parse(parameter.type(), given == null ? parameter.defaultValue() : given));
        } catch (IllegalArgumentException e) {
          problems.add(
              "parameter "
                  + name
                  + " of "
                  + control.id()
                  + ": "
                  + e.getMessage()
                  + "; give "
                  + form(parameter.type())
                  + " (default: "
                  + parameter.defaultValue()
                  + ")");
        }
      }
      unknown(
          own.keySet(),
          mine.keySet(),
          " of " + control.id() + ": the control does not declare it",
          problems);
    }
    unknown(all.keySet(), known, ": no control declares it", problems);
    for (String id : byControl.keySet()) {
      if (!values.containsKey(id)) {
        problems.add(
            "parameters for " + id + ": no such control" + Names.suggest(id, values.keySet()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
    return new Parameters(all, byControl, values);
  }

  private static void unknown(
      Set<String> given, Set<String> known, String problem, List<String> problems) {
    for (String name : given) {
      if (!known.contains(name)) {
        problems.add("parameter " + name + problem + Names.suggest(name, known));
      }
    }
  }

  static Object parse(Parameter.Type type, Object given) {
    return switch (type) {
      case INT -> integer(given);
      case BOOLEAN -> bool(given);
      case TEXT -> text(given);
      case LIST -> texts(given);
      case PORTS ->
          texts(given).stream().map(PortSet::parse).reduce(PortSet.empty(), PortSet::union);
      case CIDRS -> texts(given).stream().map(Cidr::parse).toList();
    };
  }

  private static Integer integer(Object given) {
    String text = given instanceof Boolean ? "" : text(given);
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(shown(given) + " is not a whole number", e);
    }
  }

  private static Boolean bool(Object given) {
    if (given instanceof Boolean bool) {
      return bool;
    }
    return switch (String.valueOf(given)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(shown(given) + " is not true or false");
    };
  }

  private static String text(Object given) {
    if (given instanceof String || given instanceof Number || given instanceof Boolean) {
      return given.toString();
    }
    throw new IllegalArgumentException(shown(given) + " is not a text");
  }

  private static List<String> texts(Object given) {
    Stream<String> parts =
        given instanceof Collection<?> many
            ? many.stream().map(Parameters::text)
            : Arrays.stream(text(given).split(","));
    return parts.map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  private static String shown(Object given) {
    return given instanceof String ? "\"" + given + "\"" : given.toString();
  }

  private static String form(Parameter.Type type) {
    return switch (type) {
      case INT -> "a whole number";
      case BOOLEAN -> "true or false";
      case TEXT -> "a text";
      case LIST -> "texts, separated by commas or as a list";
      case PORTS -> "ports such as 22, 137-139";
      case CIDRS -> "address blocks such as 192.0.2.0/24, 2001:db8::/32";
    };
  }
}
