package mkfsdfu.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import mkfsdfu.flash.Bytes;
import mkfsdfu.source.SourceDirectory;
import mkfsdfu.source.SourceEntry;
import mkfsdfu.source.SourceFile;

/**
 * A directory as a Python module whose data stay in the firmware's flash when it is frozen.
 *
 * <p>MicroPython keeps the constants of frozen bytecode where they are: strings, bytes, and since
 * 1.19 tuples of constants (tools/mpy-tool.py). A dict is built in RAM at every import, and a name
 * for each file would take a slot of the module's dict, also in RAM. So everything is in one tuple,
 * path and bytes in turn, by ascending path; an import costs the same however many files there are.
 */
public final class FrozenModule {
  private static final String HEAD =
      """
      # Made by mkfsdfu freeze: files as constants, which stay in flash when this module is frozen.

      _FILES = (
      """;

  private static final String FOOT =
      """
      )


      def paths():
          for i in range(0, len(_FILES), 2):
              yield _FILES[i]


      def read(path):
          low = 0
          high = len(_FILES) // 2
          while low < high:
              middle = (low + high) // 2
              if _FILES[2 * middle] < path:
                  low = middle + 1
              else:
                  high = middle
          if 2 * low == len(_FILES) or _FILES[2 * low] != path:
              raise KeyError(path)
          return _FILES[2 * low + 1]


      def view(path):
          return memoryview(read(path))
      """;

  private FrozenModule() {}

  /**
   * Returns the module as pieces to write one after the other; each is made when it is asked for.
   */
  public static Iterable<Bytes> pieces(SourceDirectory root) {
    List<Named> files = new ArrayList<>();
    addContents(root, "", files);
    files.sort((one, other) -> Arrays.compareUnsigned(utf8(one.path()), utf8(other.path())));
    return () -> new Pieces(files);
  }

  private record Named(String path, SourceFile file) {}

  private static void addContents(SourceDirectory directory, String prefix, List<Named> files) {
    for (SourceEntry entry : directory.entries()) {
      String path = prefix + entry.name();
      if (entry instanceof SourceDirectory child) {
        addContents(child, path + "/", files);
      } else if (entry instanceof SourceFile file) {
        files.add(new Named(path, file));
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The head, each file, the foot. */
  private static final class Pieces implements Iterator<Bytes> {
    private final Iterator<Named> files;
    private boolean begun;
    private boolean ended;

    Pieces(List<Named> files) {
      this.files = files.iterator();
    }

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public Bytes next() {
      if (!begun) {
        begun = true;
        return Bytes.wrap(utf8(HEAD));
      }
      if (files.hasNext()) {
        Named next = files.next();
        byte[] content = new byte[(int) next.file().bytes()];
        next.file().copyTo(content, 0);
        return PythonLiterals.entry(next.path(), content);
      }
      ended = true;
      return Bytes.wrap(utf8(FOOT));
    }
  }
}
