package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.CannotCreateFailure;
import mkfsdfu.error.ExitCode;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.Numbers;
import mkfsdfu.inspect.ExtractPlan;
import mkfsdfu.inspect.ExtractPlan.Refusal;
import mkfsdfu.inspect.FoundVolume;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.Part;
import picocli.CommandLine.ParseResult;

/** Takes files out of a volume, or an element or the volume itself out of a file. */
final class ExtractCommand implements Command {
  private final Console console;

  ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "extract [OPTIONS] FILE [PATH] -C DIR | FILE --volume -o OUT | FILE --element N -o OUT",
        "Takes files out of the volume in FILE, a .dfu or a raw FAT volume, with their times;"
            + " or the volume itself, or an element. Nothing is written outside DIR, whatever"
            + " the names in the volume are. Exit code 1 if something had to be left out.");
    InspectOptions.addFile(form);
    form.optionalParameter("PATH", "A file or directory in the volume (all of it).");
    form.value("DIR", "Write the files here.", "-C", "--directory");
    form.flag("Take out the volume as a raw file.", "--volume");
    form.value("N", "Take out an element, by its number in info.", "--element");
    form.value("OUT", "Write the volume or the element there.", "-o", "--output");
    form.flag("Replace files that are there.", "--force");
    InspectOptions.addTo(form);
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    String element = Values.text(parsed, "--element");
    boolean volume = parsed.hasMatchedOption("--volume");
    checkUse(parsed, element != null, volume);
    InspectedFile file = InspectOptions.open(parsed, 0);
    if (element != null) {
      return write(parsed, file, part(file, element).data());
    }
    FoundVolume found = InspectOptions.volume(parsed, file);
    return volume ? write(parsed, file, found.bytes()) : writeTree(parsed, file, found);
  }

  private static void checkUse(ParseResult parsed, boolean element, boolean volume) {
    boolean whole = element || volume;
    boolean directory = parsed.hasMatchedOption("--directory");
    if (element && volume) {
      throw new UsageFailure("--element", "and --volume are two different things", "give one");
    }
    if (whole && (directory || Values.parameter(parsed, 1) != null)) {
      throw new UsageFailure(
          element ? "--element" : "--volume",
          "makes one file, not files in a directory",
          "give -o OUT, and neither PATH nor -C");
    }
    if (whole != parsed.hasMatchedOption("--output")) {
      throw new UsageFailure(
          "--output",
          whole ? "is missing" : "is for --volume and --element",
          whole ? "give -o OUT" : "give -C DIR for files");
    }
    if (!whole && !directory) {
      throw new UsageFailure("--directory", "is missing", "say where to write with -C DIR");
    }
  }

  private static Part part(InspectedFile file, String number) {
    int count = file.parts().size();
    long wanted = Numbers.parse("--element", number, Integer.MAX_VALUE);
    if (wanted < 1 || wanted > count) {
      throw new UsageFailure(
          "--element",
          file.name()
              + " has "
              + count
              + (count == 1 ? " element" : " elements")
              + ", no "
              + wanted,
          "mkfsdfu info " + file.name() + " lists them");
    }
    return file.parts().get((int) wanted - 1);
  }

  private ExitCode write(ParseResult parsed, InspectedFile file, Bytes bytes) {
    Path path = Values.path(parsed, "--output");
    OutputFile output = OutputFile.at(path);
    boolean exists = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    if (exists && !parsed.hasMatchedOption("--force")) {
      throw new CannotCreateFailure(path.toString(), "exists", "--force replaces it");
    }
    output.write(List.of(bytes));
    if (InspectOptions.json(parsed)) {
      console
          .out()
          .println(
              JsonWriter.indent("  ")
                  .string()
                  .object()
                  .value("file", file.name())
                  .value("output", path.toString())
                  .value("bytes", bytes.length())
                  .end()
                  .done());
    } else {
      console.line(path + ": " + bytes.length() + " bytes");
    }
    return ExitCode.OK;
  }

  private ExitCode writeTree(ParseResult parsed, InspectedFile file, FoundVolume volume) {
    StoredEntry top = LsCommand.entry(volume, Values.parameter(parsed, 1));
    ExtractPlan plan = ExtractPlan.of(top, File.separatorChar == '\\');
    Path directory = Values.path(parsed, "--directory");
    ExtractedTree tree = new ExtractedTree(directory, parsed.hasMatchedOption("--force"));
    tree.write(plan);
    List<Refusal> refusals = new ArrayList<>(plan.refusals());
    refusals.addAll(tree.refusals());
    for (Refusal refusal : refusals) {
      console.say("warning: left out " + refusal.path() + ": " + refusal.why());
    }
    if (InspectOptions.json(parsed)) {
      console.json(json(file, directory, tree, refusals));
    } else {
      console.line(
          directory
              + ": "
              + tree.files()
              + (tree.files() == 1 ? " file" : " files")
              + " ("
              + Numbers.kib(tree.bytes())
              + ") written"
              + (refusals.isEmpty() ? "" : ", " + refusals.size() + " left out"));
    }
    return refusals.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
  }

  private static String json(
      InspectedFile file, Path directory, ExtractedTree tree, List<Refusal> refusals) {
    JsonStringWriter json = JsonWriter.indent("  ").string();
    json.object();
    json.value("file", file.name());
    json.value("directory", directory.toString());
    json.value("files", tree.files());
    json.value("directories", tree.directories());
    json.value("bytes", tree.bytes());
    json.array("refused");
    for (Refusal refusal : refusals) {
      json.object().value("path", refusal.path()).value("why", refusal.why()).end();
    }
    return json.end().end().done();
  }
}
