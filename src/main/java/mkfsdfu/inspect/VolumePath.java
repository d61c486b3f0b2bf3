package mkfsdfu.inspect;

import java.util.Optional;
import mkfsdfu.error.NoInputFailure;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.fat.StoredVolume;

/** Finds what a path of a volume means, as the board would. */
public final class VolumePath {
  private VolumePath() {}

  /**
   * Returns what stands at a path; case does not matter.
   *
   * @param where the volume's file and place, for the message
   * @throws NoInputFailure if nothing does
   */
  public static StoredEntry find(String where, StoredVolume volume, String path) {
    Optional<StoredEntry> found = volume.find(path);
    if (found.isEmpty()) {
      throw new NoInputFailure(
          where + ": " + path, "no such file in the volume", "mkfsdfu tree lists all of them");
    }
    return found.get();
  }

  /**
   * Returns the file at a path.
   *
   * @throws NoInputFailure if there is none
   */
  public static StoredEntry findFile(String where, StoredVolume volume, String path) {
    StoredEntry found = find(where, volume, path);
    if (found.isDirectory()) {
      throw new NoInputFailure(where + ": " + path, "is a directory", "name a file in it");
    }
    return found;
  }
}
