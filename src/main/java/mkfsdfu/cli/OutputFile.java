package mkfsdfu.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.CannotCreateFailure;
import mkfsdfu.flash.Bytes;

/**
 * Writes a file whole or not at all: a temporary file in the same directory, synced to disk, then
 * moved over the old one in one step. Whatever goes wrong before the move, even a kill, leaves the
 * old file as it was.
 */
final class OutputFile {
  /** Links followed before a chain of links is taken for a loop, as in Linux. */
  private static final int MAX_LINKS = 40;

  private final Path named;
  private final Path target;

  private OutputFile(Path named, Path target) {
    this.named = named;
    this.target = target;
  }

  /**
   * Checks where a file would go, before any work is done for it. A link is written through.
   *
   * @throws CannotCreateFailure if the place is a directory, a device, in no directory, behind a
   *     loop of links, or may not be written
   */
  static OutputFile at(Path named) {
    Path target = behindLinks(named);
    Path folder = folder(target);
    if (Files.isDirectory(target)) {
      throw new CannotCreateFailure(named.toString(), "is a directory", "name a file in it");
    }
    if (!Files.isDirectory(folder)) {
      throw new CannotCreateFailure(
          named.toString(), "there is no directory " + folder, "make it first");
    }
    boolean exists = Files.exists(target);
    if (exists && !Files.isRegularFile(target)) {
      throw new CannotCreateFailure(
          named.toString(), "is not a regular file", "write to a file and copy it from there");
    }
    // Moving another file over a read-only one would succeed, and not be what was meant by it.
    if (exists && !Files.isWritable(target)) {
      throw new CannotCreateFailure(
          named.toString(), "is read-only", "make it writable, or write elsewhere with -o");
    }
    if (!Files.isWritable(folder)) {
      throw new CannotCreateFailure(
          named.toString(), "the directory " + folder + " is read-only", "write elsewhere with -o");
    }
    return new OutputFile(named, target);
  }

  /**
   * Writes the pieces one after another.
   *
   * @throws CannotCreateFailure if the file cannot be made or moved into place
   * @throws mkfsdfu.error.IoFailure if writing or syncing fails
   */
  void write(Iterable<Bytes> pieces) {
    try (PreparedFile prepared = prepare(pieces)) {
      prepared.moveIntoPlace();
    }
  }

  /**
   * Does all of the writing but the move, and meanwhile something that has to succeed before it.
   *
   * @param proof what is done meanwhile, or null; its failure comes before one of making or writing
   *     the file
   * @throws CannotCreateFailure if the file cannot be made
   * @throws mkfsdfu.error.IoFailure if writing or syncing fails
   */
  PreparedFile prepare(Iterable<Bytes> pieces, Runnable proof) {
    return PreparedFile.of(this, pieces, proof);
  }

  /** Does all of the writing but the move. */
  PreparedFile prepare(Iterable<Bytes> pieces) {
    return prepare(pieces, null);
  }

  /** Tells whether both go to one place. */
  boolean isSameAs(OutputFile other) {
    return target.toAbsolutePath().normalize().equals(other.target.toAbsolutePath().normalize());
  }

  /** Returns how the user named it. */
  Path named() {
    return named;
  }

  /** Returns where it goes: what is named, or what a link leads to. */
  Path target() {
    return target;
  }

  static Path folder(Path target) {
    Path parent = target.toAbsolutePath().getParent();
    return parent == null ? target.toAbsolutePath() : parent;
  }

  private static Path behindLinks(Path named) {
    Path path = named;
    for (int links = 0; links < MAX_LINKS; links++) {
      if (!Files.isSymbolicLink(path)) {
        return path;
      }
      try {
        path = path.resolveSibling(Files.readSymbolicLink(path));
      } catch (IOException e) {
        throw new CannotCreateFailure(
            named.toString(), "cannot be followed: " + reason(e), "", List.of(), e);
      }
    }
    throw new CannotCreateFailure(named.toString(), "links in a loop", "name the file itself");
  }

  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such directory";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
