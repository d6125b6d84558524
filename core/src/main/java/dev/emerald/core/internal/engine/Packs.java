package dev.emerald.core.internal.engine;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.rule.RulePack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds packs. */
public final class Packs {

  /** A loader that fails this often without giving a pack in between is broken, not its packs. */
  private static final int MOST_FAILURES = 100;

  private Packs() {}

  /**
   * Loads the packs that a class loader knows.
   *
   * <p>Both {@code hasNext} and {@code next} may throw, and either may succeed when it is called
   * again: one broken pack must not hide those after it.
   *
   * @param packs where they go, by class name, so that the order of the class path makes no
   *     difference
   * @param notices where those go that can't be loaded
   */
  public static void load(ClassLoader loader, List<RulePack> packs, List<Notice> notices) {
    Iterator<RulePack> providers = ServiceLoader.load(RulePack.class, loader).iterator();
    List<RulePack> found = new ArrayList<>();
    int failures = 0;
    while (failures < MOST_FAILURES) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        found.add(providers.next());
        failures = 0;
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        failures++;
        notices.add(
            Notice.of(NoticeKind.PACK_FAILED, "a pack of rules could not be loaded: " + reason(e)));
      }
    }
    found.sort(Comparator.comparing(pack -> pack.getClass().getName()));
    packs.addAll(found);
  }

  private static String reason(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? thrown.toString() : thrown.getMessage() + " (" + cause + ")";
  }
}
