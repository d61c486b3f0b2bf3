package mkfsdfu.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of path parts. {@code **} as a whole part stands for any number of parts; as the last
 * one of several it stands for at least one.
 */
final class PathGlob {
  /** One {@link NameGlob} for each part; null stands for {@code **}. */
  private final NameGlob[] parts;

  private PathGlob(NameGlob[] parts) {
    this.parts = parts;
  }

  static PathGlob parse(String pattern) {
    List<NameGlob> parts = new ArrayList<>();
    int start = 0;
    while (start <= pattern.length()) {
      int end = NameGlob.endOfPart(pattern, start);
      String part = pattern.substring(start, end);
      parts.add(standsForDirectories(part) ? null : NameGlob.parse(part));
      start = end + 1;
    }
    return new PathGlob(parts.toArray(new NameGlob[0]));
  }

  /** More than two stars mean no more than two. */
  private static boolean standsForDirectories(String part) {
    int stars = 0;
    while (stars < part.length() && part.charAt(stars) == '*') {
      stars++;
    }
    return stars == part.length() && stars >= 2;
  }

  /** Tells whether it matches the whole path, whose parts slashes divide. */
  boolean matches(String path) {
    int part = 0;
    int at = 0;
    // Where to go on if what follows the last ** does not fit: one part of the path further.
    int retryPart = -1;
    int retryAt = 0;
    while (at <= path.length()) {
      int end = path.indexOf('/', at);
      if (end < 0) {
        end = path.length();
      }
      if (part < parts.length && parts[part] == null) {
        retryPart = part + 1;
        if (retryPart == parts.length) {
          return true;
        }
        retryAt = at;
        part = retryPart;
      } else if (part < parts.length && parts[part].matches(path, at, end)) {
        part++;
        at = end + 1;
      } else if (retryPart >= 0) {
        part = retryPart;
        int slash = path.indexOf('/', retryAt);
        at = retryAt = slash < 0 ? path.length() + 1 : slash + 1;
      } else {
        return false;
      }
    }
    return part == parts.length;
  }
}
