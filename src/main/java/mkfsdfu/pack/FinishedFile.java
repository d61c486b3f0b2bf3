package mkfsdfu.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuTarget;
import mkfsdfu.dfu.DfuWriter;
import mkfsdfu.dfu.Gzip;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.hex.HexFile;
import mkfsdfu.hex.HexWriter;

/**
 * The file that comes out: the one place that decides its form, and knows what each form can hold.
 *
 * @param request what was asked for
 * @param firmware what was there before
 * @param format the form
 */
record FinishedFile(PackRequest request, Firmware firmware, FileFormat format) {
  /**
   * Decides the form. A name that says nothing asks for the form of the firmware.
   *
   * @throws UsageFailure if options ask for what the form cannot hold
   * @throws DataFailure if a file that is to be changed in place is not what its name says, or has
   *     targets that the form cannot hold
   */
  static FinishedFile of(PackRequest request, Firmware firmware) {
    Path file = request.output().file();
    FileFormat format = FileFormat.named(file);
    if (format == null) {
      format = firmware.format() == null ? FileFormat.DFU : firmware.format();
    }
    if (request.output().inPlace() && firmware.existed() && firmware.format() != format) {
      throw new DataFailure(
          firmware.name(),
          "is " + firmware.format().words() + ", but named as " + format.words(),
          "rename it, or write another file with -o");
    }
    if (!format.isDfuSe()) {
      refuseWhatOnlyDfuSeHolds(request, firmware, format);
    }
    return new FinishedFile(request, firmware, format);
  }

  private static void refuseWhatOnlyDfuSeHolds(
      PackRequest request, Firmware firmware, FileFormat format) {
    String output = request.output().file().toString();
    if (request.device() != null) {
      throw new UsageFailure(
          "--device",
          output + " is written as " + format.words() + ", which names no device",
          "leave --device out, or write a .dfu");
    }
    if (format == FileFormat.IMAGE && !request.bins().isEmpty()) {
      throw new UsageFailure(
          "--bin",
          output + " is written as " + format.words() + ", which holds nothing else",
          "leave --bin out, or write a .dfu or a .hex");
    }
    for (DfuTarget target : firmware.file().targets()) {
      if (format == FileFormat.HEX
          && target.alternateSetting() != 0
          && !target.elements().isEmpty()) {
        throw new DataFailure(
            firmware.name(),
            "has a target with alternate setting "
                + target.alternateSetting()
                + ", which a .hex cannot hold",
            "write a .dfu");
      }
    }
  }

  /** Tells whether the file is to hold a firmware beside the volume. */
  boolean holdsFirmware() {
    return format != FileFormat.IMAGE;
  }

  /** Returns what was in the file before, as elements that this form can hold. */
  List<DfuElement> elements() {
    return firmware.lacksBorders() && format.isDfuSe()
        ? HexBorders.padded(firmware.name(), firmware.elements())
        : firmware.elements();
  }

  /**
   * Returns the file as pieces to write one after the other.
   *
   * @param plan all elements
   * @param volume the volume alone, cut as its segments are
   * @throws DataFailure if the volume is in several places, and the form has but one
   */
  Iterable<Bytes> pieces(FlashPlan plan, List<Bytes> volume) {
    return switch (format) {
      case DFU -> dfu(plan);
      case DFU_GZ -> Gzip.pieces(dfu(plan));
      case HEX -> HexWriter.pieces(new HexFile(sections(plan), firmware.start()));
      case IMAGE -> image(volume);
    };
  }

  private Iterable<Bytes> dfu(FlashPlan plan) {
    List<DfuElement> elements = new ArrayList<>();
    for (PlannedElement planned : plan.elements()) {
      elements.add(planned.element());
    }
    return DfuWriter.pieces(firmware.with(elements));
  }

  private static List<FlashBytes> sections(FlashPlan plan) {
    List<FlashBytes> sections = new ArrayList<>();
    for (PlannedElement planned : plan.byAddress()) {
      DfuElement element = planned.element();
      if (element.data().length() > 0) {
        sections.add(new FlashBytes(element.address(), element.data()));
      }
    }
    return sections;
  }

  private List<Bytes> image(List<Bytes> volume) {
    if (volume.size() > 1 && !request.force()) {
      throw new DataFailure(
          request.output().file().toString(),
          "the volume is in " + volume.size() + " places in flash, a raw file is flashed to one",
          "write a .dfu or a .hex, or --force to have the parts one after the other");
    }
    return volume;
  }
}
