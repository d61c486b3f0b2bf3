package mkfsdfu.inspect;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.DataFailure;
import mkfsdfu.error.UsageFailure;
import mkfsdfu.fat.Finding;
import mkfsdfu.flash.Address;

/** Settles which volume of a file is meant. */
final class VolumeChoice {
  private VolumeChoice() {}

  /**
   * Returns the volume at an address; without one, that of the board, or else the only one.
   *
   * @param wanted the address, or null
   * @throws UsageFailure if there is none at the address, or several and nothing says which
   * @throws DataFailure if there is none
   */
  static FoundVolume of(InspectedFile file, Address wanted) {
    if (wanted != null) {
      return at(file, wanted);
    }
    List<FoundVolume> volumes = file.volumes();
    if (volumes.isEmpty()) {
      throw none(file);
    }
    if (volumes.size() > 1 && !file.filesystem().isEmpty()) {
      FoundVolume ofTheBoard = find(volumes, file.filesystem().get(0).start());
      if (ofTheBoard != null) {
        return ofTheBoard;
      }
    }
    if (volumes.size() > 1) {
      throw new UsageFailure(
          file.name(),
          "holds " + volumes.size() + " volumes, at " + addresses(volumes),
          "say which one with --fs-addr ADDR");
    }
    return volumes.get(0);
  }

  private static FoundVolume at(InspectedFile file, Address wanted) {
    if (file.dfu().isEmpty()) {
      throw new UsageFailure(
          "--fs-addr", file.name() + " is no .dfu, its bytes have no addresses", "leave it out");
    }
    FoundVolume volume = find(file.volumes(), wanted);
    if (volume != null) {
      return volume;
    }
    for (UnmountableVolume broken : file.unmountable()) {
      if (broken.part().address().equals(wanted)) {
        throw refused(broken);
      }
    }
    throw new UsageFailure(
        "--fs-addr",
        file.name() + " has no volume at " + wanted,
        file.volumes().isEmpty() ? "" : "there is one at " + addresses(file.volumes()));
  }

  private static FoundVolume find(List<FoundVolume> volumes, Address address) {
    for (FoundVolume volume : volumes) {
      if (address.equals(volume.address())) {
        return volume;
      }
    }
    return null;
  }

  private static String addresses(List<FoundVolume> volumes) {
    List<String> addresses = new ArrayList<>();
    for (FoundVolume volume : volumes) {
      addresses.add(volume.address().toString());
    }
    return String.join(", ", addresses);
  }

  private static DataFailure none(InspectedFile file) {
    if (!file.unmountable().isEmpty()) {
      return refused(file.unmountable().get(0));
    }
    return new DataFailure(
        file.name(),
        "holds no FAT12 or FAT16 volume",
        "mkfsdfu info " + file.name() + " lists what it holds");
  }

  private static DataFailure refused(UnmountableVolume broken) {
    Finding finding = broken.finding();
    return new DataFailure(
        broken.where(),
        "no FAT12 or FAT16 volume: " + finding.what() + " (" + finding.boardDoes() + ")",
        "give a volume that a board can mount");
  }
}
