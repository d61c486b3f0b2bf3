package de.waldheinz.fs.fat;

import de.waldheinz.fs.BlockDevice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a FAT12 or FAT16 volume with those parts of fat32-lib that read well: boot sector, FAT,
 * directory slots, cluster chains. They are private to their package, so this stands in it.
 *
 * <p>The library's own way in, {@code FatFileSystem}, stamps access times with {@code Calendar} (45
 * ms at first use), refuses some names that stand well beside each other, and does not know 128
 * sectors per cluster. It also follows a circular chain forever, as this does: check the volume
 * first.
 */
public final class PlainReader {
  private final Fat fat;
  private final AbstractDirectory root;

  /**
   * Opens a volume.
   *
   * @throws IOException if the library cannot read it
   */
  public PlainReader(BlockDevice device) throws IOException {
    Fat16BootSector boot = new Fat16BootSector(device);
    boot.read();
    this.fat = Fat.read(boot, 0);
    this.root = Fat16RootDirectory.read(boot, true);
  }

  /**
   * A file or directory.
   *
   * @param name the long name, or the short name in upper case
   * @param longName which of the two it is
   * @param directory whether it is a directory
   * @param bytes size as stored
   * @param firstCluster 0 for an empty file
   */
  public record Entry(
      String name, boolean longName, boolean directory, long bytes, long firstCluster) {}

  /** Returns what the root directory holds, in the order of its slots. */
  public List<Entry> root() {
    return entries(root);
  }

  /**
   * Returns what a directory holds, in the order of its slots.
   *
   * @throws IOException if the library cannot read it
   */
  public List<Entry> list(Entry directory) throws IOException {
    ClusterChain chain = new ClusterChain(fat, directory.firstCluster(), true);
    ClusterChainDirectory slots = new ClusterChainDirectory(chain, false);
    slots.read();
    return entries(slots);
  }

  /**
   * Reads a part of a file. Several threads may do so at once.
   *
   * @param offset of the part, in bytes
   * @param target filled from its position to its limit
   * @throws IOException if the library cannot read it
   */
  public void read(Entry file, long offset, ByteBuffer target) throws IOException {
    new ClusterChain(fat, file.firstCluster(), true).readData(offset, target);
  }

  private static List<Entry> entries(AbstractDirectory slots) {
    List<Entry> entries = new ArrayList<>();
    String longName = "";
    for (int i = 0; i < slots.getEntryCount(); i++) {
      FatDirectoryEntry slot = slots.getEntry(i);
      if (slot.isDeleted()) {
        longName = "";
      } else if (slot.isLfnEntry()) {
        longName = slot.getLfnPart() + longName;
      } else {
        boolean isLong = !longName.isEmpty();
        String name = isLong ? longName : slot.getShortName().asSimpleString();
        if (isLong || !(name.equals(".") || name.equals(".."))) {
          entries.add(
              new Entry(
                  name, isLong, slot.isDirectory(), slot.getLength(), slot.getStartCluster()));
        }
        longName = "";
      }
    }
    return entries;
  }
}
