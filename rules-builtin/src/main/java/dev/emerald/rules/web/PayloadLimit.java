package dev.emerald.rules.web;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.Constant;
import dev.emerald.spi.scope.ObjectView;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests may be larger than anybody needs. */
@RuleInfo(
    id = "web-body-limit-missing",
    title = "Requests may be of any size, or very large",
    severity = Severity.LOW,
    cwe = {770, 400},
    owasp = {"A05:2021"},
    roadmap = RoadmapItem.DEV_7,
    why =
        "What a parser collects in memory before anything is checked, one client can fill it with."
            + " The defaults of parsers are small for that reason; parsers of uploads have none.",
    remedy =
        "Leave the default, or raise it for the one route that needs more. Give a parser of"
            + " uploads limits: { fileSize: … }.",
    bad = {
      @Example(
          """
          const express = require('express');
          express().use(express.json({ limit: '50mb' }));
          """),
      @Example(
          """
          const upload = require('multer')();
          module.exports = (app) => app.use(upload.single('image'));
          """)
    },
    good = {
      @Example(
          """
          const express = require('express');
          express().use(express.json({ limit: '200kb' }));
          """),
      @Example(
          """
          const multer = require('multer');
          module.exports = multer({ dest: 'uploads', limits: { fileSize: 1024 * 1024 } });
          """)
    },
    weight = RuleInfo.Weight.DECIDES)
public final class PayloadLimit implements Rule {

  private static final double MOST = 1024.0 * 1024.0;

  private static final Pattern SIZE =
      Pattern.compile("\\s{0,9}(\\d{1,12}(?:\\.\\d{1,9})?)\\s{0,9}(b|kb|mb|gb|tb)?\\s{0,9}");

  @Override
  public void register(Hooks on) {
    on.call(
        api("{express,body-parser}.{json,urlencoded,text,raw}"),
        (call, context) -> raised(call, context, "limit"));
    on.call(
        api("{koa-bodyparser,koa-body}"),
        (call, context) -> raised(call, context, "jsonLimit", "formLimit", "textLimit"));
    on.call(api("fastify"), (call, context) -> raised(call, context, "bodyLimit"));
    on.call(api("{multer,express-fileupload}"), PayloadLimit::upload);
  }

  private static void raised(Invocation call, FileContext context, String... options) {
    ObjectView view = Settings.argument(call, 0, context.scopes());
    if (view == null || context.file().test()) {
      return;
    }
    for (String option : options) {
      Expression value = view.get(option);
      OptionalDouble bytes = value == null ? OptionalDouble.empty() : bytes(value, context);
      if (value != null && bytes.isPresent() && bytes.getAsDouble() > MOST) {
        context.report(
            Settings.place(call, value, context),
            "A request may be as large as %,.0f MB".formatted(bytes.getAsDouble() / MOST));
      }
    }
  }

  private static OptionalDouble bytes(Expression value, FileContext context) {
    Constant constant = Values.constant(value, context.scopes());
    if (constant == null) {
      return OptionalDouble.empty();
    }
    double number = Values.number(value, context.scopes());
    if (!Double.isNaN(number)) {
      return OptionalDouble.of(number);
    }
    String text = Values.string(value, context.scopes());
    Matcher size = text == null ? null : SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (size == null || !size.matches()) {
      return OptionalDouble.empty();
    }
    String unit = size.group(2) == null ? "b" : size.group(2);
    double factor =
        switch (unit) {
          case "kb" -> 1024.0;
          case "mb" -> MOST;
          case "gb" -> MOST * 1024.0;
          case "tb" -> MOST * 1024.0 * 1024.0;
          default -> 1.0;
        };
    return OptionalDouble.of(Double.parseDouble(size.group(1)) * factor);
  }

  private static void upload(Invocation call, FileContext context) {
    if (context.file().test()) {
      return;
    }
    if (call.arguments().isEmpty()) {
      context.report(call, "An upload may be of any size");
      return;
    }
    ObjectView view = Settings.argument(call, 0, context.scopes());
    if (view != null && view.get("limits") == null && view.lacks("limits")) {
      context.report(call, "An upload may be of any size");
    }
  }
}
