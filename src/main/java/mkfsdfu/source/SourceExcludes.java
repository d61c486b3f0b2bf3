package mkfsdfu.source;

import java.nio.file.Path;
import java.util.List;

/**
 * What to leave out of the volume. All patterns are gitignore's and are held against paths of the
 * volume, so that they mean the same in the directory and in what is added to it: a pattern without
 * a slash (but for one at its end) matches a name at any depth, one with a slash a path from the
 * root; {@code **} stands for any number of directories, a slash at the end allows only
 * directories, and {@code !} in front keeps what an earlier pattern left out. Upper and lower case
 * differ. With a directory goes all that it holds.
 *
 * <p>Where several patterns match, the last one decides. The order is: the default excludes, the
 * directory's {@code .mkfsdfuignore}, the files, the patterns.
 *
 * @param defaults whether to leave out what nobody wants on a board: {@code .DS_Store}, {@code
 *     ._*}, {@code Thumbs.db}, {@code desktop.ini}, {@code __pycache__}, {@code *.pyc}, {@code
 *     .git}, {@code .gitignore}, {@code .gitattributes}, {@code .mkfsdfuignore}
 * @param files files of patterns, one a line, as in a {@code .gitignore}
 * @param patterns single patterns, taken as they are: no comments, blanks at the end count
 */
public record SourceExcludes(boolean defaults, List<Path> files, List<String> patterns) {
  /** The default excludes, and nothing more. */
  public static final SourceExcludes DEFAULT = new SourceExcludes(true, List.of(), List.of());

  public SourceExcludes {
    files = List.copyOf(files);
    patterns = List.copyOf(patterns);
  }
}
