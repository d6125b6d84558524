package dev.emerald.spi.version;

import dev.emerald.spi.version.VersionText.Partial;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the text of a range into comparisons: hyphens, carets, tildes and open parts are written
 * out one after the other, in npm's order, since the odd cases hang on that order. Each step goes
 * over the text once.
 */
final class RangeText {

  private final boolean loose;
  private final boolean prereleases;

  /** What stands behind a lower bound whose last parts are open: the first of all prereleases. */
  private final String first;

  RangeText(Set<RangeOption> options) {
    this.loose = options.contains(RangeOption.LOOSE);
    this.prereleases = options.contains(RangeOption.INCLUDE_PRERELEASE);
    this.first = prereleases ? "-0" : "";
  }

  /** The alternatives, each a list of comparisons to pass; null if the text is no range. */
  @Nullable List<List<Bound>> parse(String text) {
    List<List<Bound>> all = new ArrayList<>();
    for (String part : spaced(text).split("\\|\\|", -1)) {
      List<Bound> bounds = alternative(VersionText.trimmed(part));
      if (bounds == null) {
        return null;
      }
      if (!bounds.isEmpty()) {
        all.add(bounds);
      }
    }
    return all.isEmpty() ? null : simplified(all);
  }

  private static List<List<Bound>> simplified(List<List<Bound>> all) {
    if (all.size() == 1) {
      return List.copyOf(all);
    }
    List<List<Bound>> possible = new ArrayList<>();
    for (List<Bound> bounds : all) {
      if (bounds.size() == 1 && bounds.get(0).isAny()) {
        return List.of(bounds);
      }
      if (!bounds.get(0).isNothing()) {
        possible.add(bounds);
      }
    }
    return possible.isEmpty() ? List.of(all.get(0)) : List.copyOf(possible);
  }

  /** The text with one space for any white space, and none around it. */
  private static String spaced(String text) {
    String trimmed = VersionText.trimmed(text);
    StringBuilder spaced = new StringBuilder(trimmed.length());
    for (int i = 0; i < trimmed.length(); i++) {
      char unit = trimmed.charAt(i);
      if (!VersionText.isSpace(unit)) {
        spaced.append(unit);
      } else if (spaced.charAt(spaced.length() - 1) != ' ') {
        spaced.append(' ');
      }
    }
    return spaced.toString();
  }

  /** The comparisons of one alternative; null if it is invalid, none if nothing of it is left. */
  private @Nullable List<Bound> alternative(String text) {
    String plain = withSignsJoined(withOperatorsJoined(withoutHyphen(withoutBuild(text))));
    List<String> written = new ArrayList<>();
    for (String comparison : plain.split(" ", -1)) {
      written.add(writtenOut(comparison));
    }
    Map<String, Bound> bounds = new LinkedHashMap<>();
    for (String comparison : String.join(" ", written).split(" +", -1)) {
      String each = isLowest(comparison) ? "" : comparison;
      Bound bound = Bound.parse(each, loose);
      if (bound == null) {
        if (loose && !isComparison(each)) {
          continue;
        }
        return null;
      }
      bounds.putIfAbsent(bound.toString(), bound);
    }
    for (Bound bound : bounds.values()) {
      if (bound.isNothing()) {
        return List.of(bound);
      }
    }
    if (bounds.size() > 1) {
      bounds.remove("");
    }
    return List.copyOf(bounds.values());
  }

  /** Whether a text has the shape of a comparison, though its numbers may be too large to count. */
  private static boolean isComparison(String text) {
    Partial partial = VersionText.partial(text, Bound.operatorEnd(text, 0), true);
    return partial != null
        && partial.patch() != null
        && VersionText.isNumber(partial.major())
        && VersionText.isNumber(String.valueOf(partial.minor()))
        && VersionText.isNumber(partial.patch());
  }

  private boolean isLowest(String comparison) {
    return comparison.equals(">=0.0.0" + first);
  }

  /** Takes out build metadata, wherever it stands. */
  private static String withoutBuild(String text) {
    if (text.indexOf('+') < 0) {
      return text;
    }
    StringBuilder rest = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '+' ? buildEnd(text, i + 1) : i;
      if (end > i + 1) {
        i = end;
      } else {
        rest.append(text.charAt(i++));
      }
    }
    return rest.toString();
  }

  private static int buildEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (VersionText.isIdentifier(text.charAt(end))
            || text.charAt(end) == '.'
                && end > from
                && end + 1 < text.length()
                && VersionText.isIdentifier(text.charAt(end + 1)))) {
      end++;
    }
    return end;
  }

  /** Writes {@code 1.2 - 3.4} as two comparisons. */
  private String withoutHyphen(String text) {
    int hyphen = text.indexOf(" - ");
    if (hyphen < 0) {
      return text;
    }
    String low = text.substring(0, hyphen);
    String high = text.substring(hyphen + 3);
    Partial from = VersionText.partial(low, 0, loose);
    Partial to = VersionText.partial(high, 0, loose);
    if (from == null || to == null) {
      return text;
    }
    return VersionText.trimmed(lowest(low, from) + " " + highest(high, to));
  }

  private String lowest(String text, Partial from) {
    if (isOpen(from.major())) {
      return "";
    }
    if (isOpen(from.minor())) {
      return ">=" + from.major() + ".0.0" + first;
    }
    if (isOpen(from.patch())) {
      return ">=" + from.major() + "." + from.minor() + ".0" + first;
    }
    return from.prerelease() != null ? ">=" + text : ">=" + text + first;
  }

  private String highest(String text, Partial to) {
    if (isOpen(to.major())) {
      return "";
    }
    if (isOpen(to.minor())) {
      return below(next(to.major()), "0", "0");
    }
    if (isOpen(to.patch())) {
      return below(to.major(), next(to.minor()), "0");
    }
    if (to.prerelease() != null) {
      return "<=" + to.major() + "." + to.minor() + "." + to.patch() + "-" + to.prerelease();
    }
    return prereleases
        ? below(to.major(), String.valueOf(to.minor()), next(to.patch()))
        : "<=" + text;
  }

  /** Takes out the space between an operator and its version. */
  private static String withOperatorsJoined(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int operator = text.charAt(i) == ' ' ? i + 1 : i;
      int behind = Bound.operatorEnd(text, operator);
      int prefixEnd = prefixEnd(text, behind);
      if (prefixEnd == i) {
        joined.append(text.charAt(i++));
        continue;
      }
      boolean version =
          prefixEnd < text.length()
              && (VersionText.isDigit(text.charAt(prefixEnd))
                  || "xX*".indexOf(text.charAt(prefixEnd)) >= 0);
      boolean space = behind > operator && behind < text.length() && text.charAt(behind) == ' ';
      joined.append(text, i, behind);
      joined.append(text, version && space ? behind + 1 : behind, prefixEnd);
      i = prefixEnd;
      while (version && i < text.length() && " <>=".indexOf(text.charAt(i)) < 0) {
        joined.append(text.charAt(i++));
      }
    }
    return joined.toString();
  }

  /** Where the "v", "=" and spaces end that may stand before a version. */
  private static int prefixEnd(String text, int from) {
    int end = from;
    while (end < text.length() && " v=".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** Takes out the space behind a sign; a tilde's arrow goes with it. */
  private static String withSignsJoined(String text) {
    StringBuilder joined = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char unit = text.charAt(i++);
      joined.append(unit);
      if (unit == '~' && text.startsWith("> ", i)) {
        i += 2;
      } else if ((unit == '~' || unit == '^') && i < text.length() && text.charAt(i) == ' ') {
        i++;
      }
    }
    return joined.toString();
  }

  private String writtenOut(String comparison) {
    if (comparison.startsWith("^")) {
      Partial partial = VersionText.partial(comparison, 1, loose);
      return partial == null ? withoutStar(comparison) : caret(partial);
    }
    if (comparison.startsWith("~")) {
      int from = comparison.startsWith("~>") ? 2 : 1;
      Partial partial = VersionText.partial(comparison, from, loose);
      return partial == null ? withoutStar(comparison) : tilde(partial);
    }
    int end = Bound.operatorEnd(comparison, 0);
    Partial partial = VersionText.partial(comparison, end, loose);
    if (partial == null || isDisordered(partial)) {
      return withoutStar(comparison);
    }
    return withoutStar(open(comparison, comparison.substring(0, end), partial));
  }

  private String caret(Partial partial) {
    String major = partial.major();
    if (isOpen(major)) {
      return "";
    }
    String minor = partial.minor();
    if (minor == null || isOpen(minor)) {
      return ">=" + major + ".0.0" + first + " " + below(next(major), "0", "0");
    }
    String patch = partial.patch();
    if (patch == null || isOpen(patch)) {
      return ">=" + major + "." + minor + ".0" + first + " " + caretLimit(major, minor, null);
    }
    return from(partial) + " " + caretLimit(major, minor, patch);
  }

  /** A caret lets through what leaves the first number alone that is not zero. */
  private static String caretLimit(String major, String minor, @Nullable String patch) {
    if (!major.equals("0")) {
      return below(next(major), "0", "0");
    }
    boolean patchCounts = patch != null && minor.equals("0");
    return patchCounts ? below(major, minor, next(patch)) : below(major, next(minor), "0");
  }

  private String tilde(Partial partial) {
    String major = partial.major();
    if (isOpen(major)) {
      return "";
    }
    String minor = partial.minor();
    if (minor == null || isOpen(minor)) {
      return ">=" + major + ".0.0" + first + " " + below(next(major), "0", "0");
    }
    String low =
        isOpen(partial.patch()) ? ">=" + major + "." + minor + ".0" + first : from(partial);
    return low + " " + below(major, next(minor), "0");
  }

  private static String from(Partial partial) {
    String numbers = ">=" + partial.major() + "." + partial.minor() + "." + partial.patch();
    return partial.prerelease() == null ? numbers : numbers + "-" + partial.prerelease();
  }

  private String open(String comparison, String operator, Partial partial) {
    String major = partial.major();
    String minor = partial.minor();
    if (isOpen(major)) {
      return operator.equals("<") || operator.equals(">") ? "<0.0.0-0" : "*";
    }
    boolean minorOpen = minor == null || isOpen(minor);
    if (!minorOpen && !isOpen(partial.patch())) {
      return comparison;
    }
    if (operator.isEmpty() || operator.equals("=")) {
      return minorOpen
          ? ">=" + major + ".0.0" + first + " " + below(next(major), "0", "0")
          : ">=" + major + "." + minor + ".0" + first + " " + below(major, next(minor), "0");
    }
    boolean beyond = operator.equals(">") || operator.equals("<=");
    String number =
        minorOpen
            ? (beyond ? next(major) : major) + ".0.0"
            : major + "." + (beyond ? next(minor) : minor) + ".0";
    return operator.startsWith(">") ? ">=" + number + first : "<" + number + "-0";
  }

  private static boolean isDisordered(Partial partial) {
    boolean minorOpen = isOpen(partial.minor());
    return isOpen(partial.major()) && !minorOpen
        || minorOpen && partial.patch() != null && !isOpen(partial.patch());
  }

  /** Takes out the first star and what compares with it: any version passes. */
  private static String withoutStar(String comparison) {
    int star = comparison.indexOf('*');
    if (star < 0) {
      return comparison;
    }
    int start = star;
    if (start > 0 && comparison.charAt(start - 1) == '=') {
      start--;
    }
    if (start > 0 && "<>".indexOf(comparison.charAt(start - 1)) >= 0) {
      start--;
    }
    return comparison.substring(0, start) + comparison.substring(star + 1);
  }

  private static boolean isOpen(@Nullable String part) {
    return part == null || part.equals("x") || part.equals("X") || part.equals("*");
  }

  private static String below(String major, String minor, String patch) {
    return "<" + major + "." + minor + "." + patch + "-0";
  }

  /** A number and one, as JavaScript counts: beyond what it writes in digits it is no number. */
  private static String next(@Nullable String digits) {
    double next = Double.parseDouble(String.valueOf(digits)) + 1;
    return next < 1e21 ? new BigDecimal(next).toPlainString() : "1e+21";
  }
}
