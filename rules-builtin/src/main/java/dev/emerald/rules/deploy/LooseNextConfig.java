package dev.emerald.rules.deploy;

import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.finding.Confidence;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Next.js with its checks and limits switched off. */
@RuleInfo(
    id = "deploy-next-config",
    title = "Next.js is told to check less",
    severity = Severity.MEDIUM,
    cwe = {693, 918},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_5},
    why =
        "An image service that fetches from any host is a proxy for everybody; SVG is a page with"
            + " scripts; a build that goes on with wrong types and lint errors ships them.",
    remedy = "Name the hosts and origins, and let the build fail.",
    bad =
        @Example(
            file = "next.config.js",
            value =
                """
                module.exports = {
                  images: { remotePatterns: [{ protocol: 'https', hostname: '**' }] },
                };
                """),
    good =
        @Example(
            file = "next.config.js",
            value =
                """
                module.exports = {
                  images: { remotePatterns: [{ protocol: 'https', hostname: 'images.shop.example' }] },
                };
                """))
public final class LooseNextConfig implements Rule {

  @Override
  public void register(Hooks on) {
    on.node(Property.class, LooseNextConfig::check);
  }

  private static void check(Property property, FileContext context) {
    String path = context.file().path();
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String key = Keys.of(property);
    if (key == null
        || !name.startsWith("next.config.")
        || !(property.value() instanceof Expression value)) {
      return;
    }
    String outer = outer(property, context);
    boolean on = Values.isTrue(value, context.scopes());
    switch (key) {
      case "hostname" -> {
        String host = Values.string(value, context.scopes());
        if ("**".equals(host) || "*".equals(host)) {
          context.report(property, "The image service fetches from every host");
        }
      }
      case "dangerouslyAllowSVG" -> {
        if (on && !secured(property, context)) {
          context.report(property, "Images may be SVG, which runs scripts");
        }
      }
      case "ignoreBuildErrors" -> advise(on && "typescript".equals(outer), property, context);
      case "ignoreDuringBuilds" -> advise(on && "eslint".equals(outer), property, context);
      case "allowedOrigins" -> {
        if ("serverActions".equals(outer) && isStar(value, context)) {
          context.report(property, "Pages of every origin may call the actions of the server");
        }
      }
      default -> {
        // Of no interest here.
      }
    }
  }

  private static void advise(boolean off, Property property, FileContext context) {
    if (off) {
      context.report(
          Problem.at(context.location(property), "The build goes on with errors")
              .withSeverity(Severity.LOW)
              .withConfidence(Confidence.HIGH));
    }
  }

  /** A policy for images makes scripts in them do nothing. */
  private static boolean secured(Property property, FileContext context) {
    return context.tree().parent(property) instanceof ObjectExpression object
        && object.properties().stream()
            .anyMatch(
                each ->
                    each instanceof Property other
                        && "contentSecurityPolicy".equals(Keys.of(other)));
  }

  private static boolean isStar(Expression list, FileContext context) {
    return context.scopes().origin(list) instanceof ArrayExpression array
        && array.elements().stream()
            .anyMatch(each -> "*".equals(Values.string(each, context.scopes())));
  }

  private static @Nullable String outer(Property property, FileContext context) {
    Node object = context.tree().parent(property);
    return object != null && context.tree().parent(object) instanceof Property around
        ? Keys.of(around)
        : null;
  }
}
