package mkfsdfu.fat;

import de.waldheinz.fs.fat.PlainReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mkfsdfu.error.InternalFailure;
import mkfsdfu.flash.Bytes;

/**
 * Proves a volume that we built: first its structure by {@link VolumeCheck}, then its content, read
 * by a driver that is not ours (fat32-lib) and compared byte by byte with the sources.
 *
 * <p>The sources are read anew for it, so a file that has changed since the volume was built is
 * noticed too.
 */
public final class ReadBack {
  private final String where;
  private final PlainReader reader;
  private byte[] expected = {};
  private byte[] found = {};

  private ReadBack(String where, PlainReader reader) {
    this.where = where;
    this.reader = reader;
  }

  /**
   * Proves that a volume is sound and holds exactly a tree.
   *
   * @param where what the volume is, for messages
   * @param volume all of its bytes
   * @param tree what it must hold, each directory in the order of its slots
   * @throws InternalFailure if it is not so
   * @throws mkfsdfu.error.Failure if a source cannot be read
   */
  public static void prove(String where, Bytes volume, VolumeDirectory tree) {
    List<Finding> findings = VolumeCheck.check(volume);
    if (!findings.isEmpty()) {
      throw unsound(where, findings);
    }
    try {
      PlainReader reader = new PlainReader(new ReadBackDevice(volume, volume.u16(11)));
      ReadBack readBack = new ReadBack(where, reader);
      readBack.compare("", tree, reader.root());
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new InternalFailure(
          where, "fat32-lib cannot read the volume: " + e.getMessage(), "", List.of(), e);
    }
  }

  private void compare(String path, VolumeDirectory tree, List<PlainReader.Entry> entries)
      throws IOException {
    if (entries.size() != tree.entries().size()) {
      throw different(
          path + "/",
          entries.size() + " entries were read back, expected " + tree.entries().size());
    }
    for (int i = 0; i < entries.size(); i++) {
      VolumeEntry wanted = tree.entries().get(i);
      PlainReader.Entry entry = entries.get(i);
      String entryPath = path + "/" + wanted.name();
      if (!sameName(wanted.name(), entry)) {
        throw different(entryPath, "the name '" + entry.name() + "' was read back");
      }
      if (entry.directory() != wanted instanceof VolumeDirectory) {
        throw different(entryPath, "a file was read back as a directory, or one as a file");
      }
      if (wanted instanceof VolumeDirectory directory) {
        compare(entryPath, directory, reader.list(entry));
      } else if (wanted instanceof VolumeFile file) {
        compareContent(entryPath, file.content(), entry);
      }
    }
  }

  /** Compares names; fat32-lib does not read the case of short ones. */
  private static boolean sameName(String wanted, PlainReader.Entry entry) {
    return entry.longName() ? wanted.equals(entry.name()) : wanted.equalsIgnoreCase(entry.name());
  }

  private void compareContent(String path, FileContent content, PlainReader.Entry entry)
      throws IOException {
    if (entry.bytes() != content.bytes()) {
      throw different(path, entry.bytes() + " bytes were read back of " + content.bytes());
    }
    int bytes = (int) entry.bytes();
    if (found.length < bytes) {
      expected = new byte[bytes];
      found = new byte[bytes];
    }
    content.copyTo(expected, 0);
    if (bytes > 0) {
      reader.read(entry, ByteBuffer.wrap(found, 0, bytes));
    }
    int at = Arrays.mismatch(expected, 0, bytes, found, 0, bytes);
    if (at >= 0) {
      throw different(path, "byte " + at + " was read back different from its source");
    }
  }

  private InternalFailure different(String path, String what) {
    return new InternalFailure(where + ": " + path, what, "report this as a bug");
  }

  private static InternalFailure unsound(String where, List<Finding> findings) {
    List<String> details = new ArrayList<>();
    for (Finding finding : findings) {
      details.add(finding.rule().id() + " " + finding.path() + ": " + finding.what());
    }
    return new InternalFailure(
        where,
        "the volume built is unsound: " + findings.get(0).what(),
        "report this as a bug",
        details,
        null);
  }
}
