package mkfsdfu.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import mkfsdfu.error.CannotCreateFailure;
import mkfsdfu.error.IoFailure;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.flash.Bytes;
import mkfsdfu.inspect.ExtractPlan;
import mkfsdfu.inspect.ExtractPlan.Item;
import mkfsdfu.inspect.ExtractPlan.Refusal;

/**
 * Writes files of a volume beneath a directory. Below it no symbolic link is followed: one that
 * stands where a directory is to go ends the run, one that stands where a file is to go is itself
 * replaced. Each file is written beside its place and moved there when it is whole.
 */
final class ExtractedTree {
  private static final int MOST_LISTED = 20;

  private final Path top;
  private final boolean force;

  /** Where each directory of the plan goes; the items' own equality would compare all parents. */
  private final IdentityHashMap<Item, Path> directories = new IdentityHashMap<>();

  private final List<Refusal> refusals = new ArrayList<>();
  private int files;
  private long bytes;

  /**
   * Prepares.
   *
   * @param top the directory to write to; it is made if it is missing
   * @param force whether files that are there are replaced
   */
  ExtractedTree(Path top, boolean force) {
    this.top = top;
    this.force = force;
  }

  /**
   * Writes what is planned.
   *
   * @throws CannotCreateFailure if something is in the way, before anything is written, or if
   *     writing fails
   */
  void write(ExtractPlan plan) {
    if (Files.exists(top) && !Files.isDirectory(top)) {
      throw new CannotCreateFailure(top.toString(), "is no directory", "name a directory with -C");
    }
    List<Item> items = new ArrayList<>();
    for (Item item : plan.items()) {
      if (place(item) != null) {
        items.add(item);
      }
    }
    refuseObstacles(items);
    Path at = top;
    try {
      Files.createDirectories(top);
      for (Item item : items) {
        at = place(item);
        write(item, at);
      }
      setTimes(items);
    } catch (IOException e) {
      throw new CannotCreateFailure(
          at.toString(), "cannot be written: " + OutputFile.reason(e), "", List.of(), e);
    }
  }

  /** Returns what was planned, but the host has no such names. */
  List<Refusal> refusals() {
    return refusals;
  }

  /** Returns how many files were written. */
  int files() {
    return files;
  }

  /** Returns how many directories were made, or were there. */
  int directories() {
    return directories.size();
  }

  /** Returns how many bytes the files have. */
  long bytes() {
    return bytes;
  }

  /** Returns where something goes; null if it, or a directory above, is refused by the host. */
  private Path place(Item item) {
    Path known = directories.get(item);
    if (known != null) {
      return known;
    }
    Path parent = item.parent() == null ? top : directories.get(item.parent());
    if (parent == null) {
      return null;
    }
    try {
      Path place = parent.resolve(item.entry().name());
      if (item.entry().isDirectory()) {
        directories.put(item, place);
      }
      return place;
    } catch (InvalidPathException e) {
      refusals.add(new Refusal(item.entry().path(), "this system cannot write its name"));
      return null;
    }
  }

  private void refuseObstacles(List<Item> items) {
    List<String> found = new ArrayList<>();
    int count = 0;
    for (Item item : items) {
      Path place = place(item);
      if (isInTheWay(item, place)) {
        count++;
        if (found.size() < MOST_LISTED) {
          found.add(place.toString());
        }
      }
    }
    if (count > found.size()) {
      found.add("and " + (count - found.size()) + " more");
    }
    if (count > 0) {
      throw new CannotCreateFailure(
          top.toString(),
          count + (count == 1 ? " file is in the way" : " files are in the way"),
          force
              ? "move them away: only files can be replaced by files"
              : "--force replaces files by files, or name another directory; nothing was written",
          found,
          null);
    }
  }

  private boolean isInTheWay(Item item, Path place) {
    boolean directory = Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS);
    if (item.entry().isDirectory()) {
      return !directory && Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }
    return directory || (!force && Files.exists(place, LinkOption.NOFOLLOW_LINKS));
  }

  private void write(Item item, Path place) throws IOException {
    if (isInTheWay(item, place)) {
      throw new FileSystemException(place.toString(), null, "something took its place meanwhile");
    }
    if (!item.entry().isDirectory()) {
      writeFile(item.entry(), place);
    } else if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(place);
    }
  }

  private void writeFile(StoredEntry entry, Path place) throws IOException {
    byte[] content = new byte[(int) entry.content().bytes()];
    entry.content().copyTo(content, 0);
    // Named for the run, not for the file: with more added its name might be too long.
    try (TemporaryFile temporary = TemporaryFile.beside(place.resolveSibling("mkfsdfu"))) {
      fill(temporary, content, place);
      setTime(entry, temporary.path());
      temporary.moveTo(place);
    }
    files++;
    bytes += content.length;
  }

  private static void fill(TemporaryFile temporary, byte[] content, Path place) {
    try {
      temporary.write(Bytes.wrap(content));
    } catch (IOException e) {
      throw new IoFailure(
          place.toString(),
          "cannot be written: " + OutputFile.reason(e),
          "what was written before it stays",
          List.of(),
          e);
    }
  }

  /**
   * Directories come last, and the inner ones first, for what is written in them changes theirs.
   */
  private void setTimes(List<Item> items) throws IOException {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i).entry().isDirectory()) {
        setTime(items.get(i).entry(), place(items.get(i)));
      }
    }
  }

  /** Packing takes times for UTC; so does this, and what is packed again has the same times. */
  private static void setTime(StoredEntry entry, Path place) throws IOException {
    OptionalLong at = entry.modified().epochSecond();
    if (at.isPresent()) {
      Files.setLastModifiedTime(place, FileTime.from(at.getAsLong(), TimeUnit.SECONDS));
    }
  }
}
