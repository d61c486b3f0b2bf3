package mkfsdfu.inspect;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import mkfsdfu.fat.StoredEntry;

/**
 * Goes through a directory of a volume, each directory before what it holds, in the order of the
 * slots. A hostile volume nests as deep as it has clusters, so nothing here recurses.
 */
public final class TreeWalk {
  private final Deque<Iterator<StoredEntry>> open = new ArrayDeque<>();

  /** Whether the walk is at the last entry, by level. */
  private final BitSet last = new BitSet();

  private StoredEntry entry;
  private int depth;

  /** Starts before the first entry of a directory. */
  public TreeWalk(StoredEntry directory) {
    open.push(directory.children().iterator());
  }

  /** Goes to the next entry; false if there is none. */
  public boolean next() {
    if (entry != null && entry.isDirectory()) {
      open.push(entry.children().iterator());
    }
    while (!open.isEmpty()) {
      if (open.peek().hasNext()) {
        entry = open.peek().next();
        depth = open.size();
        last.set(depth, !open.peek().hasNext());
        return true;
      }
      open.pop();
    }
    return false;
  }

  /** Returns the entry that the walk is at. */
  public StoredEntry entry() {
    return entry;
  }

  /** Returns how deep it lies: 1 in the directory where the walk began. */
  public int depth() {
    return depth;
  }

  /**
   * Tells whether the entry, or the directory above it at that level, is the last in its directory.
   *
   * @param level 1 to {@link #depth}
   */
  public boolean isLast(int level) {
    return last.get(level);
  }
}
