package dev.emerald.rules.traits;

import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A library that a file which is no test imports: a fact that rules keep.
 *
 * @param library the name of the package
 * @param location where the file names it
 */
public record Imported(String library, Location location) {

  /** Keeps which of some libraries the file at hand imports. */
  public static void keep(Set<String> libraries, FileContext context) {
    if (context.file().test()) {
      return;
    }
    for (String library : context.file().imports()) {
      if (libraries.contains(library)) {
        String text = context.source().text();
        int at = Math.max(0, text.indexOf(library));
        int end = Math.min(text.length(), at + library.length());
        context.keep(new Imported(library, context.source().location(at, end)));
      }
    }
  }

  /** The first of them that lies in a package and is of a set. */
  public static Optional<Imported> first(List<Imported> all, Traits in, Set<String> libraries) {
    for (Imported each : all) {
      if (libraries.contains(each.library()) && in.holds(each.location())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
