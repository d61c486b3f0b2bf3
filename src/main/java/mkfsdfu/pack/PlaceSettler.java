package mkfsdfu.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mkfsdfu.board.BoardBuild;
import mkfsdfu.board.BoardCatalog;
import mkfsdfu.board.ElfPartition;
import mkfsdfu.board.FirmwareIdentity;
import mkfsdfu.board.FlashFilesystem;
import mkfsdfu.board.Reach;
import mkfsdfu.board.Reach.Obstacle;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.flash.FlashBytes;
import mkfsdfu.flash.Partition;
import mkfsdfu.pack.KnownBoard.Witness;
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

  private final PackRequest.Place wanted;
  private final SaidPlace said;
  private final String where;
  private final Objections objections;
  private final BoardCatalog catalog;
  private final ElfPartition elf;
  private final KnownBoard board;
  private final List<Remark> remarks = new ArrayList<>();

  private PlaceSettler(PackRequest request, String where, List<FlashBytes> firmware) {
    this.wanted = request.place();
    this.where = where;
    this.said = SaidPlace.of(wanted);
    this.objections = new Objections(request.force());
    this.catalog = catalog(wanted);
    this.elf =
        wanted.elf() == null ? null : ElfPartition.read(elfName(), HostFile.read(wanted.elf()));
    this.board = KnownBoard.of(catalog, wanted.board(), where, witnesses(firmware), objections);
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
    return new PlaceSettler(request, where, firmware).settle();
  }

  private static BoardCatalog catalog(PackRequest.Place wanted) {
    BoardCatalog catalog = BoardCatalog.load();
    return wanted.boardFile() == null
        ? catalog
        : catalog.with(wanted.boardFile().toString(), HostFile.read(wanted.boardFile()));
  }

  private List<Witness> witnesses(List<FlashBytes> firmware) {
    List<Witness> witnesses = new ArrayList<>(2);
    witnesses.add(new Witness("the firmware", FirmwareIdentity.of(catalog, firmware)));
    if (elf != null) {
      witnesses.add(new Witness(elfName(), FirmwareIdentity.of(catalog, elf.firmware())));
    }
    return witnesses;
  }

  private String elfName() {
    return wanted.elf().toString();
  }

  private Place settle() {
    if (elf != null) {
      Reach linked = elf.reach(Optional.ofNullable(board.build()));
      holdAgainstBoard(linked);
      return settle(linked, elfName(), "by the symbols of " + elfName());
    }
    BoardBuild build = board.build();
    if (build != null) {
      return settle(build.reach(), build.name(), build.name() + ", " + board.namedBy());
    }
    if (!board.doubt().isEmpty()) {
      remarks.add(Remark.note(where + ": " + board.doubt() + "; --board NAME says which it is"));
    }
    return said.isComplete() ? literally("as given") : smallestKnown();
  }

  /** Settles what was said against what is known. */
  private Place settle(Reach reach, String knower, String decidedBy) {
    if (reach instanceof Reach.Unreachable no) {
      return unreachable(no, knower);
    }
    Partition known = ((Reach.Reachable) reach).partition();
    String contradiction = said.against(known, knower);
    if (contradiction.isEmpty()) {
      String decided =
          said.isComplete()
              ? "as given, checked against " + knower
              : said.bytes() > 0 ? decidedBy + ", size as given" : decidedBy;
      return place(said.within(known), known, decided);
    }
    objections.raise(where, contradiction, remedy(knower));
    if (said.isComplete()) {
      return literally("as given, against " + knower);
    }
    return said.start() == null
        ? place(said.beyond(known), "size as given, against " + knower)
        : smallestKnown();
  }

  private static String remedy(String knower) {
    return "leave it to " + knower + ", or --force to insist";
  }

  /** Refuses a board, unless it was said where its filesystem is and that settles it. */
  private Place unreachable(Reach.Unreachable no, String knower) {
    if (no.obstacle() == Obstacle.UNKNOWN_PLACE && said.isComplete()) {
      Partition given = said.literally(blockBytes());
      Reach reach = board.build().keepingFilesAt(given.segments()).reach();
      return settle(reach, knower, "as given");
    }
    objections.raise(where, no.reason(), no.wayOut());
    if (said.isComplete()) {
      return literally("as given, against " + knower);
    }
    FlashFilesystem filesystem = board.build() == null ? null : board.build().filesystem();
    if (filesystem == null || !filesystem.addressed() || filesystem.segments().isEmpty()) {
      throw new DataFailure(where, no.reason(), no.wayOut());
    }
    Partition known = new Partition(filesystem.segments(), filesystem.blockBytes());
    return settle(new Reach.Reachable(known), knower, knower + ", against its own rules");
  }

  /** Holds what the ELF file says against what is known of the board. */
  private void holdAgainstBoard(Reach linked) {
    if (board.build() == null || !(linked instanceof Reach.Reachable here)) {
      return;
    }
    Reach reach = board.build().reach();
    if (reach instanceof Reach.Reachable there) {
      String contradiction =
          SaidPlace.contradiction(
              here.partition(), elfName(), there.partition(), board.build().name());
      if (!contradiction.isEmpty()) {
        objections.raise(where, contradiction, remedy(board.build().name()));
      }
    } else if (reach instanceof Reach.Unreachable no && no.obstacle() != Obstacle.UNKNOWN_PLACE) {
      objections.raise(where, no.reason(), no.wayOut());
    }
  }

  private Place smallestKnown() {
    if (said.start() == null) {
      throw new UsageFailure(
          where,
          board.doubt().isEmpty()
              ? "no board is named in the firmware, so it is not known where the filesystem lies"
              : board.doubt(),
          "give --board NAME (mkfsdfu boards lists them), or --fs-addr ADDR:SIZE");
    }
    SmallestKnown smallest = SmallestKnown.at(said.start(), catalog);
    remarks.add(Remark.note(smallest.note()));
    return place(smallest.partition(), "the smallest known for this address");
  }

  private Place literally(String decidedBy) {
    return place(said.literally(blockBytes()), decidedBy);
  }

  private int blockBytes() {
    int known = board.build() == null ? 0 : board.build().filesystem().blockBytes();
    return known > 0 ? known : SmallestKnown.blockBytes(said.start(), catalog);
  }

  private Place place(Partition partition, String decidedBy) {
    return place(partition, partition, decidedBy);
  }

  private Place place(Partition partition, Partition known, String decidedBy) {
    remarks.addAll(objections.remarks());
    BoardBuild build = board.build();
    String label = build == null ? DEFAULT_LABEL : build.filesystem().label();
    return new Place(partition, known.segments(), build, decidedBy, label, remarks);
  }
}
