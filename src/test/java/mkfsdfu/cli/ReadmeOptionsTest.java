package mkfsdfu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mkfsdfu.error.ExitCode;
import mkfsdfu.testing.Readme;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** The README names what the tool takes, all of it and nothing else. */
class ReadmeOptionsTest {
  private static final Console NOBODY =
      new Console(
          new PrintStream(OutputStream.nullOutputStream()),
          new PrintStream(OutputStream.nullOutputStream()),
          Map.of(),
          false);

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-zA-Z][a-z-]*");

  @Test
  void theTableHasEveryOptionOfThePackingAndNoOther() {
    Set<String> shown = shown();
    Set<String> known = new TreeSet<>(Set.of("--debug"));
    CommandForm form = new CommandForm();
    new PackCommand(NOBODY).describe(form);
    for (OptionSpec option : form.spec().options()) {
      known.addAll(Arrays.asList(option.names()));
      assertThat(option.names()).as("in the README").containsAnyElementsOf(shown);
    }
    assertThat(known).containsAll(shown);
  }

  /** Returns the options in the first column of the tables. */
  private static Set<String> shown() {
    Set<String> shown = new TreeSet<>();
    for (String line : Readme.text().lines().filter(text -> text.startsWith("| `-")).toList()) {
      String names = line.substring(0, line.indexOf('|', 1));
      for (Matcher option = OPTION.matcher(names); option.find(); ) {
        shown.add(option.group());
      }
    }
    return shown;
  }

  @Test
  void everyExitCodeIsExplained() {
    String text = Readme.text();
    String codes = text.substring(text.indexOf("Exit codes: ")).replace('\n', ' ');

    for (ExitCode code : ExitCode.values()) {
      assertThat(codes).containsPattern("[ ,]" + code.status() + " [a-zA-Z]");
    }
  }
}
