/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.merlon.Control;
import dev.merlon.HardeningEngine;
import dev.merlon.Pack;
import dev.merlon.Parameter;
import dev.merlon.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What {@code docs/} says of the controls is what the rules say. */
final class ControlDocsTest {

  private static final Path DOCS = RuleFiles.ROOT.resolve("docs");
  private static final Pack ODD =
      Pack.parse("odd-1", "title = Odd <1>\n1.2 = waf-odd\na_b = waf-odd\n");

  @Test
  void docs_ofThisCheckout_areUpToDate() throws IOException {
    HardeningEngine engine = HardeningEngine.builder().rules(AwsRules.all()).build();
    SortedMap<String, String> expected =
        ControlDocs.of(
            engine.controls(),
            engine.factTypes(),
            PackParity.packs(RuleFiles.below(RuleFiles.PACKS, ".properties")),
            RuleFiles.below(RuleFiles.RULES, ".drl"),
            RuleFiles.below(RuleFiles.CASES, ".json"),
            RuleFiles.UPDATE);
    if (RuleFiles.areUpdated()) {
      write(expected);
    }
    assertThat(stale(expected)).as("update with: %s", RuleFiles.UPDATE).isEmpty();
  }

  private static void write(SortedMap<String, String> expected) throws IOException {
    for (String name : present()) {
      if (!expected.containsKey(name)) {
        Files.delete(DOCS.resolve(name));
      }
    }
    for (var page : expected.entrySet()) {
      Path file = DOCS.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
  }

  /** The pages that are missing, differ or are of nothing we have, and where they differ first. */
  private static List<String> stale(SortedMap<String, String> expected) throws IOException {
    List<String> stale = new ArrayList<>();
    for (var page : expected.entrySet()) {
      Path file = DOCS.resolve(page.getKey());
      if (!Files.exists(file)) {
        stale.add("docs/" + page.getKey() + " is missing");
      } else {
        List<String> wanted = page.getValue().lines().toList();
        List<String> found = Files.readString(file).lines().toList();
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
          String right = i < wanted.size() ? wanted.get(i) : "the end";
          String there = i < found.size() ? found.get(i) : "the end";
          if (!right.equals(there)) {
            stale.add(
                "docs/" + page.getKey() + ":" + (i + 1) + " says: " + there + "; not: " + right);
            break;
          }
        }
      }
    }
    for (String name : present()) {
      if (!expected.containsKey(name)) {
        stale.add("docs/" + name + " is of no practice and no pack");
      }
    }
    return stale;
  }

  private static SortedSet<String> present() {
    SortedSet<String> names = new TreeSet<>();
    for (String folder : List.of("controls", "packs")) {
      RuleFiles.below(DOCS.resolve(folder), ".md")
          .keySet()
          .forEach(name -> names.add(folder + "/" + name));
    }
    return names;
  }

  @Test
  void docs_ofTextsWithMarks_areEscaped() {
    Control control =
        new Control(
            "waf-odd",
            "No <script> | *bold* [link](x) `code` a_b",
            Severity.HIGH,
            "waf",
            "WebAcl",
            List.of("WebAcl"),
            List.of("wafv2:ListWebACLs"),
            List.of(
                new Parameter("names", Parameter.Type.TEXT, "a|b`c"),
                new Parameter("empty", Parameter.Type.LIST, "")),
            "A & B.",
            "1. Do it.",
            List.of(URI.create("https://example.com/")));
    SortedMap<String, String> cases = new TreeMap<>();
    cases.put(
        "waf/waf-odd.json",
        """
        [ {"case": "fails when it is <b>", "expect": {"a": "FAIL"}},
          {"case": "is torn", "expect": {"a": "FAIL", "b": "PASS"}} ]
        """);
    SortedMap<String, String> rules = new TreeMap<>();
    rules.put("waf/waf-odd.drl", "rule \"waf-odd\"\n    @severity(LOW)\nwhen\nthen\nend\n");
    SortedMap<String, String> pages =
        ControlDocs.of(List.of(control), List.of(), List.of(ODD), rules, cases, "make docs");
    assertThat(pages.keySet())
        .containsExactly("controls/waf.md", "packs/README.md", "packs/odd-1.md", "permissions.md");
    assertThat(pages.get("controls/waf.md"))
        .isEqualTo(
            """
            # AWS WAF

            <!-- Generated from the rules and their cases; to update it: make docs -->

            1 control. The severity is the highest that a failure can have; a failure that matters less says so.

            | control | severity | what holds when it passes |
            | --- | --- | --- |
            | [waf-odd](#waf-odd) | HIGH | No \\<script\\> \\| \\*bold\\* \\[link\\](x) \\`code\\` a\\_b |

            ## waf-odd

            **No \\<script\\> \\| \\*bold\\* \\[link\\](x) \\`code\\` a\\_b.**

            * Severity: LOW or HIGH
            * Resource: `WebAcl`
            * Risk: A &amp; B.
            * Fix: 1\\. Do it.
            * Reads: `WebAcl`
            * Needs: `wafv2:ListWebACLs`
            * Asked for by: [odd-1](../packs/odd-1.md)
            * See <https://example.com/>

            | parameter | type | default |
            | --- | --- | --- |
            | `names` | text | `` a\\|b`c `` |
            | `empty` | list | empty |

            **FAIL**

            * when it is \\<b\\>

            **More than one resource**

            * is torn
            """);
    assertThat(pages.get("packs/README.md"))
        .isEqualTo(
            """
            # Packs

            <!-- Generated from the rules and their packs; to update it: make docs -->

            Which controls a framework asks for. To judge no others, name packs to the command line (`--pack`) or to the
            engine (`only(AwsRules.pack(…))`).

            | pack | framework | requirements | controls |
            | --- | --- | --- | --- |
            | [odd-1](odd-1.md) | Odd \\<1\\> | 2 | 1 |
            """);
    assertThat(pages.get("packs/odd-1.md"))
        .isEqualTo(
            """
            # Odd \\<1\\>

            <!-- Generated from the rules and their packs; to update it: make docs -->

            `--pack odd-1` on the command line, `AwsRules.pack("odd-1")` in Java.

            A requirement that is not listed is not judged. A control may ask for more or less than the requirement does:
            its page says what it looks at, and its parameters set the thresholds.

            | requirement | control | what holds when it passes |
            | --- | --- | --- |
            | `1.2` | [waf-odd](../controls/waf.md#waf-odd) | No \\<script\\> \\| \\*bold\\* \\[link\\](x) \\`code\\` a\\_b |
            | `a_b` | [waf-odd](../controls/waf.md#waf-odd) | No \\<script\\> \\| \\*bold\\* \\[link\\](x) \\`code\\` a\\_b |
            """);
    assertThat(pages.get("permissions.md"))
        .contains(
            """
                  "Action": [
                    "ec2:DescribeRegions",
                    "sts:GetCallerIdentity",
                    "wafv2:ListWebACLs"
                  ],
            """)
        .contains("| `wafv2:ListWebACLs` |  | 1 |\n");
  }
}
