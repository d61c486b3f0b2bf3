package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import mkfsdfu.error.ExitCode;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.flash.Numbers;
import mkfsdfu.inspect.FoundVolume;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.TreeWalk;
import picocli.CommandLine.ParseResult;

/** Lists all that is in a directory of a volume, however deep. */
final class TreeCommand implements Command {
  /**
   * Deepest level that is drawn: a path that the board reaches has 127 characters, and so at most
   * 64 names. What lies deeper is counted; drawing it would take more than the volume has.
   */
  private static final int MOST_LEVELS = 64;

  private final Console console;

  TreeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "tree [OPTIONS] FILE [PATH]",
        "Lists all files of the volume in FILE, a .dfu or a raw FAT volume, as a tree.");
    InspectOptions.addFile(form);
    form.optionalParameter("PATH", "A directory in the volume; case does not matter.");
    InspectOptions.addTo(form);
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    InspectedFile file = InspectOptions.open(parsed, 0);
    FoundVolume volume = InspectOptions.volume(parsed, file);
    StoredEntry top = LsCommand.entry(volume, Values.parameter(parsed, 1));
    if (InspectOptions.json(parsed)) {
      console.json(json(file, top));
    } else {
      draw(top);
    }
    return ExitCode.OK;
  }

  private void draw(StoredEntry top) {
    console.line(EntryLine.size(top) + "  " + top.path());
    int files = top.isDirectory() ? 0 : 1;
    int directories = 0;
    int deeper = 0;
    long bytes = top.isDirectory() ? 0 : top.bytes();
    for (TreeWalk walk = new TreeWalk(top); walk.next(); ) {
      StoredEntry entry = walk.entry();
      if (entry.isDirectory()) {
        directories++;
      } else {
        files++;
        bytes += entry.bytes();
      }
      if (walk.depth() <= MOST_LEVELS) {
        console.line(EntryLine.size(entry) + "  " + branches(walk) + EntryLine.name(entry));
      } else {
        deeper++;
      }
    }
    if (deeper > 0) {
      console.line(deeper + " more lie deeper than " + MOST_LEVELS + " levels");
    }
    console.line(
        counted(files, "file", "files")
            + " ("
            + Numbers.kib(bytes)
            + ") in "
            + counted(directories, "directory", "directories"));
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }

  private static String branches(TreeWalk walk) {
    StringBuilder branches = new StringBuilder();
    for (int level = 1; level < walk.depth(); level++) {
      branches.append(walk.isLast(level) ? "    " : "|   ");
    }
    return branches.append(walk.isLast(walk.depth()) ? "`-- " : "|-- ").toString();
  }

  private static String json(InspectedFile file, StoredEntry top) {
    JsonStringWriter json = JsonWriter.indent("  ").string();
    json.object().value("file", file.name()).value("path", top.path());
    json.array("entries");
    if (!top.isDirectory()) {
      EntryJson.write(json, top);
    }
    for (TreeWalk walk = new TreeWalk(top); walk.next(); ) {
      EntryJson.write(json, walk.entry());
    }
    return json.end().end().done();
  }
}
