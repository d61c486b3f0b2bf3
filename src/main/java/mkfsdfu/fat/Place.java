package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something stands in a tree, as a link to where its directory stands: paths are put together
 * only where they are shown, for a hostile volume nests as deep as it has clusters.
 *
 * @param parent null in the root directory
 * @param name its name there
 */
record Place(Place parent, String name) {
  /** Longer paths are shown without their beginning. */
  private static final int MOST_SHOWN = 1000;

  /** Returns the path from the root; {@code /} for null, which is the root. */
  static String path(Place place) {
    if (place == null) {
      return "/";
    }
    List<String> names = new ArrayList<>();
    int length = 0;
    Place at = place;
    while (at != null && length <= MOST_SHOWN) {
      names.add(at.name);
      length += at.name.length() + 1;
      at = at.parent;
    }
    StringBuilder path = new StringBuilder(at == null ? "" : "/...");
    for (int i = names.size() - 1; i >= 0; i--) {
      path.append('/').append(names.get(i));
    }
    return path.toString();
  }
}
