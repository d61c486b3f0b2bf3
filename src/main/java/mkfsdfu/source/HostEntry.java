package mkfsdfu.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.Failure;
import mkfsdfu.error.NoInputFailure;

/**
 * What stands at a path of the host, found out without opening it: one look, a second one only for
 * symbolic links.
 *
 * @param path where
 * @param link whether a symbolic link stands there
 * @param attributes of what is there, or of what the link leads to; of the link if it leads nowhere
 * @param broken why the link leads nowhere; null if it is none, or leads somewhere
 */
record HostEntry(Path path, boolean link, BasicFileAttributes attributes, IOException broken) {
  /**
   * Looks at something that a directory listed. It may be of any kind.
   *
   * @throws Failure if it is gone, or may not be looked at
   */
  static HostEntry listed(Path path) {
    try {
      return at(path);
    } catch (NoSuchFileException e) {
      throw HostFailures.vanished(path, e);
    } catch (IOException e) {
      throw HostFailures.unreadable(path, e);
    }
  }

  /**
   * Looks at something that the user named.
   *
   * @param expected what the user should have named, for the message
   * @throws NoInputFailure if it is missing, no file and no directory, or may not be looked at
   */
  static HostEntry named(Path path, String expected) {
    HostEntry entry;
    try {
      entry = at(path);
    } catch (NoSuchFileException e) {
      throw new NoInputFailure(
          path.toString(), "does not exist, " + expected + " is expected", "", List.of(), e);
    } catch (IOException e) {
      throw HostFailures.unreadable(path, e);
    }
    if (!entry.isStorable()) {
      throw new NoInputFailure(
          path.toString(),
          entry.describe() + ", " + expected + " is expected",
          "",
          List.of(),
          entry.broken);
    }
    return entry;
  }

  private static HostEntry at(Path path) throws IOException {
    BasicFileAttributes own =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!own.isSymbolicLink()) {
      return new HostEntry(path, false, own, null);
    }
    try {
      return new HostEntry(path, true, Files.readAttributes(path, BasicFileAttributes.class), null);
    } catch (IOException e) {
      return new HostEntry(path, true, own, e);
    }
  }

  boolean isDirectory() {
    return attributes.isDirectory();
  }

  long modifiedEpochSecond() {
    return Math.floorDiv(attributes.lastModifiedTime().toMillis(), 1000L);
  }

  /**
   * Lets only regular files and directories pass.
   *
   * @throws DataFailure if it is something else, or a link that leads nowhere
   */
  void expectStorable() {
    if (!isStorable()) {
      throw new DataFailure(
          path.toString(),
          describe() + ", a volume holds only files and directories",
          "remove it, or leave it out with --exclude",
          List.of(),
          broken);
    }
  }

  private boolean isStorable() {
    return attributes.isRegularFile() || attributes.isDirectory();
  }

  /** Says what it is, as what follows the path in a message. */
  String describe() {
    if (!link) {
      return "is " + FileKind.of(path);
    }
    String leads = "is a symbolic link to " + target() + ", ";
    if (broken == null) {
      return leads + "which is " + FileKind.of(path);
    }
    return broken instanceof NoSuchFileException
        ? leads + "which does not exist"
        : leads + "which cannot be reached (" + HostFailures.reason(broken) + ")";
  }

  /** Returns where the link leads, as it is written in the link. */
  String target() {
    try {
      return Files.readSymbolicLink(path).toString();
    } catch (IOException e) {
      return "a target that cannot be read";
    }
  }
}
