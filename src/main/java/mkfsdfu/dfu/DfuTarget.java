package mkfsdfu.dfu;

import java.nio.charset.StandardCharsets;
import java.util.List;
import mkfsdfu.flash.Bytes;

/**
 * One target of a DfuSe file: the elements for one alternate setting (ST UM0391, target prefix).
 *
 * @param alternateSetting the USB alternate setting that takes the elements, 0 to 255
 * @param named the "named" field as it stood, 0 to 2^32 - 1: not 0 if the name counts
 * @param nameField the name field as it stood, 255 bytes
 * @param elements in file order
 */
public record DfuTarget(
    int alternateSetting, long named, Bytes nameField, List<DfuElement> elements) {
  /** Bytes of the name field. */
  public static final int NAME_BYTES = 255;

  public DfuTarget {
    elements = List.copyOf(elements);
    if (alternateSetting < 0 || alternateSetting > 255) {
      throw new IllegalArgumentException("alternate setting " + alternateSetting);
    }
    if (named < 0 || named > DfuFormat.MOST_U32) {
      throw new IllegalArgumentException("named " + named);
    }
    if (nameField.length() != NAME_BYTES) {
      throw new IllegalArgumentException("name field of " + nameField.length() + " bytes");
    }
  }

  /** Makes the target that MicroPython's dfu.py makes: alternate setting 0, named {@code ST...}. */
  public static DfuTarget st(List<DfuElement> elements) {
    byte[] nameField = new byte[NAME_BYTES];
    byte[] name = "ST...".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(name, 0, nameField, 0, name.length);
    return new DfuTarget(0, 1, Bytes.wrap(nameField), elements);
  }

  /** Returns the same target with other elements. */
  public DfuTarget withElements(List<DfuElement> others) {
    return new DfuTarget(alternateSetting, named, nameField, others);
  }

  /** Returns the name: the field up to its first zero byte, one character a byte. */
  public String name() {
    String field = nameField.latin1();
    int end = field.indexOf('\0');
    return end < 0 ? field : field.substring(0, end);
  }
}
