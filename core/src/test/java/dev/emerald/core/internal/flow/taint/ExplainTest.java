package dev.emerald.core.internal.flow.taint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.emerald.core.analysis.ConfigurationException;
import dev.emerald.core.analysis.Explanation;
import dev.emerald.core.analysis.Explanation.Outcome;
import dev.emerald.spi.finding.Step;
import org.junit.jupiter.api.Test;

final class ExplainTest {

  /** Lines 1 to 3 are given: see {@link FlowProject#server}. */
  private static final FlowProject APP =
      FlowProject.server(
          """
          app.get('/', (req, res) => {
            const name = req.query.name;
            cp.exec('ls ' + name);
            cp.exec('ls');
            cp.exec('ls ' + process.pid);
            cp.exec('ls ' + parseInt(name));
            fs.readFile(path.join('/srv', safe(name)), () => {});
            fs.readFile('/srv/' + name.replace(/[^a-z]/g, ''), () => {});
            console.log(name);
            if (!/^\\w+$/.test(name)) {
              return;
            }
            cp.exec('ls ' + name);
          });
          function safe(text) {
            if (text.indexOf('..') >= 0) {
              throw new Error('no');
            }
            return text;
          }
          const run = (text) => {
            cp.exec('ls ' + text);
          };
          run(__filename);
          """);

  @Test
  void whatIsReportedComesWithItsSteps() {
    Explanation.Answer answer = only(APP.explain("shell", "app.js", 6), Outcome.REPORTED);
    assertThat(answer.message()).isEqualTo("`req.query` reaches `cp.exec`");
    assertThat(answer.steps()).hasSizeGreaterThan(2);
    assertThat(answer.steps().get(0).note()).isEqualTo("`req.query` comes with a request");
  }

  @Test
  void whatIsToldOfAtAnotherPlaceNamesThat() {
    FlowProject project =
        FlowProject.server(
            """
            app.get('/', (req, res) => {
              const file = '/srv/' + req.query.file;
              fs.readFileSync(file);
              fs.createReadStream(file);
            });
            """);
    assertThat(project.explain("file", "app.js", 7).reported()).isTrue();
    Explanation.Answer other =
        only(project.explain("file", "app.js", 6), Outcome.REPORTED_ELSEWHERE);
    assertThat(other.message())
        .isEqualTo("part of the finding at app.js:7:3: `req.query` reaches `fs.createReadStream`");
  }

  @Test
  void whatIsDoubtfulIsSaidToBe() {
    FlowProject project =
        FlowProject.server(
            """
            let first, second, third;
            app.use((req, res, next) => { first = req.query.d; next(); });
            app.use((req, res, next) => { second = first; next(); });
            app.use((req, res, next) => { third = second; next(); });
            app.get('/', (req, res) => { cp.exec('ls ' + third); });
            """);
    Explanation.Answer answer = only(project.explain("shell", "app.js", 8), Outcome.NOT_SHOWN);
    assertThat(answer.message()).contains("it rests on a guess");
  }

  @Test
  void aGuardThatStopsIsNamedWithItsLine() {
    Explanation.Answer answer = only(APP.explain("shell", "app.js", 16), Outcome.STOPPED);
    assertThat(answer.message()).contains("`/^\\w+$/.test(name)` holds");
    assertThat(answer.steps())
        .anySatisfy(
            step -> {
              assertThat(step.note()).startsWith("stops here");
              assertThat(step.location().start().line()).isEqualTo(13);
            });
  }

  @Test
  void aGuardInAnotherFunctionIsNamed() {
    Explanation.Answer answer = only(APP.explain("file", "app.js", 10), Outcome.STOPPED);
    assertThat(answer.message())
        .contains("path.join('/srv', safe(name))")
        .contains("`text.indexOf('..') >= 0` does not hold (app.js:19)");
  }

  @Test
  void aSanitizerThatStopsIsNamedWithItsLine() {
    Explanation.Answer number = only(APP.explain("shell", "app.js", 9), Outcome.STOPPED);
    assertThat(number.message()).startsWith("`parseInt(name)` passes nothing on");
    Explanation.Answer replaced = only(APP.explain("file", "app.js", 11), Outcome.STOPPED);
    assertThat(replaced.message()).startsWith("`name.replace(/[^a-z]/g, '')` leaves nothing");
    assertThat(replaced.steps())
        .filteredOn(step -> step.note().equals("stops here"))
        .extracting(step -> step.location().start().line())
        .containsExactly(11);
  }

  @Test
  void aConstantAndWhatNobodyLabelsAreToldApart() {
    only(APP.explain("shell", "app.js", 7), Outcome.CONSTANT);
    Explanation.Answer unknown = only(APP.explain("shell", "app.js", 8), Outcome.NO_SOURCE);
    assertThat(unknown.steps())
        .extracting(Step::note)
        .containsExactly("comes from here", "the sink");
    Explanation.Answer called = only(APP.explain("shell", "app.js", 25), Outcome.NO_SOURCE);
    assertThat(called.steps().get(0).location().start().line()).isEqualTo(27);
  }

  @Test
  void aLineWithoutASinkOfTheRuleIsSaidToHaveNone() {
    Explanation.Answer answer = only(APP.explain("shell", "app.js", 12), Outcome.NOTHING_THERE);
    assertThat(answer.message()).isEqualTo("nothing in the line is a sink of command-injection");
    only(APP.explain("file", "app.js", 6), Outcome.NOTHING_THERE);
  }

  @Test
  void whatIsNotShownIsSaidToBeThere() {
    FlowProject silenced =
        FlowProject.server(
            "app.get('/', (req, res) => cp.exec(req.query.a)); // emerald-disable-line shell --"
                + " x\n");
    Explanation.Answer answer = only(silenced.explain("shell", "app.js", 4), Outcome.NOT_SHOWN);
    assertThat(answer.message()).contains("silenced by a comment at app.js:4");
  }

  @Test
  void filesThatWereNotLookedAtAreToldWithTheReason() {
    FlowProject project =
        FlowProject.server("")
            .with("test/app.test.js", "require('child_process').exec(process.argv[2]);")
            .with("node_modules/a/index.js", "module.exports = 1;")
            .with("notes.md", "nothing");
    assertThat(gap(project, "test/app.test.js", 1)).contains("tests");
    assertThat(gap(project, "node_modules/a/index.js", 1)).contains("in node_modules");
    assertThat(gap(project, "notes.md", 1)).contains("no JavaScript");
    assertThat(gap(project, "none.js", 1)).isEqualTo("there is no file 'none.js' in the input");
    assertThat(gap(project, "app.js", 99)).contains("no line 99");
  }

  @Test
  void anUnknownRuleAndALineBelowOneAreMistakes() {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> APP.explain("shel", "app.js", 1))
        .withMessage("unknown rule 'shel', did you mean 'shell'?");
    assertThatIllegalArgumentException().isThrownBy(() -> APP.explain("shell", "app.js", 0));
  }

  private static String gap(FlowProject project, String path, int line) {
    return only(project.explain("shell", path, line), Outcome.NOT_ANALYSED).message();
  }

  private static Explanation.Answer only(Explanation explanation, Outcome outcome) {
    assertThat(explanation.answers()).hasSize(1);
    Explanation.Answer answer = explanation.answers().get(0);
    assertThat(answer.outcome()).as(answer.toString()).isEqualTo(outcome);
    assertThat(explanation.reported()).isEqualTo(outcome == Outcome.REPORTED);
    return answer;
  }
}
