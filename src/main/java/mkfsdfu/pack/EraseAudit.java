package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.EraseRules;
import mkfsdfu.flash.Region;

/**
 * Holds a plan against the board's erase sectors. Elements that were in the file already count too:
 * it is the whole file that is flashed.
 */
final class EraseAudit {
  private EraseAudit() {}

  /**
   * Checks a plan; of a board whose sectors are not known, nothing is guessed.
   *
   * @param file what the plan is called in messages
   * @param board the board, or null if it is not known
   * @param format the form of the file, which says how it is flashed
   * @return what there is to say about it
   * @throws DataFailure if flashing it would go wrong, unless objections are overruled
   */
  static List<Remark> check(
      String file, FlashPlan plan, BoardBuild board, FileFormat format, boolean overruled) {
    if (board == null || board.eraseMap().isUnknown()) {
      return List.of(Remark.detail("erase sectors were not checked: " + howToCheck(board)));
    }
    List<EraseRules.Flashed> flashed =
        format == FileFormat.HEX ? flashedAtOnce(plan, board.eraseMap()) : flashed(plan);
    List<String> findings = new ArrayList<>();
    for (EraseRules.Conflict conflict :
        EraseRules.conflicts(flashed, board.eraseMap(), board.name())) {
      findings.add(conflict.text());
    }
    Objections objections = new Objections(overruled);
    objections.raise(
        file,
        findings,
        "choose addresses in sectors of their own (mkfsdfu boards "
            + board.name()
            + "), or --force");
    return objections.remarks();
  }

  private static List<EraseRules.Flashed> flashed(FlashPlan plan) {
    List<EraseRules.Flashed> flashed = new ArrayList<>();
    for (PlannedElement planned : plan.byAddress()) {
      flashed.add(new EraseRules.Flashed(planned.described(), planned.element().region()));
    }
    return flashed;
  }

  /**
   * A .hex is erased for as a whole, so what stood in it may share sectors among itself. The volume
   * may not all the same: the board erases for it later.
   */
  private static List<EraseRules.Flashed> flashedAtOnce(FlashPlan plan, EraseMap map) {
    List<EraseRules.Flashed> flashed = new ArrayList<>();
    boolean afterForeign = false;
    for (PlannedElement planned : plan.byAddress()) {
      Region region = planned.element().region();
      boolean foreign = planned.role() == PlannedElement.Role.FOREIGN;
      int last = flashed.size() - 1;
      if (foreign
          && afterForeign
          && map.sharedSector(flashed.get(last).region(), region).isPresent()) {
        Address start = flashed.get(last).region().start();
        region = new Region(start, region.end() - start.value());
        flashed.remove(last);
      }
      flashed.add(new EraseRules.Flashed(planned.described(), region));
      afterForeign = foreign;
    }
    return flashed;
  }

  private static String howToCheck(BoardBuild board) {
    return board == null
        ? "the board is not known; --board NAME has them checked"
        : "those of "
            + board.name()
            + " are not known; a table with them, given with --board-file, has them checked";
  }
}
