package mkfsdfu.fat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trees as something that can be compared: each path with the digest of its content. */
final class Trees {
  private Trees() {}

  /** Returns paths and contents of a volume's tree; a directory ends in a slash. */
  static Map<String, String> flat(VolumeDirectory root) {
    Map<String, String> flat = new TreeMap<>();
    add(flat, "", root);
    return flat;
  }

  /** Returns paths and contents of a directory on the host. */
  static Map<String, String> flat(Path folder) {
    Map<String, String> flat = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        String name = "/" + folder.relativize(path);
        if (Files.isRegularFile(path)) {
          flat.put(name, digest(Files.readAllBytes(path)));
        } else if (!path.equals(folder)) {
          flat.put(name + "/", "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return flat;
  }

  /** Writes a tree to a directory on the host. */
  static void write(VolumeDirectory tree, Path folder) throws IOException {
    for (VolumeEntry entry : tree.entries()) {
      Path path = folder.resolve(entry.name());
      if (entry instanceof VolumeDirectory directory) {
        Files.createDirectory(path);
        write(directory, path);
      } else {
        Files.write(path, bytes(((VolumeFile) entry).content()));
      }
    }
  }

  /** Returns what a directory on the host holds, as arguments for a program. */
  static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.sorted().forEach(children::add);
    }
    return children;
  }

  static byte[] bytes(FileContent content) {
    byte[] bytes = new byte[(int) content.bytes()];
    content.copyTo(bytes, 0);
    return bytes;
  }

  private static void add(Map<String, String> flat, String path, VolumeDirectory directory) {
    for (VolumeEntry entry : directory.entries()) {
      String name = path + "/" + entry.name();
      if (entry instanceof VolumeDirectory inner) {
        flat.put(name + "/", "");
        add(flat, name, inner);
      } else {
        flat.put(name, digest(bytes(((VolumeFile) entry).content())));
      }
    }
  }

  private static String digest(byte[] bytes) {
    try {
      java.security.MessageDigest sha256 = java.security.MessageDigest.getInstance("SHA-256");
      return bytes.length + " " + HexFormat.of().formatHex(sha256.digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
