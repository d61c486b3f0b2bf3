package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.flash.Bytes;

/** The corpus of faults for tests in other rooms. */
public final class FaultCorpus {
  private FaultCorpus() {}

  /**
   * A volume with one fault.
   *
   * @param rule the rule it breaks, by its id
   * @param severity how bad that is
   * @param path the path of the finding
   * @param what a part of what the finding says
   * @param volume the volume's bytes
   */
  public record Spoiled(String rule, Severity severity, String path, String what, Bytes volume) {
    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  /** Returns at least one volume for each rule. */
  public static List<Spoiled> volumes() {
    List<Spoiled> volumes = new ArrayList<>();
    for (Fault fault : Faults.all()) {
      volumes.add(
          new Spoiled(
              fault.rule().id(),
              fault.rule().severity(),
              fault.path(),
              fault.what(),
              fault.volume().bytes()));
    }
    return volumes;
  }
}
