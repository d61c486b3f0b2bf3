package mkfsdfu.fat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import mkfsdfu.error.DataFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.work.Crew;

/**
 * Writes a volume as the board's driver would have written the tree onto its freshly formatted
 * flash. The layout is settled first; then everything goes once, straight to its place in one
 * array, which ends with the last cluster taken: what follows is zero.
 */
public final class VolumeWriter {
  private final Layout layout;
  private final Geometry geometry;
  private final NamedTree tree;
  private final VolumeLabel label;
  private final byte[] volume;
  private final ByteBuffer buffer;

  private VolumeWriter(Layout layout) {
    this.layout = layout;
    this.geometry = layout.geometry();
    this.tree = layout.tree();
    this.label = layout.label();
    this.volume = new byte[layout.endOffset()];
    this.buffer = ByteBuffer.wrap(volume).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Writes a volume.
   *
   * @param layout what to write, and where
   * @param volumeId the serial number; if there is none, a checksum of the content
   * @throws DataFailure if the tree does not fit
   * @throws mkfsdfu.error.Failure if a file cannot be read
   */
  public static WrittenVolume write(Layout layout, OptionalInt volumeId) {
    layout.requireFit();
    VolumeWriter writer = new VolumeWriter(layout);
    writer.writeFats();
    writer.writeDirectories();
    writer.copyContents();
    int id = writer.writeBootSector(volumeId);
    int bytes = (int) layout.geometry().volumeBytes();
    return new WrittenVolume(layout, Bytes.wrap(writer.volume, bytes), id);
  }

  private void writeFats() {
    FatEncoder fat = new FatEncoder(buffer, geometry);
    fat.putReserved();
    for (int i = 1; i < tree.size(); i++) {
      if (tree.entry(i).isDirectory()) {
        fat.putChain(layout.directoryClusters(i));
      } else if (layout.firstCluster(i) != 0) {
        fat.putRun(layout.firstCluster(i), (int) layout.clustersOf(i));
      }
    }
    int first = geometry.fatOffset(0);
    for (int copy = 1; copy < geometry.fats(); copy++) {
      int bytes = geometry.sectorsPerFat() * geometry.sectorBytes();
      System.arraycopy(volume, first, volume, geometry.fatOffset(copy), bytes);
    }
  }

  private void writeDirectories() {
    DirectorySlots slots = new DirectorySlots(buffer);
    int[] filled = new int[tree.size()];
    if (!label.isNone()) {
      slots.putLabel(layout.slotOffset(0, filled[0]++), label);
    }
    for (int i = 1; i < tree.size(); i++) {
      NamedEntry named = tree.entry(i);
      int parent = named.parent();
      FatTime modified = named.entry().modified();
      for (int part = named.slots() - 1; part > 0; part--) {
        slots.putLongName(
            layout.slotOffset(parent, filled[parent]++),
            named.entry().name(),
            named.shortName(),
            part,
            named.slots() - 1);
      }
      int offset = layout.slotOffset(parent, filled[parent]++);
      int cluster = layout.firstCluster(i);
      if (named.isDirectory()) {
        slots.putDirectory(offset, named.shortName(), modified, cluster);
        slots.putDot(layout.slotOffset(i, filled[i]++), modified, cluster);
        slots.putDotDot(layout.slotOffset(i, filled[i]++), modified, layout.firstCluster(parent));
      } else {
        slots.putFile(offset, named.shortName(), modified, cluster, named.bytes());
      }
    }
  }

  /** Needs nothing but the layout, and each file's place is its own: the order does not matter. */
  private void copyContents() {
    Crew.work(tree.size(), tree.contentBytes(), 0, new Copying());
  }

  private final class Copying implements Crew.Workers, Crew.Worker {
    @Override
    public Crew.Worker make() {
      return this;
    }

    @Override
    public void work(int number) {
      if (layout.firstCluster(number) != 0
          && tree.entry(number).entry() instanceof VolumeFile file) {
        file.content().copyTo(volume, layout.fileOffset(number));
      }
    }
  }

  /** Comes last, because the serial number may depend on all else. */
  private int writeBootSector(OptionalInt volumeId) {
    int id = volumeId.orElse(0);
    new BootSector(geometry, label, id).encode(volume);
    if (volumeId.isEmpty()) {
      // The length of the zeros that follow stands in the boot sector.
      CRC32 crc = new CRC32();
      crc.update(volume);
      id = (int) crc.getValue();
      new BootSector(geometry, label, id).encode(volume);
    }
    return id;
  }
}
