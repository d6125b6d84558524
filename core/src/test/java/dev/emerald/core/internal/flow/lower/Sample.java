package dev.emerald.core.internal.flow.lower;

import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.BodyText;
import dev.emerald.core.internal.flow.ir.FileFlow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A source and the bodies that it is lowered to. In files of samples, blank lines stand between
 * samples; a line with {@code #} says what a sample shows, the next one is the source, the rest are
 * its bodies. Unless it says {@code all}, the top level is left out.
 */
record Sample(String title, String path, boolean all, String source, String expected) {

  static List<Sample> read(String name) {
    String text;
    try (InputStream in = Sample.class.getResourceAsStream("/dev/emerald/core/flow/" + name)) {
      text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Sample> samples = new ArrayList<>();
    for (String block : text.replace("\r\n", "\n").split("\n\n+")) {
      String[] parts = block.strip().split("\n", 3);
      String title = parts[0].substring(2);
      String options = title.endsWith(")") ? title.substring(title.lastIndexOf('(')) : "";
      String path = options.contains("ts") ? "a.ts" : options.contains("jsx") ? "a.jsx" : "a.js";
      samples.add(
          new Sample(
              title,
              path,
              options.contains("all"),
              parts[1],
              parts.length > 2 ? parts[2].strip() : ""));
    }
    return samples;
  }

  /** What the source is lowered to. */
  String actual() {
    FileFlow file = Lowered.of(path, source);
    StringBuilder text = new StringBuilder();
    for (Body body : file.bodies()) {
      if (all || body.number() > 0) {
        text.append(BodyText.of(file, body));
      }
    }
    return text.toString().strip();
  }

  @Override
  public String toString() {
    return title;
  }
}
