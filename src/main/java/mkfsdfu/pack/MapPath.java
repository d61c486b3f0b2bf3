package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.UsageFailure;

/**
 * Where in the volume its map is to stand.
 *
 * @param directories names of the directories that it goes into, from the root; made where missing
 * @param name its name there
 */
public record MapPath(List<String> directories, String name) {
  /** Copies the list. */
  public MapPath {
    directories = List.copyOf(directories);
  }

  /**
   * Reads a path from the volume's root, with or without a slash in front.
   *
   * @param option what it was given with, for the message
   * @throws UsageFailure if it names no Python module
   */
  public static MapPath parse(String option, String text) {
    List<String> names = new ArrayList<>();
    for (String name : text.split("/", -1)) {
      if (name.equals("..")) {
        throw new UsageFailure(
            option, "'" + text + "' has a part \"..\"", "give the path from the volume's root");
      }
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    int last = names.size() - 1;
    if (last < 0 || !names.get(last).endsWith(".py") || text.endsWith("/")) {
      throw new UsageFailure(
          option, "'" + text + "' is no Python module's path", "write it as lib/assets.py");
    }
    ModuleName.demand(option, names.get(last));
    return new MapPath(names.subList(0, last), names.get(last));
  }

  /** Returns the path, names from the root joined by slashes. */
  String path() {
    return directories.isEmpty() ? name : String.join("/", directories) + "/" + name;
  }
}
