package mkfsdfu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mkfsdfu.board.Board;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.error.ExitCode;
import mkfsdfu.source.HostFile;
import picocli.CommandLine.ParseResult;

/** Says what is known of the boards: all of them in a list, or one with all its builds. */
final class BoardsCommand implements Command {
  private final Console console;

  BoardsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void describe(CommandForm form) {
    form.synopsis(
        "boards [OPTIONS] [NAME]",
        "Lists the boards that are known, or shows one: its builds, where each keeps its"
            + " filesystem, and whether a volume can be flashed there.");
    form.optionalParameter("NAME", "A board or one of its builds: PYBV11, PYBV11-mboot, PYBv1.1.");
    form.value("FILE", "A table with boards of your own, which stand first.", "--board-file");
    form.flag("Print the facts as JSON.", "--json");
  }

  @Override
  public ExitCode run(ParseResult parsed) {
    BoardCatalog catalog = catalog(Values.text(parsed, "--board-file"));
    String name = Values.parameter(parsed, 0);
    List<BoardBuild> builds = name == null ? all(catalog) : named(catalog, name);
    if (parsed.hasMatchedOption("--json")) {
      console.json(BoardsJson.text(builds));
    } else if (name == null) {
      BoardList.print(console, builds);
    } else {
      BoardSheet.print(console, builds);
    }
    return ExitCode.OK;
  }

  private static BoardCatalog catalog(String file) {
    BoardCatalog catalog = BoardCatalog.load();
    if (file == null) {
      return catalog;
    }
    Path path = Values.path("--board-file", file);
    return catalog.with(file, HostFile.read(path));
  }

  private static List<BoardBuild> all(BoardCatalog catalog) {
    List<BoardBuild> builds = new ArrayList<>();
    for (Board board : catalog.boards()) {
      builds.addAll(board.builds());
    }
    return builds;
  }

  /** Returns all builds of the board that is meant, or the one build that was asked for by name. */
  private static List<BoardBuild> named(BoardCatalog catalog, String name) {
    BoardBuild build = catalog.named("boards", name);
    if (!build.name().equals(build.board())) {
      return List.of(build);
    }
    for (Board board : catalog.boards()) {
      if (board.name().equals(build.board())) {
        return board.builds();
      }
    }
    return List.of(build);
  }
}
