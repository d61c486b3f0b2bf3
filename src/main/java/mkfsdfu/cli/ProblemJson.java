package mkfsdfu.cli;

import com.grack.nanojson.JsonStringWriter;
import java.util.List;
import java.util.Locale;
import mkfsdfu.fat.Finding;
import mkfsdfu.inspect.Problem;

/** What is wrong with a file, for machines. */
final class ProblemJson {
  private ProblemJson() {}

  static void write(JsonStringWriter json, String name, List<Problem> problems) {
    json.array(name);
    for (Problem problem : problems) {
      json.object();
      json.value("rule", problem.rule());
      json.value("severity", problem.severity().name().toLowerCase(Locale.ROOT));
      if (!problem.volume().isEmpty()) {
        json.value("volume", problem.volume());
      }
      if (!problem.path().isEmpty()) {
        json.value("path", problem.path());
      }
      if (problem.cluster() != Finding.NO_CLUSTER) {
        json.value("cluster", problem.cluster());
      }
      json.value("what", problem.what());
      json.value("boardDoes", problem.boardDoes());
      json.end();
    }
    json.end();
  }
}
