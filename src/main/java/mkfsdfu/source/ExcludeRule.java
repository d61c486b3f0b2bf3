package mkfsdfu.source;

/**
 * One pattern, with gitignore's rules.
 *
 * @param origin where it came from, and its text
 * @param keeps whether it keeps what an earlier one left out ({@code !} in front)
 * @param directoriesOnly whether it ends in a slash
 * @param anywhere whether it has no other slash: it is then held against the name alone
 * @param glob what is left
 */
record ExcludeRule(
    String origin, boolean keeps, boolean directoriesOnly, boolean anywhere, PathGlob glob) {
  static ExcludeRule parse(String pattern, String origin) {
    int start = pattern.startsWith("!") ? 1 : 0;
    boolean directoriesOnly = pattern.length() > start && pattern.endsWith("/");
    int end = pattern.length() - (directoriesOnly ? 1 : 0);
    String rest = pattern.substring(start, end);
    boolean anywhere = rest.indexOf('/') < 0;
    PathGlob glob = PathGlob.parse(rest.startsWith("/") ? rest.substring(1) : rest);
    return new ExcludeRule(origin, start == 1, directoriesOnly, anywhere, glob);
  }

  boolean matches(String path, String name, boolean directory) {
    return (directory || !directoriesOnly) && glob.matches(anywhere ? name : path);
  }
}
