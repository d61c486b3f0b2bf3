package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Builds trees for tests, path by path; directories on the way come by themselves. */
final class TestTree {
  /** 2024-05-06 07:08:10. */
  static final FatTime TIME = new FatTime(0x58A6, 0x3905);

  private final Map<String, Object> root = new LinkedHashMap<>();

  static TestTree empty() {
    return new TestTree();
  }

  TestTree directory(String path) {
    folder(path.split("/"), path.split("/").length);
    return this;
  }

  TestTree file(String path, byte[] content) {
    String[] parts = path.split("/");
    folder(parts, parts.length - 1).put(parts[parts.length - 1], content);
    return this;
  }

  /** Adds a file of random bytes that depend on the path alone. */
  TestTree file(String path, int bytes) {
    byte[] content = new byte[bytes];
    new Random(path.hashCode()).nextBytes(content);
    return file(path, content);
  }

  /** Returns every file's bytes by its path; directories are paths with a slash at the end. */
  Map<String, byte[]> byPath() {
    Map<String, byte[]> paths = new TreeMap<>();
    list("", root, paths);
    return paths;
  }

  VolumeDirectory build() {
    return build(TIME);
  }

  VolumeDirectory build(FatTime time) {
    return directory("", root, time);
  }

  NamedTree named() {
    return NamedTree.of(build());
  }

  static FileContent content(byte[] bytes) {
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

  @SuppressWarnings("unchecked")
  private Map<String, Object> folder(String[] parts, int depth) {
    Map<String, Object> folder = root;
    for (int i = 0; i < depth; i++) {
      folder =
          (Map<String, Object>)
              folder.computeIfAbsent(parts[i], name -> new LinkedHashMap<String, Object>());
    }
    return folder;
  }

  @SuppressWarnings("unchecked")
  private static void list(String prefix, Map<String, Object> held, Map<String, byte[]> paths) {
    for (Map.Entry<String, Object> entry : held.entrySet()) {
      if (entry.getValue() instanceof byte[] bytes) {
        paths.put(prefix + entry.getKey(), bytes);
      } else {
        paths.put(prefix + entry.getKey() + "/", new byte[0]);
        list(prefix + entry.getKey() + "/", (Map<String, Object>) entry.getValue(), paths);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static VolumeDirectory directory(String name, Map<String, Object> held, FatTime time) {
    List<VolumeEntry> entries = new ArrayList<>();
    for (Map.Entry<String, Object> entry : held.entrySet()) {
      entries.add(
          entry.getValue() instanceof byte[] bytes
              ? new VolumeFile(entry.getKey(), time, content(bytes))
              : directory(entry.getKey(), (Map<String, Object>) entry.getValue(), time));
    }
    return new VolumeDirectory(name, time, entries);
  }
}
