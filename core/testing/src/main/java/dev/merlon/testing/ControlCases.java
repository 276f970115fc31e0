/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.merlon.HardeningEngine;
import dev.merlon.fact.FactType;
import dev.merlon.report.FactReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Cases of controls as JUnit 5 dynamic tests. A file {@code my-control.json} anywhere below the
 * folder holds the cases of the control {@code my-control}:
 *
 * <pre>{@code
 * [
 *   { "case": "port 22 is open to all of IPv4",
 *     "facts": [ {"SecurityGroup": {"arn": "sg-1", "groupId": "sg-1"}},
 *                {"SecurityGroupRule": {"groupId": "sg-1", "ipProtocol": "tcp",
 *                                       "fromPort": 22, "toPort": 22, "cidrIpv4": "0.0.0.0/0"}} ],
 *     "expect": {"sg-1": "FAIL"}, "severity": "LOW", "evidence": {"open": "tcp 22 (ssh)"} },
 *   { "case": "the rules may not be read",
 *     "facts": [ {"SecurityGroup": {"arn": "sg-1", "groupId": "sg-1"}} ],
 *     "gaps":  [ {"fact": "SecurityGroupRule", "reason": "denied"} ],
 *     "expect": {"sg-1": "UNKNOWN"}, "reason": "denied" }
 * ]
 * }</pre>
 *
 * <p>A component left out is empty; {@code account} is 123456789012, {@code region} is us-east-1
 * ({@code global} for what is read once per account), and {@code arn} is the type and a number.
 * Everything that is no gap counts as read. {@code expect} holds every finding of the control, by
 * ARN; for one on a whole account that is {@code arn:aws:iam::123456789012:root}. Optional: {@code
 * evidence} (all of it), {@code severity} and {@code reason} (a part of it), for a case with one
 * finding, and {@code parameters} of the control.
 */
public final class ControlCases {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ControlCases() {}

  /**
   * The tests of all case files below a folder, one container a file.
   *
   * <p>Fact types are found on the thread's context class loader and among those that the engine's
   * controls read. A file that is no control's, an unknown name in a case and a control without
   * cases are tests that fail.
   */
  public static Stream<DynamicNode> in(Path folder, HardeningEngine engine) {
    Map<String, FactType> types =
        new TreeMap<>(FactType.all(Thread.currentThread().getContextClassLoader()));
    engine.factTypes().forEach(type -> types.put(type.name(), type));
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.filter(file -> file.toString().endsWith(".json"))
          .forEach(file -> files.put(controlId(file), file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> known = new HashSet<>();
    engine.controls().forEach(control -> known.add(control.id()));
    List<DynamicNode> tests = new ArrayList<>();
    files.forEach((id, file) -> tests.add(ofFile(id, file, known, types, engine)));
    for (String id : known) {
      if (!files.containsKey(id)) {
        tests.add(
            DynamicTest.dynamicTest(
                id,
                () -> {
                  throw new AssertionError(
                      "control " + id + " has no cases; write " + id + ".json below " + folder);
                }));
      }
    }
    return tests.stream();
  }

  private static DynamicNode ofFile(
      String id,
      Path file,
      Set<String> known,
      Map<String, FactType> types,
      HardeningEngine engine) {
    if (!known.contains(id)) {
      return DynamicTest.dynamicTest(
          id,
          file.toUri(),
          () -> {
            throw new AssertionError(
                file + ": the engine has no control " + id + "; it has " + known);
          });
    }
    return DynamicContainer.dynamicContainer(
        id, file.toUri(), cases(id, file, types, engine).stream());
  }

  private static List<DynamicNode> cases(
      String id, Path file, Map<String, FactType> types, HardeningEngine engine) {
    FactReader facts = FactReader.lenient(types);
    List<DynamicNode> tests = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : read(file)) {
      String name = node.path("case").asText("");
      tests.add(
          DynamicTest.dynamicTest(
              id + " " + name,
              file.toUri(),
              () -> {
                if (name.isEmpty() || !names.add(name)) {
                  throw new AssertionError(
                      file + ": every case has a name of its own: \"case\": \"" + name + "\"");
                }
                new ControlCase(id, node, types, facts).run(engine);
              }));
    }
    return tests;
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode cases = JSON.readTree(Files.readString(file));
      if (!cases.isArray() || cases.isEmpty()) {
        throw new IllegalArgumentException(file + ": holds no list of cases");
      }
      return cases;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file
              + ":"
              + e.getLocation().getLineNr()
              + ":"
              + e.getLocation().getColumnNr()
              + ": "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String controlId(Path file) {
    return file.getFileName().toString().replaceFirst("\\.json$", "");
  }
}
