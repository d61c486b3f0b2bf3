package mkfsdfu.fat;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import mkfsdfu.flash.Bytes;

/**
 * Reads a volume as the board's driver (FatFs R0.13c) reads it, whatever the volume holds: what is
 * damaged is read as far as the driver gets. Work and memory grow with the volume's size alone.
 */
public final class VolumeReader {
  private final StoredVolume volume;
  private final Chains chains;
  private final BitSet directoriesRead = new BitSet();
  private final Deque<StoredEntry> unread = new ArrayDeque<>();
  private final Deque<Chain> unreadChains = new ArrayDeque<>();

  private VolumeReader(StoredVolume volume) {
    this.volume = volume;
    // Files that share clusters read well on the board; but 65536 files of one big chain must not
    // become 65536 big files here, nor a short dump more than it holds twice.
    this.chains =
        new Chains(
            new AllocationTable(volume.bytes(), volume.geometry()),
            volume.geometry().clustersWithin(volume.bytes().length()));
  }

  /**
   * Reads a volume's tree.
   *
   * @param where the volume's file and place, for messages
   * @param bytes from the boot sector on; what follows the volume is ignored
   * @throws mkfsdfu.error.DataFailure if it is not a FAT12 or FAT16 volume that a board mounts
   */
  public static StoredVolume read(String where, Bytes bytes) {
    VolumeSummary summary = summary(bytes, MountRules.mount(where, bytes));
    VolumeReader reader = new VolumeReader(new StoredVolume(where, bytes, summary));
    reader.readTree();
    return reader.volume;
  }

  /**
   * Recognises a volume and sums it up, reading no more than its FAT and root directory.
   *
   * @return nothing if a board would not mount it as FAT12 or FAT16
   */
  public static Optional<VolumeSummary> recognise(Bytes bytes) {
    MountVerdict verdict = MountRules.judge(bytes);
    return verdict.mounts() ? Optional.of(summary(bytes, verdict.geometry())) : Optional.empty();
  }

  private static VolumeSummary summary(Bytes bytes, Geometry geometry) {
    AllocationTable table = new AllocationTable(bytes, geometry);
    return new VolumeSummary(
        geometry,
        label(bytes, geometry),
        (int) bytes.u32(39),
        table.usedClusters(),
        table.lastUsedCluster());
  }

  private static String label(Bytes bytes, Geometry geometry) {
    DirectoryScan scan = new DirectoryScan(bytes, SlotOffsets.ofRoot(geometry));
    while (scan.next()) {
      if (scan.kind() == DirectoryScan.Kind.LABEL) {
        return CodePage437.decodePadded(bytes, scan.offset(), 11);
      }
    }
    return "";
  }

  private void readTree() {
    readDirectory(volume.root(), SlotOffsets.ofRoot(volume.geometry()));
    while (!unread.isEmpty()) {
      readDirectory(
          unread.remove(),
          SlotOffsets.of(volume.geometry(), volume.bytes().length(), unreadChains.remove()));
    }
  }

  private void readDirectory(StoredEntry directory, SlotOffsets slots) {
    DirectoryScan scan = new DirectoryScan(volume.bytes(), slots);
    while (scan.next()) {
      if (scan.kind() == DirectoryScan.Kind.ENTRY) {
        int first = scan.firstCluster();
        Chain chain = first == 0 ? Chain.EMPTY : chains.follow(first);
        StoredEntry entry = new StoredEntry(volume, directory, scan, chain);
        volume.add(directory, entry);
        // A directory that is its own ancestor is listed once; the board would go round forever.
        if (entry.isDirectory() && chain.clusters() > 0 && !directoriesRead.get(first)) {
          directoriesRead.set(first);
          unread.add(entry);
          unreadChains.add(chain);
        }
      }
    }
  }
}
