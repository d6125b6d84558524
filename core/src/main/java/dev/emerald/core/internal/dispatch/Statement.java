package dev.emerald.core.internal.dispatch;

import dev.emerald.spi.roadmap.RoadmapItem;
import java.util.Comparator;

/**
 * What a rule says of an item of the roadmap that is neither a finding nor evidence.
 *
 * @param item the item
 * @param directory of the package that it is said of
 * @param applicable false if the package has nothing that the item is about, true if it could not
 *     be judged
 * @param why what proves it, or what would have to be known
 */
public record Statement(RoadmapItem item, String directory, boolean applicable, String why)
    implements Comparable<Statement> {

  private static final Comparator<Statement> ORDER =
      Comparator.comparing(Statement::item)
          .thenComparing(Statement::directory)
          .thenComparing(Statement::applicable)
          .thenComparing(Statement::why);

  @Override
  public int compareTo(Statement other) {
    return ORDER.compare(this, other);
  }
}
