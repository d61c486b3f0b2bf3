package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import mkfsdfu.fat.StoredEntry;

/** A file or directory of a volume, for machines. */
final class EntryJson {
  private static final String[] ATTRIBUTES = {
    "read-only", "hidden", "system", "label", "directory", "archive"
  };

  private EntryJson() {}

  static void write(JsonStringWriter json, StoredEntry entry) {
    json.object();
    json.value("path", entry.path());
    json.value("name", entry.name());
    json.value("type", entry.isDirectory() ? "directory" : "file");
    json.value("bytes", entry.bytes());
    json.value("modified", modified(entry));
    json.array("attributes");
    for (int bit = 0; bit < ATTRIBUTES.length; bit++) {
      if ((entry.attributes() >> bit & 1) != 0) {
        json.value(ATTRIBUTES[bit]);
      }
    }
    json.end();
    json.value("shortName", entry.shortName());
    json.value("firstCluster", entry.firstCluster());
    json.value("contiguous", entry.isContiguous());
    json.end();
  }

  /** FAT stores a local time without a zone; null if what it stores is no time. */
  private static String modified(StoredEntry entry) {
    boolean valid = entry.modified().epochSecond().isPresent();
    return valid ? entry.modified().toString().replace(' ', 'T') : null;
  }
}
