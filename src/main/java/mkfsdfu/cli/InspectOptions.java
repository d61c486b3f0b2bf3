package mkfsdfu.cli;

import java.nio.file.Path;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.flash.Address;
import mkfsdfu.inspect.FoundVolume;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.Knowledge;
import mkfsdfu.source.HostFile;
import picocli.CommandLine.ParseResult;

/** The options of all commands that look into a file. */
final class InspectOptions {
  private InspectOptions() {}

  /** Adds the file that is looked into, as the next parameter. */
  static void addFile(CommandForm form) {
    form.parameter("FILE", "A .dfu, or a raw FAT12 or FAT16 volume.");
  }

  static void addTo(CommandForm form) {
    form.value("ADDR", "Take the volume at ADDR, if there are several.", "--fs-addr");
    form.value("NAME", "The board it is for, if the firmware does not tell.", "--board");
    form.value("FILE", "A table with boards of your own.", "--board-file");
    form.flag("Print the facts as JSON (docs/json.md).", "--json");
  }

  /**
   * Reads what is known of boards.
   *
   * @throws mkfsdfu.error.UsageFailure if no board has the name that was given
   */
  static Knowledge knowledge(ParseResult parsed) {
    BoardCatalog catalog = BoardCatalog.load();
    Path own = Values.path(parsed, "--board-file");
    if (own != null) {
      catalog = catalog.with(own.toString(), HostFile.read(own));
    }
    String name = Values.text(parsed, "--board");
    BoardBuild board = name == null ? null : catalog.named("--board", name);
    return new Knowledge(catalog, board);
  }

  /** Reads the file that a parameter names. */
  static InspectedFile open(ParseResult parsed, int parameter) {
    Path path = Values.path("FILE", Values.parameter(parsed, parameter));
    return InspectedFile.read(path.toString(), HostFile.read(path), knowledge(parsed));
  }

  /** Returns the volume that is meant. */
  static FoundVolume volume(ParseResult parsed, InspectedFile file) {
    return file.volume(address(parsed));
  }

  /** Returns the address that was given, or null. */
  static Address address(ParseResult parsed) {
    String text = Values.text(parsed, "--fs-addr");
    return text == null ? null : Address.parse("--fs-addr", text);
  }

  static boolean json(ParseResult parsed) {
    return parsed.hasMatchedOption("--json");
  }
}
