package mkfsdfu.board;

import java.util.List;

/**
 * A board with all builds that are known of it.
 *
 * @param name its directory in MicroPython's {@code ports/stm32/boards}
 * @param builds at least one, in the order of the table
 */
public record Board(String name, List<BoardBuild> builds) {
  /** Copies the list. */
  public Board {
    builds = List.copyOf(builds);
  }
}
