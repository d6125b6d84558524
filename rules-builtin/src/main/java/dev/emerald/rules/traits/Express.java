package dev.emerald.rules.traits;

import dev.emerald.spi.rule.FileContext;
import java.util.regex.Pattern;

/** Which version of Express a package asks for. */
public final class Express {

  private static final Pattern VERSION_4 = Pattern.compile("[\\^~=v]?4(\\.[\\dx*].*)?");

  private Express() {}

  /** Whether the package of a file asks for version 4. */
  public static boolean isVersion4(FileContext context) {
    return context
        .file()
        .owner()
        .manifest()
        .flatMap(manifest -> manifest.dependency("express"))
        .filter(express -> VERSION_4.matcher(express.range().strip()).matches())
        .isPresent();
  }
}
