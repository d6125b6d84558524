package dev.emerald.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A command that was run.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int code, String out, String err) {

  /** Runs a command in a folder, without a terminal. */
  static Run in(Path folder, String... args) {
    return in(folder, new Terminal(Map.of(), false, false), args);
  }

  static Run in(Path folder, Terminal terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Run run = to(out, folder, terminal, args);
    return new Run(run.code, out.toString(StandardCharsets.UTF_8), run.err);
  }

  /** Runs a command whose standard output can't be written. */
  static Run failing(IOException failure, Path folder, String... args) {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int unit) throws IOException {
            throw failure;
          }
        };
    return to(out, folder, new Terminal(Map.of(), false, false), args);
  }

  private static Run to(OutputStream out, Path folder, Terminal terminal, String... args) {
    StringWriter err = new StringWriter();
    Shell shell = new Shell(folder, out, new PrintWriter(err, true), terminal);
    int code = Main.run(args, shell);
    return new Run(code, "", err.toString().replace("\r\n", "\n"));
  }
}
