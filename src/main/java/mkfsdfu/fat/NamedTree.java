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
    ShortName[] shortNames = plainShortNames(root, "");
    int slots = slots(root, shortNames, "");
    tree.entries.add(new NamedEntry(root, 0, "", null, 0, slots, 0));
    tree.addContents(0, root, shortNames, "");
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

  private void addContents(
      int parent, VolumeDirectory directory, ShortName[] shortNames, String prefix) {
    ShortNames.addTails(directory.entries(), shortNames);
    for (int i = 0; i < shortNames.length; i++) {
      VolumeEntry entry = directory.entries().get(i);
      String path = prefix + entry.name();
      int slots = shortNames[i].slots(entry.name());
      if (entry instanceof VolumeDirectory child) {
        ShortName[] within = plainShortNames(child, path);
        int slotsWithin = DOT_SLOTS + slots(child, within, path);
        int index = entries.size();
        entries.add(new NamedEntry(child, parent, path, shortNames[i], slots, slotsWithin, 0));
        addContents(index, child, within, path + "/");
      } else if (entry instanceof VolumeFile file) {
        long bytes = file.content().bytes();
        files++;
        contentBytes += bytes;
        entries.add(new NamedEntry(file, parent, path, shortNames[i], slots, 0, bytes));
      }
    }
  }

  private static ShortName[] plainShortNames(VolumeDirectory directory, String path) {
    ShortName[] names = new ShortName[directory.entries().size()];
    for (int i = 0; i < names.length; i++) {
      String name = directory.entries().get(i).name();
      Optional<String> objection = NameRules.objection(name);
      if (objection.isPresent()) {
        throw new InternalFailure(path + "/" + name, "the name " + objection.get(), "");
      }
      names[i] = ShortName.of(name);
    }
    return names;
  }

  /** Counts slots, which do not depend on tails: beyond the limit a tail might not be found. */
  private static int slots(VolumeDirectory directory, ShortName[] shortNames, String path) {
    long slots = 0;
    for (int i = 0; i < shortNames.length; i++) {
      slots += shortNames[i].slots(directory.entries().get(i).name());
    }
    if (slots > MOST_SLOTS - DOT_SLOTS) {
      throw new DataFailure(
          path.isEmpty() ? "/" : path,
          shortNames.length
              + " names take "
              + slots
              + " directory slots, a FAT directory has "
              + (MOST_SLOTS - DOT_SLOTS)
              + " beside its own two",
          "spread the files over several directories, or shorten their names to 8.3");
    }
    return (int) slots;
  }
}
