package mkfsdfu.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.ExitCode;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.pack.MapModule;
import mkfsdfu.pack.PackRequest;
import mkfsdfu.pack.PackResult;
import mkfsdfu.pack.Packer;
import mkfsdfu.pack.Remark;
import picocli.CommandLine.ParseResult;

/** The main job: a directory goes into a firmware's .dfu as a FAT volume. */
final class PackCommand implements Command {
  private final Console console;

  PackCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "[OPTIONS] DIR FW.dfu",
        "Builds a FAT volume from DIR, as the board's own driver would have written it, and"
            + " puts it into FW.dfu at the address of the board's filesystem.");
    form.parameter("DIR", "The directory whose files go onto the board.");
    form.parameter(
        "FW.dfu", "The firmware, a .dfu, .dfu.gz or .hex. Made new, with a warning, if missing.");
    PackOptions.addTo(form);
    form.footer(PackOptions.FOOTER);
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    Path target = PackOptions.output(parsed);
    PackRequest request = PackOptions.request(parsed, target, console.environment());
    refuseSwapped(request);
    boolean dryRun = parsed.hasMatchedOption("--dry-run");
    OutputFile output = OutputFile.at(target);
    Path mapFile = MapOptions.file(parsed);
    OutputFile mapOutput = mapFile == null ? null : OutputFile.at(mapFile);
    refuseOverwriting(request, output, mapOutput);
    PackResult result = Packer.pack(request);
    if (!request.output().inPlace()) {
      Overwriting.refuseSource(output, result.excluded());
    }
    remark(
        result.remarks(), parsed.hasMatchedOption("--quiet"), parsed.hasMatchedOption("--verbose"));
    if (dryRun) {
      result.proof().run();
    } else {
      write(result, output, mapOutput, mapFile);
    }
    report(parsed, target, result, dryRun);
    return ExitCode.OK;
  }

  private static void refuseOverwriting(PackRequest request, OutputFile output, OutputFile map) {
    if (!request.output().inPlace()) {
      Overwriting.refuseInputs(output, request);
    }
    if (map != null) {
      if (map.isSameAs(output)) {
        throw new UsageFailure(
            "--map", map.named() + " is the file that is written", "name another");
      }
      Overwriting.refuseInputs(map, request);
      Overwriting.refuseSource(map, request.source().directory());
    }
  }

  /** Moves both files only once both are written. */
  private static void write(PackResult result, OutputFile output, OutputFile mapOutput, Path map) {
    try (PreparedFile prepared = output.prepare(result.pieces(), result.proof());
        PreparedFile preparedMap =
            mapOutput == null ? null : mapOutput.prepare(List.of(text(result, map)))) {
      result.proof().lastLook();
      PreparedFile.moveIntoPlace(
          preparedMap == null ? List.of(prepared) : List.of(prepared, preparedMap));
    }
  }

  private static Bytes text(PackResult result, Path map) {
    return MapOptions.isJson(map) ? MapJson.text(result.map()) : MapModule.text(result.map());
  }

  private static void refuseSwapped(PackRequest request) {
    Path directory = request.source().directory();
    if (Files.isDirectory(request.firmware()) && Files.isRegularFile(directory)) {
      throw new UsageFailure(
          directory.toString(),
          "is a file, and " + request.firmware() + " a directory",
          "give the directory first: mkfsdfu " + request.firmware() + " " + directory);
    }
  }

  private void remark(List<Remark> remarks, boolean quiet, boolean verbose) {
    for (Remark remark : remarks) {
      switch (remark.level()) {
        case WARNING -> console.say("warning: " + remark.text());
        case NOTE -> sayIf(!quiet, remark.text());
        case DETAIL -> sayIf(verbose, remark.text());
      }
    }
  }

  private void sayIf(boolean wanted, String text) {
    if (wanted) {
      console.say("note: " + text);
    }
  }

  private void report(ParseResult parsed, Path target, PackResult result, boolean dryRun) {
    boolean quiet = parsed.hasMatchedOption("--quiet");
    boolean verbose = parsed.hasMatchedOption("--verbose");
    if (parsed.hasMatchedOption("--json")) {
      console.json(PackJson.text(target, result, dryRun));
      return;
    }
    if (quiet) {
      return;
    }
    new PackSummary(console, target, result).print(verbose, dryRun);
  }
}
