package mkfsdfu.fat;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import mkfsdfu.flash.Bytes;

/**
 * Checks a volume against every {@link Rule}, in one walk whose work and memory grow with the
 * volume's size alone, whatever it holds. Nothing is repaired.
 */
public final class VolumeCheck {
  private final Bytes volume;
  private final Geometry geometry;
  private final Findings findings = new Findings();
  private final AllocationTable table;
  private final ChainCheck chains;
  private final BitSet directoriesSeen = new BitSet();
  private final Deque<CheckedDirectory> unread = new ArrayDeque<>();

  private VolumeCheck(Bytes volume, Geometry geometry) {
    this.volume = volume;
    this.geometry = geometry;
    this.table = new AllocationTable(volume, geometry);
    this.chains = new ChainCheck(volume.length(), geometry, table, findings);
  }

  /**
   * Checks a volume for a board whose block size is not known.
   *
   * @param volume from the boot sector on; what follows the volume is ignored
   * @return what breaks a rule, nothing for a sound volume
   */
  public static List<Finding> check(Bytes volume) {
    return check(volume, 0);
  }

  /**
   * Checks a volume for a board.
   *
   * @param volume from the boot sector on; what follows the volume is ignored
   * @param blockBytes the board's block size in bytes; 0 if it is not known
   * @return what breaks a rule, nothing for a sound volume
   */
  public static List<Finding> check(Bytes volume, int blockBytes) {
    MountVerdict verdict = MountRules.judge(volume, blockBytes);
    if (!verdict.mounts()) {
      return List.of(verdict.finding());
    }
    VolumeCheck check = new VolumeCheck(volume, verdict.geometry());
    check.run();
    return check.findings.list();
  }

  private void run() {
    new TableCheck(volume, geometry, table, findings).run();
    LabelCheck labels = new LabelCheck(volume, findings);
    readDirectory(CheckedDirectory.ROOT, SlotOffsets.ofRoot(geometry), labels);
    labels.finish();
    while (!unread.isEmpty()) {
      CheckedDirectory directory = unread.remove();
      readDirectory(
          directory, SlotOffsets.of(geometry, volume.length(), directory.chain()), labels);
    }
    chains.findLost();
  }

  private void readDirectory(CheckedDirectory directory, SlotOffsets slots, LabelCheck labels) {
    DirectoryScan scan = new DirectoryScan(volume, slots);
    NameCheck names = new NameCheck(volume, findings);
    DotCheck dots = new DotCheck(directory, findings);
    while (scan.next()) {
      switch (scan.kind()) {
        case ENTRY -> readEntry(directory, scan, names);
        case DOT -> dots.add(scan);
        case LABEL -> labels.add(directory, scan);
        case DELETED -> {}
      }
      if (scan.longName().broken() != null) {
        names.addLongNameFault(directory.place(), scan);
      }
    }
    if (scan.longName().parts() > 0) {
      scan.longName().abandon();
      names.addLongNameFault(directory.place(), scan);
    }
    dots.finish();
    checkEnd(directory, scan, slots);
  }

  private void readEntry(CheckedDirectory directory, DirectoryScan scan, NameCheck names) {
    Place place = new Place(directory.place(), scan.name());
    names.add(place, scan);
    Chain chain = chains.add(place, scan);
    int first = scan.firstCluster();
    if (scan.isDirectory() && chains.isThere(chain) && !directoriesSeen.get(first)) {
      directoriesSeen.set(first);
      unread.add(new CheckedDirectory(place, first, directory.firstCluster(), chain));
    }
  }

  /**
   * Looks for slots in use after the end mark, and for slots past the last that the board reads.
   */
  private void checkEnd(CheckedDirectory directory, DirectoryScan scan, SlotOffsets slots) {
    int end = scan.offset();
    if (end >= 0 && volume.u8(end) != 0) {
      if (slots.next() >= 0) {
        findings.add(
            Rule.DIRECTORY_LENGTH,
            directory.place(),
            directory.firstCluster(),
            "more than " + DirectoryScan.MAX_SLOTS + " slots");
      }
      return;
    }
    for (int at = end; at >= 0; at = slots.next()) {
      if (volume.u8(at) != 0) {
        findings.add(
            Rule.AFTER_END,
            directory.place(),
            directory.firstCluster(),
            "a slot in use at " + at + ", after the end mark at " + end);
        return;
      }
    }
  }
}
