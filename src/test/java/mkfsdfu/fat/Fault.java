package mkfsdfu.fat;

import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A fault for a test to plant in a good volume.
 *
 * @param rule the rule it breaks
 * @param others rules that it cannot help breaking too
 * @param type the good volume's FAT type
 * @param path the path of the finding
 * @param what a part of what the finding says
 * @param fsckKnows whether fsck.fat complains too
 * @param plant makes the spoiled volume of the good one
 */
record Fault(
    Rule rule,
    Set<Rule> others,
    FatType type,
    String path,
    String what,
    boolean fsckKnows,
    UnaryOperator<PatchedVolume> plant) {

  /** Returns a fault that concerns the volume as a whole, and that fsck.fat knows. */
  static Fault of(Rule rule, String what, UnaryOperator<PatchedVolume> plant) {
    return at("", rule, what, plant);
  }

  /** Returns a fault that concerns a path, and that fsck.fat knows. */
  static Fault at(String path, Rule rule, String what, UnaryOperator<PatchedVolume> plant) {
    return new Fault(rule, Set.of(), FatType.FAT12, path, what, true, plant);
  }

  Fault alsoBreaking(Rule... more) {
    return new Fault(rule, Set.of(more), type, path, what, fsckKnows, plant);
  }

  Fault inFat16() {
    return new Fault(rule, others, FatType.FAT16, path, what, fsckKnows, plant);
  }

  Fault unknownToFsck() {
    return new Fault(rule, others, type, path, what, false, plant);
  }

  PatchedVolume volume() {
    return plant.apply(PatchedVolume.of(type));
  }

  @Override
  public String toString() {
    return rule.id() + ": " + what;
  }
}
