package mkfsdfu.source;

import java.util.ArrayList;
import java.util.List;
import mkfsdfu.error.NoInputFailure;

/** One walk over all that a request names. */
final class SourceScan {
  private final ExcludeRules rules;
  private final OutputRule output;
  private final Timestamps timestamps;
  private final List<Exclusion> excluded = new ArrayList<>();

  private SourceScan(ExcludeRules rules, OutputRule output, Timestamps timestamps) {
    this.rules = rules;
    this.output = output;
    this.timestamps = timestamps;
  }

  static SourceTree of(SourceRequest request) {
    HostEntry top = HostEntry.named(request.directory(), "a directory");
    if (!top.isDirectory()) {
      throw new NoInputFailure(
          request.directory().toString(),
          top.describe() + ", a directory is expected",
          "give the directory that is to become the volume's root; --add takes single files");
    }
    SourceScan scan =
        new SourceScan(
            ExcludeRules.read(request.excludes(), request.directory()),
            OutputRule.of(request.output()),
            request.timestamps());
    DirectoryDraft root = DirectoryDraft.root(top.path(), scan.timeOf(top));
    scan.fill(root, HostDirectory.top(top));
    for (SourceAddition addition : request.additions()) {
      scan.add(root, addition);
    }
    return new SourceTree(root.finish(), scan.excluded);
  }

  private void fill(DirectoryDraft draft, HostDirectory directory) {
    for (HostDirectory.Child child : directory.list()) {
      HostEntry entry = HostEntry.listed(child.path());
      String name = child.name();
      String path = draft.pathOf(name);
      String rule = rules.excluding(path, name, entry.isDirectory());
      if (rule == null) {
        rule = output.excluding(entry);
      }
      if (rule != null) {
        excluded.add(new Exclusion(path, rule));
        continue;
      }
      entry.expectStorable();
      if (entry.isDirectory()) {
        HostDirectory below = directory.enter(entry);
        fill(draft.directory(name, child.path(), timeOf(entry)), below);
      } else {
        draft.put(fileOf(name, entry));
      }
    }
  }

  /** No rule is asked about what the user named, only about what a named directory holds. */
  private void add(DirectoryDraft root, SourceAddition addition) {
    HostEntry entry = HostEntry.named(addition.host(), "a file or directory to add");
    DirectoryDraft draft = root;
    for (String name : addition.directories()) {
      draft = draft.directory(name, addition.host(), timeOf(entry));
    }
    if (entry.isDirectory()) {
      fill(
          draft.directory(addition.name(), addition.host(), timeOf(entry)),
          HostDirectory.top(entry));
    } else {
      draft.put(fileOf(addition.name(), entry));
    }
  }

  private SourceFile fileOf(String name, HostEntry entry) {
    return new SourceFile(name, timeOf(entry), Snapshot.of(entry.path(), entry.attributes()));
  }

  private long timeOf(HostEntry entry) {
    return timestamps.of(entry.modifiedEpochSecond());
  }
}
