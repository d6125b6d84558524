package dev.emerald.rules.pipeline;

/** What a command or an action is run for. */
enum Purpose {
  /** It runs tests. */
  TEST("tests are run"),
  /** It runs a linter. */
  LINT("a linter is run"),
  /** It checks types. */
  TYPES("types are checked"),
  /** It compares dependencies with known vulnerabilities. */
  AUDIT("dependencies are scanned for known vulnerabilities"),
  /** It looks for flaws in the code. */
  ANALYSIS("the code is analysed for security flaws"),
  /** It looks for secrets. */
  SECRETS("secrets are searched for");

  private final String what;

  Purpose(String what) {
    this.what = what;
  }

  /** What is done, as a sentence without a full stop. */
  String what() {
    return what;
  }
}
