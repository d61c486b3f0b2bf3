package mkfsdfu.fat;

import java.util.HashSet;
import java.util.List;
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
  private int nextNumber = DRIVERS_ATTEMPTS + 1;

  private ShortNames() {}

  /**
   * Returns the short name of each name.
   *
   * @param entries of one directory in the order of its slots, no two equal without case
   */
  static ShortName[] assign(List<? extends VolumeEntry> entries) {
    ShortNames names = new ShortNames();
    ShortName[] assigned = new ShortName[entries.size()];
    for (int i = 0; i < assigned.length; i++) {
      assigned[i] = ShortName.of(entries.get(i).name());
      if (!assigned[i].lossy() && !names.taken.add(assigned[i].padded())) {
        throw new InternalFailure(
            entries.get(i).name(), "the name stands twice in its directory but for case", "");
      }
    }
    for (int i = 0; i < assigned.length; i++) {
      if (assigned[i].lossy()) {
        assigned[i] = names.withFreeTail(assigned[i], entries.get(i).name());
      }
    }
    return assigned;
  }

  private ShortName withFreeTail(ShortName shortName, String name) {
    for (int attempt = 1; attempt <= DRIVERS_ATTEMPTS; attempt++) {
      int number = attempt <= COUNTED_ATTEMPTS ? attempt : TailHash.of(name, attempt);
      ShortName candidate = shortName.withTail(number);
      if (taken.add(candidate.padded())) {
        return candidate;
      }
    }
    while (true) {
      ShortName candidate = shortName.withTail(nextNumber++);
      if (taken.add(candidate.padded())) {
        return candidate;
      }
    }
  }
}
