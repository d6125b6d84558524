package dev.emerald.rules.secrets;

import static dev.emerald.spi.scope.ApiPattern.anyOf;
import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.naming.Surroundings;
import dev.emerald.rules.values.Keys;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.MemberExpression;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.ObjectMember;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.SpreadElement;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Variables of the server that a bundler writes into what browsers load. */
@RuleInfo(
    id = "secret-build-artifact-leak",
    title = "A secret of the build is written into what browsers load",
    severity = Severity.HIGH,
    cwe = {200, 522},
    owasp = {"A02:2021"},
    roadmap = RoadmapItem.DEP_1,
    why =
        "A bundler replaces the name of the variable by its value. Everybody who opens the page can"
            + " read it there, with the whole environment that is every secret of the build.",
    remedy =
        "Name the variables that the page needs, one by one, and let the server do what needs a"
            + " secret.",
    bad = {
      @Example(
          """
          const webpack = require('webpack');
          module.exports = {
            plugins: [new webpack.DefinePlugin({ 'process.env': JSON.stringify(process.env) })],
          };
          """),
      @Example(
          """
          export const sign = (body) => hmac(process.env.NEXT_PUBLIC_SIGNING_SECRET, body);
          """)
    },
    good =
        @Example(
            """
            const webpack = require('webpack');
            module.exports = {
              plugins: [
                new webpack.DefinePlugin({
                  'process.env.API_URL': JSON.stringify(process.env.API_URL),
                }),
              ],
            };
            const key = process.env.NEXT_PUBLIC_ANALYTICS_TOKEN;
            """))
public final class SecretInBundle implements Rule {

  private static final ApiPattern ENVIRONMENT = api("process.env");

  private static final ApiPattern TEXT = api("globalThis.JSON.stringify");

  /** What build tools hand to pages, by the start of its name. */
  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:NEXT_PUBLIC|REACT_APP|VITE|NUXT_PUBLIC|EXPO_PUBLIC|VUE_APP|GATSBY|PUBLIC)_(.{1,80})");

  /** Names of what must not be shown: tokens and keys are often made to be. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?:.{0,80}_)?(?:SECRET|PASSWORD|PASSWD|PRIVATE_KEY|SECRET_KEY|SECRET_ACCESS_KEY"
              + "|CLIENT_SECRET|SERVICE_ROLE_KEY|MASTER_KEY|ENCRYPTION_KEY|DATABASE_URL)");

  /** The keys of configurations whose objects are written into pages. */
  private static final Set<String> REPLACED = Set.of("define", "replace");

  @Override
  public void register(Hooks on) {
    on.call(
        anyOf("{webpack,@rspack/core}.{DefinePlugin,EnvironmentPlugin}", "@rollup/plugin-replace"),
        SecretInBundle::plugin);
    on.node(Property.class, SecretInBundle::setting);
    on.node(MemberExpression.class, SecretInBundle::variable);
  }

  private static void plugin(Invocation call, FileContext context) {
    Expression given = call.argument(0);
    Expression settings = given == null ? null : context.scopes().origin(given);
    if (settings instanceof ArrayExpression names) {
      for (Expression each : names.elements()) {
        String name = Values.string(each, context.scopes());
        if (each != null && name != null && SECRET.matcher(name).matches()) {
          context.report(each, "The page is given the value of " + name);
        }
      }
    } else if (settings instanceof ObjectExpression object) {
      values(object, context);
    } else if (settings != null && isWhole(settings, context)) {
      context.report(settings, "The page is given the whole environment of the build");
    }
  }

  /** {@code define} of Vite and esbuild, {@code env} of Next.js, by the file they stand in. */
  private static void setting(Property property, FileContext context) {
    String key = Keys.of(property);
    if (key == null || !(property.value() instanceof ObjectExpression object)) {
      return;
    }
    String path = context.file().path();
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean next = key.equals("env") && name.startsWith("next.config.");
    boolean bundler =
        REPLACED.contains(key)
            && (name.startsWith("vite.config.")
                || name.startsWith("electron.vite.config.")
                || name.contains("esbuild")
                || name.startsWith("tsup.config.")
                || context.file().imports().contains("esbuild"));
    if (next || bundler) {
      values(object, context);
    }
  }

  private static void values(ObjectExpression object, FileContext context) {
    for (ObjectMember member : object.properties()) {
      if (member instanceof SpreadElement spread
          && ENVIRONMENT.matches(context.scopes().apiOf(spread.argument()))) {
        context.report(spread, "The page is given the whole environment of the build");
      } else if (member instanceof Property property
          && property.value() instanceof Expression value) {
        String read = value(value, context);
        if (isWhole(value, context)) {
          context.report(property, "The page is given the whole environment of the build");
        } else if (read != null && SECRET.matcher(read).matches()) {
          context.report(property, "The page is given the value of " + read);
        } else if (value instanceof ObjectExpression inner && inner != object) {
          nested(inner, context);
        }
      }
    }
  }

  /** {@code 'process.env': { SECRET: … }}: one level, as bundlers know no more. */
  private static void nested(ObjectExpression object, FileContext context) {
    for (ObjectMember member : object.properties()) {
      if (member instanceof Property property && property.value() instanceof Expression value) {
        String read = value(value, context);
        if (read != null && SECRET.matcher(read).matches()) {
          context.report(property, "The page is given the value of " + read);
        }
      }
    }
  }

  private static boolean isWhole(Expression value, FileContext context) {
    return ENVIRONMENT.matches(context.scopes().apiOf(plain(value, context)));
  }

  /** The variable of the environment whose value this is. */
  private static @Nullable String value(Expression value, FileContext context) {
    return SecretWithDefault.variable(plain(value, context), context);
  }

  private static Expression plain(Expression value, FileContext context) {
    if (value instanceof CallExpression call) {
      Expression inner = call.argument(0);
      if (inner != null && TEXT.matches(context.scopes().apiOf(call.callee()))) {
        return inner;
      }
    }
    return value;
  }

  private static void variable(MemberExpression member, FileContext context) {
    String name = isEnvironment(member) ? Keys.of(member) : null;
    if (name == null) {
      return;
    }
    Matcher shown = SHOWN.matcher(name);
    if (shown.matches() && SECRET.matcher(shown.group(1)).matches()) {
      Node place = member.property();
      context.report(place, name + " is written into the page by its name");
    }
  }

  /** {@code process.env} or {@code import.meta.env}, in the words of the build tools. */
  private static boolean isEnvironment(MemberExpression member) {
    return "env".equals(Surroundings.lastName(member.object()));
  }
}
