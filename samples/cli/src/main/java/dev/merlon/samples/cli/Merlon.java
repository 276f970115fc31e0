/*
 * Copyright 2026 The Merlon Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.merlon.samples.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * {@code merlon scan | collect | evaluate | controls}: reads options, calls the library, prints.
 */
@Command(
    name = "merlon",
    description = "Judges how well an AWS account is hardened. Reads, never writes.",
    subcommands = {
      ScanCommand.class,
      CollectCommand.class,
      EvaluateCommand.class,
      ControlsCommand.class
    },
    versionProvider = Merlon.Version.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing failed at or above --fail-on",
      "1:something it needed failed: AWS, a rule file, a snapshot",
      "2:the call is wrong: an option, a name, a parameter",
      "3:findings at or above --fail-on",
      "4:incomplete, with --fail-on-incomplete and no such findings"
    },
    footer = {
      "",
      "Credentials, profile, Region and endpoint are those of the AWS SDK: AWS_PROFILE,",
      "AWS_REGION, AWS_ENDPOINT_URL, ~/.aws/config and the rest."
    })
public final class Merlon implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create(); // picocli sets it

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help and exits.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows the version and exits.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean version;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Logs what happens, and shows stack traces.")
  private boolean verbose;

  public static void main(String[] args) {
    // before the first logger is made
    boolean verbose =
        Arrays.asList(args).contains("--verbose") || Arrays.asList(args).contains("-v");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "off");
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(out, err, args);
    out.flush();
    System.exit(exitCode);
  }

  /** Runs one command; never throws and never exits. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Merlon merlon = new Merlon();
    CommandLine commandLine =
        new CommandLine(merlon)
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new Failures(() -> merlon.verbose));
    int exitCode = commandLine.execute(args);
    out.flush();
    err.flush();
    return exitCode;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: scan, collect, evaluate or controls");
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Merlon.class.getPackage().getImplementationVersion();
      return new String[] {"merlon " + (version == null ? "(not packaged)" : version)};
    }
  }
}
