package mkfsdfu.inspect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.NameRules;
import mkfsdfu.fat.StoredEntry;

/**
 * What of a volume may be written to the host. A name that could lead anywhere but to a file of its
 * own is refused with all that lies beneath it, and so is a file that the volume does not hold
 * whole; the rest goes on.
 */
public final class ExtractPlan {
  /**
   * Longest path below the directory that is written to, in characters. The board reaches 127; a
   * host some thousands, and the volume of a joker nests a hundred times deeper than that.
   */
  static final int MOST_PATH_CHARACTERS = 1000;

  private final boolean windows;
  private final List<Item> items = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private ExtractPlan(boolean windows) {
    this.windows = windows;
  }

  /**
   * Something to write.
   *
   * @param parent the directory to write it into; null for the one that all is written to
   * @param entry what to write; its name is safe
   */
  public record Item(Item parent, StoredEntry entry) {}

  /**
   * Something that is not written.
   *
   * @param path its path in the volume
   * @param why words that follow the path
   */
  public record Refusal(String path, String why) {}

  /** A directory still to be looked into. */
  private record Open(Item item, StoredEntry entry, int pathCharacters) {}

  /**
   * Plans.
   *
   * @param top a file, or a directory, which is written with its name; of the root only what it
   *     holds
   * @param windows whether names that Windows takes for devices are refused
   */
  public static ExtractPlan of(StoredEntry top, boolean windows) {
    ExtractPlan plan = new ExtractPlan(windows);
    if (top.parent() == null) {
      plan.open.push(new Open(null, top, 0));
    } else {
      plan.add(new Open(null, top.parent(), 0), top);
    }
    while (!plan.open.isEmpty()) {
      plan.addAll(plan.open.pop());
    }
    return plan;
  }

  private void addAll(Open directory) {
    Set<String> names = new HashSet<>();
    for (StoredEntry child : directory.entry().children()) {
      if (names.add(NameRules.foldedKey(child.name()))) {
        add(directory, child);
      } else {
        refuse(child, "its name stands there twice, and the board opens the first");
      }
    }
  }

  private void add(Open into, StoredEntry entry) {
    Optional<String> objection = HostNames.objection(entry.name(), windows);
    int characters = into.pathCharacters() + 1 + entry.name().length();
    if (objection.isPresent()) {
      refuse(entry, objection.get());
    } else if (characters > MOST_PATH_CHARACTERS) {
      refuse(entry, "its path is longer than " + MOST_PATH_CHARACTERS + " characters");
    } else if (entry.isDirectory()) {
      Item item = new Item(into.item(), entry);
      items.add(item);
      open.push(new Open(item, entry, characters));
    } else if (isWhole(entry)) {
      items.add(new Item(into.item(), entry));
    }
  }

  private boolean isWhole(StoredEntry file) {
    try {
      file.content();
      return true;
    } catch (DataFailure e) {
      refuse(file, "it cannot be read whole (" + e.getMessage() + ")");
      return false;
    }
  }

  private void refuse(StoredEntry entry, String why) {
    refusals.add(new Refusal(entry.path(), why));
  }

  /** Returns what is written, each directory before what it holds. */
  public List<Item> items() {
    return Collections.unmodifiableList(items);
  }

  /** Returns what is left out, and why. */
  public List<Refusal> refusals() {
    return Collections.unmodifiableList(refusals);
  }
}
