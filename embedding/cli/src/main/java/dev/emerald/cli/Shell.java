package dev.emerald.cli;

import dev.emerald.cli.OutputFile.Content;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * What a command is run in. All that is written is UTF-8, whatever the platform's encoding.
 *
 * @param folder the current folder, absolute
 * @param out standard output
 * @param err standard error, flushed at each line
 * @param terminal what is known of the terminal
 */
record Shell(Path folder, OutputStream out, PrintWriter err, Terminal terminal) {

  /** The shell that this process was started in. */
  static Shell current() {
    Writer err =
        new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8);
    return new Shell(
        Path.of("").toAbsolutePath(),
        new FileOutputStream(FileDescriptor.out),
        new PrintWriter(err, true),
        Terminal.current());
  }

  /**
   * Writes to standard output. A reader who has gone, such as {@code head}, is no failure.
   *
   * @throws UsageException if it can't be written for another reason
   */
  void print(Content content) {
    try {
      Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      content.writeTo(writer);
      writer.flush();
    } catch (IOException e) {
      if (!readerHasGone(e)) {
        throw new UsageException("standard output can't be written: " + OutputFile.reason(e));
      }
    }
  }

  private static boolean readerHasGone(IOException e) {
    String message = e.getMessage();
    boolean said = message != null && message.toLowerCase(Locale.ROOT).contains("pipe");
    return said || Terminal.isPipe(1);
  }

  /** A path of the command line, absolute and without dot segments. */
  Path resolve(Path path) {
    return folder.resolve(path).normalize();
  }

  /**
   * A path as reports tell it: relative to the current folder, {@code /} between the segments; as
   * absolute where there is no way from here to there, as to another drive.
   */
  String told(Path path) {
    Path absolute = resolve(path);
    Path told = absolute;
    if (Objects.equals(folder.getRoot(), absolute.getRoot())) {
      told = folder.relativize(absolute);
    }
    String separator = told.getFileSystem().getSeparator();
    String text = told.toString().replace(separator, "/");
    return text.isEmpty() ? "." : text;
  }
}
