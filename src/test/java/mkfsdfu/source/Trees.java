package mkfsdfu.source;

import java.util.ArrayList;
import java.util.List;

/** Shows trees to tests. */
final class Trees {
  private Trees() {}

  /** Returns the paths of all files, in order. */
  static List<String> files(SourceDirectory root) {
    List<String> paths = new ArrayList<>();
    collect("", root, false, paths);
    return paths;
  }

  /** Returns the paths of all entries, in order; those of directories end in a slash. */
  static List<String> paths(SourceDirectory root) {
    List<String> paths = new ArrayList<>();
    collect("", root, true, paths);
    return paths;
  }

  /** Returns what stands at a path; a slash at its end does not matter. */
  static SourceEntry at(SourceDirectory root, String path) {
    SourceEntry entry = root;
    for (String name : path.split("/", 0)) {
      entry =
          ((SourceDirectory) entry)
              .entries().stream()
                  .filter(child -> child.name().equals(name))
                  .findFirst()
                  .orElseThrow();
    }
    return entry;
  }

  private static void collect(
      String prefix, SourceDirectory directory, boolean directories, List<String> paths) {
    for (SourceEntry entry : directory.entries()) {
      if (entry instanceof SourceDirectory below) {
        if (directories) {
          paths.add(prefix + below.name() + "/");
        }
        collect(prefix + below.name() + "/", below, directories, paths);
      } else {
        paths.add(prefix + entry.name());
      }
    }
  }
}
