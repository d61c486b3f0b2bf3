package mkfsdfu.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import mkfsdfu.error.Failure;
import mkfsdfu.error.IoFailure;
import mkfsdfu.error.NoInputFailure;

/** Says in one line what the JDK says in many exceptions. */
final class HostFailures {
  private HostFailures() {}

  /** Something that was there a moment ago is not. */
  static Failure vanished(Path host, IOException cause) {
    return new IoFailure(
        host.toString(), "vanished while it was read", Snapshot.RUN_AGAIN, List.of(), cause);
  }

  /** Something is there and cannot be read. */
  static Failure unreadable(Path host, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return new NoInputFailure(
          host.toString(),
          "cannot be read: permission denied",
          "make it readable",
          List.of(),
          cause);
    }
    return new NoInputFailure(
        host.toString(), "cannot be read: " + reason(cause), "", List.of(), cause);
  }

  /** Returns why, without the path that the JDK's own messages begin with. */
  static String reason(IOException cause) {
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
