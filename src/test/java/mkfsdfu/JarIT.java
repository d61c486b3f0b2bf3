package mkfsdfu;

import static org.assertj.core.api.Assertions.assertThat;

import de.waldheinz.fs.fat.FatFileSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the build puts into its jars. */
class JarIT {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Map<String, Long> whole = contents(Path.of("target", "mkfsdfu.jar"));

  JarIT() throws IOException {}

  @Test
  void holdsFat32LibAsItWasPublished() throws Exception {
    Map<String, Long> published =
        contents(
            Path.of(
                FatFileSystem.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    published.keySet().removeIf(name -> !name.endsWith(".class"));

    assertThat(published).hasSizeGreaterThan(30);
    assertThat(whole).containsAllEntriesOf(published);
  }

  @Test
  void leavesOutWhatNothingCalls() {
    assertThat(whole)
        .containsKey("picocli/CommandLine$Model$CommandSpec.class")
        .doesNotContainKeys("picocli/AutoComplete.class", "com/grack/nanojson/JsonParser.class");
  }

  @Test
  void differsFromTheLaunchersJarByTheManifestAlone() throws IOException {
    Map<String, Long> bare = contents(Path.of("target", "mkfsdfu-bare.jar"));

    assertThat(bare).doesNotContainKey(MANIFEST);
    assertThat(whole).containsKey(MANIFEST);
    whole.remove(MANIFEST);
    assertThat(bare).isEqualTo(whole);
  }

  /** Returns the checksum of each file in a jar. */
  private static Map<String, Long> contents(Path jar) throws IOException {
    Map<String, Long> contents = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        CRC32 sum = new CRC32();
        sum.update(zip.getInputStream(entry).readAllBytes());
        contents.put(entry.getName(), sum.getValue());
      }
    }
    return contents;
  }
}
