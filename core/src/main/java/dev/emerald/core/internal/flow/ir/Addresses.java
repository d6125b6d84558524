package dev.emerald.core.internal.flow.ir;

import dev.emerald.spi.scope.Constant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are addresses of machines, or what a range of addresses starts with. What stands for
 * any address is none.
 */
public final class Addresses {

  private static final int MOST = 48;

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:::ffff:)?\\d{1,3}(?:\\.\\d{1,3}){3}|\\d{1,3}\\.(?:\\d{1,3}\\.){0,2}"
              + "|(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}");

  private Addresses() {}

  /** Whether a constant is one. */
  public static boolean isAddress(@Nullable Constant constant) {
    String text = constant == null ? null : constant.string();
    return text != null && isAddress(text);
  }

  /** Whether a text is one. */
  public static boolean isAddress(String text) {
    return text.length() >= 3
        && text.length() < MOST
        && !text.equals("0.0.0.0")
        && TEXT.matcher(text).matches();
  }
}
