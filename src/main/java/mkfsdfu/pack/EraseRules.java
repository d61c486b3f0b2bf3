package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Region;

/**
 * What a programmer does to a board's erase sectors. pydfu.py erases for each element every sector
 * that it touches: of two elements in one sector, the second wipes the first. What lies in no
 * sector is written unerased, or not at all.
 */
final class EraseRules {
  private static final Region EMPTY = new Region(new Address(0), 0);

  private EraseRules() {}

  /** Returns what would go wrong, a line each; none if the board can be flashed with any tool. */
  static List<String> findings(FlashPlan plan, EraseMap map, String board) {
    List<String> findings = new ArrayList<>();
    PlannedElement before = null;
    for (PlannedElement element : plan.byAddress()) {
      Region region = element.element().region();
      if (region.bytes() == 0) {
        continue;
      }
      if (!map.covers(region)) {
        findings.add(element.described() + leaves(map, region, board));
      }
      Region last = before == null ? EMPTY : before.element().region();
      Optional<Region> shared = map.sharedSector(last, region);
      if (shared.isPresent()) {
        findings.add(
            element.described()
                + " shares the erase sector "
                + shared.get()
                + " with "
                + before.described()
                + ": flashing one wipes the other");
      }
      before = element;
    }
    return findings;
  }

  private static String leaves(EraseMap map, Region region, String board) {
    Optional<Region> flash = map.flashAt(region.start());
    return flash.isPresent()
        ? " passes the end of the flash of " + board + ", " + flash.get()
        : " lies in no flash of " + board;
  }
}
