package mkfsdfu.fat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mkfsdfu.error.InternalFailure;

/**
 * The short names of one directory, as FatFs would have given them to names entered in this order,
 * with two exceptions.
 *
 * <p>A short name that is another file's whole name is kept free. FatFs would open the wrong file
 * instead: where {@code longfilename.txt} already has {@code LONGFI~1.TXT}, writing {@code
 * longfi~1.txt} writes into it.
 *
 * <p>Where FatFs gives up after 99 attempts, we go on with a number that counts up through the
 * whole directory, so that all such names together cost no more attempts than the directory has
 * entries.
 */
final class ShortNames {
  /** Up to here the attempt itself is the tail's number; then it is a hash of the name. */
  private static final int COUNTED_ATTEMPTS = 5;

  private static final int DRIVERS_ATTEMPTS = 99;

  private final Set<String> taken = new HashSet<>();

  /** The next counted attempt for each short name without tail: what was tried stays taken. */
  private final Map<String, Integer> nextAttempts = new HashMap<>();

  private int nextNumber = DRIVERS_ATTEMPTS + 1;

  private ShortNames() {}

  /**
   * Gives a tail to each short name of a directory that needs one.
   *
   * @param entries of one directory in the order of its slots, no two names equal without case
   * @param names their {@linkplain ShortName#of short names without tail}, to be completed; with
   *     long-name slots they fit into one directory
   */
  static void addTails(List<VolumeEntry> entries, ShortName[] names) {
    ShortNames directory = new ShortNames();
    for (int i = 0; i < names.length; i++) {
      if (!names[i].lossy() && !directory.taken.add(names[i].padded())) {
        throw new InternalFailure(
            entries.get(i).name(), "the name stands twice in its directory but for case", "");
      }
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].lossy()) {
        names[i] = directory.withFreeTail(names[i], entries.get(i).name());
      }
    }
  }

  private ShortName withFreeTail(ShortName plain, String name) {
    Integer next = nextAttempts.get(plain.padded());
    for (int attempt = next == null ? 1 : next; attempt <= DRIVERS_ATTEMPTS; attempt++) {
      boolean isCounted = attempt <= COUNTED_ATTEMPTS;
      ShortName candidate = plain.withTail(isCounted ? attempt : TailHash.of(name, attempt));
      if (isCounted) {
        nextAttempts.put(plain.padded(), attempt + 1);
      }
      if (taken.add(candidate.padded())) {
        return candidate;
      }
    }
    while (true) {
      ShortName candidate = plain.withTail(nextNumber++);
      if (taken.add(candidate.padded())) {
        return candidate;
      }
    }
  }
}
