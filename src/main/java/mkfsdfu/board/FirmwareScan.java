package mkfsdfu.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.flash.Bytes;

/**
 * Looks through a firmware's bytes, once, for what tells its board: NUL-terminated build names, the
 * banner, and the version.
 *
 * <p>All of these are runs of printable characters at least as long as the shortest build name, and
 * so it is enough to look at one byte in that many: in machine code most are not printable, and the
 * run around one that is ends soon. Every byte is looked at a bounded number of times.
 */
final class FirmwareScan {
  private static final String WITH = " with ";
  private static final String AFTER_VERSION = "; ";

  /** No banner and no version is longer; it keeps the work on hostile text in proportion. */
  private static final int MOST_CHARACTERS = 200;

  private final BoardCatalog catalog;
  private final int stride;
  private final List<String> buildNames = new ArrayList<>();
  private final List<String> banners = new ArrayList<>();
  private Optional<MicroPythonVersion> version = Optional.empty();

  FirmwareScan(BoardCatalog catalog) {
    this.catalog = catalog;
    this.stride = Math.min(catalog.shortestBuildName(), MicroPythonVersion.PREFIX.length());
  }

  /** Returns the known build names found, each once. */
  List<String> buildNames() {
    return buildNames;
  }

  /** Returns the known banners found, each once. */
  List<String> banners() {
    return banners;
  }

  /** Returns the first version found. */
  Optional<MicroPythonVersion> version() {
    return version;
  }

  /** Looks through bytes that lie together; no text goes on from one such part into another. */
  void look(Bytes bytes) {
    int end = bytes.length();
    int seen = 0;
    for (int at = 0; at < end; at += stride) {
      if (!isPrintable(bytes.u8(at))) {
        continue;
      }
      int from = at;
      while (from > seen && isPrintable(bytes.u8(from - 1))) {
        from--;
      }
      int to = at + 1;
      while (to < end && isPrintable(bytes.u8(to))) {
        to++;
      }
      if (to - from >= stride) {
        lookAtText(bytes, from, to);
      }
      seen = to;
      at = to;
    }
  }

  private static boolean isPrintable(int value) {
    return value >= ' ' && value <= '~';
  }

  private void lookAtText(Bytes bytes, int from, int to) {
    boolean terminated =
        from > 0 && bytes.u8(from - 1) == 0 && to < bytes.length() && bytes.u8(to) == 0;
    if (terminated && to - from <= catalog.longestBuildName()) {
      String text = bytes.slice(from, to - from).latin1();
      if (catalog.hasBuildName(text)) {
        addOnce(buildNames, text);
      }
    }
    for (int at = from; at < to; at++) {
      int c = bytes.u8(at);
      if (c == ' ' && bytes.hasText(at, WITH)) {
        lookAtBanner(bytes, from, at, to);
      } else if (c == 'M' && version.isEmpty() && bytes.hasText(at, MicroPythonVersion.PREFIX)) {
        int start = at + MicroPythonVersion.PREFIX.length();
        version = MicroPythonVersion.parse(text(bytes, start, to));
      }
    }
  }

  /** Takes a banner apart: {@code MicroPython v1.12 on 2019-12-20; PYBv1.1 with STM32F405RG}. */
  private void lookAtBanner(Bytes bytes, int from, int with, int to) {
    int start = Math.max(from, with - MOST_CHARACTERS);
    for (int at = with - AFTER_VERSION.length(); at >= start; at--) {
      if (bytes.hasText(at, AFTER_VERSION)) {
        start = at + AFTER_VERSION.length();
      }
    }
    String banner = text(bytes, start, to);
    if (catalog.hasBanner(banner)) {
      addOnce(banners, banner);
    }
  }

  private static String text(Bytes bytes, int from, int to) {
    return bytes.slice(from, Math.max(0, Math.min(to - from, MOST_CHARACTERS))).latin1();
  }

  private static void addOnce(List<String> list, String text) {
    if (!list.contains(text)) {
      list.add(text);
    }
  }
}
