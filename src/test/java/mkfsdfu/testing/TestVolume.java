package mkfsdfu.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import mkfsdfu.fat.FatTime;
import mkfsdfu.fat.FileContent;
import mkfsdfu.fat.FormatRequest;
import mkfsdfu.fat.GeometryRule;
import mkfsdfu.fat.Layout;
import mkfsdfu.fat.NamedTree;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeEntry;
import mkfsdfu.fat.VolumeFile;
import mkfsdfu.fat.VolumeLabel;
import mkfsdfu.fat.VolumeWriter;

/** A small volume for tests outside the room that makes them, and ways to spoil it. */
public final class TestVolume {
  /** 2024-05-06 07:08:10. */
  public static final FatTime TIME = new FatTime(0x58A6, 0x3905);

  private static final int SLOT_BYTES = 32;
  private static final int LONG_NAME = 0x0F;
  private static final int[] UNIT_OFFSETS = {1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30};

  private final Map<String, Object> root = new LinkedHashMap<>();

  /** Adds a file; directories on the way come by themselves. */
  public TestVolume file(String path, String content) {
    String[] names = path.split("/", -1);
    folder(names, names.length - 1)
        .put(names[names.length - 1], content.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Adds an empty directory. */
  public TestVolume directory(String path) {
    String[] names = path.split("/", -1);
    folder(names, names.length);
    return this;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> folder(String[] names, int depth) {
    Map<String, Object> folder = root;
    for (int i = 0; i < depth; i++) {
      folder =
          (Map<String, Object>)
              folder.computeIfAbsent(names[i], name -> new LinkedHashMap<String, Object>());
    }
    return folder;
  }

  /** Returns the volume of so many bytes as the board would format it. */
  public byte[] bytes(int volumeBytes) {
    return bytes(volumeBytes, 512);
  }

  /** Returns the volume with other sectors. */
  public byte[] bytes(int volumeBytes, int sectorBytes) {
    Layout layout =
        Layout.of(
            NamedTree.of(directory("", root)),
            GeometryRule.geometry(FormatRequest.asTheDriver(volumeBytes, sectorBytes)),
            VolumeLabel.of("TEST"));
    return VolumeWriter.write(layout, OptionalInt.of(0x1234ABCD)).bytes().toArray();
  }

  @SuppressWarnings("unchecked")
  private static VolumeDirectory directory(String name, Map<String, Object> held) {
    List<VolumeEntry> entries = new ArrayList<>();
    for (Map.Entry<String, Object> entry : held.entrySet()) {
      entries.add(
          entry.getValue() instanceof byte[] content
              ? new VolumeFile(entry.getKey(), TIME, content(content))
              : directory(entry.getKey(), (Map<String, Object>) entry.getValue()));
    }
    return new VolumeDirectory(name, TIME, entries);
  }

  private static FileContent content(byte[] bytes) {
    return new FileContent() {
      @Override
      public long bytes() {
        return bytes.length;
      }

      @Override
      public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, bytes.length);
      }
    };
  }

  /** Returns where a text stands, one byte a character. */
  public static int find(byte[] bytes, String latin1) {
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(latin1);
    if (at < 0) {
      throw new AssertionError("no " + latin1);
    }
    return at;
  }

  /** Replaces the only place of a text by another of the same length. */
  public static byte[] replace(byte[] bytes, String from, String to) {
    byte[] changed = bytes.clone();
    byte[] text = to.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, changed, find(bytes, from), from.length());
    return changed;
  }

  /** Puts another long name in the place of one; both have at most 13 characters, one slot. */
  public static byte[] rename(byte[] bytes, String from, String to) {
    byte[] changed = bytes.clone();
    for (int slot = 0; slot + SLOT_BYTES <= changed.length; slot += SLOT_BYTES) {
      if (changed[slot + 11] == LONG_NAME && longName(changed, slot).equals(from)) {
        for (int i = 0; i < UNIT_OFFSETS.length; i++) {
          int unit = i < to.length() ? to.charAt(i) : i == to.length() ? 0 : 0xFFFF;
          changed[slot + UNIT_OFFSETS[i]] = (byte) unit;
          changed[slot + UNIT_OFFSETS[i] + 1] = (byte) (unit >> 8);
        }
        return changed;
      }
    }
    throw new AssertionError("no " + from);
  }

  private static String longName(byte[] bytes, int slot) {
    StringBuilder name = new StringBuilder();
    for (int offset : UNIT_OFFSETS) {
      char unit = (char) ((bytes[slot + offset] & 0xFF) | (bytes[slot + offset + 1] << 8));
      if (unit == 0) {
        break;
      }
      name.append(unit);
    }
    return name.toString();
  }
}
