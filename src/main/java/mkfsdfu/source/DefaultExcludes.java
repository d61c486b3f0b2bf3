package mkfsdfu.source;

/** What operating systems, Python and git leave in directories and no board wants. */
final class DefaultExcludes {
  private DefaultExcludes() {}

  /** Returns the pattern that matches the name, or null. They apply to files and directories. */
  static String matching(String name) {
    return switch (name) {
      case ".DS_Store",
          "Thumbs.db",
          "desktop.ini",
          "__pycache__",
          ".git",
          ".gitignore",
          ".gitattributes",
          IgnoreFile.NAME ->
          name;
      default -> name.startsWith("._") ? "._*" : name.endsWith(".pyc") ? "*.pyc" : null;
    };
  }
}
