package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.InternalFailure;
import mkfsdfu.fat.FileContent;
import mkfsdfu.fat.NameRules;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeEntry;
import mkfsdfu.fat.VolumeFile;
import mkfsdfu.flash.Bytes;

/**
 * The map as a file of the volume that it maps. Its length is known before the volume is laid out,
 * its text only then.
 */
final class MapInVolume {
  private final MapPath place;
  private final Text text;
  private final VolumeFile file;

  /**
   * Prepares it.
   *
   * @param root the tree without it; the module takes the time of the newest file there
   */
  MapInVolume(MapPath place, VolumeDirectory root) {
    this.place = place;
    this.text = new Text(MapModule.text(FlashMap.withoutPlace(root)).length());
    this.file = new VolumeFile(place.name(), root.modified(), text);
  }

  /**
   * Returns the tree with the module in it.
   *
   * @throws DataFailure if its place is taken, or a name cannot be used on the board
   */
  VolumeDirectory in(VolumeDirectory root) {
    return with(root, place.directories());
  }

  private VolumeDirectory with(VolumeDirectory directory, List<String> names) {
    String name = names.isEmpty() ? place.name() : names.get(0);
    Optional<String> objection = NameRules.objection(name);
    if (objection.isPresent()) {
      throw failure("the name " + name + " " + objection.get());
    }
    VolumeDirectory child = new VolumeDirectory(name, file.modified(), List.of());
    List<VolumeEntry> entries = new ArrayList<>(directory.entries());
    int at = 0;
    while (at < entries.size() && entries.get(at).name().compareTo(name) < 0) {
      at++;
    }
    if (!names.isEmpty()
        && at < entries.size()
        && entries.get(at) instanceof VolumeDirectory found
        && found.name().equals(name)) {
      child = found;
      entries.remove(at);
    }
    String key = NameRules.foldedKey(name);
    for (VolumeEntry entry : entries) {
      if (NameRules.foldedKey(entry.name()).equals(key)) {
        throw failure("the directory has " + entry.name() + " at this place already");
      }
    }
    entries.add(at, names.isEmpty() ? file : with(child, names.subList(1, names.size())));
    return new VolumeDirectory(directory.name(), file.modified(), entries);
  }

  private DataFailure failure(String what) {
    return new DataFailure("--map-in " + place.path(), what, "give the map another path");
  }

  /** Takes the text, once it is known where everything lies. */
  void settle(FlashMap map) {
    text.settle(MapModule.text(map));
  }

  private static final class Text implements FileContent {
    private final int length;
    private Bytes bytes = Bytes.EMPTY;

    Text(int length) {
      this.length = length;
    }

    void settle(Bytes settled) {
      if (settled.length() != length) {
        throw new InternalFailure(
            "map", settled.length() + " bytes, expected " + length, "report this as a bug");
      }
      bytes = settled;
    }

    @Override
    public long bytes() {
      return length;
    }

    @Override
    public void copyTo(byte[] target, int offset) {
      bytes.copyTo(0, target, offset, length);
    }
  }
}
