package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.nio.charset.StandardCharsets;
import mkfsdfu.flash.Bytes;
import mkfsdfu.pack.FlashMap;
import mkfsdfu.pack.MappedFile;

/** A map for programs on the host. Sizes are in bytes; addresses are text, as people write them. */
final class MapJson {
  private MapJson() {}

  static Bytes text(FlashMap map) {
    JsonStringWriter json = JsonWriter.indent("  ").string();
    json.object().object("files");
    for (MappedFile file : map.files()) {
      if (file.isInPlace()) {
        json.object(file.path())
            .value("address", file.address().toString())
            .value("bytes", file.bytes())
            .end();
      }
    }
    json.end().object("leftOut");
    for (MappedFile file : map.files()) {
      if (!file.isInPlace()) {
        json.value(file.path(), file.obstacle());
      }
    }
    String text = json.end().end().done() + "\n";
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
