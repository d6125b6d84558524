package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Answers of language models in places where data must not be controlled. */
@RuleInfo(
    id = "ai-output-to-sink",
    title = "What a language model says is run",
    severity = Severity.HIGH,
    cwe = {1426, 94},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A model repeats what it was told by whoever wrote the text it read: a page, a mail or"
            + " a user then runs commands, code or queries through it.",
    remedy =
        "Let the model choose from a constant list, and check what it says as you check what"
            + " users say.",
    bad =
        @Example(
            """
            const OpenAI = require('openai');
            const { exec } = require('child_process');
            const model = new OpenAI();
            exports.help = async (input) => {
              const answer = await model.responses.create({ model: 'small', input });
              exec(answer.output_text);
            };
            """),
    good =
        @Example(
            """
            const OpenAI = require('openai');
            const model = new OpenAI();
            const ACTIONS = new Map([['list', () => []]]);
            exports.help = async (input) => {
              const answer = await model.responses.create({ model: 'small', input });
              return ACTIONS.get(answer.output_text)();
            };
            """))
public final class ModelOutput implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("llm")
            .to(
                "command-injection",
                "code-injection",
                "sql-injection",
                "path-injection",
                "ssrf",
                "nosql-code-injection",
                "dynamic-import")
            .silences("injection-eval-use", "injection-vm-sandbox", "injection-spawn-shell-true")
            .message("{source} of a language model reaches {sink}"));
  }
}
