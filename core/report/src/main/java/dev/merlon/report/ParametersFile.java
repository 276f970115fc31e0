/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.report;

import dev.merlon.Parameters;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads the values of parameters from YAML:
 *
 * <pre>{@code
 * all:
 *   maxAgeDays: 60
 * controls:
 *   sg-no-open-ports:
 *     ports: [22, 3389, 5900-5910]
 * }</pre>
 *
 * <p>A value is a text, a whole number, {@code true} or {@code false}, or a list of those. Plain
 * values that YAML takes for something else than they look like, {@code 012345670012} for an octal
 * number and {@code no} for false, are refused until they stand in quotes. An empty file and an
 * empty section set nothing.
 */
public final class ParametersFile {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

  private static final String KINDS = "a text, a whole number, true or false";
  private static final String NOTHING = "has no value: give one, or remove it to keep the default";
  private static final String ELSE =
      " for something else: write true or false, a whole number in plain digits, or a text in"
          + " quotes";
  private static final String MALFORMED = "malformed YAML: ";

  /** What a file sets: by name, and by control and name. */
  record Values(Map<String, Object> all, Map<String, Map<String, Object>> byControl) {}

  private final Path file;

  private ParametersFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file in UTF-8. Whether a control declares the parameters, and with such types, is
   * checked when the engine is built.
   *
   * @throws InvalidFileException if it holds anything else
   * @throws UncheckedIOException if it cannot be read
   */
  public static Parameters read(Path file) {
    Values values = values(file);
    return Parameters.of(values.all(), values.byControl());
  }

  static Values values(Path file) {
    return new ParametersFile(file).values();
  }

  private Values values() {
    Map<String, Object> all = new LinkedHashMap<>();
    Map<String, Map<String, Object>> byControl = new LinkedHashMap<>();
    Node root = root();
    if (root != null) {
      for (Entry section : entries(root, "")) {
        switch (section.name()) {
          case "all" -> all.putAll(parameters(section));
          case "controls" -> {
            for (Entry control : entries(section.value(), section.path())) {
              byControl.put(control.name(), parameters(control));
            }
          }
          default ->
              throw invalid(
                  section.key(),
                  section.path(),
                  "no such section: put parameters under \"all\", or under \"controls\" and the id"
                      + " of a control");
        }
      }
    }
    return new Values(all, byControl);
  }

  /** Composes nodes only, so that nothing is ever built for a tag; null for an empty file. */
  private @Nullable Node root() {
    String text = "";
    try {
      text = Files.readString(file);
      return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (ReaderException e) {
      long line = 1 + text.codePoints().limit(e.getPosition()).filter(each -> each == '\n').count();
      throw new InvalidFileException(
          file, "line " + line, MALFORMED + "a control character must be escaped", e);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      throw new InvalidFileException(
          file, mark == null ? "" : place(mark), MALFORMED + context + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new InvalidFileException(file, "", MALFORMED + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new InvalidFileException(file, "", "is not UTF-8 text", e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read: " + AtomicFile.reason(e), e);
    }
  }

  private Map<String, Object> parameters(Entry owner) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Entry parameter : entries(owner.value(), owner.path())) {
      parameters.put(parameter.name(), value(parameter));
    }
    return parameters;
  }

  private record Entry(Node key, String name, Node value, String path) {}

  /** The entries of a mapping, in order, no name twice; none for a section without any. */
  private List<Entry> entries(Node node, String path) {
    if (node.getTag().equals(Tag.NULL)) {
      return List.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      throw invalid(node, path, "must be lines of the form \"name: value\"");
    }
    Set<String> names = new HashSet<>();
    List<Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
        throw invalid(tuple.getKeyNode(), path, "a name must be a text");
      }
      Entry entry =
          new Entry(name, name.getValue(), tuple.getValueNode(), path + "/" + name.getValue());
      if (!names.add(entry.name())) {
        throw invalid(name, entry.path(), "stands here a second time; remove one");
      }
      entries.add(entry);
    }
    return entries;
  }

  private Object value(Entry parameter) {
    if (!(parameter.value() instanceof SequenceNode list)) {
      return single(parameter.value(), parameter.path());
    }
    List<Object> values = new ArrayList<>();
    for (Node element : list.getValue()) {
      values.add(single(element, parameter.path() + "/" + values.size()));
    }
    return values;
  }

  private Object single(Node node, String path) {
    if (!(node instanceof ScalarNode scalar)) {
      throw invalid(node, path, "must be " + KINDS + ", or a list of those");
    }
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)) {
      return text;
    }
    if (tag.equals(Tag.INT) && WHOLE_NUMBER.matcher(text).matches()) {
      long number = Long.parseLong(text);
      return number == (int) number ? (Object) (int) number : (Object) number;
    }
    if (tag.equals(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
      return text.equals("true");
    }
    throw invalid(node, path, tag.equals(Tag.NULL) ? NOTHING : "YAML may take " + text + ELSE);
  }

  private InvalidFileException invalid(Node node, String path, String problem) {
    String place = place(node.getStartMark()) + (path.isEmpty() ? "" : ", " + path);
    return new InvalidFileException(file, place, problem, null);
  }

  private static String place(Mark mark) {
    return InvalidFileException.place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
