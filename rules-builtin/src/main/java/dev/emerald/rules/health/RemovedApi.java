package dev.emerald.rules.health;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import java.util.Map;

/** What Node.js has no longer, or will not have for long. */
@RuleInfo(
    id = "health-deprecated-api",
    title = "An API that Node.js has removed or will remove",
    severity = Severity.MEDIUM,
    cwe = 477,
    roadmap = RoadmapItem.DEV_3,
    why =
        "A program that calls what is no longer there can not move to a version of Node.js that"
            + " still gets security fixes; what is deprecated mostly is so because it is unsafe.",
    remedy = "Use what the documentation of the API names in its place.",
    bad =
        @Example(
            """
            const util = require('util');
            module.exports = (value) => util.isFunction(value) && value();
            """),
    good =
        @Example(
            """
            const util = require('util');
            module.exports = (value) => typeof value === 'function' && util.inspect(value);
            """))
public final class RemovedApi implements Rule {

  /** Calls that fail on a supported version of Node.js, since a major version. */
  private static final ApiPattern REMOVED =
      anyOf(
          "util.{isBoolean,isBuffer,isDate,isError,isFunction,isNull,isNullOrUndefined,isNumber}",
          "util.{isObject,isPrimitive,isRegExp,isString,isSymbol,isUndefined,log}",
          "util.{print,puts,debug,error,exec,pump}",
          "os.{tmpDir,getNetworkInterfaces}",
          "process.assert",
          "tls.{createSecurePair,parseCertString}",
          "crypto.{createCredentials,Credentials,_toBuf}",
          "fs.SyncWriteStream",
          "buffer.SlowBuffer",
          "net._setSimultaneousAccepts");

  /** Calls that warn, or are said to go. */
  private static final ApiPattern DEPRECATED =
      anyOf(
          "process.binding",
          "domain.{create,createDomain}",
          "punycode.{decode,encode,toASCII,toUnicode}",
          "fs.exists",
          "util.{isArray,_extend}",
          "timers.{enroll,unenroll,active}",
          "url.parse");

  private static final Map<String, String> INSTEAD =
      Map.of(
          "url.parse", "new URL",
          "fs.exists", "fs.access or fs.stat",
          "util.isArray", "Array.isArray",
          "util._extend", "Object.assign",
          "os.tmpDir", "os.tmpdir",
          "os.getNetworkInterfaces", "os.networkInterfaces",
          "util.log", "console.log",
          "buffer.SlowBuffer", "Buffer.allocUnsafeSlow");

  @Override
  public void register(Hooks on) {
    on.call(REMOVED, (call, context) -> report(call, context, true));
    on.call(DEPRECATED, (call, context) -> report(call, context, false));
  }

  private static void report(Invocation call, FileContext context, boolean removed) {
    String api = context.scopes().apiOf(call.callee());
    if (api == null) {
      return;
    }
    String instead = INSTEAD.containsKey(api) ? "; there is " + INSTEAD.get(api) : "";
    Problem problem =
        Problem.at(
            context.location(call.callee()),
            api
                + (removed
                    ? " is no longer there in supported versions of Node.js"
                    : " is deprecated")
                + instead);
    context.report(removed ? problem : problem.withSeverity(Severity.INFO));
  }
}
