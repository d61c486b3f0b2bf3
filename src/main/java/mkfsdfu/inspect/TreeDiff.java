package mkfsdfu.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.NameRules;
import mkfsdfu.inspect.Change.Aspect;
import mkfsdfu.inspect.Change.Kind;
import mkfsdfu.inspect.Change.Subject;

/** Compares two trees. Names that differ in case alone are one file to the board, and so here. */
final class TreeDiff {
  private final boolean times;
  private final List<Change> changes = new ArrayList<>();
  private final Deque<Pair> unread = new ArrayDeque<>();

  private record Pair(Node one, Node other) {}

  private TreeDiff(boolean times) {
    this.times = times;
  }

  /**
   * Compares.
   *
   * @param times whether files' modification times count
   * @return nothing if the trees are the same
   */
  static List<Change> of(Node one, Node other, boolean times) {
    TreeDiff diff = new TreeDiff(times);
    diff.unread.push(new Pair(one, other));
    while (!diff.unread.isEmpty()) {
      Pair pair = diff.unread.pop();
      diff.directories(pair.one(), pair.other());
    }
    return diff.changes;
  }

  private void directories(Node one, Node other) {
    Map<String, Deque<Node>> unmatched = new HashMap<>();
    List<Node> others = other.children();
    for (Node child : others) {
      unmatched
          .computeIfAbsent(NameRules.foldedKey(child.name()), key -> new ArrayDeque<>(1))
          .add(child);
    }
    List<Pair> below = new ArrayList<>();
    for (Node child : one.children()) {
      Deque<Node> twins = unmatched.get(NameRules.foldedKey(child.name()));
      if (twins == null || twins.isEmpty()) {
        oneSided(Kind.REMOVED, child);
        continue;
      }
      Node twin = twins.remove();
      compare(child, twin);
      if (child.isDirectory() && twin.isDirectory()) {
        below.add(new Pair(child, twin));
      }
    }
    for (Node child : others) {
      Deque<Node> left = unmatched.get(NameRules.foldedKey(child.name()));
      if (!left.isEmpty() && left.peek() == child) {
        oneSided(Kind.ADDED, left.remove());
      }
    }
    for (int i = below.size() - 1; i >= 0; i--) {
      unread.push(below.get(i));
    }
  }

  /** Reports something and all that it holds. */
  private void oneSided(Kind kind, Node top) {
    Deque<Node> open = new ArrayDeque<>();
    open.push(top);
    while (!open.isEmpty()) {
      Node node = open.pop();
      long bytes = node.isDirectory() ? -1 : node.bytes();
      changes.add(
          new Change(
              kind,
              subject(node),
              node.path(),
              List.of(),
              kind == Kind.REMOVED ? bytes : -1,
              kind == Kind.ADDED ? bytes : -1,
              ""));
      List<Node> children = node.isDirectory() ? node.children() : List.of();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
  }

  private void compare(Node one, Node other) {
    if (one.isDirectory() != other.isDirectory()) {
      add(one, other, List.of(Aspect.TYPE), one.isDirectory() ? "now a file" : "now a directory");
      return;
    }
    List<Aspect> aspects = new ArrayList<>();
    List<String> words = new ArrayList<>();
    if (!one.name().equals(other.name())) {
      aspects.add(Aspect.NAME);
      words.add("now called " + other.name());
    }
    if (!one.isDirectory()) {
      compareFiles(one, other, aspects, words);
    }
    if (!aspects.isEmpty()) {
      add(one, other, aspects, String.join("; ", words));
    }
  }

  private void compareFiles(Node one, Node other, List<Aspect> aspects, List<String> words) {
    if (one.bytes() != other.bytes()) {
      aspects.add(Aspect.SIZE);
      words.add(one.bytes() + " bytes, now " + other.bytes());
    } else {
      compareContent(one, other, aspects, words);
    }
    if (times && one.modified().packed() != other.modified().packed()) {
      aspects.add(Aspect.TIME);
      words.add("modified " + one.modified() + ", now " + other.modified());
    }
  }

  private static void compareContent(
      Node one, Node other, List<Aspect> aspects, List<String> words) {
    try {
      int at = Arrays.mismatch(one.content(), other.content());
      if (at >= 0) {
        aspects.add(Aspect.CONTENT);
        words.add("content differs, first at byte " + at);
      }
    } catch (DataFailure e) {
      aspects.add(Aspect.UNREADABLE);
      words.add(e.getMessage());
    }
  }

  private void add(Node one, Node other, List<Aspect> aspects, String what) {
    changes.add(
        new Change(
            Kind.CHANGED, subject(one), one.path(), aspects, bytes(one), bytes(other), what));
  }

  private static long bytes(Node node) {
    return node.isDirectory() ? -1 : node.bytes();
  }

  private static Subject subject(Node node) {
    return node.isDirectory() ? Subject.DIRECTORY : Subject.FILE;
  }
}
