package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** Instructions for a language model that strangers write. */
@RuleInfo(
    id = "ai-system-prompt-injection",
    title = "Data from a request becomes part of a system prompt",
    severity = Severity.HIGH,
    confidence = Confidence.MEDIUM,
    cwe = 1427,
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A model follows its system prompt before all else: text from outside in it changes"
            + " what the model may do and tell.",
    remedy = "Keep the system prompt constant and put outside text into messages of the user.",
    bad =
        @Example(
            """
            const Anthropic = require('@anthropic-ai/sdk');
            const model = new Anthropic();
            const app = require('express')();
            app.post('/chat', async (req, res) => {
              res.json(await model.messages.create({ system: 'You help ' + req.body.role, messages: [] }));
            });
            """),
    good =
        @Example(
            """
            const Anthropic = require('@anthropic-ai/sdk');
            const model = new Anthropic();
            const app = require('express')();
            app.post('/chat', async (req, res) => {
              const messages = [{ role: 'user', content: req.body.text }];
              res.json(await model.messages.create({ system: 'You help customers', messages }));
            });
            """))
public final class SystemPrompt implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("remote", "queue")
            .to("prompt-injection-system")
            .lower("queue")
            .message("{source} becomes part of the system prompt in {sink}"));
  }
}
