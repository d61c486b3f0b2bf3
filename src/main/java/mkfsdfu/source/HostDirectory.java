package mkfsdfu.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mkfsdfu.error.DataFailure;

/** A directory on the way from where a scan began to where it is. */
final class HostDirectory {
  private final HostEntry entry;
  private final HostDirectory parent;

  /** The path without links; found out when the first link to a directory asks for it. */
  private Path real;

  private HostDirectory(HostEntry entry, HostDirectory parent) {
    this.entry = entry;
    this.parent = parent;
  }

  /** Begins a scan. */
  static HostDirectory top(HostEntry entry) {
    return new HostDirectory(entry, null);
  }

  /**
   * Goes one directory further down.
   *
   * @throws DataFailure if a link leads to where the scan came through: it would never end
   */
  HostDirectory enter(HostEntry child) {
    HostDirectory below = new HostDirectory(child, this);
    if (child.link()) {
      below.expectNoCircle();
    }
    return below;
  }

  /**
   * Something in a directory.
   *
   * @param name its name
   * @param path the directory's path and the name
   */
  record Child(String name, Path path) implements Comparable<Child> {
    /** The text is wanted in any case; the path's own way to its name takes longer. */
    static Child of(Path path) {
      String text = path.toString();
      int separator = text.lastIndexOf(File.separatorChar);
      String name = separator < 0 ? path.getFileName().toString() : text.substring(separator + 1);
      return new Child(name, path);
    }

    @Override
    public int compareTo(Child other) {
      int order = name.compareTo(other.name);
      return order == 0 ? path.compareTo(other.path) : order;
    }
  }

  /**
   * Returns what it holds, in the order of the names, so that the same tree always gives the same
   * first error.
   */
  List<Child> list() {
    List<Child> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(entry.path())) {
      for (Path path : stream) {
        children.add(Child.of(path));
      }
    } catch (DirectoryIteratorException e) {
      throw HostFailures.unreadable(entry.path(), e.getCause());
    } catch (NoSuchFileException e) {
      throw HostFailures.vanished(entry.path(), e);
    } catch (IOException e) {
      throw HostFailures.unreadable(entry.path(), e);
    }
    Collections.sort(children);
    return children;
  }

  /**
   * A link to a directory that holds one the scan came through leads back here, for ever; and no
   * endless way is without such a link, because directories themselves form a tree.
   */
  private void expectNoCircle() {
    try {
      Path target = real();
      for (HostDirectory above = parent; above != null; above = above.parent) {
        if (above.real().startsWith(target)) {
          throw new DataFailure(
              entry.path().toString(),
              "is a symbolic link to "
                  + entry.target()
                  + ", in which it lies itself: it has no end",
              "remove the link, or leave it out with --exclude");
        }
      }
    } catch (IOException e) {
      throw HostFailures.unreadable(entry.path(), e);
    }
  }

  private Path real() throws IOException {
    if (real == null) {
      real =
          parent == null || entry.link()
              ? entry.path().toRealPath()
              : parent.real().resolve(entry.path().getFileName());
    }
    return real;
  }
}
