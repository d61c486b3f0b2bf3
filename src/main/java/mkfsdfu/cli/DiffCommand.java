package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.ExitCode;
import mkfsdfu.inspect.Change;
import mkfsdfu.inspect.Comparison;
import mkfsdfu.source.SourceTree;
import picocli.CommandLine.ParseResult;

/** Says how two files differ, or a file and a directory. */
final class DiffCommand implements Command {
  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "diff [OPTIONS] A B",
        "Compares what is in two volumes, or in a volume and a directory: files added, removed,"
            + " changed; of two .dfu files the other elements too. Exit code 1 if anything"
            + " differs.");
    form.parameter("A", "A .dfu, a raw FAT volume, or a directory.");
    form.parameter("B", "The same, to compare with.");
    form.flag("Compare the files' times too.", "--times");
    InspectOptions.addTo(form);
    SourceOptions.addTo(form);
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    Comparison.Side one = side(parsed, 0);
    Comparison.Side other = side(parsed, 1);
    List<Change> changes = Comparison.of(one, other, parsed.hasMatchedOption("--times"));
    if (InspectOptions.json(parsed)) {
      JsonStringWriter json = JsonWriter.indent("  ").string();
      json.object().value("one", one.name()).value("other", other.name());
      json.value("same", changes.isEmpty());
      ChangeLines.write(json, changes);
      console.json(json.end().done());
    } else {
      ChangeLines.print(console, changes);
    }
    return changes.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
  }

  private Comparison.Side side(ParseResult parsed, int parameter) {
    Path path = path(parsed, parameter);
    if (Files.isDirectory(path)) {
      return new Comparison.DirectorySide(
          path.toString(),
          SourceTree.scan(
              SourceOptions.request(
                  parsed, path, path(parsed, 1 - parameter), console.environment())));
    }
    return new Comparison.FileSide(
        InspectOptions.open(parsed, parameter), InspectOptions.address(parsed));
  }

  private static Path path(ParseResult parsed, int parameter) {
    return Values.path(parameter == 0 ? "A" : "B", Values.parameter(parsed, parameter));
  }
}
