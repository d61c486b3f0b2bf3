package mkfsdfu.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mkfsdfu.error.CannotCreateFailure;
import mkfsdfu.error.IoFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.work.Meanwhile;

/**
 * An output file that is written and synced, and not yet in its place. It goes if not moved there.
 */
final class PreparedFile implements AutoCloseable {
  /**
   * The JDK's names for them as the system keeps them, in numbers. Its sets of permissions are made
   * by reflection, which costs 1 ms at first use.
   */
  private static final String OWNER_AND_MODE = "unix:uid,gid,mode";

  /** For owner, group and others; nobody is to act as somebody else by a file that we made. */
  private static final int PERMISSIONS = 0777;

  private final OutputFile output;

  /** Null until it is made. */
  private TemporaryFile temporary;

  private PreparedFile(OutputFile output) {
    this.output = output;
  }

  /**
   * Writes the pieces one after another.
   *
   * @param proof what is run meanwhile, or null
   */
  static PreparedFile of(OutputFile output, Iterable<Bytes> pieces, Runnable proof) {
    PreparedFile prepared = new PreparedFile(output);
    try {
      if (proof == null) {
        prepared.fill(pieces);
      } else {
        Meanwhile.both(proof, prepared.filling(pieces));
      }
      return prepared;
    } catch (RuntimeException | Error e) {
      prepared.close();
      throw e;
    }
  }

  private Runnable filling(Iterable<Bytes> pieces) {
    // No lambda: its first use costs as much as all of the writing.
    return new Runnable() {
      @Override
      public void run() {
        fill(pieces);
      }
    };
  }

  private void fill(Iterable<Bytes> pieces) {
    try {
      temporary = TemporaryFile.beside(output.target());
    } catch (IOException e) {
      throw cannotBeMade(e);
    }
    try {
      keepOwnerAndMode();
      for (Bytes piece : pieces) {
        temporary.write(piece);
      }
      temporary.sync();
    } catch (IOException e) {
      throw new IoFailure(
          output.named().toString(),
          "cannot be written: " + OutputFile.reason(e),
          "nothing was changed",
          List.of(),
          e);
    }
  }

  private void keepOwnerAndMode() throws IOException {
    Path file = temporary.path();
    if (!Files.exists(output.target())) {
      return;
    }
    try {
      Map<String, Object> old = Files.readAttributes(output.target(), OWNER_AND_MODE);
      Map<String, Object> own = Files.readAttributes(file, OWNER_AND_MODE, NOFOLLOW_LINKS);
      keepIfAllowed(file, "unix:uid", old.get("uid"), own.get("uid"));
      keepIfAllowed(file, "unix:gid", old.get("gid"), own.get("gid"));
      if (permissions(old) != permissions(own)) {
        permit(file, permissions(old));
      }
    } catch (UnsupportedOperationException e) {
      // A system without such owners and permissions, as Windows: there is nothing to keep.
    }
  }

  /**
   * Only root may give a file away, and others may give theirs only to groups of their own. No link
   * is followed: if somebody has put one in the file's place, root would give away what it leads
   * to.
   */
  private static void keepIfAllowed(Path file, String attribute, Object old, Object own) {
    if (old.equals(own)) {
      return;
    }
    try {
      Files.setAttribute(file, attribute, old, NOFOLLOW_LINKS);
    } catch (IOException e) {
      // As with any file that is replaced: it belongs to who replaces it.
    }
  }

  private static void permit(Path file, int permissions) throws IOException {
    try {
      Files.setAttribute(file, "unix:mode", permissions, NOFOLLOW_LINKS);
    } catch (AccessDeniedException e) {
      // Not to follow a link, Java opens the file, which a mask may forbid; but never to root.
      Files.setAttribute(file, "unix:mode", permissions);
    }
  }

  private static int permissions(Map<String, Object> attributes) {
    return (int) attributes.get("mode") & PERMISSIONS;
  }

  /**
   * Replaces the old files, each in one step and one right after the other: a run that is asked to
   * end does not end between them.
   *
   * @throws CannotCreateFailure if that fails
   */
  static void moveIntoPlace(List<PreparedFile> files) {
    synchronized (TemporaryFile.STEP) {
      for (PreparedFile file : files) {
        file.expectThere();
      }
      for (PreparedFile file : files) {
        file.moveIntoPlace();
      }
    }
  }

  /**
   * Replaces the old file in one step.
   *
   * @throws CannotCreateFailure if that fails
   */
  void moveIntoPlace() {
    try {
      temporary.moveTo(output.target());
    } catch (IOException e) {
      throw cannotBeMade(e);
    }
  }

  private void expectThere() {
    try {
      temporary.expectThere();
    } catch (IOException e) {
      throw cannotBeMade(e);
    }
  }

  private CannotCreateFailure cannotBeMade(IOException e) {
    return new CannotCreateFailure(
        output.named().toString(),
        "cannot be made: " + OutputFile.reason(e),
        "check the directory " + OutputFile.folder(output.target()) + "; nothing was changed",
        List.of(),
        e);
  }

  /** Removes the file, if it has not been moved. */
  @Override
  public void close() {
    if (temporary != null) {
      temporary.close();
    }
  }
}
