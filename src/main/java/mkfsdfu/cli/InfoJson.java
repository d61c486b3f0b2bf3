package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.FirmwareIdentity;
import mkfsdfu.board.MicroPythonVersion;
import mkfsdfu.dfu.DfuDevice;
import mkfsdfu.dfu.DfuReading;
import mkfsdfu.dfu.DfuTarget;
import mkfsdfu.fat.Geometry;
import mkfsdfu.fat.VolumeSummary;
import mkfsdfu.inspect.FoundVolume;
import mkfsdfu.inspect.InspectedFile;
import mkfsdfu.inspect.Part;
import mkfsdfu.inspect.Verification;

/** What is in a file, for machines. */
final class InfoJson {
  private InfoJson() {}

  static String text(InspectedFile file) {
    JsonStringWriter json = JsonWriter.indent("  ").string();
    json.object();
    json.value("file", file.name());
    json.value("bytes", file.bytes().length());
    json.value("format", file.dfu().isPresent() ? "dfuse" : "raw");
    if (file.dfu().isPresent()) {
      dfu(json, file.dfu().get());
    }
    json.array("elements");
    for (Part part : file.parts()) {
      element(json, part, file.kind(part));
    }
    json.end();
    firmware(json, file);
    json.value("board", file.board().map(BoardBuild::name).orElse(null));
    json.array("volumes");
    for (FoundVolume volume : file.volumes()) {
      volume(json, volume);
    }
    json.end();
    ProblemJson.write(json, "warnings", Verification.warnings(file));
    return json.end().done();
  }

  private static void dfu(JsonStringWriter json, DfuReading dfu) {
    DfuDevice device = dfu.file().device();
    json.object("dfu");
    json.value("vendorId", hex(device.vendorId(), 4));
    json.value("productId", hex(device.productId(), 4));
    json.value("deviceVersion", hex(device.deviceVersion(), 4));
    json.value("sizeField", dfu.sizeField().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.value("crc", hex(dfu.storedCrc(), 8));
    json.value("expectedCrc", hex(dfu.computedCrc(), 8));
    json.value("crcMatches", dfu.crcMatches());
    json.array("targets");
    for (DfuTarget target : dfu.file().targets()) {
      json.object();
      json.value("alternateSetting", target.alternateSetting());
      json.value("name", target.named() == 0 ? null : target.name());
      json.value("elements", target.elements().size());
      json.end();
    }
    json.end().end();
  }

  private static void element(JsonStringWriter json, Part part, Part.Kind kind) {
    json.object();
    json.value("number", part.number());
    json.value("target", part.target() + 1);
    json.value("alternateSetting", part.alternateSetting());
    json.value("address", part.hasAddress() ? part.address().toString() : null);
    json.value("bytes", part.data().length());
    json.value("kind", kind.id());
    json.end();
  }

  private static void firmware(JsonStringWriter json, InspectedFile file) {
    FirmwareIdentity identity = file.identity();
    Optional<MicroPythonVersion> version = file.version();
    json.object("firmware");
    json.value("version", version.map(MicroPythonVersion::tag).orElse(null));
    json.value("date", version.map(MicroPythonVersion::date).orElse(null));
    json.value("namedBy", identity.namedBy().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.array("candidates");
    List<BoardBuild> candidates = identity.candidates();
    for (BoardBuild candidate : candidates) {
      json.value(candidate.name());
    }
    json.end().end();
  }

  private static void volume(JsonStringWriter json, FoundVolume volume) {
    VolumeSummary summary = volume.summary();
    Geometry geometry = summary.geometry();
    json.object();
    json.value("address", volume.address() == null ? null : volume.address().toString());
    json.array("elements");
    for (Part part : volume.parts()) {
      json.value(part.number());
    }
    json.end();
    json.value("type", geometry.type().name());
    json.value("label", summary.label());
    json.value("volumeId", hex(Integer.toUnsignedLong(summary.serial()), 8));
    json.value("bytes", geometry.volumeBytes());
    json.value("bytesThere", volume.bytes().length());
    json.value("sectorBytes", geometry.sectorBytes());
    json.value("clusterBytes", geometry.clusterBytes());
    json.value("clusters", geometry.clusters());
    json.value("fats", geometry.fats());
    json.value("rootEntries", geometry.rootEntries());
    json.value("capacityBytes", summary.capacityBytes());
    json.value("usedBytes", summary.usedBytes());
    json.end();
  }

  private static String hex(long value, int digits) {
    String hex = Long.toHexString(value);
    return "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }
}
