package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.dispatch.Stop.Stopped;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.SourceFile;
import dev.emerald.core.internal.flow.taint.Flow;
import dev.emerald.core.internal.regex.rewrite.RegexFixes;
import dev.emerald.spi.finding.Fix;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contexts of places that a check of the project reports, and fixes there: their trees are
 * gone, so the few files that are asked for are read again.
 */
final class PlacesOnDemand implements Said.Contexts {

  private final ProjectFiles files;
  private final Map<String, Manifest> manifests = new HashMap<>();
  private final Map<String, SourceUnit> units = new HashMap<>();
  private final Map<String, RegexFixes> fixes = new HashMap<>();

  PlacesOnDemand(ProjectFiles files, ProjectView view) {
    this.files = files;
    view.manifests().forEach(manifest -> manifests.put(manifest.path(), manifest));
  }

  @Override
  public String of(String path, Span span) {
    Manifest manifest = manifests.get(path);
    if (manifest != null) {
      return Fingerprints.context(manifest, span);
    }
    SourceUnit unit = units.computeIfAbsent(path, this::read);
    return unit == null || unit.tree().program().source().length() < span.end()
        ? ""
        : Fingerprints.context(unit.tree(), span);
  }

  /** A fix of a slow regular expression; null if none is known. */
  @Nullable Fix fix(Flow.SlowRegex slow, ApiLinks links) {
    String path = slow.at().path();
    SourceUnit unit = units.computeIfAbsent(path, this::read);
    return unit == null
        ? null
        : fixes
            .computeIfAbsent(path, key -> new RegexFixes(unit.tree(), unit.binding().scopes(links)))
            .fix(slow.at().start(), slow.at().end(), slow.pattern(), slow.every());
  }

  private @Nullable SourceUnit read(String path) {
    SourceFile file = files.source(path).orElse(null);
    if (file == null) {
      return null;
    }
    SourceText text = files.read(file, failure -> {}).orElse(null);
    if (text == null) {
      return null;
    }
    try {
      return SourceUnit.of(file, text, notice -> {});
    } catch (Stopped e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // It was read before, so this was said before.
      return null;
    }
  }
}
