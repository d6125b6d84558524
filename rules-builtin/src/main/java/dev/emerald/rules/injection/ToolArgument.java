package dev.emerald.rules.injection;

import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.flow.TaintQuery;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;

/** What a tool of a language model is called with. */
@RuleInfo(
    id = "ai-mcp-tool-injection",
    title = "An argument of a tool reaches a command, a file, a query or an address",
    severity = Severity.HIGH,
    cwe = {1426, 78, 22, 918},
    owasp = {"A03:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "A language model fills in the arguments of its tools with what it read: a page, a mail or"
            + " an issue that says so makes it call the tool with a text of a stranger's choosing.",
    remedy =
        "Treat the arguments as those of a request: start programs without a shell, keep paths"
            + " below a folder, bind parameters, allow hosts by a list.",
    bad =
        @Example(
            """
            const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
            const { exec } = require('child_process');
            const server = new McpServer({ name: 'git', version: '1.0.0' });
            server.tool('log', { branch: {} }, async ({ branch }) => {
              exec('git log ' + branch);
            });
            """),
    good =
        @Example(
            """
            const { McpServer } = require('@modelcontextprotocol/sdk/server/mcp.js');
            const { execFile } = require('child_process');
            const server = new McpServer({ name: 'git', version: '1.0.0' });
            server.tool('log', { branch: {} }, async ({ branch }) => {
              execFile('git', ['log', '--', branch]);
            });
            """))
public final class ToolArgument implements Rule {

  @Override
  public void register(Hooks on) {
    on.taint(
        TaintQuery.from("mcp")
            .to(
                "command-injection",
                "code-injection",
                "sql-injection",
                "nosql-code-injection",
                "path-injection",
                "ssrf",
                "dynamic-import",
                "argument-injection")
            .silences("injection-eval-use", "injection-vm-sandbox", "injection-spawn-shell-true")
            .message("{source} of a tool reaches {sink}"));
  }
}
