package mkfsdfu.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names what stands at a path, for messages. */
final class FileKind {
  /** Bits of a Unix mode that hold the kind of file (POSIX sys/stat.h). */
  private static final int KIND = 0xF000;

  private FileKind() {}

  static String of(Path path) {
    try {
      if (Files.getAttribute(path, "unix:mode") instanceof Integer mode) {
        return switch (mode & KIND) {
          case 0x1000 -> "a named pipe";
          case 0x2000 -> "a character device";
          case 0x4000 -> "a directory";
          case 0x6000 -> "a block device";
          case 0x8000 -> "a file";
          case 0xC000 -> "a socket";
          default -> "a special file";
        };
      }
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      // Only the message would have been better.
    }
    return Files.isRegularFile(path) ? "a file" : "a special file";
  }
}
