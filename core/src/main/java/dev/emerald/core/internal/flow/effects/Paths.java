package dev.emerald.core.internal.flow.effects;

import static dev.emerald.core.internal.flow.effects.States.has;

/**
 * What becomes of a text as a path. A path that holds no {@code ..} is below whatever is put before
 * it, and from then on harmless; one that is joined with a folder while it may hold some can be
 * anywhere, and only a comparison with the folder helps.
 */
final class Paths {

  private static final long SLASH = Metachars.of('/');
  private static final long DOT = Metachars.of('.');

  private Paths() {}

  /** Whether a path that is put below a folder stays there. */
  static boolean stays(long state) {
    return States.dots(state) == States.DOTS_NONE || (state & (SLASH | DOT)) != 0;
  }

  /** Whether it stays there even where an absolute path would replace the folder. */
  private static boolean staysResolved(long state) {
    return has(state, SLASH) || stays(state) && States.start(state) == States.RELATIVE;
  }

  /** After {@code path.normalize}. */
  static long normalized(long state) {
    long normal = state | States.NORMALIZED;
    if (States.start(state) == States.ABSOLUTE) {
      return States.withDots(normal, States.DOTS_NONE);
    }
    return States.dots(state) == States.DOTS_NONE
        ? normal
        : States.withDots(normal, States.DOTS_LEADING);
  }

  /** After {@code path.basename}: one segment. */
  static long base(long state) {
    long segment = state | SLASH | Metachars.of('\\');
    segment = States.withStart(segment, States.RELATIVE) & ~States.FIRST;
    return segment & ~States.BASED;
  }

  /** After {@code path.relative}. */
  static long relative(long state) {
    long path = States.withDots(state | States.NORMALIZED, States.DOTS_LEADING);
    return States.withStart(path, States.RELATIVE) & ~States.BASED;
  }

  /** The path of a {@code URL}: it starts with a slash, and {@code ..} is resolved. */
  static long ofUrl(long state) {
    return States.withStart(States.withDots(state, States.DOTS_NONE), States.ABSOLUTE);
  }

  /** After percent-encoding was undone. */
  static long decoded(long state) {
    if (has(state, Metachars.of('%'))) {
      return state;
    }
    long raw = state & ~Metachars.EVERY & ~States.NORMALIZED & ~States.FIRST;
    raw = States.withDots(raw, States.DOTS_ANYWHERE);
    return States.start(raw) == States.ABSOLUTE ? raw : States.withStart(raw, States.START_UNKNOWN);
  }

  /** What is put before a path. */
  private enum Base {
    /** Nothing. */
    NONE,
    /** Slashes alone. */
    ROOT,
    /** The folder that the program runs in, said in dots. */
    HERE,
    /** A folder whose path starts with a slash. */
    ABSOLUTE,
    /** A folder. */
    FOLDER;

    static Base of(String before) {
      boolean dots = false;
      for (int i = 0; i < before.length(); i++) {
        char c = before.charAt(i);
        if (c == '.') {
          dots = true;
        } else if (c != '/' && c != '\\') {
          return before.charAt(0) == '/' ? ABSOLUTE : FOLDER;
        }
      }
      if (dots) {
        return HERE;
      }
      return before.isEmpty() ? NONE : ROOT;
    }
  }

  /**
   * After other text was put around a path.
   *
   * @param state after {@link Composition#state}
   * @return {@link #CONFINED} if it is harmless from now on
   */
  static long concatenated(long state, String before) {
    switch (Base.of(before)) {
      case NONE -> {
        return state;
      }
      case ROOT -> {
        long rooted = States.withStart(state & ~States.NORMALIZED, States.ABSOLUTE);
        return States.dots(state) == States.DOTS_LEADING
            ? States.withDots(rooted, States.DOTS_ANYWHERE)
            : rooted;
      }
      case HERE -> {
        return stays(state) ? CONFINED : below(state, States.RELATIVE);
      }
      case ABSOLUTE -> {
        return stays(state) ? CONFINED : below(state, States.ABSOLUTE);
      }
      default -> {
        return stays(state) ? CONFINED : below(state, States.START_UNKNOWN);
      }
    }
  }

  private static long below(long state, int start) {
    long path = (state | States.BASED) & ~States.NORMALIZED;
    return States.withStart(States.withDots(path, States.DOTS_ANYWHERE), start);
  }

  /** Says that a path cannot leave its folder; no state. */
  static final long CONFINED = -1L;

  /**
   * After {@code path.join}.
   *
   * @param many whether the value stands for several segments
   */
  static long joined(long state, String before, boolean many) {
    long single = many ? state & ~SLASH : state;
    if (before.isEmpty()) {
      return normalized(state);
    }
    switch (Base.of(before)) {
      case ROOT -> {
        return normalized(States.withStart(state, States.ABSOLUTE));
      }
      case NONE -> {
        return normalized(state);
      }
      default -> {
        if (stays(single)) {
          return CONFINED;
        }
        boolean absolute = before.charAt(0) == '/';
        long path = single | States.BASED | States.NORMALIZED;
        path = States.withDots(path, absolute ? States.DOTS_NONE : States.DOTS_LEADING);
        return States.withStart(path, absolute ? States.ABSOLUTE : States.START_UNKNOWN);
      }
    }
  }

  /** After {@code path.resolve}. */
  static long resolved(long state, String before, boolean many) {
    long single = many ? state & ~SLASH : state;
    Base base = Base.of(before);
    if (base != Base.NONE && base != Base.ROOT && staysResolved(single)) {
      return CONFINED;
    }
    long path = single | States.NORMALIZED;
    if (base != Base.NONE && base != Base.ROOT) {
      path |= States.BASED;
    }
    return States.withStart(States.withDots(path, States.DOTS_NONE), States.ABSOLUTE);
  }
}
