package mkfsdfu.hex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;

/**
 * Puts the data records of a file together. They may stand in any order; most continue the one
 * before, so only those that do not are looked up.
 */
final class HexSections {
  private static final int FIRST_BYTES = 64;

  private final TreeMap<Long, Run> runs = new TreeMap<>();
  private Run current = new Run(0, 0);

  /** Records that each continue the one before. */
  private static final class Run {
    final long address;

    /** Where the next run begins that was there when this one did. */
    final long limit;

    byte[] bytes = new byte[FIRST_BYTES];
    int length;

    Run(long address, long limit) {
      this.address = address;
      this.limit = limit;
    }

    long end() {
      return address + length;
    }
  }

  /** Adds a line's data, or returns false if some of it is there already. */
  boolean add(long address, HexLine line) {
    if (line.length() == 0) {
      return true;
    }
    if (address != current.end() || current.length == 0) {
      Map.Entry<Long, Run> before = runs.floorEntry(address);
      if (before != null && before.getValue().end() > address) {
        return false;
      }
      Map.Entry<Long, Run> after = runs.higherEntry(address);
      current = new Run(address, after == null ? Address.SPACE_BYTES : after.getKey());
      runs.put(address, current);
    }
    if (current.end() + line.length() > current.limit) {
      return false;
    }
    if (current.length + line.length() > current.bytes.length) {
      current.bytes = Arrays.copyOf(current.bytes, 2 * current.bytes.length + line.length());
    }
    line.copyTo(current.bytes, current.length);
    current.length += line.length();
    return true;
  }

  /** Returns what came in by ascending address; what touches becomes one section. */
  List<FlashBytes> finish() {
    List<FlashBytes> sections = new ArrayList<>();
    List<Run> touching = new ArrayList<>();
    long end = 0;
    for (Run run : runs.values()) {
      if (!touching.isEmpty() && run.address != end) {
        sections.add(joined(touching, end));
        touching.clear();
      }
      touching.add(run);
      end = run.end();
    }
    if (!touching.isEmpty()) {
      sections.add(joined(touching, end));
    }
    return sections;
  }

  private static FlashBytes joined(List<Run> touching, long end) {
    Run first = touching.get(0);
    Bytes bytes = Bytes.wrap(first.bytes).slice(0, first.length);
    if (touching.size() > 1) {
      byte[] whole = new byte[(int) (end - first.address)];
      for (Run run : touching) {
        System.arraycopy(run.bytes, 0, whole, (int) (run.address - first.address), run.length);
      }
      bytes = Bytes.wrap(whole);
    }
    return new FlashBytes(new Address(first.address), bytes);
  }
}
