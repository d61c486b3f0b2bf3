package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.board.FirmwareIdentity;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;

/**
 * Which board it is: the one named, or the one that a firmware names.
 *
 * @param build the board and its build, or null if nothing tells
 * @param namedBy how it is known, for the summary; empty if it is not
 * @param doubtful names of the builds between which the firmware leaves a doubt; often none
 */
record KnownBoard(BoardBuild build, String namedBy, List<String> doubtful) {
  private static final String NAMED = "named by ";

  /**
   * What a firmware says of itself.
   *
   * @param by the firmware, as messages call it
   * @param identity what it says
   */
  record Witness(String by, FirmwareIdentity identity) {
    /** Tells whether a board is among those that the firmware may be for. */
    boolean mayBeFor(String board) {
      List<BoardBuild> candidates = identity.candidates();
      for (int i = 0; i < candidates.size(); i++) {
        if (candidates.get(i).board().equals(board)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Settles it.
   *
   * @param name the board's name as given, or null
   * @param where the firmware's file, for messages
   * @param witnesses the firmwares at hand, the most trusted first
   * @throws UsageFailure if no board has that name
   * @throws DataFailure if they contradict each other, and objections are not overruled
   */
  static KnownBoard of(
      BoardCatalog catalog,
      String name,
      String where,
      List<Witness> witnesses,
      Objections objections) {
    Witness witness = null;
    for (int i = 0; i < witnesses.size(); i++) {
      Witness next = witnesses.get(i);
      if (next.identity().candidates().isEmpty()) {
        continue;
      }
      if (witness == null) {
        witness = next;
      } else if (!witness.mayBeFor(next.identity().candidates().get(0).board())) {
        objections.raise(
            where,
            contradiction(witness, next.by(), next.identity().candidates().get(0)),
            "give the ELF file of this firmware, or --force to insist on it");
      }
    }
    if (name != null) {
      return named(catalog.named("--board", name), where, witness, objections);
    }
    return witness == null ? new KnownBoard(null, "", List.of()) : recognised(witness);
  }

  private static KnownBoard named(
      BoardBuild build, String where, Witness witness, Objections objections) {
    KnownBoard asNamed = new KnownBoard(build, NAMED + "--board", List.of());
    if (witness == null) {
      return asNamed;
    }
    BoardBuild sameBoard = null;
    for (BoardBuild candidate : witness.identity().candidates()) {
      if (candidate.name().equals(build.name())) {
        return asNamed;
      }
      if (sameBoard == null && candidate.board().equals(build.board())) {
        sameBoard = candidate;
      }
    }
    if (sameBoard != null && (build.isDefault() || build.isLike(sameBoard))) {
      // Of the builds of a board the firmware knows better: a pyboard's may well be one for mboot.
      return new KnownBoard(sameBoard, NAMED + "--board and " + witness.by(), List.of());
    }
    objections.raise(
        where,
        contradiction(witness, "--board", build),
        "leave --board out, or --force to insist on it");
    return asNamed;
  }

  private static String contradiction(Witness witness, String other, BoardBuild build) {
    return witness.by()
        + " is for "
        + witness.identity().candidates().get(0).name()
        + ", "
        + other
        + " says "
        + build.name();
  }

  private static KnownBoard recognised(Witness witness) {
    Optional<BoardBuild> build = witness.identity().build();
    if (build.isPresent()) {
      return new KnownBoard(build.get(), NAMED + witness.by(), List.of());
    }
    List<String> names = new ArrayList<>();
    for (BoardBuild candidate : witness.identity().candidates()) {
      names.add(candidate.name());
    }
    return new KnownBoard(null, "", names);
  }

  /** Returns the doubt that a firmware leaves; empty if there is none. */
  String doubt() {
    return doubtful.isEmpty()
        ? ""
        : "the firmware may be for any of "
            + String.join(", ", doubtful)
            + ", which keep their files differently";
  }
}
