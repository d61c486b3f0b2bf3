package mkfsdfu.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mkfsdfu.error.DataFailure;

/** A directory of the volume while files are still coming in. */
final class DirectoryDraft {
  /**
   * Most directories inside each other. The board reaches paths of 127 characters, 63 directories
   * at the very most; the limit is far above that, and far below what recursion can take.
   */
  static final int MAX_DEPTH = 255;

  private final DirectoryDraft parent;
  private final int depth;
  private final String path;
  private final String name;
  private final Path host;
  private final long ownModified;

  /** In the order in which they come in, mostly that of their names: then sorting is soon done. */
  private final Map<String, SourceFile> files = new LinkedHashMap<>();

  private final Map<String, DirectoryDraft> directories = new LinkedHashMap<>();

  /** The newest time of all files beneath; the lowest number if there are none. */
  private long newestFile = Long.MIN_VALUE;

  private DirectoryDraft(
      DirectoryDraft parent, int depth, String path, String name, Path host, long ownModified) {
    this.parent = parent;
    this.depth = depth;
    this.path = path;
    this.name = name;
    this.host = host;
    this.ownModified = ownModified;
  }

  static DirectoryDraft root(Path host, long ownModified) {
    return new DirectoryDraft(null, 0, "", "", host, ownModified);
  }

  /** Returns the path in the volume of something in it, without a slash in front. */
  String pathOf(String child) {
    return path.isEmpty() ? child : path + "/" + child;
  }

  /**
   * Takes a file.
   *
   * @throws DataFailure if its place is taken
   */
  void put(SourceFile file) {
    DirectoryDraft directory = directories.get(file.name());
    if (directory != null) {
      throw clash(file.name(), directory.host, file.host());
    }
    SourceFile other = files.put(file.name(), file);
    if (other != null) {
      throw clash(file.name(), other.host(), file.host());
    }
    long modified = file.modifiedEpochSecond();
    for (DirectoryDraft at = this; at != null && at.newestFile < modified; at = at.parent) {
      at.newestFile = modified;
    }
  }

  /**
   * Returns the directory of that name, made if it is not there yet: two directories of one path
   * become one, and then the first one's own time counts.
   *
   * @throws DataFailure if a file stands there, or it would lie too deep
   */
  DirectoryDraft directory(String child, Path childHost, long childModified) {
    DirectoryDraft known = directories.get(child);
    if (known != null) {
      return known;
    }
    SourceFile file = files.get(child);
    if (file != null) {
      throw clash(child, file.host(), childHost);
    }
    if (depth == MAX_DEPTH) {
      throw new DataFailure(
          childHost.toString(),
          "lies more than " + MAX_DEPTH + " directories deep in the volume",
          "flatten the tree: the board reaches paths of up to 127 characters");
    }
    DirectoryDraft made =
        new DirectoryDraft(this, depth + 1, pathOf(child), child, childHost, childModified);
    directories.put(child, made);
    return made;
  }

  private DataFailure clash(String child, Path first, Path second) {
    return new DataFailure(
        pathOf(child),
        "both " + first + " and " + second + " would stand at this path of the volume",
        "give one of them another place, or leave one out");
  }

  /** Returns the directory with all that came in, sorted. */
  SourceDirectory finish() {
    List<SourceEntry> entries = new ArrayList<>(files.size() + directories.size());
    entries.addAll(files.values());
    for (DirectoryDraft directory : directories.values()) {
      entries.add(directory.finish());
    }
    entries.sort(NameOrder.INSTANCE);
    return new SourceDirectory(
        name, host, newestFile == Long.MIN_VALUE ? ownModified : newestFile, entries);
  }
}
