package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.FastifyPlugins;
import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Static files that are the program itself. */
@RuleInfo(
    id = "web-static-exposes-project",
    title = "Static files are served from the project's own folder",
    severity = Severity.HIGH,
    cwe = {548, 538, 200},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_5, RoadmapItem.DEP_1},
    why =
        "Whatever lies below the folder can be fetched: sources, package.json, configuration with"
            + " passwords, with 'dotfiles' also .env and .git.",
    remedy = "Serve a folder that holds nothing but public files, such as public/.",
    bad = {
      @Example(
          """
          const express = require('express');
          const app = express();
          app.use(express.static(__dirname));
          """),
      @Example(
          """
          const express = require('express');
          const app = express();
          app.use('/files', express.static('public', { dotfiles: 'allow' }));
          """)
    },
    good = {
      @Example(
          """
          const express = require('express');
          const path = require('path');
          const app = express();
          app.use(express.static(path.join(__dirname, 'public')));
          """),
      @Example(
          """
          const express = require('express');
          express().use(express.static(process.env.PUBLIC_FOLDER));
          """)
    })
public final class StaticExposesProject implements Rule {

  private static final Set<String> WHOLE = Set.of(".", "./", "/", "..", "../", "node_modules", "~");

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf("{express.static,serve-static,koa-static}"),
        (call, context) -> {
          folder(call.argument(0), context);
          dotfiles(call, 1, "dotfiles", context);
        });
    on.call(
        api("{express.Response().sendFile,send}"),
        (call, context) ->
            dotfiles(call, "send".equals(name(call, context)) ? 2 : 1, "dotfiles", context));
    FastifyPlugins.on(
        on,
        api("{@fastify/static,fastify-static}"),
        (call, context) ->
            folder(
                Settings.at(Settings.argument(call, 1, context.scopes()), context.scopes(), "root"),
                context));
  }

  private static @Nullable String name(Invocation call, FileContext context) {
    return context.scopes().apiOf(call.callee());
  }

  private static void folder(@Nullable Expression folder, FileContext context) {
    if (folder == null) {
      return;
    }
    String path = Values.string(folder, context.scopes());
    if (path != null ? WHOLE.contains(path) : isProjectFolder(folder, context)) {
      context.report(folder, "Everything below the project's folder can be fetched");
    }
  }

  private static boolean isProjectFolder(Expression folder, FileContext context) {
    Expression origin = context.scopes().origin(folder);
    if (origin instanceof Identifier name) {
      return name.name().equals("__dirname")
          && context.scopes().symbolOf(name) == null
          && context.file().path().indexOf('/', context.file().owner().directory().length() + 1)
              < 0;
    }
    return origin instanceof CallExpression call
        && "process.cwd".equals(context.scopes().apiOf(call.callee()));
  }

  private static void dotfiles(Invocation call, int index, String option, FileContext context) {
    Expression value =
        Settings.at(Settings.argument(call, index, context.scopes()), context.scopes(), option);
    if (value != null && "allow".equals(Values.string(value, context.scopes()))) {
      context.report(
          Settings.place(call, value, context), "Files such as .env and .git can be fetched");
    }
  }
}
