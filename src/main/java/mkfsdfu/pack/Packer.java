package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.FormatRequest;
import mkfsdfu.fat.Layout;
import mkfsdfu.fat.NamedTree;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.VolumeLabel;
import mkfsdfu.fat.VolumeWriter;
import mkfsdfu.fat.WrittenVolume;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Region;
import mkfsdfu.source.HostFile;
import mkfsdfu.source.SourceTree;

/**
 * The use case: a request goes in, a finished file comes out, or a failure that says what is wrong.
 * Files are read; nothing is printed and nothing is written.
 */
public final class Packer {
  private final PackRequest request;
  private final List<Remark> remarks = new ArrayList<>();

  private Packer(PackRequest request) {
    this.request = request;
  }

  /**
   * Packs.
   *
   * @throws mkfsdfu.error.Failure if it cannot be done as asked
   */
  public static PackResult pack(PackRequest request) {
    return new Packer(request).pack();
  }

  private PackResult pack() {
    Firmware firmware = Firmware.of(request);
    FinishedFile finished = FinishedFile.of(request, firmware);
    FlashPlan plan = new FlashPlan(firmware.name(), finished.elements());
    for (PackRequest.Bin bin : request.bins()) {
      String source = bin.file().toString();
      Bytes bytes = HostFile.read(bin.file());
      if (bytes.length() == 0) {
        throw new DataFailure(source, "is empty, there is nothing to put at " + bin.address(), "");
      }
      DfuElement raw = DfuElement.padded(source, bin.address(), bytes);
      if (firmware.lacksBorders()) {
        HexBorders.cutRaw(plan, raw);
      }
      plan.putRaw(raw, source);
    }
    if (plan.elements().isEmpty() && finished.holdsFirmware()) {
      remarks.add(
          Remark.warning(
              firmware.name()
                  + (firmware.existed() ? "" : " is made new and")
                  + " holds no firmware, only the filesystem"));
    }
    List<FlashBytes> code = plan.code();
    Place place = PlaceSettler.settle(request, firmware.name(), code);
    remarks.addAll(place.remarks());

    SourceTree source = SourceTree.scan(request.source());
    remarks.addAll(NameAudit.check(source.root()));
    VolumeDirectory root = VolumeTrees.of(source.root());
    MapPath mapPath = request.mapping().inVolume();
    MapInVolume mapInVolume = mapPath == null ? null : new MapInVolume(mapPath, root);
    if (mapInVolume != null) {
      root = mapInVolume.in(root);
    }
    WrittenVolume volume = volume(root, mapInVolume, place);

    Proof proof = new Proof(volume, root, request.output().inPlace() ? firmware.source() : null);
    remarks.addAll(audit(root, volume, code, place, proof));

    if (firmware.lacksBorders()) {
      HexBorders.cutVolume(firmware.name(), plan, place.segments());
    }
    List<Region> segments = place.partition().segments();
    List<Bytes> parts = VolumeParts.of(volume.bytes(), segments);
    plan.putVolume(place.segments(), parts);
    if (firmware.lacksBorders() && parts.size() > 1) {
      // By address, something may stand between its segments, and hide that they are one.
      plan.gatherVolume(place.segments().subList(0, parts.size()));
    }
    plan.refuseOverlaps();
    remarks.addAll(
        EraseAudit.check(firmware.name(), plan, place.board(), finished.format(), request.force()));
    if (request.output().trim()) {
      parts = VolumeParts.trimmed(volume, place, plan);
      plan.trimVolume(segments, parts);
    }
    FlashMap map = map(volume.layout(), place);
    if (map != null) {
      remarks.addAll(map.remarks());
    }
    return new PackResult(
        finished.pieces(plan, parts),
        finished.format(),
        !firmware.existed(),
        place,
        volume,
        label(place).text(),
        root,
        volume.layout().tree().files(),
        volume.layout().tree().directories(),
        source.excluded(),
        plan.elements(),
        map,
        remarks,
        proof);
  }

  private WrittenVolume volume(VolumeDirectory root, MapInVolume map, Place place) {
    PackRequest.Format format = request.format();
    FormatRequest wanted =
        new FormatRequest(
            place.partition().bytes(),
            place.partition().blockBytes(),
            format.rootEntries(),
            format.sectorsPerCluster());
    NamedTree names = NamedTree.of(root);
    String where = request.source().directory().toString();
    Layout layout = Capacity.demand(where, place, root, wanted, names, label(place));
    if (map != null) {
      map.settle(map(layout, place));
    }
    OptionalInt volumeId =
        format.volumeId() < 0 ? OptionalInt.empty() : OptionalInt.of((int) format.volumeId());
    return VolumeWriter.write(layout, volumeId);
  }

  /** Objects to what a file holds only if it still holds it: it may have changed meanwhile. */
  private List<Remark> audit(
      VolumeDirectory root, WrittenVolume volume, List<FlashBytes> code, Place place, Proof proof) {
    String where = request.source().directory().toString();
    try {
      return MpyAudit.check(where, root, volume, code, place.board(), request.force());
    } catch (DataFailure e) {
      proof.run();
      throw e;
    }
  }

  private FlashMap map(Layout layout, Place place) {
    PackRequest.Mapping mapping = request.mapping();
    if (!mapping.wanted() && mapping.inVolume() == null) {
      return null;
    }
    String own = mapping.inVolume() == null ? "" : mapping.inVolume().path();
    return FlashMap.of(layout.placements(), own, place);
  }

  private VolumeLabel label(Place place) {
    String wanted = request.format().label();
    return VolumeLabel.of(wanted == null ? place.label() : wanted);
  }
}
