package mkfsdfu.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.FirmwareIdentity;
import mkfsdfu.board.MicroPythonVersion;
import mkfsdfu.dfu.DfuElement;
import mkfsdfu.dfu.DfuReader;
import mkfsdfu.dfu.DfuReading;
import mkfsdfu.dfu.DfuTarget;
import mkfsdfu.error.DataFailure;
import mkfsdfu.fat.MountRules;
import mkfsdfu.flash.Address;
import mkfsdfu.flash.Bytes;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Region;

/**
 * A file that is looked into, and what was recognised in it. This is the one place where files are
 * told apart: a DfuSe file, or else raw bytes, which may be a volume.
 */
public final class InspectedFile {
  private final String name;
  private final Bytes bytes;
  private final DfuReading dfu;
  private final List<Part> parts;
  private final Part.Kind[] kinds;
  private final FirmwareIdentity identity;
  private final Optional<MicroPythonVersion> version;
  private final BoardBuild board;
  private final String boardNamedBy;
  private final List<FoundVolume> volumes;
  private final List<UnmountableVolume> unmountable;

  private InspectedFile(String name, Bytes bytes, DfuReading dfu, Knowledge knowledge) {
    this.name = name;
    this.bytes = bytes;
    this.dfu = dfu;
    this.parts = dfu == null ? List.of(new Part(1, 0, 0, null, bytes)) : elements(dfu);
    VolumeFinder finder = new VolumeFinder(name, parts);
    this.kinds = finder.kinds();
    List<FlashBytes> code = code();
    this.identity = FirmwareIdentity.of(knowledge.catalog(), code);
    this.version = MicroPythonVersion.of(code);
    this.board = knowledge.board() == null ? identity.build().orElse(null) : knowledge.board();
    this.boardNamedBy = knowledge.board() == null ? "named by the firmware" : "named by --board";
    this.volumes = finder.volumes(filesystem());
    markFirmware(knowledge);
    this.unmountable = finder.unmountable(filesystem());
  }

  /**
   * Reads a file. A wrong checksum is no error here.
   *
   * @param name how messages call it
   * @param bytes its content
   * @throws DataFailure if it is a DfuSe file, or is called one, and its structure is wrong; or if
   *     it is of another form that packing reads
   */
  public static InspectedFile read(String name, Bytes bytes, Knowledge knowledge) {
    OtherForm.refuse(name, bytes);
    boolean calledDfu = name.toLowerCase(Locale.ROOT).endsWith(".dfu");
    boolean dfu = DfuReader.recognises(bytes) || (calledDfu && !MountRules.judge(bytes).mounts());
    return new InspectedFile(name, bytes, dfu ? DfuReader.examine(name, bytes) : null, knowledge);
  }

  private static List<Part> elements(DfuReading dfu) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < dfu.file().targets().size(); i++) {
      DfuTarget target = dfu.file().targets().get(i);
      for (DfuElement element : target.elements()) {
        parts.add(
            new Part(
                parts.size() + 1, i, target.alternateSetting(), element.address(), element.data()));
      }
    }
    return parts;
  }

  /** Returns what may be firmware: all but volumes, whose files may hold any text. */
  private List<FlashBytes> code() {
    List<FlashBytes> code = new ArrayList<>();
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == Part.Kind.UNKNOWN) {
        code.add(parts.get(i).flashBytes());
      }
    }
    return code;
  }

  private void markFirmware(Knowledge knowledge) {
    for (int i = 0; i < kinds.length; i++) {
      if (kinds[i] == Part.Kind.UNKNOWN && isFirmware(parts.get(i), knowledge)) {
        kinds[i] = Part.Kind.FIRMWARE;
      }
    }
  }

  private boolean isFirmware(Part part, Knowledge knowledge) {
    if (board != null && part.hasAddress() && board.firmware().contains(part.address())) {
      return true;
    }
    FirmwareIdentity own = FirmwareIdentity.of(knowledge.catalog(), List.of(part.flashBytes()));
    return !own.candidates().isEmpty()
        || MicroPythonVersion.of(List.of(part.flashBytes())).isPresent();
  }

  /** Returns how messages call the file. */
  public String name() {
    return name;
  }

  /** Returns all its bytes. */
  public Bytes bytes() {
    return bytes;
  }

  /** Returns the DfuSe file, if it is one. */
  public Optional<DfuReading> dfu() {
    return Optional.ofNullable(dfu);
  }

  /** Returns the elements in file order, or the raw file as its only part. */
  public List<Part> parts() {
    return parts;
  }

  /** Returns what a part was recognised as. */
  public Part.Kind kind(Part part) {
    return kinds[part.number() - 1];
  }

  /** Returns what the firmware in the file says about itself. */
  public FirmwareIdentity identity() {
    return identity;
  }

  /** Returns the MicroPython release in the file, if it says one. */
  public Optional<MicroPythonVersion> version() {
    return version;
  }

  /** Returns how the board is known, if it is. */
  public String boardNamedBy() {
    return boardNamedBy;
  }

  /** Returns the board that was given, or that the firmware names. */
  public Optional<BoardBuild> board() {
    return Optional.ofNullable(board);
  }

  /** Returns the segments of the board's filesystem that can be addressed; none if unknown. */
  public List<Region> filesystem() {
    boolean known = board != null && board.filesystem().addressed();
    return known ? board.filesystem().segments() : List.of();
  }

  /** Returns all volumes that a board mounts, in file order. */
  public List<FoundVolume> volumes() {
    return volumes;
  }

  /** Returns what should be a volume and is none, in file order. */
  public List<UnmountableVolume> unmountable() {
    return unmountable;
  }

  /** Returns the volume at an address, or the one that {@link VolumeChoice} settles on for null. */
  public FoundVolume volume(Address address) {
    return VolumeChoice.of(this, address);
  }
}
