package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.board.ElfPartition;
import mkfsdfu.board.Reach;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Numbers;
import mkfsdfu.flash.Partition;
import mkfsdfu.source.HostFile;

/**
 * Settles where the filesystem lies. What was said outright decides first, then the ELF file's
 * symbols, then the named board, then the board that the firmware names, then the smallest
 * filesystem known for the address. Whoever decides, the others that know something are heard: the
 * board would format a volume at the wrong address, and lose files of one that is too large.
 */
final class PlaceSettler {
  /**
   * The label that MicroPython's stm32 port gives unless a board says otherwise, as FatFs stores
   * it.
   */
  private static final String DEFAULT_LABEL = "PYBFLASH";

  private static final int DEFAULT_BLOCK_BYTES = 512;

  private final PackRequest.Place wanted;
  private final SaidPlace said;
  private final boolean force;
  private final String where;
  private final List<Remark> remarks = new ArrayList<>();

  private PlaceSettler(PackRequest request, String where) {
    this.wanted = request.place();
    this.said = SaidPlace.of(wanted);
    this.force = request.force();
    this.where = where;
  }

  /**
   * Settles the place.
   *
   * @param where the firmware's file, for messages
   * @param firmware the firmware's bytes
   * @throws UsageFailure if too little was said, or options contradict each other
   * @throws DataFailure if the board cannot take a volume there
   */
  static Place settle(PackRequest request, String where, List<FlashBytes> firmware) {
    return new PlaceSettler(request, where).settle(firmware);
  }

  private Place settle(List<FlashBytes> firmware) {
    BoardCatalog catalog = BoardCatalog.load();
    if (wanted.boardFile() != null) {
      catalog = catalog.with(wanted.boardFile().toString(), HostFile.read(wanted.boardFile()));
    }
    ElfPartition elf = elf();
    List<FlashBytes> code = firmware.isEmpty() && elf != null ? elf.firmware() : firmware;
    KnownBoard board = KnownBoard.of(catalog, wanted.board(), where, code, force);
    if (board.remark() != null) {
      remarks.add(board.remark());
    }
    if (said.isComplete()) {
      return asSaid(catalog, elf, board);
    }
    if (elf != null) {
      Partition partition = said.cut(fromElf(elf, board.build()), wanted.elf().toString(), where);
      return place(partition, board.build(), "from " + wanted.elf());
    }
    if (board.build() != null) {
      Partition partition = said.cut(partition(board.build().reach()), board.build().name(), where);
      return place(partition, board.build(), board.build().name() + ", " + board.namedBy());
    }
    return smallestKnown(catalog);
  }

  /** Address and size were both given. They are taken, unless somebody knows better. */
  private Place asSaid(BoardCatalog catalog, ElfPartition elf, KnownBoard board) {
    BoardBuild build = board.build();
    String decidedBy = build == null ? "as given" : build.name() + ", size as given";
    if (elf == null && build == null) {
      return place(literal(blockBytes(null, catalog)), null, decidedBy);
    }
    String knower = elf != null ? wanted.elf().toString() : build.name();
    try {
      Partition known = elf != null ? fromElf(elf, build) : partition(build.reach());
      Partition cut = said.cut(known, knower, where);
      if (said.isSplit() && !cut.segments().equals(said.segments())) {
        throw new DataFailure(
            where,
            "segments " + said.segments() + ", but " + knower + " has " + known.segments(),
            "leave --fs-addr out; with --force it is done all the same");
      }
      return place(cut, build, decidedBy);
    } catch (DataFailure e) {
      overrule(e);
      return place(literal(blockBytes(build, catalog)), build, decidedBy);
    }
  }

  /** Returns the partition of the ELF file, held against the board if that is known. */
  private Partition fromElf(ElfPartition elf, BoardBuild build) {
    Partition linked = partition(elf.reach(Optional.ofNullable(build)));
    if (build != null) {
      try {
        new SaidPlace(linked.start(), linked.segments(), linked.bytes())
            .cut(partition(build.reach()), build.name(), wanted.elf().toString());
      } catch (DataFailure e) {
        overrule(e);
      }
    }
    return linked;
  }

  private Place smallestKnown(BoardCatalog catalog) {
    if (said.start() == null) {
      throw new UsageFailure(
          where,
          "no board is named in the firmware, so it is not known where the filesystem lies",
          "give --board NAME (mkfsdfu boards lists them), or --fs-addr ADDR:SIZE");
    }
    List<BoardBuild> builds = catalog.withFilesystemAt(said.start());
    if (builds.isEmpty()) {
      throw new UsageFailure(
          "--fs-addr",
          "no board is known with a filesystem at " + said.start(),
          "give its size too: --fs-addr " + said.start() + ":SIZE");
    }
    Partition smallest = partition(builds.get(0).reach());
    List<String> larger = new ArrayList<>();
    for (BoardBuild build : builds) {
      Partition partition = partition(build.reach());
      if (partition.bytes() > smallest.bytes()) {
        larger.add(build.name() + " " + Numbers.kib(partition.bytes()));
      }
    }
    String note =
        "filesystems at "
            + said.start()
            + " differ in size; "
            + Numbers.kib(smallest.bytes())
            + " is the smallest known";
    remarks.add(
        Remark.note(
            larger.isEmpty()
                ? "the board is not known; "
                    + said.start()
                    + " is taken for "
                    + builds.get(0).name()
                    + "'s"
                : note
                    + " and safe on all. More have: "
                    + String.join(", ", larger)
                    + "; --board NAME takes all of it"));
    return place(smallest, null, "the smallest known for this address");
  }

  private ElfPartition elf() {
    return wanted.elf() == null
        ? null
        : ElfPartition.read(wanted.elf().toString(), HostFile.read(wanted.elf()));
  }

  private Partition literal(int blockBytes) {
    return new Partition(said.segments(), blockBytes);
  }

  /**
   * Returns the board's block size; of an unknown board, that of the boards known for the address.
   */
  private int blockBytes(BoardBuild build, BoardCatalog catalog) {
    if (build != null && build.filesystem().blockBytes() > 0) {
      return build.filesystem().blockBytes();
    }
    List<BoardBuild> builds = catalog.withFilesystemAt(said.start());
    return builds.isEmpty() ? DEFAULT_BLOCK_BYTES : builds.get(0).filesystem().blockBytes();
  }

  private Partition partition(Reach reach) {
    if (reach instanceof Reach.Reachable yes) {
      return yes.partition();
    }
    Reach.Unreachable no = (Reach.Unreachable) reach;
    throw new DataFailure(where, no.reason(), no.wayOut());
  }

  private void overrule(DataFailure failure) {
    if (!force) {
      throw failure;
    }
    remarks.add(Remark.warning(failure.getMessage()));
  }

  private Place place(Partition partition, BoardBuild build, String decidedBy) {
    String label = build == null ? DEFAULT_LABEL : build.filesystem().label();
    return new Place(partition, build, decidedBy, label, remarks);
  }
}
