package mkfsdfu.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.UsageFailure;

/**
 * One more file or directory, and where it goes in the volume.
 *
 * @param host the file or directory
 * @param directories names of the directories that it goes into, from the root; made where missing
 * @param name its name there
 */
public record SourceAddition(Path host, List<String> directories, String name) {
  public SourceAddition {
    directories = List.copyOf(directories);
  }

  /**
   * Reads {@code SRC=DEST}. The last equals sign divides: a path on the host may well hold one, the
   * place in the volume is the user's own choice.
   *
   * @param text as given on the command line
   * @throws UsageFailure if it has another form, or the destination cannot be
   */
  public static SourceAddition parse(String text) {
    int equals = text.lastIndexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      throw new UsageFailure(
          "--add " + text,
          "SRC=DEST expected",
          "give a file or directory and its place, such as fonts/small.fnt=lib/small.fnt");
    }
    try {
      return of(Path.of(text.substring(0, equals)), text.substring(equals + 1));
    } catch (InvalidPathException e) {
      throw new UsageFailure("--add " + text, "not a path: " + e.getReason(), "", List.of(), e);
    }
  }

  /**
   * Gives a file or directory its place.
   *
   * @param host the file or directory
   * @param destination path in the volume, from its root, with or without a slash in front; one
   *     that ends in a slash, or is the root, is the directory that takes it under its own name
   * @throws UsageFailure if a part of the destination is {@code ..}, or a name is needed and the
   *     host has none
   */
  public static SourceAddition of(Path host, String destination) {
    String option = "--add " + host + "=" + destination;
    List<String> names = new ArrayList<>();
    for (String name : destination.split("/", -1)) {
      if (name.equals("..")) {
        throw new UsageFailure(
            option, "the destination has a part \"..\"", "give the path from the volume's root");
      }
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    if (names.isEmpty() || destination.endsWith("/") || destination.endsWith("/.")) {
      return new SourceAddition(host, names, ownName(option, host));
    }
    int last = names.size() - 1;
    return new SourceAddition(host, names.subList(0, last), names.get(last));
  }

  private static String ownName(String option, Path host) {
    Path name = host.toAbsolutePath().normalize().getFileName();
    if (name == null) {
      throw new UsageFailure(option, "the source has no name of its own", "give one in DEST");
    }
    return name.toString();
  }
}
