package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.fat.FatTime;
import mkfsdfu.fat.FileContent;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeEntry;
import mkfsdfu.fat.VolumeFile;
import mkfsdfu.source.SourceDirectory;
import mkfsdfu.source.SourceEntry;
import mkfsdfu.source.SourceFile;

/** Turns what was found on the host into what is to stand in the volume. */
final class VolumeTrees {
  private VolumeTrees() {}

  /** Returns the same tree with FAT's times; the files' bytes stay on the host. */
  static VolumeDirectory of(SourceDirectory directory) {
    List<VolumeEntry> entries = new ArrayList<>(directory.entries().size());
    for (SourceEntry entry : directory.entries()) {
      if (entry instanceof SourceDirectory child) {
        entries.add(of(child));
      } else if (entry instanceof SourceFile file) {
        entries.add(new VolumeFile(file.name(), time(file), new HostContent(file)));
      }
    }
    return new VolumeDirectory(directory.name(), time(directory), entries);
  }

  private static FatTime time(SourceEntry entry) {
    return FatTime.ofEpochSecond(entry.modifiedEpochSecond());
  }

  /** A file's bytes, on the host. */
  private record HostContent(SourceFile file) implements FileContent {
    @Override
    public long bytes() {
      return file.bytes();
    }

    @Override
    public void copyTo(byte[] target, int offset) {
      // Each file is read again for the proof, which looks first: a look less at each of thousands.
      file.copyOnce(target, offset);
    }

    @Override
    public void expectUnchanged() {
      file.expectUnchanged();
    }
  }
}
