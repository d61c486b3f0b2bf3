package mkfsdfu.source;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.UsageFailure;

/** Decides what is left out. {@link SourceExcludes} says how. */
final class ExcludeRules {
  private final boolean defaults;

  /** In ascending order of weight: the last one that matches decides. */
  private final List<ExcludeRule> rules;

  private ExcludeRules(boolean defaults, List<ExcludeRule> rules) {
    this.defaults = defaults;
    this.rules = rules;
  }

  /**
   * Reads all patterns.
   *
   * @param directory the source directory, which may hold a file of patterns
   * @throws mkfsdfu.error.NoInputFailure if a file of patterns cannot be read
   * @throws UsageFailure if a pattern is empty
   */
  static ExcludeRules read(SourceExcludes excludes, Path directory) {
    List<ExcludeRule> rules = new ArrayList<>();
    Path own = directory.resolve(IgnoreFile.NAME);
    if (Files.exists(own, LinkOption.NOFOLLOW_LINKS)) {
      IgnoreFile.read(own, rules);
    }
    for (Path file : excludes.files()) {
      IgnoreFile.read(file, rules);
    }
    for (String pattern : excludes.patterns()) {
      if (pattern.isEmpty()) {
        throw new UsageFailure("--exclude", "the pattern is empty", "give a name or a path");
      }
      rules.add(ExcludeRule.parse(pattern, "--exclude " + pattern));
    }
    return new ExcludeRules(excludes.defaults(), rules);
  }

  /**
   * Returns what leaves the entry out, in the user's words, or null if it stays.
   *
   * @param path path in the volume, without a slash in front
   * @param name its last part
   * @param directory whether it is a directory
   */
  String excluding(String path, String name, boolean directory) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      ExcludeRule rule = rules.get(i);
      if (rule.matches(path, name, directory)) {
        return rule.keeps() ? null : rule.origin();
      }
    }
    String pattern = defaults ? DefaultExcludes.matching(name) : null;
    return pattern == null ? null : "default exclude " + pattern;
  }
}
