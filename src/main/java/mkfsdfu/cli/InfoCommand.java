package mkfsdfu.cli;

import mkfsdfu.error.ExitCode;
import mkfsdfu.inspect.InspectedFile;
import picocli.CommandLine.ParseResult;

/** Says what is in a file. */
final class InfoCommand implements Command {
  private final Console console;

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "info [OPTIONS] FILE",
        "Says what is in FILE, a .dfu or a raw FAT volume: elements, firmware, volumes, and what"
            + " they look like in the board's flash.");
    InspectOptions.addFile(form);
    InspectOptions.addTo(form);
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
