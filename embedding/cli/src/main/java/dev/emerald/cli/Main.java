package dev.emerald.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Entry point of the command line. */
public final class Main {

  /** Nothing was found at or above the severity that fails a run. */
  static final int CLEAN = 0;

  /** Something was found. */
  static final int FOUND = 1;

  /** Nothing could be done: wrong usage or configuration, or a failure. */
  static final int UNUSABLE = 2;

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args, Shell.current()));
  }

  /** Runs a command. */
  static int run(String[] args, Shell shell) {
    int code;
    try {
      code = EmeraldCommand.in(shell).execute(args);
    } catch (OutOfMemoryError e) {
      shell.err().println("emerald: out of memory; give Java more, as in: java -Xmx4g -jar ...");
      code = UNUSABLE;
    }
    shell.err().flush();
    return code;
  }

  /** Tells the user of something that keeps a command from being done. */
  static void tell(PrintWriter err, String message) {
    err.println("emerald: " + OneLine.of(message));
  }

  /** The version that was built, as the build wrote it beside this class. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream in = Main.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is missing beside " + Main.class);
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
