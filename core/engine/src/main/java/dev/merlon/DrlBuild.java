/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * One run of the rule compiler.
 *
 * @param messages the errors; empty if there are none
 * @param thrown what the compiler threw, which says nothing of where
 */
record DrlBuild(Collection<Model> models, List<Message> messages, @Nullable Throwable thrown) {

  private static final AtomicLong MODULES = new AtomicLong();
  private static final Pattern NUMBERED = Pattern.compile("(\\d+)\\.drl");

  boolean succeeded() {
    return messages.isEmpty() && thrown == null;
  }

  /**
   * Compiles.
   *
   * @param texts of files, which messages name 0.drl, 1.drl, …
   */
  static DrlBuild of(ClassLoader loader, List<String> texts) {
    KieServices services = KieServices.get();
    ReleaseId id =
        services.newReleaseId("dev.merlon.compiled", "rules", "1." + MODULES.incrementAndGet());
    try {
      KieFileSystem folder = services.newKieFileSystem();
      folder.generateAndWritePomXML(id);
      for (int i = 0; i < texts.size(); i++) {
        folder.write("src/main/resources/" + i + ".drl", texts.get(i));
      }
      KieBuilder builder = services.newKieBuilder(folder, loader);
      builder.buildAll(ExecutableModelProject.class);
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      if (!errors.isEmpty()) {
        return new DrlBuild(List.of(), List.copyOf(errors), null);
      }
      CanonicalKieModule module = (CanonicalKieModule) builder.getKieModule();
      KieBaseModelImpl only =
          (KieBaseModelImpl)
              module.getKieModuleModel().getKieBaseModels().values().iterator().next();
      return new DrlBuild(module.getModelForKBase(only), List.of(), null);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      return new DrlBuild(List.of(), List.of(), e);
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }

  /** Which of the texts a message is about; -1 if it does not say. */
  static int indexOf(Message message) {
    Matcher number = NUMBERED.matcher(String.valueOf(message.getPath()));
    return number.find() ? Integer.parseInt(number.group(1)) : -1;
  }
}
