package dev.emerald.rules.commands;

import dev.emerald.spi.container.ImageName;
import java.util.Map;
import java.util.Optional;

/**
 * The release lines of Node.js, as its release schedule has them. Lines with odd numbers are looked
 * after for half a year, those with even ones for three.
 */
public final class NodeReleases {

  private static final int OLDEST_SUPPORTED = 22;

  /** The newest release line that is known. */
  public static final int NEWEST = 26;

  private static final Map<String, Integer> CODE_NAMES =
      Map.ofEntries(
          Map.entry("argon", 4),
          Map.entry("boron", 6),
          Map.entry("carbon", 8),
          Map.entry("dubnium", 10),
          Map.entry("erbium", 12),
          Map.entry("fermium", 14),
          Map.entry("gallium", 16),
          Map.entry("hydrogen", 18),
          Map.entry("iron", 20),
          Map.entry("jod", 22),
          Map.entry("krypton", 24));

  private NodeReleases() {}

  /** Whether a release line is looked after no more. What is newer than the table is not judged. */
  public static boolean ended(int major) {
    return major < OLDEST_SUPPORTED || major < NEWEST && major % 2 == 1;
  }

  /** Whether a release line is looked after. */
  public static boolean supported(int major) {
    return major >= OLDEST_SUPPORTED && major <= NEWEST && major % 2 == 0;
  }

  /** The release line of Node.js that an image brings; empty if its name does not say. */
  public static Optional<Integer> of(ImageName image) {
    String path = image.path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.equals("node") || path.equals("lambda/nodejs") || path.endsWith("-node")) {
      Optional<Integer> major = image.major();
      return major.isPresent() ? major : ofCodeName(image.tag().orElse(""));
    }
    String digits = name.startsWith("nodejs") ? name.substring("nodejs".length()) : "";
    digits = digits.startsWith("-") ? digits.substring(1) : digits;
    int end = 0;
    while (end < digits.length() && Character.isDigit(digits.charAt(end)) && end < 3) {
      end++;
    }
    return end == 0 ? Optional.empty() : Optional.of(Integer.valueOf(digits.substring(0, end)));
  }

  /** The release line with a code name, which tags such as {@code gallium-alpine} begin with. */
  public static Optional<Integer> ofCodeName(String tag) {
    int dash = tag.indexOf('-');
    String name = dash < 0 ? tag : tag.substring(0, dash);
    if (name.equals("lts") && dash > 0) {
      return ofCodeName(tag.substring(dash + 1));
    }
    return Optional.ofNullable(CODE_NAMES.get(name));
  }
}
