package dev.emerald.core.internal.manifest;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.manifest.YamlValue;
import java.util.List;

/**
 * What {@link YamlReader} made of a text.
 *
 * @param documents in order; of a broken text, what came before the break
 * @param notices what broke or was left out; none if the text was read whole
 */
public record ParsedYaml(List<YamlValue> documents, List<Notice> notices) {

  /** Copies the lists. */
  public ParsedYaml {
    documents = List.copyOf(documents);
    notices = List.copyOf(notices);
  }
}
