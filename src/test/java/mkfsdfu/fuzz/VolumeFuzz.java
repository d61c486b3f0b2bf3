package mkfsdfu.fuzz;

import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.Finding;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.Severity;
import mkfsdfu.fat.StoredEntry;
import mkfsdfu.fat.StoredVolume;
import mkfsdfu.fat.VolumeCheck;
import mkfsdfu.fat.VolumeReader;
import mkfsdfu.flash.Bytes;
import mkfsdfu.inspect.ExtractPlan;
import mkfsdfu.inspect.TreeWalk;

/**
 * What must hold for any bytes that are read as a volume: reading and checking agree on whether it
 * mounts; a volume without damage can be read whole; and nothing takes more than the volume's size
 * accounts for.
 */
public final class VolumeFuzz {
  private static final int MOST_FOUND = 8;

  private VolumeFuzz() {}

  /** Called by the fuzzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Bytes bytes = Bytes.wrap(input);
    List<Finding> findings = VolumeCheck.check(bytes);
    StoredVolume volume;
    try {
      volume = VolumeReader.read("input", bytes);
    } catch (DataFailure e) {
      expect(findings.size() == 1, "refused, but the check found " + findings);
      expect(VolumeReader.recognise(bytes).isEmpty(), "refused, but recognised");
      return;
    }
    boolean sound = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    int slots = volume.geometry().rootEntries();
    slots += 2 * (input.length / Geometry.SLOT_BYTES);
    expect(volume.entries().size() <= slots, volume.entries().size() + " entries");
    long contentBytes = 0;
    for (StoredEntry entry : volume.entries()) {
      if (!entry.isDirectory()) {
        contentBytes += read(entry, sound);
      }
    }
    find(volume, sound);
    expect(contentBytes <= 2L * input.length, contentBytes + " bytes of content");
    walk(volume);
  }

  private static long read(StoredEntry file, boolean sound) {
    try {
      byte[] content = new byte[(int) file.content().bytes()];
      file.content().copyTo(content, 0);
      return content.length;
    } catch (DataFailure e) {
      expect(!sound, "no damage was found, but " + e.getMessage());
      return 0;
    }
  }

  /** Finding each of many would take as many steps as there are pairs. */
  private static void find(StoredVolume volume, boolean sound) {
    List<StoredEntry> entries = volume.entries();
    for (int i = 0; i < entries.size() && i < MOST_FOUND; i++) {
      String path = entries.get(i).path();
      expect(volume.find(path).isPresent() || !sound, "not found: " + path);
    }
  }

  private static void walk(StoredVolume volume) {
    int walked = 0;
    for (TreeWalk walk = new TreeWalk(volume.root()); walk.next(); ) {
      walked++;
    }
    expect(walked == volume.entries().size(), walked + " entries walked");
    ExtractPlan plan = ExtractPlan.of(volume.root(), true);
    for (ExtractPlan.Item item : plan.items()) {
      String name = item.entry().name();
      expect(!name.equals("..") && name.indexOf('/') < 0 && name.indexOf('\0') < 0, name);
    }
    expect(plan.items().size() + plan.refusals().size() <= walked, "more planned than there is");
  }

  private static void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
