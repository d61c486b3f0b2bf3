package mkfsdfu.pack;

import java.util.List;
import mkfsdfu.fat.VolumeDirectory;
import mkfsdfu.fat.WrittenVolume;
import mkfsdfu.flash.Bytes;
import mkfsdfu.source.Exclusion;

/**
 * What was packed: the file to write, and everything there is to say about it. It may be relied
 * upon once its proof is done.
 *
 * @param pieces the finished file, to be written one after another
 * @param format the form it is in
 * @param created whether there was no firmware file before
 * @param place where the filesystem lies, and who decided it
 * @param volume the volume, as it was written
 * @param label its label, empty for none
 * @param root its tree
 * @param files how many files it holds
 * @param directories how many directories it holds, the root not counted
 * @param excluded what was left out
 * @param elements the elements of the target that holds the volume, in file order
 * @param map where its files lie in flash; null if it was not asked for
 * @param remarks what there is to say besides
 * @param proof that the volume holds what it should, still to be run
 */
public record PackResult(
    Iterable<Bytes> pieces,
    FileFormat format,
    boolean created,
    Place place,
    WrittenVolume volume,
    String label,
    VolumeDirectory root,
    int files,
    int directories,
    List<Exclusion> excluded,
    List<PlannedElement> elements,
    FlashMap map,
    List<Remark> remarks,
    Proof proof) {}
