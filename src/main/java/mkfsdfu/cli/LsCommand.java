package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.util.List;
import mkfsdfu.error.ExitCode;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.inspect.FoundVolume;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.VolumePath;
import picocli.CommandLine.ParseResult;

/** Lists a directory of a volume, in the order in which the board lists it. */
final class LsCommand implements Command {
  private final Console console;

  LsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "ls [OPTIONS] FILE [PATH]",
        "Lists a directory of the volume in FILE, a .dfu or a raw FAT volume: sizes, times and"
            + " names as the board has them.");
    InspectOptions.addFile(form);
    form.optionalParameter("PATH", "A path in the volume; case does not matter.");
    InspectOptions.addTo(form);
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    InspectedFile file = InspectOptions.open(parsed, 0);
    FoundVolume volume = InspectOptions.volume(parsed, file);
    StoredEntry found = entry(volume, Values.parameter(parsed, 1));
    List<StoredEntry> listed = found.isDirectory() ? found.children() : List.of(found);
    if (InspectOptions.json(parsed)) {
      console.json(json(file, found, listed));
      return ExitCode.OK;
    }
    for (StoredEntry entry : listed) {
      console.line(EntryLine.of(entry));
    }
    return ExitCode.OK;
  }

  /** Returns what stands at a path; the root if none is given. */
  static StoredEntry entry(FoundVolume volume, String path) {
    return VolumePath.find(volume.where(), volume.read(), path == null ? "/" : path);
  }

  private static String json(InspectedFile file, StoredEntry found, List<StoredEntry> listed) {
    JsonStringWriter json = JsonWriter.indent("  ").string();
    json.object().value("file", file.name()).value("path", found.path());
    json.array("entries");
    for (StoredEntry entry : listed) {
      EntryJson.write(json, entry);
    }
    return json.end().end().done();
  }
}
