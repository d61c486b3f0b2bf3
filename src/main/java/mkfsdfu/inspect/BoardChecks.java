package mkfsdfu.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.Reach;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.EraseRules;
import mkfsdfu.flash.Partition;

/** Holds a file against its board. Of an unknown board nothing is guessed. */
final class BoardChecks {
  /** Where ROM loader and mboot expect internal flash; others are option bytes and the like. */
  private static final int FLASH_SETTING = 0;

  private final InspectedFile file;
  private final List<Problem> problems = new ArrayList<>();

  private BoardChecks(InspectedFile file) {
    this.file = file;
  }

  static List<Problem> of(InspectedFile file) {
    BoardChecks checks = new BoardChecks(file);
    if (file.board().isPresent()) {
      checks.checkVolumes(file.board().get());
      checks.checkSectors(file.board().get());
    }
    return checks.problems;
  }

  private void checkVolumes(BoardBuild board) {
    if (file.volumes().isEmpty()) {
      return;
    }
    if (board.reach() instanceof Reach.Unreachable no) {
      problems.add(Problem.of(FileRule.BOARD_REACH, file.volumes().get(0).where(), no.reason()));
      return;
    }
    Partition partition = ((Reach.Reachable) board.reach()).partition();
    boolean placed = false;
    for (FoundVolume volume : file.volumes()) {
      if (isPlaced(volume, partition)) {
        placed = true;
        checkSize(volume, partition, board);
      }
    }
    if (!placed) {
      problems.add(
          Problem.of(
              FileRule.BOARD_ADDRESS,
              file.volumes().get(0).where(),
              board.name() + " looks for its filesystem at " + partition.start()));
    }
  }

  /** A raw volume has no address: it is for wherever the board keeps its files. */
  private static boolean isPlaced(FoundVolume volume, Partition partition) {
    return volume.address() == null || volume.address().equals(partition.start());
  }

  private void checkSize(FoundVolume volume, Partition partition, BoardBuild board) {
    long bytes = volume.summary().geometry().volumeBytes();
    if (bytes > partition.bytes()) {
      problems.add(
          Problem.of(
              FileRule.BOARD_PARTITION,
              volume.where(),
              "the volume has "
                  + bytes
                  + " bytes, the partition of "
                  + board.name()
                  + " has "
                  + partition.bytes()));
    }
  }

  private void checkSectors(BoardBuild board) {
    EraseMap map = board.eraseMap();
    if (map.isUnknown()) {
      return;
    }
    List<EraseRules.Flashed> flashed = new ArrayList<>();
    for (Part part : file.parts()) {
      if (part.hasAddress() && part.alternateSetting() == FLASH_SETTING) {
        flashed.add(new EraseRules.Flashed(part.described(), part.region()));
      }
    }
    flashed.sort(Comparator.comparing(part -> part.region().start()));
    for (EraseRules.Conflict conflict : EraseRules.conflicts(flashed, map, board.name())) {
      FileRule rule =
          conflict.kind() == EraseRules.Kind.SHARED
              ? FileRule.ERASE_SHARED
              : FileRule.ERASE_OUTSIDE;
      problems.add(Problem.of(rule, "", conflict.text()));
    }
  }
}
