package mkfsdfu.fat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings in the order in which they were made. Of each rule the first hundred are kept and the
 * rest is counted, for a hostile volume breaks one in every slot.
 */
final class Findings {
  private static final int MOST_OF_A_RULE = 100;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Rule, Integer> counts = new HashMap<>();

  void add(Rule rule, Place place, int cluster, String what) {
    if (count(rule)) {
      kept.add(new Finding(rule, Place.path(place), cluster, what));
    }
  }

  void addForVolume(Rule rule, int cluster, String what) {
    if (count(rule)) {
      kept.add(new Finding(rule, "", cluster, what));
    }
  }

  private boolean count(Rule rule) {
    return counts.merge(rule, 1, Integer::sum) <= MOST_OF_A_RULE;
  }

  /** Returns what was kept, and for each rule with more a finding that says how many. */
  List<Finding> list() {
    if (kept.isEmpty()) {
      return List.of();
    }
    for (Rule rule : Rule.values()) {
      int more = counts.getOrDefault(rule, 0) - MOST_OF_A_RULE;
      if (more > 0) {
        kept.add(new Finding(rule, more + " more of this kind"));
      }
    }
    return List.copyOf(kept);
  }
}
