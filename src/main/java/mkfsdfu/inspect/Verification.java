package mkfsdfu.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.dfu.DfuReading;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.Finding;
import mkfsdfu.fat.VolumeCheck;
import mkfsdfu.flash.Bytes;

/**
 * What was found wrong with a file: its structure, its volumes, and how it fits its board.
 *
 * @param file what was recognised; null if the structure is too broken to say
 * @param problems in the order of the file; none if it is sound
 */
public record Verification(InspectedFile file, List<Problem> problems) {
  public Verification {
    problems = List.copyOf(problems);
  }

  /**
   * Verifies a file. Nothing is repaired, and no content of a .dfu or a raw volume is an error.
   *
   * @param name how messages call it
   * @throws DataFailure if it is of another form
   */
  public static Verification of(String name, Bytes bytes, Knowledge knowledge) {
    InspectedFile file;
    try {
      file = InspectedFile.read(name, bytes, knowledge);
    } catch (DataFailure e) {
      // To be of another form is no damage.
      OtherForm.refuse(name, bytes);
      return new Verification(
          null, List.of(Problem.of(FileRule.DFU_STRUCTURE, "", withoutName(name, e))));
    }
    List<Problem> problems = new ArrayList<>();
    if (file.dfu().isPresent() && !file.dfu().get().crcMatches()) {
      problems.add(Problem.of(FileRule.DFU_CRC, "", crc(file.dfu().get())));
    }
    for (FoundVolume volume : file.volumes()) {
      for (Finding finding : VolumeCheck.check(volume.bytes(), blockBytes(file, volume))) {
        problems.add(Problem.of(volume.where(), finding));
      }
    }
    for (UnmountableVolume broken : file.unmountable()) {
      problems.add(Problem.of(broken.where(), broken.finding()));
    }
    problems.addAll(BoardChecks.of(file));
    return new Verification(file, problems);
  }

  /** Returns what is wrong apart from the volumes' own structure: what everybody should hear. */
  public static List<Problem> warnings(InspectedFile file) {
    List<Problem> problems = new ArrayList<>();
    for (UnmountableVolume broken : file.unmountable()) {
      problems.add(Problem.of(broken.where(), broken.finding()));
    }
    problems.addAll(BoardChecks.of(file));
    return problems;
  }

  private static String withoutName(String name, DataFailure failure) {
    String line = failure.getMessage();
    return line.startsWith(name + ", ") ? line.substring(name.length() + 2) : line;
  }

  private static String crc(DfuReading dfu) {
    return "the CRC of the suffix is "
        + Long.toHexString(dfu.storedCrc())
        + ", expected "
        + Long.toHexString(dfu.computedCrc())
        + " for this content";
  }

  /** Only of a volume in the board's own place it is known which block size it must have. */
  private static int blockBytes(InspectedFile file, FoundVolume volume) {
    Optional<BoardBuild> board = file.board();
    boolean placed =
        volume.address() == null
            || (!file.filesystem().isEmpty()
                && volume.address().equals(file.filesystem().get(0).start()));
    return board.isPresent() && placed ? board.get().filesystem().blockBytes() : 0;
  }

  /** Tells whether there is damage, and not merely something unusual. */
  public boolean isDamaged() {
    for (Problem problem : problems) {
      if (problem.isDamage()) {
        return true;
      }
    }
    return false;
  }
}
