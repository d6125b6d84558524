package dev.emerald.rules.traits;

/** What a package is, going by what runs. */
public enum Kind {
  /** It listens for requests. */
  SERVICE("a service"),
  /** A platform calls its handlers. */
  SERVERLESS("serverless: the platform listens"),
  /** Others import it. */
  LIBRARY("a library: nothing listens"),
  /** People start it from a shell. */
  CLI("a command: nothing listens for others"),
  /** It runs in browsers. */
  FRONT_END("a front-end: no server in this package"),
  /** None of these. */
  OTHER("nothing listens"),
  /** It has no code of its own that runs in production. */
  NO_CODE("no own code in this package");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** The kind in a few words. */
  public String words() {
    return words;
  }

  /** Whether it answers requests, be it by a platform. */
  public boolean answers() {
    return this == SERVICE || this == SERVERLESS;
  }
}
