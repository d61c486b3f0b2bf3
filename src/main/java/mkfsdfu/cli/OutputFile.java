package mkfsdfu.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import mkfsdfu.error.CannotCreateFailure;
import mkfsdfu.error.IoFailure;
import mkfsdfu.flash.Bytes;

/**
 * Writes a file whole or not at all: a temporary file in the same directory, synced to disk, then
 * moved over the old one in one step. Whatever goes wrong before the move, even a kill, leaves the
 * old file as it was.
 */
final class OutputFile {
  /** Links followed before a chain of links is taken for a loop, as in Linux. */
  private static final int MAX_LINKS = 40;

  /**
   * Bytes handed to the system in one call: the JDK copies heap memory into a buffer of this size.
   */
  private static final int CHUNK_BYTES = 1 << 20;

  private final Path named;
  private final Path target;

  private OutputFile(Path named, Path target) {
    this.named = named;
    this.target = target;
  }

  /**
   * Checks where a file would go, before any work is done for it. A link is written through.
   *
   * @throws CannotCreateFailure if the place is a directory, a device, in no directory, or behind a
   *     loop of links
   */
  static OutputFile at(Path named) {
    Path target = behindLinks(named);
    Path folder = folder(target);
    if (Files.isDirectory(target)) {
      throw new CannotCreateFailure(named.toString(), "is a directory", "name a file in it");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new CannotCreateFailure(
          named.toString(), "is not a regular file", "write to a file and copy it from there");
    }
    if (!Files.isDirectory(folder)) {
      throw new CannotCreateFailure(
          named.toString(), "there is no directory " + folder, "make it first");
    }
    return new OutputFile(named, target);
  }

  /**
   * Writes the pieces one after another.
   *
   * @throws CannotCreateFailure if the file cannot be made or moved into place
   * @throws IoFailure if writing or syncing fails
   */
  void write(List<Bytes> pieces) {
    Path temporary = temporary();
    Thread cleanUp = new Thread(new Removal(temporary));
    Runtime.getRuntime().addShutdownHook(cleanUp);
    try {
      create(temporary, pieces);
      move(temporary);
    } finally {
      new Removal(temporary).run();
      forget(cleanUp);
    }
  }

  private void create(Path temporary, List<Bytes> pieces) {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      try {
        keepPermissions(temporary);
        for (Bytes piece : pieces) {
          write(channel, piece.buffer());
        }
        channel.force(true);
      } catch (IOException e) {
        throw new IoFailure(
            named.toString(),
            "cannot be written: " + reason(e),
            "nothing was changed",
            List.of(),
            e);
      }
    } catch (IOException e) {
      throw cannotCreate(e);
    }
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + CHUNK_BYTES));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private void keepPermissions(Path temporary) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
      Files.setPosixFilePermissions(temporary, permissions);
    } catch (UnsupportedOperationException e) {
      // A filesystem without such permissions, as on Windows: there is nothing to keep.
    }
  }

  private void move(Path temporary) {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw cannotCreate(e);
    }
    try (FileChannel folder = FileChannel.open(folder(target), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Not every system can sync a directory; the file itself is on the disk, and complete.
    }
  }

  private CannotCreateFailure cannotCreate(IOException cause) {
    return new CannotCreateFailure(
        named.toString(),
        "cannot be made: " + reason(cause),
        "check the directory " + folder(target) + "; nothing was changed",
        List.of(),
        cause);
  }

  private Path temporary() {
    return target.resolveSibling(
        "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
  }

  private static Path folder(Path target) {
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

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such directory";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file of that name is in the way";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return String.valueOf(e.getMessage());
  }

  private static void forget(Thread cleanUp) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleanUp);
    } catch (IllegalStateException e) {
      // The JVM is shutting down already and runs the hook itself.
    }
  }

  /** Removes the temporary file of a run that was interrupted; after the move there is none. */
  private record Removal(Path temporary) implements Runnable {
    @Override
    public void run() {
      try {
        if (Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)) {
          Files.delete(temporary);
        }
      } catch (IOException e) {
        // The run ends with its own failure; a file that cannot be removed is not worth hiding it.
      }
    }
  }
}
