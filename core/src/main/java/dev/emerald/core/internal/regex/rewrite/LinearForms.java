package dev.emerald.core.internal.regex.rewrite;

import dev.emerald.core.internal.regex.rewrite.LinearForm.Use;
import dev.emerald.spi.regex.RegexPattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The linear forms of the patterns of a file, or of all flows, each looked for once. For use by one
 * thread.
 */
public final class LinearForms {

  private final int most;
  private final Map<Key, Optional<String>> known = new HashMap<>();

  /**
   * Without forms yet.
   *
   * @param most for so many patterns one is looked for: what is made to be slow must not cost more
   */
  public LinearForms(int most) {
    this.most = most;
  }

  private record Key(String source, String flags, boolean every, Use use) {}

  /** The form of a pattern; null if none was found. */
  @Nullable String of(RegexPattern pattern, boolean every, Use use) {
    Key key = new Key(pattern.source(), pattern.flags().toString(), every, use);
    Optional<String> form = known.get(key);
    if (form == null) {
      if (known.size() >= most) {
        return null;
      }
      form = Optional.ofNullable(LinearForm.of(pattern, every, use));
      known.put(key, form);
    }
    return form.orElse(null);
  }
}
