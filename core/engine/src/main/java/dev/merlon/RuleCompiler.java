/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * Compiles DRL text to executable models, and says of every rule that does not compile in which
 * file, rule and line it stands and what would do. Parses each file itself first: the compiler
 * stops at the first broken file and knows no line for most of its messages.
 */
final class RuleCompiler {

  private static final AtomicLong MODULES = new AtomicLong();

  private final ClassLoader loader;
  private final SortedMap<String, String> files;
  private final Set<String> problems = new LinkedHashSet<>();
  private final Map<String, DrlFile> parsed = new LinkedHashMap<>();

  /**
   * @param files the texts by the names that messages are to use
   */
  RuleCompiler(ClassLoader loader, SortedMap<String, String> files) {
    this.loader = loader;
    this.files = files;
  }

  RuleSource.Loaded compile() {
    files.forEach(this::parse);
    Collection<Model> models = parsed.isEmpty() ? List.of() : build();
    Map<String, RulePosition> positions = new LinkedHashMap<>();
    for (DrlFile file : parsed.values()) {
      for (RuleDescr rule : file.rules()) {
        positions.put(
            file.packageName() + "." + rule.getName(),
            new RulePosition(file.name(), rule.getLine()));
      }
    }
    return new RuleSource.Loaded(
        problems.isEmpty() ? List.copyOf(models) : List.of(), positions, List.copyOf(problems));
  }

  private void parse(String name, String text) {
    DrlParser parser = new DrlParser();
    PackageDescr content = null;
    try {
      content = parser.parse(false, text);
    } catch (DroolsParserException e) {
      problems.add(name + ": " + e.getMessage());
    }
    for (DroolsError error : parser.getErrors()) {
      int line = error.getLines().length == 0 ? 0 : error.getLines()[0];
      problems.add(new RulePosition(name, line) + ": syntax: " + error.getMessage());
    }
    if (content == null || parser.hasErrors()) {
      if (text.isBlank()) {
        problems.add(name + ": is empty; write a rule or remove the file");
      }
      return;
    }
    DrlFile file = new DrlFile(name, text, content, loader);
    List<String> found = file.problems();
    problems.addAll(found);
    if (found.isEmpty()) {
      parsed.put(name, file);
    }
  }

  private Collection<Model> build() {
    KieServices services = KieServices.get();
    ReleaseId id =
        services.newReleaseId("dev.merlon.compiled", "rules", "1." + MODULES.incrementAndGet());
    try {
      KieFileSystem folder = services.newKieFileSystem();
      folder.generateAndWritePomXML(id);
      List<DrlFile> inOrder = new ArrayList<>(parsed.values());
      for (int i = 0; i < inOrder.size(); i++) {
        folder.write("src/main/resources/" + i + ".drl", inOrder.get(i).text());
      }
      KieBuilder builder = services.newKieBuilder(folder, loader);
      builder.buildAll(ExecutableModelProject.class);
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      if (!errors.isEmpty()) {
        new CompilerMessages(inOrder, errors).explain(problems);
        return List.of();
      }
      CanonicalKieModule module = (CanonicalKieModule) builder.getKieModule();
      return module.getModelForKBase(
          (KieBaseModelImpl)
              module.getKieModuleModel().getKieBaseModels().values().iterator().next());
    } catch (RuntimeException | LinkageError e) {
      problems.add(
          String.join(", ", parsed.keySet()) + ": the rule compiler failed: " + describe(e));
      return List.of();
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }

  private static String describe(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
