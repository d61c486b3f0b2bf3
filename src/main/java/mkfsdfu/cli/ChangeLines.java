package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import java.util.List;
import java.util.Locale;
import mkfsdfu.inspect.Change;
import mkfsdfu.inspect.Change.Aspect;
import mkfsdfu.inspect.Change.Subject;

/** Differences, for people and for machines. */
final class ChangeLines {
  private static final int KIND_COLUMNS = 9;

  private ChangeLines() {}

  static void print(Console console, List<Change> changes) {
    for (Change change : changes) {
      String kind = word(change.kind());
      console.line(
          kind + " ".repeat(KIND_COLUMNS - kind.length()) + subject(change) + rest(change));
    }
  }

  private static String subject(Change change) {
    return switch (change.subject()) {
      case FILE, DEVICE -> change.path();
      case DIRECTORY -> change.path() + "/";
      case ELEMENT -> "element at " + change.path();
    };
  }

  private static String rest(Change change) {
    if (!change.what().isEmpty()) {
      return ": " + change.what();
    }
    long bytes = Math.max(change.oldBytes(), change.newBytes());
    return change.subject() == Subject.DIRECTORY ? "" : " (" + bytes + " bytes)";
  }

  static void write(JsonStringWriter json, List<Change> changes) {
    json.array("changes");
    for (Change change : changes) {
      json.object();
      json.value("kind", word(change.kind()));
      json.value("subject", word(change.subject()));
      json.value("path", change.path());
      json.array("aspects");
      for (Aspect aspect : change.aspects()) {
        json.value(word(aspect));
      }
      json.end();
      if (change.oldBytes() >= 0) {
        json.value("oldBytes", change.oldBytes());
      }
      if (change.newBytes() >= 0) {
        json.value("newBytes", change.newBytes());
      }
      json.value("what", change.what());
      json.end();
    }
    json.end();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
