package mkfsdfu.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;

/** Makes bytes that look like a firmware: code that means nothing, and strings that do. */
final class StandInFirmware {
  private static final int PART_BYTES = 3000;
  private static final int STRINGS_AT = 1501;

  private StandInFirmware() {}

  /** Returns parts at the addresses; the strings, NUL-terminated, lie in the last. */
  static List<FlashBytes> at(List<Address> addresses, String... strings) {
    List<FlashBytes> parts = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      String[] here = i == addresses.size() - 1 ? strings : new String[0];
      parts.add(new FlashBytes(addresses.get(i), Bytes.wrap(bytes(i, here))));
    }
    return parts;
  }

  /** Returns parts at the addresses, given as in {@code 0x08000000 0x08020000}. */
  static List<FlashBytes> at(String addresses, String... strings) {
    List<Address> list = new ArrayList<>();
    for (String address : Words.of(addresses)) {
      list.add(Address.parse(address));
    }
    return at(list, strings);
  }

  static byte[] bytes(int seed, String... strings) {
    byte[] bytes = new byte[PART_BYTES];
    new Random(seed).nextBytes(bytes);
    int at = STRINGS_AT;
    bytes[at++] = 0;
    for (String string : strings) {
      byte[] text = string.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(text, 0, bytes, at, text.length);
      at += text.length;
      bytes[at++] = 0;
    }
    return bytes;
  }
}
