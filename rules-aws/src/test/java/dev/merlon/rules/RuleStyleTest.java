/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All rule files have one form, and {@link RuleStyle} notices those that do not. */
final class RuleStyleTest {

  private static final String GOOD =
      """
      package dev.merlon.rules.securitygroups

      import dev.merlon.Parameters
      import dev.merlon.Verdict
      import dev.merlon.fact.derived.GroupExposure
      import dev.merlon.fact.ec2.NetworkInterfaceGroup
      import dev.merlon.fact.ec2.SecurityGroup

      global Verdict verdict
      global Parameters parameters

      // Why it is so.
      rule "sg-good"
          @title("Security groups are good")
          @severity(LOW)
          @resource(SecurityGroup)
          @params("ports: ports = 22; spare: boolean = false")
          @risk("Something may happen; to somebody.")
          @fix("Do it, or not.")
          @see("https://example.com/")
      when
          $group : SecurityGroup( $groupId : groupId, $account : account )
          $exposure : GroupExposure( groupId == $groupId, account == $account,
              must.opens(parameters.ports("sg-good", "ports")) )
      then
          verdict.fail($group, $exposure.opened($exposure.must()));
      end

      rule "sg-good/attached" extends "sg-good"
          @severity(HIGH)
      when
          exists NetworkInterfaceGroup( groupId == $groupId, account == $account )
      then
          verdict.fail($group, "attached", parameters.bool("sg-good", "spare"));
      end

      rule "sg-good/unknown"
      when
          $group : SecurityGroup( $groupId : groupId, $account : account )
          $exposure : GroupExposure( groupId == $groupId, account == $account,
              may.opens(parameters.ports("sg-good", "ports")),
              !must.opens(parameters.ports("sg-good", "ports")) )
      then
          verdict.unknown($group, $exposure.doubt());
      end

      rule "sg-good/not-applicable"
      when
          $group : SecurityGroup( isShared )
      then
          verdict.notApplicable($group, "it is shared; look there, or not");
      end
      """;

  private static final String DERIVATION =
      """
      package dev.merlon.rules.derived

      import dev.merlon.fact.derived.GroupExposure
      import dev.merlon.fact.ec2.SecurityGroup

      rule "group-exposure"
          @derives(GroupExposure)
      when
          $group : SecurityGroup()
      then
          insert(GroupExposure.of($group));
      end
      """;

  @Test
  void rules_ofThisArtifact_haveTheForm() {
    List<String> problems = new ArrayList<>();
    SortedMap<String, String> files = RuleFiles.below(RuleFiles.RULES, ".drl");
    files.forEach((path, text) -> problems.addAll(RuleStyle.problems(path, text)));
    assertThat(files).isNotEmpty();
    assertThat(problems).as("all problems, one a line").isEmpty();
  }

  @Test
  void rules_inGoodForm_haveNoProblems() {
    assertThat(problems(GOOD)).isEmpty();
    assertThat(RuleStyle.problems("derived/group-exposure.drl", DERIVATION)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> rules_inBadForm_areNoticed() {
    return Stream.of(
        bad("import dev.merlon.Verdict", "import dev.merlon.*", "import each type by its name"),
        bad(
            "import dev.merlon.Verdict\n",
            "import dev.merlon.Verdict\nimport java.util.List\n",
            "not used"),
        bad(
            "import dev.merlon.Parameters\nimport dev.merlon.Verdict\n",
            "import dev.merlon.Verdict\nimport dev.merlon.Parameters\n",
            "sorted"),
        bad("global Verdict", "declare Thing end\nglobal Verdict", "neither package"),
        bad("global Verdict", "function int f() { return 1; }\nglobal Verdict", "neither package"),
        bad("global Verdict", "dialect \"mvel\"\nglobal Verdict", "neither package"),
        bad("global Verdict", "global java.time.Instant asOf\nglobal Verdict", "not used"),
        bad("    @severity(HIGH)", "    @severity(HIGH)\n    salience 10", "no attributes"),
        bad("    @severity(HIGH)", "    @severity(HIGH)\n    no-loop", "no attributes"),
        bad("isShared )", "isShared ) eval( true )", "eval"),
        bad(
            "SecurityGroup( isShared )",
            "SecurityGroup( isShared )\n    ?shared( $group; )",
            "query"),
        bad(
            "SecurityGroup( isShared )",
            "( SecurityGroup( isShared ) or SecurityGroup( isDefault ) )",
            "use || inside"),
        bad("isShared )", "isShared && isDefault )", "use a comma"),
        bad("isShared )", "tags.keySet.stream.anyMatch(t -> true) )", "lambda"),
        bad("isShared )", "( isShared ? isDefault : isShared ) )", "a choice"),
        bad(
            "verdict.unknown($group",
            "System.out.println($group); verdict.unknown($group",
            "no output"),
        bad("verdict.unknown($group", "if (true) verdict.unknown($group", "control flow"),
        bad("verdict.unknown($group, $exposure.doubt());", "insert($exposure);", "one statement"),
        bad(
            "verdict.unknown($group",
            "verdict.unknown($group, \"x\"); verdict.unknown($group",
            "one statement"),
        bad(
            "verdict.unknown($group",
            "modify($group) { }; verdict.unknown($group",
            "change nothing"),
        bad("verdict.unknown($group", "verdict.fail($group", "says verdict.unknown"),
        bad("verdict.notApplicable($group", "verdict.unknown($group", "says verdict.notApplicable"),
        bad("\nwhen\n    exists", "\n  when\n    exists", "start of a line"),
        bad("    exists", "  exists", "indented"),
        bad("    exists", "\texists", "a tab"),
        bad(
            "    exists NetworkInterfaceGroup( groupId == $groupId, account == $account )\n",
            "",
            "no condition"),
        bad("// Why", "\n// Why", "one blank line"),
        bad("must.opens(parameters", "must.opens(" + " ".repeat(60) + "parameters", "100 columns"),
        bad(
            "    @severity(LOW)\n    @resource(SecurityGroup)",
            "    @resource(SecurityGroup)\n    @severity(LOW)",
            "in this order"),
        bad("    @risk(\"Something may happen; to somebody.\")\n", "", "in this order"),
        bad("    @see(", "    @framework(\"CIS\")\n    @see(", "no others"),
        bad("    @risk(\"Something", "    @risk(\"Something\n", "one line"),
        bad("are good\")", "are good.\")", "no full stop"),
        bad("groups are good", "groups should be good", "should"),
        bad("\"Security groups are", "\"security groups are", "capital letter"),
        bad("or not.\")", "or not\")", "full stop"),
        bad("https://", "http://", "https URL"),
        bad(
            "must.opens(parameters.ports(\"sg-good\"",
            "must.opens(parameters.ports(\"sg-other\"",
            "say \"sg-good\""),
        bad(
            "must.opens(parameters.ports(\"sg-good\", \"ports\")) )\nthen\n    verdict.fail",
            "must.opens(parameters.ports(\"sg-good\", \"port\")) )\nthen\n    verdict.fail",
            "not declared"),
        bad(
            "parameters.bool(\"sg-good\", \"spare\")",
            "parameters.text(\"sg-good\", \"spare\")",
            "parameters.bool"),
        bad(
            "parameters.bool(\"sg-good\", \"spare\")",
            "parameters.bool(ID, \"spare\")",
            "is read as"),
        bad("parameters.bool(\"sg-good\", \"spare\")", "true", "no rule reads"),
        bad("    @severity(HIGH)", "    @severity(LOW)", "higher"),
        bad("    @severity(HIGH)\n", "", "extends it has one"),
        bad(" extends \"sg-good\"\n", "\n", "extends \"sg-good\""),
        bad("extends \"sg-good\"\n", "extends \"sg-other\"\n", "its own file"),
        bad("    @severity(HIGH)", "    @severity(HIGH)\n    @title(\"More\")", "other tags"),
        bad("        must.opens", "        may.opens", "asks must"),
        bad(
            "exists NetworkInterfaceGroup( groupId == $groupId, account == $account )",
            "exists GroupExposure( groupId == $groupId, account == $account,\n"
                + "        must.opensEverything )",
            "grades asks may"),
        bad(
            "        !must.opens(parameters.ports(\"sg-good\", \"ports\")) )",
            "        groupId != \"\" )",
            "excludes what is certain"),
        bad(
            "may.opens(parameters.ports(\"sg-good\", \"ports\")),\n        !must",
            "must",
            "asks may"),
        bad("$exposure.must()", "$exposure.may()", "no evidence"),
        bad(
            "must.opens(parameters.ports(\"sg-good\", \"ports\")) )\nthen\n    verdict.fail",
            "must.opensEverything )\nthen\n    verdict.fail",
            "add or complete"),
        bad(
            "SecurityGroup( isShared )",
            "SecurityGroup( $name : groupName, isShared )",
            "bind what is used"),
        bad(
            "$exposure : GroupExposure( groupId == $groupId, account == $account,\n        must",
            "Exposure : GroupExposure( groupId == $groupId, account == $account,\n        must",
            "a noun such as"),
        bad("end\n", "end", "one line feed", true),
        bad("end\n", "END\n", "no line \"end\"", true));
  }

  @Test
  void derivations_inBadForm_areNoticed() {
    assertThat(derivation("insert(GroupExposure.of($group));", "verdict.fail($group);"))
        .contains("starts with insert(");
    assertThat(derivation("@derives(GroupExposure)", "@title(\"Derives\")"))
        .contains("@derives(Type)");
    assertThat(derivation("when\n", "    salience 1\nwhen\n")).contains("no attributes");
  }

  private static String derivation(String good, String bad) {
    assertThat(DERIVATION).contains(good);
    return String.join(
        "\n", RuleStyle.problems("derived/group-exposure.drl", DERIVATION.replace(good, bad)));
  }

  private static List<String> problems(String text) {
    return RuleStyle.problems("securitygroups/sg-good.drl", text);
  }

  private static DynamicTest bad(String good, String bad, String told) {
    return bad(good, bad, told, false);
  }

  private static DynamicTest bad(String good, String bad, String told, boolean last) {
    return DynamicTest.dynamicTest(
        told + ": " + bad.strip(),
        () -> {
          assertThat(GOOD).contains(good);
          int at = last ? GOOD.lastIndexOf(good) : GOOD.indexOf(good);
          String broken = GOOD.substring(0, at) + bad + GOOD.substring(at + good.length());
          assertThat(String.join("\n", problems(broken))).contains(told);
        });
  }
}
