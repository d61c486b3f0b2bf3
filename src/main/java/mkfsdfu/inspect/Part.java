package mkfsdfu.inspect;

import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Region;

/**
 * What is to be recognised as a whole: an element of a .dfu, or all of a raw file.
 *
 * @param number of the element, from 1 in file order; 1 for a raw file
 * @param target index of its target, from 0; 0 for a raw file
 * @param alternateSetting of its target, 0 to 255; 0 for a raw file
 * @param address where it is flashed to; null for a raw file
 * @param data its bytes
 */
public record Part(int number, int target, int alternateSetting, Address address, Bytes data) {
  /** What a part was recognised as. */
  public enum Kind {
    /** MicroPython, or a part of it. */
    FIRMWARE("firmware"),
    /** A FAT volume, or the first segment of one. */
    VOLUME("volume"),
    /** A further segment of a volume. */
    SEGMENT("segment"),
    /** What should be a volume, but no board would mount it. */
    UNMOUNTABLE("unmountable"),
    /** Anything else. */
    UNKNOWN("unknown");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** Returns the word that stands for it in JSON. */
    public String id() {
      return id;
    }
  }

  /** Tells whether it is known where the part is flashed to. */
  public boolean hasAddress() {
    return address != null;
  }

  /**
   * Returns the flash that the part covers.
   *
   * @throws NullPointerException if it has no address
   */
  public Region region() {
    return new Region(address, data.length());
  }

  /** Returns the bytes where they lie; those of a raw file at 0, where no flash is. */
  FlashBytes flashBytes() {
    return new FlashBytes(hasAddress() ? address : new Address(0), data);
  }

  /** Returns the part as messages name it. */
  public String described() {
    return hasAddress() ? "element " + number + " at " + address : "the file";
  }
}
