package dev.emerald.core.internal.flow.effects;

import org.jspecify.annotations.Nullable;

/**
 * What a condition says of a value where it holds.
 *
 * @param constant whether the value is one of a few that do no harm, or cannot be at all
 * @param kinds the kinds it does no harm for
 * @param normalized the kinds it does no harm for if it is a path that was normalised
 * @param gains bits of {@link States} that are added
 * @param dots how far a path is free of {@code ..}: {@code DOTS_LEADING} means it does not start so
 * @param start how a path starts
 * @param url where in a URL the part that outsiders control is
 */
record Known(
    boolean constant, long kinds, long normalized, long gains, int dots, int start, int url) {

  /** Nothing. */
  static final Known NOTHING = new Known(false, 0, 0, 0, 0, 0, 0);

  /** It does no harm at all. */
  static final Known CONSTANT = new Known(true, 0, 0, 0, 0, 0, 0);

  static Known kinds(long kinds) {
    return kinds == 0 ? NOTHING : new Known(false, kinds, 0, 0, 0, 0, 0);
  }

  static Known gains(long gains) {
    return gains == 0 ? NOTHING : new Known(false, 0, 0, gains, 0, 0, 0);
  }

  static Known dots(int dots) {
    return new Known(false, 0, 0, 0, dots, 0, 0);
  }

  static Known start(int start) {
    return new Known(false, 0, 0, 0, 0, start, 0);
  }

  static Known url(int url) {
    return new Known(false, 0, 0, 0, 0, 0, url);
  }

  boolean isNothing() {
    // Asked of all that is found: comparing the records as such costs several times as much.
    return !constant && (kinds | normalized | gains) == 0 && (dots | start | url) == 0;
  }

  /** What is known where both hold. */
  Known and(Known other) {
    if (isNothing() || other.constant) {
      return other;
    }
    if (other.isNothing() || constant) {
      return this;
    }
    return new Known(
        false,
        kinds | other.kinds,
        normalized | other.normalized,
        gains | other.gains,
        Math.max(dots, other.dots),
        start == States.START_UNKNOWN ? other.start : start,
        Math.max(url, other.url));
  }

  /** What is known where one of the two holds. */
  Known or(Known other) {
    if (constant) {
      return other;
    }
    if (other.constant) {
      return this;
    }
    Known both =
        new Known(
            false,
            kinds & other.kinds,
            (normalized | kinds) & (other.normalized | other.kinds) & ~(kinds & other.kinds),
            gains & other.gains,
            Math.min(dots, other.dots),
            start == other.start ? start : States.START_UNKNOWN,
            Math.min(url, other.url));
    return both.isNothing() ? NOTHING : both;
  }

  /**
   * What is left of data.
   *
   * @param paths the kinds of sinks that take a path
   * @param words the kinds that letters and digits do harm to
   * @return null if nothing is
   */
  @Nullable Taint of(Taint taint, long paths, long words) {
    if (constant) {
      return null;
    }
    long state = taint.state() | gains;
    long left = taint.kinds() & ~kinds;
    boolean normal = States.has(state, States.NORMALIZED);
    if (normal) {
      left &= ~normalized;
    }
    if (dots == States.DOTS_NONE
        || dots == States.DOTS_LEADING && normal && States.dots(state) == States.DOTS_LEADING) {
      state = States.withDots(state, States.DOTS_NONE);
      if ((state & States.BASED) != 0 && (!normal || start(taint) != States.ABSOLUTE)) {
        left &= ~paths;
      }
    }
    if (start != States.START_UNKNOWN && (state & States.BASED) == 0) {
      state = States.withStart(state, start);
    }
    if (url > States.url(state)) {
      state = States.withUrl(state, url);
    }
    if (States.has(state, Metachars.EVERY)) {
      left &= words;
    }
    if (left == 0) {
      return null;
    }
    return left == taint.kinds() && state == taint.state()
        ? taint
        : new Taint(taint.origin(), left, state);
  }

  private static int start(Taint taint) {
    return States.start(taint.state());
  }
}
