package mkfsdfu.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What a command takes, as picocli is told. */
final class CommandForm {
  // No text has ${variables}: looking for them in all texts at every question costs 10 ms.
  private final CommandSpec spec = CommandSpec.create().name("mkfsdfu").interpolateVariables(false);

  private int parameters;

  CommandForm() {
    spec.usageMessage().sortOptions(false).abbreviateSynopsis(true).width(100);
  }

  /** Says how the command is called, and in one sentence what it does. */
  void synopsis(String synopsis, String description) {
    spec.usageMessage().customSynopsis("mkfsdfu " + synopsis).description(description);
  }

  /** Says what stands below the options. */
  void footer(String... lines) {
    spec.usageMessage().footer(lines);
  }

  /** The next parameter, which must be given. */
  void parameter(String label, String description) {
    addParameter(PositionalParamSpec.builder().arity("1").required(true), label, description);
  }

  /** The next parameter, which may be left out. */
  void optionalParameter(String label, String description) {
    addParameter(PositionalParamSpec.builder().arity("0..1"), label, description);
  }

  private void addParameter(
      PositionalParamSpec.Builder parameter, String label, String description) {
    parameter.index(String.valueOf(parameters)).paramLabel(label).type(String.class);
    spec.addPositional(parameter.description(description).build());
    parameters++;
  }

  /** An option without a value. */
  void flag(String description, String... names) {
    add(OptionSpec.builder(names).arity("0").type(boolean.class), description);
  }

  /** An option with one value. */
  void value(String label, String description, String... names) {
    add(withValue(label, names).type(String.class), description);
  }

  /** An option with one value that may be given several times. */
  void values(String label, String description, String... names) {
    add(withValue(label, names).type(List.class).auxiliaryTypes(String.class), description);
  }

  /** The option that asks for help. */
  void help(String description, String... names) {
    add(OptionSpec.builder(names).usageHelp(true), description);
  }

  /** The option that asks for the version. */
  void version(String description, String... names) {
    add(OptionSpec.builder(names).versionHelp(true), description);
  }

  private static OptionSpec.Builder withValue(String label, String... names) {
    return OptionSpec.builder(names).arity("1").paramLabel(label);
  }

  private void add(OptionSpec.Builder option, String description) {
    spec.addOption(option.description(description).build());
  }

  /** Returns what picocli is told. */
  CommandSpec spec() {
    return spec;
  }
}
