package mkfsdfu.fat;

import static org.assertj.core.api.Assertions.assertThat;

import de.waldheinz.fs.FsDirectory;
import de.waldheinz.fs.fat.FatFileSystem;
import de.waldheinz.fs.fat.FatType;
import de.waldheinz.fs.fat.SuperFloppyFormatter;
import de.waldheinz.fs.util.RamDisk;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mkfsdfu.flash.Bytes;
import mkfsdfu.testing.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volumes that others made: we read the tree that was put in, and find nothing wrong. */
class ForeignVolumesTest {
  private static final VolumeDirectory TREE =
      TestTree.empty()
          .file("boot.py", 0)
          .file("main.py", 1)
          .file("README.TXT", 511)
          .file("Mixed.Case", 512)
          .file("a rather long name with spaces.json", 4097)
          .file("x.y.z", 30000)
          .file("lib/__init__.py", 12)
          .file("lib/net/http.py", 9000)
          .file("lib/net/a-name-of-more-than-thirteen-units-in-each-of-its-parts.py", 77)
          .directory("empty")
          .file("img/logo.bmp", 65536)
          .build();

  @TempDir Path folder;

  /** KiB, FAT type, FATs, sectors per cluster, bytes per sector, root entries. */
  @ParameterizedTest
  @CsvSource({
    "360, 12, 1, 1, 512, 512",
    "360, 12, 2, 2, 512, 112",
    "1440, 12, 2, 1, 512, 224",
    "2000, 12, 1, 4, 512, 512",
    "4000, 12, 2, 8, 512, 16",
    "8000, 12, 1, 16, 512, 512",
    "20000, 12, 2, 32, 512, 512",
    "60000, 12, 1, 64, 512, 512",
    "120000, 12, 2, 128, 512, 512",
    "4096, 16, 1, 1, 512, 512",
    "9000, 16, 2, 2, 512, 512",
    "20000, 16, 1, 4, 512, 1024",
    "40000, 16, 2, 8, 512, 512",
    "4096, 12, 1, 1, 4096, 512",
    "30000, 12, 2, 4, 4096, 128",
    "40000, 16, 1, 1, 4096, 512",
    "80000, 16, 2, 2, 4096, 512",
    "2048, 12, 2, 1, 1024, 64",
    "2048, 12, 1, 2, 2048, 64",
  })
  void readsWhatMcopyPutInto(
      int kib, int type, int fats, int sectorsPerCluster, int sectorBytes, int rootEntries)
      throws Exception {
    Path image =
        format(
            kib,
            "-F",
            type,
            "-f",
            fats,
            "-s",
            sectorsPerCluster,
            "-S",
            sectorBytes,
            "-r",
            rootEntries,
            "-n",
            "PYBFLASH");
    Map<String, String> source = mcopy(image);
    Bytes bytes = Bytes.wrap(Files.readAllBytes(image));

    StoredVolume volume = VolumeReader.read("volume", bytes);

    assertThat(Trees.flat(volume.tree())).isEqualTo(source);
    assertThat(VolumeCheck.check(bytes, sectorBytes)).isEmpty();
    Geometry geometry = volume.geometry();
    assertThat(geometry.type().name()).isEqualTo("FAT" + type);
    assertThat(geometry.fats()).isEqualTo(fats);
    assertThat(geometry.sectorsPerCluster()).isEqualTo(sectorsPerCluster);
    assertThat(geometry.sectorBytes()).isEqualTo(sectorBytes);
    assertThat(volume.summary().label()).isEqualTo("PYBFLASH");
    assertThat(VolumeReader.recognise(bytes)).contains(volume.summary());
  }

  @Test
  void readsAVolumeWithoutLabel() throws Exception {
    Path image = format(1440);
    Map<String, String> source = mcopy(image);
    Bytes bytes = Bytes.wrap(Files.readAllBytes(image));

    assertThat(Trees.flat(VolumeReader.read("volume", bytes).tree())).isEqualTo(source);
    assertThat(VolumeCheck.check(bytes)).isEmpty();
    assertThat(VolumeReader.recognise(bytes).orElseThrow().label()).isEmpty();
  }

  @Test
  void readsAVolumeThatFilesWereDeletedFromAndAddedTo() throws Exception {
    Path image = format(1440);
    Map<String, String> source = mcopy(image);
    run("mdel", "-i", image, "::/a rather long name with spaces.json", "::/boot.py");
    run("mdeltree", "-i", image, "::/lib");
    source.keySet().removeIf(path -> path.startsWith("/lib/") || path.contains("boot.py"));
    source.remove("/a rather long name with spaces.json");
    Path more = folder.resolve("more");
    Files.createDirectory(more);
    Files.write(more.resolve("fragmented.bin"), new byte[60000]);
    run("mcopy", "-i", image, more.resolve("fragmented.bin"), "::/");
    source.putAll(Trees.flat(more));
    Bytes bytes = Bytes.wrap(Files.readAllBytes(image));

    StoredVolume volume = VolumeReader.read("volume", bytes);

    assertThat(Trees.flat(volume.tree())).isEqualTo(source);
    assertThat(volume.find("fragmented.bin").orElseThrow().isContiguous()).isFalse();
    assertThat(VolumeCheck.check(bytes)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"720, FAT12", "1440, FAT12", "9000, FAT16", "40000, FAT16"})
  void readsWhatFat32LibWrote(int kib, FatType type) throws Exception {
    RamDisk disk = new RamDisk(kib * 1024);
    FatFileSystem system =
        SuperFloppyFormatter.get(disk).setFatType(type).setVolumeLabel("PYBFLASH").format();
    add(system.getRoot(), TREE);
    system.close();
    byte[] array = new byte[kib * 1024];
    disk.read(0, ByteBuffer.wrap(array));
    Bytes bytes = Bytes.wrap(array);

    StoredVolume volume = VolumeReader.read("volume", bytes);

    // It keeps no order: the directories are compared, not their slots.
    assertThat(Trees.flat(volume.tree())).isEqualTo(Trees.flat(TREE));
    assertThat(VolumeCheck.check(bytes)).isEmpty();
  }

  private static void add(FsDirectory directory, VolumeDirectory tree) throws Exception {
    for (VolumeEntry entry : tree.entries()) {
      if (entry instanceof VolumeDirectory inner) {
        add(directory.addDirectory(entry.name()).getDirectory(), inner);
      } else {
        byte[] bytes = Trees.bytes(((VolumeFile) entry).content());
        directory.addFile(entry.name()).getFile().write(0, ByteBuffer.wrap(bytes));
      }
    }
  }

  private Path format(int kib, Object... options) {
    Path image = folder.resolve("volume.img");
    List<Object> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-a", "-C", image, kib));
    run("mkfs.fat", arguments.toArray());
    return image;
  }

  /** Fills a volume and returns what was put in. */
  private Map<String, String> mcopy(Path image) throws Exception {
    Path source = folder.resolve("source");
    Files.createDirectory(source);
    Trees.write(TREE, source);
    List<Object> arguments = new ArrayList<>(List.of("-s", "-i", image));
    arguments.addAll(Trees.children(source));
    arguments.add("::/");
    run("mcopy", arguments.toArray());
    return Trees.flat(source);
  }

  private static void run(String program, Object... arguments) {
    ExternalTool.Result result =
        ExternalTool.named(program).run(Map.of("MTOOLS_SKIP_CHECK", "1"), arguments);
    assertThat(result.exit()).as(program + " says " + result.err()).isZero();
  }
}
