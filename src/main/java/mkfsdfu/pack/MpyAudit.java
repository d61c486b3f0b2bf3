package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.MicroPythonVersion;
import mkfsdfu.board.MpyHeader;
import mkfsdfu.board.MpyLoader;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.Placement;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeEntry;
import mkfsdfu.fat.WrittenVolume;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;

/** Finds the precompiled modules that the firmware would refuse to import. */
final class MpyAudit {
  private static final String ENDING = ".mpy";

  /** Files listed in one failure; the rest are counted. */
  private static final int MOST_LISTED = 20;

  private MpyAudit() {}

  /**
   * Checks every .mpy file of a volume.
   *
   * @param where what the tree is called in messages
   * @param code what may be the firmware
   * @param board the board, or null if it is not known
   * @return what there is to say about them
   * @throws DataFailure if some would be refused, unless objections are overruled
   */
  static List<Remark> check(
      String where,
      VolumeDirectory root,
      WrittenVolume volume,
      List<FlashBytes> code,
      BoardBuild board,
      boolean overruled) {
    if (!holdsAny(root)) {
      return List.of();
    }
    Optional<MicroPythonVersion> release = MicroPythonVersion.of(code);
    MpyLoader loader = release.isPresent() ? MpyLoader.of(release.get(), board).orElse(null) : null;
    List<String> findings = new ArrayList<>();
    int found = 0;
    for (Placement file : volume.placements()) {
      if (isModule(file.path())) {
        String objection = objection(volume.bytes().slice(file.offset(), file.bytes()), loader);
        if (!objection.isEmpty() && ++found <= MOST_LISTED) {
          findings.add(file.path() + ": " + objection);
        }
      }
    }
    if (found > MOST_LISTED) {
      findings.add("and " + (found - MOST_LISTED) + " more");
    }
    Objections objections = new Objections(overruled);
    objections.raise(
        where, findings, "compile with the firmware's own mpy-cross, or --force to keep them");
    List<Remark> remarks = new ArrayList<>(objections.remarks());
    if (loader == null) {
      remarks.add(Remark.detail("versions of .mpy files were not checked: " + why(release)));
    }
    return remarks;
  }

  private static String why(Optional<MicroPythonVersion> release) {
    return release.isPresent()
        ? "which " + release.get() + " loads is not known"
        : "the firmware does not say which MicroPython it is";
  }

  private static String objection(Bytes file, MpyLoader loader) {
    Optional<MpyHeader> header = MpyHeader.read(file);
    if (header.isEmpty()) {
      return "no .mpy file, which begins with M and its version";
    }
    return loader == null ? "" : loader.objection(header.get()).orElse("");
  }

  private static boolean holdsAny(VolumeDirectory directory) {
    for (VolumeEntry entry : directory.entries()) {
      if (entry instanceof VolumeDirectory child ? holdsAny(child) : isModule(entry.name())) {
        return true;
      }
    }
    return false;
  }

  /** The board's filesystem does not tell case apart. */
  private static boolean isModule(String path) {
    return path.regionMatches(true, path.length() - ENDING.length(), ENDING, 0, ENDING.length());
  }
}
