package dev.emerald.core.internal.modules;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modules that Node.js brings along, as {@code module.builtinModules} of version 24 lists. */
public final class NodeBuiltins {

  private static final String PREFIX = "node:";

  private static final Set<String> NAMES =
      Set.of(
          "_http_agent",
          "_http_client",
          "_http_common",
          "_http_incoming",
          "_http_outgoing",
          "_http_server",
          "_stream_duplex",
          "_stream_passthrough",
          "_stream_readable",
          "_stream_transform",
          "_stream_wrap",
          "_stream_writable",
          "_tls_common",
          "_tls_wrap",
          "assert",
          "assert/strict",
          "async_hooks",
          "buffer",
          "child_process",
          "cluster",
          "console",
          "constants",
          "crypto",
          "dgram",
          "diagnostics_channel",
          "dns",
          "dns/promises",
          "domain",
          "events",
          "fs",
          "fs/promises",
          "http",
          "http2",
          "https",
          "inspector",
          "inspector/promises",
          "module",
          "net",
          "os",
          "path",
          "path/posix",
          "path/win32",
          "perf_hooks",
          "process",
          "punycode",
          "querystring",
          "readline",
          "readline/promises",
          "repl",
          "stream",
          "stream/consumers",
          "stream/promises",
          "stream/web",
          "string_decoder",
          "sys",
          "timers",
          "timers/promises",
          "tls",
          "trace_events",
          "tty",
          "url",
          "util",
          "util/types",
          "v8",
          "vm",
          "wasi",
          "worker_threads",
          "zlib");

  private NodeBuiltins() {}

  /**
   * The module that a specifier names. What starts with {@code node:} is always one: a later
   * version of Node.js may bring what is not listed here.
   *
   * @return the name without {@code node:}; null if it is none
   */
  public static @Nullable String nameOf(String specifier) {
    if (specifier.startsWith(PREFIX) && specifier.length() > PREFIX.length()) {
      return specifier.substring(PREFIX.length());
    }
    return NAMES.contains(specifier) ? specifier : null;
  }
}
