/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What callers see changes only on purpose: it is listed in a file. */
final class PublicApiTest {

  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
  private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

  @Test
  void publicApi_isWhatIsListed() throws IOException {
    TreeMap<String, Class<?>> types = new TreeMap<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.merlon")) {
      Class<?> type = each.reflect();
      if (isMain(type) && isVisible(type)) {
        types.put(type.getCanonicalName(), type);
      }
    }
    StringBuilder text = new StringBuilder();
    types.values().forEach(type -> describe(type, text));

    Generated.check("src/test/resources/public-api.txt", text.toString());
  }

  private static boolean isMain(Class<?> type) {
    return type.getProtectionDomain()
        .getCodeSource()
        .equals(HardeningEngine.class.getProtectionDomain().getCodeSource());
  }

  private static boolean isVisible(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return isVisible(type.getModifiers()) && (outer == null || isVisible(outer));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static void describe(Class<?> type, StringBuilder text) {
    text.append(kind(type)).append(' ').append(type.getCanonicalName());
    if (type.isRecord()) {
      text.append(
          Arrays.stream(type.getRecordComponents())
              .map(part -> name(part.getGenericType()) + " " + part.getName())
              .collect(Collectors.joining(", ", "(", ")")));
    }
    if (type.isEnum()) {
      text.append(Arrays.toString(type.getEnumConstants()));
    }
    Class<?> superclass = type.getSuperclass();
    if (superclass != null
        && !Set.of(Object.class, Record.class, Enum.class).contains(superclass)) {
      text.append(" extends ").append(name(superclass));
    }
    for (Type parent : type.getGenericInterfaces()) {
      text.append(" is ").append(name(parent));
    }
    text.append('\n');
    Set<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field.getModifiers()) && !field.isEnumConstant()) {
        members.add(
            modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName());
      }
    }
    if (!type.isRecord()) {
      Arrays.stream(type.getDeclaredConstructors())
          .filter(constructor -> isVisible(constructor.getModifiers()))
          .forEach(constructor -> members.add("new" + parameters(constructor)));
    }
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> isVisible(method.getModifiers()) && !isImplied(type, method))
        .forEach(
            method ->
                members.add(
                    modifiers(method.getModifiers())
                        + name(method.getGenericReturnType())
                        + " "
                        + method.getName()
                        + parameters(method)));
    members.forEach(member -> text.append("  ").append(member).append('\n'));
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    }
    if (type.isEnum()) {
      return "enum";
    }
    if (type.isRecord()) {
      return "record";
    }
    return type.isInterface() ? "interface" : "class";
  }

  private static boolean isImplied(Class<?> type, Method method) {
    boolean component =
        type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(part -> method.equals(part.getAccessor()));
    return method.isSynthetic()
        || component
        || OF_EVERY_OBJECT.contains(method.getName())
        || (type.isEnum() && OF_EVERY_ENUM.contains(method.getName()));
  }

  private static String modifiers(int modifiers) {
    return (Modifier.isProtected(modifiers) ? "protected " : "")
        + (Modifier.isStatic(modifiers) ? "static " : "");
  }

  private static String parameters(Executable executable) {
    return Arrays.stream(executable.getParameters())
        .map(PublicApiTest::parameter)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String parameter(Parameter parameter) {
    return name(parameter.getParameterizedType());
  }

  /** Without packages, as one reads it. */
  private static String name(Type type) {
    return type.getTypeName().replaceAll("\\b(?:[a-z][\\w]*\\.)+", "").replace('$', '.');
  }
}
