package mkfsdfu.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Leaves out the file that is going to be written, under whatever name or link it is found. As in
 * tar: it would hold itself as it was before, and a second run would give other bytes.
 */
final class OutputRule {
  private static final OutputRule NONE = new OutputRule(null, -1);

  private final Path output;
  private final long bytes;

  private OutputRule(Path output, long bytes) {
    this.output = output;
    this.bytes = bytes;
  }

  /** Returns the rule for an output, which may be null or not there yet. */
  static OutputRule of(Path output) {
    try {
      return output != null && Files.exists(output)
          ? new OutputRule(output, Files.size(output))
          : NONE;
    } catch (IOException e) {
      throw HostFailures.unreadable(output, e);
    }
  }

  /** Returns what leaves the entry out, in the user's words, or null if it stays. */
  String excluding(HostEntry entry) {
    // Of the same size are few, and only those are worth asking the host about.
    if (!entry.attributes().isRegularFile() || entry.attributes().size() != bytes) {
      return null;
    }
    try {
      return Files.isSameFile(entry.path(), output) ? Exclusion.OUTPUT : null;
    } catch (IOException e) {
      throw HostFailures.unreadable(entry.path(), e);
    }
  }
}
