package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mkfsdfu.flash.Bytes;

/** A volume as the board's driver reads it. */
public final class StoredVolume {
  private final String where;
  private final Bytes bytes;
  private final VolumeSummary summary;
  private final StoredEntry root;
  private final List<StoredEntry> entries = new ArrayList<>();

  StoredVolume(String where, Bytes bytes, VolumeSummary summary) {
    this.where = where;
    this.bytes = bytes;
    this.summary = summary;
    this.root = new StoredEntry(this);
  }

  void add(StoredEntry parent, StoredEntry entry) {
    parent.add(entry);
    entries.add(entry);
  }

  /** Returns the file and place that the volume was read from, for messages. */
  String where() {
    return where;
  }

  /** Returns the bytes that are there, which may be fewer than the geometry says. */
  public Bytes bytes() {
    return bytes;
  }

  /** Returns geometry, label and use. */
  public VolumeSummary summary() {
    return summary;
  }

  /** Returns where everything lies. */
  public Geometry geometry() {
    return summary.geometry();
  }

  /** Returns the root directory. */
  public StoredEntry root() {
    return root;
  }

  /** Returns all files and directories but the root, each after the directory it is in. */
  public List<StoredEntry> entries() {
    return List.copyOf(entries);
  }

  /**
   * Returns what stands at a path, found as the driver finds it: without regard to case, by long or
   * short name, the first of several.
   *
   * @param path names joined by {@code /}; one at the start, at the end or in excess is ignored
   */
  public Optional<StoredEntry> find(String path) {
    StoredEntry at = root;
    for (String name : path.split("/", -1)) {
      if (!name.isEmpty()) {
        at = child(at, name);
        if (at == null) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(at);
  }

  private static StoredEntry child(StoredEntry directory, String name) {
    String wanted = CodePage437.upper(stripped(name));
    for (StoredEntry entry : directory.children()) {
      if (CodePage437.upper(entry.name()).equals(wanted) || entry.shortName().equals(wanted)) {
        return entry;
      }
    }
    return null;
  }

  /** Returns a name without the dots and spaces that the driver cuts off at its end. */
  private static String stripped(String name) {
    int end = name.length();
    while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
      end--;
    }
    return name.substring(0, end);
  }

  /**
   * Returns the tree as it would be given to be written.
   *
   * @throws mkfsdfu.error.DataFailure if a file cannot be read completely
   */
  public VolumeDirectory tree() {
    // From the last to the first, each directory comes after all that it holds.
    Map<StoredEntry, VolumeDirectory> done = new HashMap<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).isDirectory()) {
        done.put(entries.get(i), directory(entries.get(i), done));
      }
    }
    return directory(root, done);
  }

  private static VolumeDirectory directory(
      StoredEntry directory, Map<StoredEntry, VolumeDirectory> done) {
    List<VolumeEntry> children = new ArrayList<>();
    for (StoredEntry child : directory.children()) {
      children.add(
          child.isDirectory()
              ? done.remove(child)
              : new VolumeFile(child.name(), child.modified(), child.content()));
    }
    return new VolumeDirectory(directory.name(), directory.modified(), children);
  }
}
