package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.util.List;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.FlashFilesystem;
import mkfsdfu.board.Reach;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.EraseMap;
import mkfsdfu.flash.Region;

/**
 * What is known of the boards, for machines. Sizes are in bytes; addresses are text, as people
 * write them.
 */
final class BoardsJson {
  private BoardsJson() {}

  static String text(List<BoardBuild> builds) {
    JsonStringWriter json = JsonWriter.indent("  ").string();
    json.array();
    for (BoardBuild build : builds) {
      json.object();
      json.value("name", build.name());
      json.value("board", build.board());
      json.value("build", build.build());
      json.value("buildName", build.buildName());
      json.value("banner", build.banner());
      json.value("mcu", build.mcu());
      json.value("loader", build.loader().word());
      json.array("firmware");
      for (Address start : build.firmware()) {
        json.value(start.toString());
      }
      json.end();
      filesystem(json, build.filesystem());
      reach(json, build.reach());
      eraseSectors(json, build.eraseMap());
      json.end();
    }
    return json.end().done();
  }

  private static void filesystem(JsonStringWriter json, FlashFilesystem filesystem) {
    json.object("filesystem");
    json.value("storage", filesystem.storage().word());
    json.value("addressed", filesystem.addressed());
    json.array("segments");
    for (Region segment : filesystem.segments()) {
      json.object()
          .value("address", segment.start().toString())
          .value("bytes", segment.bytes())
          .end();
    }
    json.end();
    json.value("blockBytes", filesystem.blockBytes());
    json.array("mounts", filesystem.mounts());
    json.value("label", filesystem.label());
    json.end();
  }

  private static void reach(JsonStringWriter json, Reach reach) {
    json.object("reach");
    if (reach instanceof Reach.Unreachable no) {
      json.value("reachable", false).value("reason", no.reason()).value("wayOut", no.wayOut());
    } else {
      json.value("reachable", true);
    }
    json.end();
  }

  private static void eraseSectors(JsonStringWriter json, EraseMap map) {
    json.array("eraseSectors");
    for (EraseMap.Run run : map.runs()) {
      json.object()
          .value("address", run.start().toString())
          .value("count", run.count())
          .value("bytes", run.sectorBytes())
          .end();
    }
    json.end();
  }
}
