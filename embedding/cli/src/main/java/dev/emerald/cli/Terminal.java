package dev.emerald.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What is known of the terminal, if there is one. */
final class Terminal {

  private static final int STDOUT = 1;
  private static final int STDERR = 2;

  private final Map<String, String> environment;
  private final boolean out;
  private final boolean err;

  /** The variables of the environment. */
  Map<String, String> environment() {
    return environment;
  }

  /** For tests; {@link #current()} asks the system. */
  Terminal(Map<String, String> environment, boolean out, boolean err) {
    this.environment = Map.copyOf(environment);
    this.out = out;
    this.err = err;
  }

  /** The terminal of this process. */
  static Terminal current() {
    return new Terminal(System.getenv(), isTerminal(STDOUT), isTerminal(STDERR));
  }

  /** Whether standard output is a terminal. */
  boolean showsOutput() {
    return out;
  }

  /** Whether progress can be shown on standard error: a terminal that can rewrite a line. */
  boolean showsProgress() {
    return err && obeysEscapes();
  }

  /** Whether the report on standard output may be coloured; {@code NO_COLOR} is obeyed. */
  boolean showsColor() {
    return out && obeysEscapes() && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Whether the terminal is known to use an encoding that shows ASCII alone. */
  boolean asciiOnly() {
    if (!out || isWindows()) {
      return false;
    }
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        String locale = value.toLowerCase(Locale.ROOT);
        return !locale.contains("utf-8") && !locale.contains("utf8");
      }
    }
    return false;
  }

  private boolean obeysEscapes() {
    String term = environment.getOrDefault("TERM", "");
    if (term.equals("dumb")) {
      return false;
    }
    // The old Windows console shows escapes as text; what obeys them says so.
    return !isWindows()
        || !term.isEmpty()
        || environment.containsKey("WT_SESSION")
        || "ON".equals(environment.get("ConEmuANSI"));
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }

  /** Whether a standard stream is a pipe whose reader may have gone. */
  static boolean isPipe(int descriptor) {
    String target = linuxTarget(descriptor);
    return target.startsWith("pipe:") || target.startsWith("socket:");
  }

  @SuppressWarnings("SystemConsoleNull") // null on 17 to 21 is what the first question asks for
  private static boolean isTerminal(int descriptor) {
    String target = linuxTarget(descriptor);
    if (!target.isEmpty()) {
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    }
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From 22 on there is a console even without a terminal, and a method that tells.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /** What a descriptor of this process is open on; empty where the system does not tell. */
  private static String linuxTarget(int descriptor) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
