package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.nio.file.Path;
import java.util.Locale;
import mkfsdfu.fat.Geometry;
import mkfsdfu.flash.Region;
import mkfsdfu.pack.PackResult;
import mkfsdfu.pack.PlannedElement;
import mkfsdfu.pack.Remark;
import mkfsdfu.source.Exclusion;

/**
 * The facts of the summary, for machines. Sizes are in bytes; addresses are text, as people write
 * them.
 */
final class PackJson {
  private PackJson() {}

  static String text(Path target, PackResult result, boolean dryRun) {
    JsonStringWriter json = JsonWriter.indent("  ").string();
    json.object();
    json.value("file", target.toString());
    json.value("format", result.format().name().toLowerCase(Locale.ROOT));
    json.value("written", !dryRun);
    json.value("created", result.created());
    filesystem(json, result);
    elements(json, result);
    json.array("excluded");
    for (Exclusion exclusion : result.excluded()) {
      json.object().value("path", exclusion.path()).value("rule", exclusion.rule()).end();
    }
    json.end();
    json.array("remarks");
    for (Remark remark : result.remarks()) {
      json.object()
          .value("level", remark.level().name().toLowerCase(Locale.ROOT))
          .value("text", remark.text())
          .end();
    }
    json.end();
    return json.end().done();
  }

  private static void filesystem(JsonStringWriter json, PackResult result) {
    Geometry geometry = result.volume().geometry();
    long cluster = geometry.clusterBytes();
    json.object("filesystem");
    json.array("segments");
    for (Region segment : result.place().partition().segments()) {
      json.object()
          .value("address", segment.start().toString())
          .value("bytes", segment.bytes())
          .end();
    }
    json.end();
    json.value("bytes", geometry.volumeBytes());
    json.value("decidedBy", result.place().decidedBy());
    if (result.place().board() != null) {
      json.value("board", result.place().board().name());
    }
    json.value("type", geometry.type().name());
    json.value("label", result.label());
    json.value("volumeId", String.format("%08x", result.volume().volumeId()));
    json.value("sectorBytes", geometry.sectorBytes());
    json.value("clusterBytes", cluster);
    json.value("rootEntries", geometry.rootEntries());
    json.value("files", result.files());
    json.value("directories", result.directories());
    json.value("capacityBytes", geometry.clusters() * cluster);
    json.value("freeBytes", result.volume().freeClusters() * cluster);
    json.end();
  }

  private static void elements(JsonStringWriter json, PackResult result) {
    json.array("elements");
    for (PlannedElement planned : result.elements()) {
      json.object()
          .value("address", planned.element().address().toString())
          .value("bytes", planned.element().data().length())
          .value("role", planned.role().name().toLowerCase(Locale.ROOT))
          .value("change", planned.change().name().toLowerCase(Locale.ROOT));
      if (!planned.source().isEmpty()) {
        json.value("source", planned.source());
      }
      json.end();
    }
    json.end();
  }
}
