package dev.emerald.rules.health;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import org.jspecify.annotations.Nullable;

/** Files that everybody on the machine may change. */
@RuleInfo(
    id = "fs-world-writable",
    title = "A file that everybody on the machine may change",
    severity = Severity.MEDIUM,
    cwe = {732, 276},
    owasp = {"A01:2021"},
    roadmap = RoadmapItem.DEP_5,
    why =
        "Any account on the machine, that of another service which was broken into as well, changes"
            + " what the program reads or runs next.",
    remedy = "Use 0o600 for files and 0o700 for folders.",
    bad = {
      @Example(
          """
          const fs = require('fs');
          fs.chmodSync('run.sh', 0o777);
          """),
      @Example(
          """
          import { writeFile } from 'node:fs/promises';
          export const save = (text) => writeFile('state.json', text, { mode: 0o666 });
          """)
    },
    good = {
      @Example(
          """
          const fs = require('fs');
          fs.chmodSync('run.sh', 0o755);
          fs.mkdirSync('data', { recursive: true, mode: 0o700 });
          """),
      @Example(
          """
          const fs = require('fs');
          module.exports = (mode) => fs.chmodSync('run.sh', mode);
          """)
    })
public final class WorldWritable implements Rule {

  private static final int OTHERS_WRITE = 0b010;

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf(
            "fs.{chmod,chmodSync,fchmod,fchmodSync,lchmod,lchmodSync}",
            "{fs.promises,fs/promises,fs-extra}.{chmod,lchmod}",
            "fs-extra.chmodSync"),
        (call, context) -> check(call.argument(1), context));
    on.call(
        anyOf(
            "fs.{writeFile,writeFileSync,appendFile,appendFileSync,createWriteStream,mkdir,mkdirSync}",
            "{fs.promises,fs/promises,fs-extra}.{writeFile,appendFile,mkdir}"),
        (call, context) -> {
          for (int i = 1; i < Math.min(3, call.arguments().size()); i++) {
            check(
                Settings.at(Settings.argument(call, i, context.scopes()), context.scopes(), "mode"),
                context);
          }
        });
    on.call(
        api("fs.{open,openSync,promises.open}"),
        (call, context) -> check(call.argument(2), context));
    on.call(
        api("process.umask"),
        (call, context) -> {
          if (Values.number(call.argument(0), context.scopes()) == 0) {
            context.report(call, "All files are made so that everybody may change them");
          }
        });
  }

  private static void check(@Nullable Expression mode, FileContext context) {
    if (mode == null || mode instanceof FunctionLike) {
      return;
    }
    int bits = (int) Values.number(mode, context.scopes());
    String text = Values.string(mode, context.scopes());
    if (text != null && text.matches("0?o?[0-7]{3,4}")) {
      bits = Integer.parseInt(text.substring(text.indexOf('o') + 1), 8);
    }
    if ((bits & OTHERS_WRITE) != 0) {
      context.report(mode, "Everybody on the machine may change it");
    }
  }
}
