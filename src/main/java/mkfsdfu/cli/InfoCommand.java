package mkfsdfu.cli;

import mkfsdfu.error.ExitCode;
import mkfsdfu.inspect.InspectedFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says what is in a file. */
final class InfoCommand implements Command {
  private final Console console;

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "info [OPTIONS] FILE",
            "Says what is in FILE, a .dfu or a raw FAT volume: elements, firmware, volumes, and what"
                + " they look like in the board's flash.");
    spec.addPositional(Specs.parameter(0, "FILE", "A .dfu, or a raw FAT12 or FAT16 volume."));
    InspectOptions.addTo(spec);
    return spec;
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    InspectedFile file = InspectOptions.open(parsed, 0);
    if (InspectOptions.json(parsed)) {
      console.json(InfoJson.text(file));
    } else {
      new InfoText(console, file).print();
    }
    return ExitCode.OK;
  }
}
