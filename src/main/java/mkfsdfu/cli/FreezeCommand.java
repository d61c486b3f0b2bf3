package mkfsdfu.cli;

import java.nio.file.Path;
import mkfsdfu.error.ExitCode;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Numbers;
import mkfsdfu.pack.FrozenModule;
import mkfsdfu.pack.ModuleName;
import mkfsdfu.source.SourceRequest;
import mkfsdfu.source.SourceTree;
import picocli.CommandLine.ParseResult;

/** Makes a Python module of a directory's files, to be frozen into the firmware. */
final class FreezeCommand implements Command {
  private static final String OUTPUT = "--output";

  private final Console console;

  FreezeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "freeze [OPTIONS] DIR -o module.py",
        "Makes a Python module of the files in DIR. Frozen into the firmware by its manifest,"
            + " freeze(\"DIRECTORY\", \"module.py\"), they stay in flash: view(path) is a"
            + " memoryview of a file, read(path) its bytes, paths() names all.");
    form.parameter("DIR", "The directory with the data.");
    form.value("FILE", "Write the module there.", "-o", OUTPUT);
    SourceOptions.addFiles(form);
    form.flag("Print nothing but failures.", "-q", "--quiet");
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    Path module = module(Values.path(parsed, OUTPUT));
    Path directory = Values.path("DIR", Values.parameter(parsed, 0));
    OutputFile output = OutputFile.at(module);
    SourceRequest request = SourceOptions.request(parsed, directory, module, console.environment());
    Overwriting.refuseInputs(output, request);
    SourceTree tree = SourceTree.scan(request);
    Overwriting.refuseSource(output, tree.excluded());
    output.write(FrozenModule.pieces(tree.root()));
    if (!parsed.hasMatchedOption("--quiet")) {
      String files = tree.files() == 1 ? " file, " : " files, ";
      console.line(module + ": " + tree.files() + files + Numbers.kib(tree.bytes()));
      console.line("in the manifest: " + freeze(module));
    }
    return ExitCode.OK;
  }

  private static String freeze(Path module) {
    Path folder = module.toAbsolutePath().normalize().getParent();
    return "freeze(" + quoted(folder) + ", " + quoted(module.getFileName()) + ")";
  }

  private static String quoted(Path path) {
    return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Demands a name that can be imported. */
  private static Path module(Path file) {
    if (file == null) {
      throw new UsageFailure("--output", "is missing", "give -o module.py");
    }
    ModuleName.demand("--output", String.valueOf(file.getFileName()));
    return file;
  }
}
