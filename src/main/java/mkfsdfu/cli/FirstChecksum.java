package mkfsdfu.cli;

import java.util.zip.CRC32;

/**
 * Has the library for checksums loaded by a thread of its own, while picocli reads the command
 * line. All that makes a file or looks into one needs it, and on Java 25 the first checksum takes
 * 0.7 ms: it looks for the library with much of Java that nothing has called before.
 */
final class FirstChecksum extends Thread {
  private FirstChecksum() {
    super("first checksum");
    // A run that ends before, with a usage error, does not wait for it.
    setDaemon(true);
  }

  /** Begins; nobody waits for the end, but for who needs a checksum before it. */
  static void begin() {
    try {
      new FirstChecksum().start();
    } catch (OutOfMemoryError e) {
      // The system has no more threads.
    }
  }

  @Override
  public void run() {
    try {
      new CRC32().update(0);
    } catch (Error e) {
      // Whoever needs it meets this too, and says so.
    }
  }
}
