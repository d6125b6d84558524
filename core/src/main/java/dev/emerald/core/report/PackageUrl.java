package dev.emerald.core.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** Package URLs of npm packages (ECMA-427): {@code pkg:npm/%40scope/name@1.0.0}. */
final class PackageUrl {

  private PackageUrl() {}

  /** The URL of a package; without a version if that is empty. */
  static String of(String name, String version) {
    StringBuilder url = new StringBuilder("pkg:npm/");
    int slash = name.indexOf('/');
    if (name.startsWith("@") && slash > 0) {
      url.append(encoded(name.substring(0, slash))).append('/');
      url.append(encoded(name.substring(slash + 1)));
    } else {
      url.append(encoded(name));
    }
    if (!version.isEmpty()) {
      url.append('@').append(encoded(version));
    }
    return url.toString();
  }

  private static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte each : text.getBytes(UTF_8)) {
      char unit = (char) (each & 0xff);
      boolean plain =
          unit >= 'a' && unit <= 'z'
              || unit >= 'A' && unit <= 'Z'
              || unit >= '0' && unit <= '9'
              || ".-_~".indexOf(unit) >= 0;
      if (plain) {
        out.append(unit);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) unit));
      }
    }
    return out.toString();
  }
}
