package mkfsdfu.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The erase sectors of a flash: the units that a programmer can only erase as a whole.
 *
 * @param runs stretches of equal sectors, in ascending order and not overlapping
 */
public record EraseMap(List<Run> runs) {
  /** Nothing is known of the sectors. */
  public static final EraseMap UNKNOWN = new EraseMap(List.of());

  /** Checks that the runs ascend and do not overlap. */
  public EraseMap {
    runs = List.copyOf(runs);
    long end = 0;
    for (Run run : runs) {
      if (run.start().value() < end) {
        throw new IllegalArgumentException("sectors from " + run.start() + " overlap or descend");
      }
      end = run.region().end();
    }
  }

  /**
   * Equal sectors that follow each other.
   *
   * @param start the first one's address
   * @param count how many, at least 1; the last ends within 32 bits
   * @param sectorBytes the size of each, in bytes
   */
  public record Run(Address start, int count, int sectorBytes) {
    /** Returns what the sectors cover together. */
    public Region region() {
      return new Region(start, (long) count * sectorBytes);
    }

    /**
     * Reads one run, {@code 4x16K@0x08000000}; a size without a letter, or with B, is in bytes.
     *
     * @throws mkfsdfu.error.UsageFailure if a number in it is not one
     * @throws IllegalArgumentException if the text has another form
     */
    public static Run parse(String text) {
      int times = text.indexOf('x');
      int at = text.indexOf('@');
      if (times < 1 || at < times) {
        throw new IllegalArgumentException("not COUNTxSIZE@ADDRESS: " + text);
      }
      int unit = text.charAt(at - 1) == 'B' ? at - 1 : at;
      long count = Numbers.parse("erase sectors", text.substring(0, times), 1 << 20);
      long bytes = Numbers.parseSize("erase sector", text.substring(times + 1, unit));
      Address start = Address.parse(text.substring(at + 1));
      if (count == 0 || bytes > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("not a count and a size of sectors: " + text);
      }
      return new Run(start, (int) count, (int) bytes);
    }
  }

  /**
   * Reads the notation of ST's DfuSe descriptors turned around, {@code
   * 4x16K@0x08000000,1x64K@0x08010000}.
   *
   * @throws mkfsdfu.error.UsageFailure if a number in it is not one
   * @throws IllegalArgumentException if the text has another form
   */
  public static EraseMap parse(String text) {
    List<Run> runs = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      runs.add(Run.parse(text.substring(from, to).trim()));
      from = to + 1;
    }
    return new EraseMap(runs);
  }

  /** Tells whether no sector is known, and so nothing can be checked against them. */
  public boolean isUnknown() {
    return runs.isEmpty();
  }

  /** Returns the sector that an address lies in, if any. */
  public Optional<Region> sectorAt(Address address) {
    for (Run run : runs) {
      if (run.region().contains(address)) {
        long index = (address.value() - run.start().value()) / run.sectorBytes();
        return Optional.of(
            new Region(
                new Address(run.start().value() + index * run.sectorBytes()), run.sectorBytes()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the gapless stretch of sectors that an address lies in, if any: the flash of one chip,
   * whose end is the end of that flash.
   */
  public Optional<Region> flashAt(Address address) {
    long start = 0;
    long end = 0;
    for (Run run : runs) {
      Region region = run.region();
      if (region.start().value() != end || end == 0) {
        if (start <= address.value() && address.value() < end) {
          break;
        }
        start = region.start().value();
      }
      end = region.end();
    }
    return start <= address.value() && address.value() < end
        ? Optional.of(new Region(new Address(start), end - start))
        : Optional.empty();
  }

  /** Tells whether every address of the region lies in a sector, without a gap between. */
  public boolean covers(Region region) {
    Optional<Region> flash = flashAt(region.start());
    return flash.isPresent() && flash.get().contains(region);
  }

  /**
   * Returns the sector that two regions share, if there is one: erasing it for the one wipes what
   * was written of the other. Regions that overlap share a sector too.
   */
  public Optional<Region> sharedSector(Region one, Region other) {
    boolean inOrder = one.start().compareTo(other.start()) <= 0;
    Region low = inOrder ? one : other;
    Region high = inOrder ? other : one;
    if (low.bytes() == 0 || high.bytes() == 0) {
      return Optional.empty();
    }
    Optional<Region> sector = sectorAt(high.start());
    return sector.isPresent() && sector.get().overlaps(low) ? sector : Optional.empty();
  }
}
