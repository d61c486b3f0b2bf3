package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.board.FirmwareIdentity;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.FlashBytes;

/**
 * Which board it is: the one named, or the one that the firmware names.
 *
 * @param build the board and its build, or null if nothing tells
 * @param namedBy how it is known, for the summary; empty if it is not
 * @param remark a conflict that was overruled, or null
 */
record KnownBoard(BoardBuild build, String namedBy, Remark remark) {
  private static final KnownBoard UNKNOWN = new KnownBoard(null, "", null);

  /**
   * Settles it.
   *
   * @param name the board's name as given, or null
   * @param where the firmware's file, for messages
   * @param firmware the firmware's bytes
   * @param force whether a name that contradicts the firmware is taken all the same
   * @throws UsageFailure if no board has that name
   * @throws DataFailure if the firmware names another board
   */
  static KnownBoard of(
      BoardCatalog catalog, String name, String where, List<FlashBytes> firmware, boolean force) {
    FirmwareIdentity identity = FirmwareIdentity.of(catalog, firmware);
    if (name == null) {
      return named(where, identity);
    }
    BoardBuild build = find(catalog, name);
    List<BoardBuild> candidates = identity.candidates();
    if (candidates.isEmpty()) {
      return new KnownBoard(build, "named by --board", null);
    }
    for (BoardBuild candidate : candidates) {
      if (candidate.board().equals(build.board())) {
        // The firmware knows its own build better: a pyboard's may well be one for mboot.
        return new KnownBoard(sameBuild(candidates, build, candidate), "named by --board", null);
      }
    }
    String conflict =
        "the firmware is for " + candidates.get(0).name() + ", --board says " + build.name();
    if (!force) {
      throw new DataFailure(where, conflict, "leave --board out, or --force to insist on it");
    }
    return new KnownBoard(build, "named by --board", Remark.warning(where + ": " + conflict));
  }

  private static BoardBuild sameBuild(
      List<BoardBuild> candidates, BoardBuild build, BoardBuild otherwise) {
    for (BoardBuild candidate : candidates) {
      if (candidate.name().equals(build.name())) {
        return candidate;
      }
    }
    return otherwise;
  }

  private static KnownBoard named(String where, FirmwareIdentity identity) {
    Optional<BoardBuild> build = identity.build();
    if (build.isPresent()) {
      return new KnownBoard(build.get(), "named by the firmware", null);
    }
    if (!identity.isAmbiguous()) {
      return UNKNOWN;
    }
    List<String> names = new ArrayList<>();
    for (BoardBuild candidate : identity.candidates()) {
      names.add(candidate.name());
    }
    return new KnownBoard(
        null,
        "",
        Remark.note(
            where
                + ": the firmware may be for any of "
                + String.join(", ", names)
                + ", which keep their files differently; --board NAME says which it is"));
  }

  /**
   * Finds a board by name.
   *
   * @throws UsageFailure if there is none, naming the nearest
   */
  static BoardBuild find(BoardCatalog catalog, String name) {
    Optional<BoardBuild> build = catalog.find(name);
    if (build.isPresent()) {
      return build.get();
    }
    Optional<String> nearest = catalog.nearest(name);
    throw new UsageFailure(
        "--board",
        "no board is called '" + name + "'",
        nearest.isPresent()
            ? "did you mean " + nearest.get() + "?"
            : "mkfsdfu boards lists all of them");
  }
}
