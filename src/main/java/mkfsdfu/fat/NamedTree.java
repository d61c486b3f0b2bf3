package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.InternalFailure;

/**
 * A tree with its short names, flat in the order in which the driver writes it: depth first, each
 * directory before what it holds. It is independent of any geometry, so that it is made once and
 * laid out as often as needed.
 */
public final class NamedTree {
  /** FatFs and the Microsoft specification let a directory have 2 MiB. */
  private static final int MOST_SLOTS = 65536;

  /** {@code .} and {@code ..}. */
  static final int DOT_SLOTS = 2;

  private final List<NamedEntry> entries = new ArrayList<>();
  private int files;
  private long contentBytes;

  private NamedTree() {}

  /**
   * Gives every entry of a tree its short name.
   *
   * @param root the root directory; every name passes {@link NameRules}, and no two in a directory
   *     have the same {@link NameRules#foldedKey}
   * @throws DataFailure if a directory has more entries than FAT allows
   * @throws InternalFailure if a name breaks the rules
   */
  public static NamedTree of(VolumeDirectory root) {
    NamedTree tree = new NamedTree();
    tree.entries.add(new NamedEntry(root, 0, "", null, 0, slotsIn(root, ""), 0));
    tree.addContentsOf(0, root, "");
    return tree;
  }

  /** Returns how many files the tree holds. */
  public int files() {
    return files;
  }

  /** Returns how many directories the tree holds, not counting the root. */
  public int directories() {
    return entries.size() - 1 - files;
  }

  /** Returns the bytes of all files. */
  public long contentBytes() {
    return contentBytes;
  }

  /** Returns how many entries there are, the root among them. */
  int size() {
    return entries.size();
  }

  /** Returns an entry; 0 is the root. */
  NamedEntry entry(int index) {
    return entries.get(index);
  }

  private void addContentsOf(int parent, VolumeDirectory directory, String prefix) {
    ShortName[] shortNames = ShortNames.assign(directory.entries());
    for (int i = 0; i < shortNames.length; i++) {
      VolumeEntry entry = directory.entries().get(i);
      String path = prefix + entry.name();
      int slots = shortNames[i].slots(entry.name());
      if (entry instanceof VolumeDirectory child) {
        int index = entries.size();
        int within = DOT_SLOTS + slotsIn(child, path);
        entries.add(new NamedEntry(child, parent, path, shortNames[i], slots, within, 0));
        addContentsOf(index, child, path + "/");
      } else if (entry instanceof VolumeFile file) {
        long bytes = file.content().bytes();
        files++;
        contentBytes += bytes;
        entries.add(new NamedEntry(file, parent, path, shortNames[i], slots, 0, bytes));
      }
    }
  }

  /** Counts slots before names are assigned: how many there are does not depend on the tails. */
  private static int slotsIn(VolumeDirectory directory, String path) {
    long slots = 0;
    for (VolumeEntry entry : directory.entries()) {
      Optional<String> objection = NameRules.objection(entry.name());
      if (objection.isPresent()) {
        throw new InternalFailure(path + "/" + entry.name(), "the name " + objection.get(), "");
      }
      slots += ShortName.of(entry.name()).slots(entry.name());
    }
    if (slots > MOST_SLOTS - DOT_SLOTS) {
      throw new DataFailure(
          path.isEmpty() ? "/" : path,
          directory.entries().size()
              + " names take "
              + slots
              + " directory slots, a FAT directory has at most "
              + MOST_SLOTS,
          "spread the files over several directories, or shorten their names to 8.3");
    }
    return (int) slots;
  }
}
