package mkfsdfu.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a programmer does to a board's erase sectors. pydfu.py erases for each element every sector
 * that it touches: of two elements in one sector, the second wipes the first. What lies in no
 * sector is written unerased, or not at all.
 */
public final class EraseRules {
  private static final Region EMPTY = new Region(new Address(0), 0);

  private EraseRules() {}

  /**
   * Something that is flashed.
   *
   * @param name what messages call it
   * @param region where it lies
   */
  public record Flashed(String name, Region region) {}

  /** How flashing goes wrong. */
  public enum Kind {
    /** Something is flashed to where there is no sector. */
    OUTSIDE,
    /** Two share a sector. */
    SHARED
  }

  /**
   * One thing that would go wrong.
   *
   * @param kind how
   * @param text the same in words
   */
  public record Conflict(Kind kind, String text) {}

  /**
   * Returns what would go wrong; nothing if the board can be flashed with any tool.
   *
   * @param flashed all that is flashed, by ascending address
   * @param map the board's sectors
   * @param board the board's name
   */
  public static List<Conflict> conflicts(List<Flashed> flashed, EraseMap map, String board) {
    List<Conflict> conflicts = new ArrayList<>();
    Flashed before = new Flashed("", EMPTY);
    for (Flashed next : flashed) {
      Region region = next.region();
      if (region.bytes() == 0) {
        continue;
      }
      if (!map.covers(region)) {
        conflicts.add(new Conflict(Kind.OUTSIDE, next.name() + leaves(map, region, board)));
      }
      Optional<Region> shared = map.sharedSector(before.region(), region);
      if (shared.isPresent()) {
        conflicts.add(
            new Conflict(
                Kind.SHARED,
                next.name()
                    + " shares the erase sector "
                    + shared.get()
                    + " with "
                    + before.name()
                    + ": flashing one wipes the other"));
      }
      before = next;
    }
    return conflicts;
  }

  private static String leaves(EraseMap map, Region region, String board) {
    Optional<Region> flash = map.flashAt(region.start());
    return flash.isPresent()
        ? " passes the end of the flash of " + board + ", " + flash.get()
        : " lies in no flash of " + board;
  }
}
