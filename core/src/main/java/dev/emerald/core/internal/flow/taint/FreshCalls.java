package dev.emerald.core.internal.flow.taint;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls whose result says nothing of what they were given: tests, numbers, hashes, new data. */
final class FreshCalls {

  private static final Set<String> METHODS =
      Set.of(
          "addEventListener",
          "addListener",
          "charCodeAt",
          "clear",
          "close",
          "codePointAt",
          "createHash",
          "createReadStream",
          "createServer",
          "createWriteStream",
          "debug",
          "delete",
          "destroy",
          "digest",
          "emit",
          "end",
          "endsWith",
          "equals",
          "error",
          "every",
          "exists",
          "existsSync",
          "fatal",
          "findIndex",
          "forEach",
          "getDate",
          "getDay",
          "getFullYear",
          "getHours",
          "getMilliseconds",
          "getMinutes",
          "getMonth",
          "getSeconds",
          "getTime",
          "has",
          "hasOwnProperty",
          "includes",
          "indexOf",
          "info",
          "isArray",
          "isDirectory",
          "isFile",
          "isPrototypeOf",
          "keys",
          "lastIndexOf",
          "listen",
          "localeCompare",
          "log",
          "mkdir",
          "mkdirSync",
          "off",
          "on",
          "once",
          "pipe",
          "propertyIsEnumerable",
          "push",
          "query",
          "readFile",
          "readFileSync",
          "readdir",
          "readdirSync",
          "removeListener",
          "rmdir",
          "search",
          "send",
          "set",
          "setEncoding",
          "setHeader",
          "setTimeout",
          "some",
          "startsWith",
          "stat",
          "statSync",
          "lstat",
          "lstatSync",
          "status",
          "test",
          "trace",
          "unlink",
          "unlinkSync",
          "unshift",
          "update",
          "warn",
          "write",
          "writeFile",
          "writeFileSync",
          "writeHead");

  private static final Set<String> APIS =
      Set.of(
          "Array.isArray",
          "Boolean",
          "Date",
          "Date.now",
          "Date.parse",
          "Error",
          "Number",
          "Number.isInteger",
          "Number.isNaN",
          "Number.parseFloat",
          "Number.parseInt",
          "Object.is",
          "RangeError",
          "Symbol",
          "SyntaxError",
          "TypeError",
          "clearInterval",
          "clearTimeout",
          "isFinite",
          "isNaN",
          "parseFloat",
          "parseInt",
          "require.resolve",
          "setImmediate",
          "setInterval",
          "setTimeout",
          "uuid",
          "uuid.v4");

  private static final Set<String> MODULES =
      Set.of(
          "Math",
          "Intl",
          "Reflect",
          "Atomics",
          "performance",
          "console",
          "assert",
          "async_hooks",
          "bcrypt",
          "bcryptjs",
          "child_process",
          "cluster",
          "crypto",
          "dns",
          "fs",
          "fs-extra",
          "fs/promises",
          "graceful-fs",
          "http",
          "http2",
          "https",
          "jsonwebtoken",
          "lodash.size",
          "net",
          "os",
          "perf_hooks",
          "process",
          "tls",
          "timers",
          "v8",
          "vm",
          "worker_threads",
          "zlib",
          "debug",
          "chalk",
          "winston",
          "pino",
          "bunyan",
          "log4js",
          "express",
          "koa",
          "fastify",
          "commander",
          "yargs",
          "minimist",
          "mongoose",
          "mysql",
          "mysql2",
          "pg",
          "sqlite3",
          "redis",
          "ioredis",
          "axios",
          "request",
          "got",
          "node-fetch",
          "superagent");

  /** What finds something under a key: it is of the receiver, and has nothing of the key. */
  private static final Set<String> LOOK_UPS = Set.of("get", "getItem", "getAsync");

  private FreshCalls() {}

  /** Whether a method of which nothing but the name is known finds something under a key. */
  static boolean isLookUp(@Nullable String method) {
    return method != null && LOOK_UPS.contains(method);
  }

  /** Whether the result of a call carries nothing of its arguments and its receiver. */
  static boolean isFresh(@Nullable String api, @Nullable String method) {
    if (api == null) {
      return method != null && METHODS.contains(method);
    }
    String name = api.startsWith("globalThis.") ? api.substring("globalThis.".length()) : api;
    if (APIS.contains(name)) {
      return true;
    }
    int end = 0;
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '(') {
      end++;
    }
    return MODULES.contains(name.substring(0, end))
        || method != null && name.endsWith("()." + method) && METHODS.contains(method);
  }
}
