package dev.emerald.core.internal.files;

import java.util.Set;

/** Tells tests, and what is only there to show or try the code, from the code that runs. */
public final class TestFiles {

  private static final Set<String> FOLDERS =
      Set.of(
          "test",
          "tests",
          "__tests__",
          "spec",
          "specs",
          "e2e",
          "cypress",
          "playwright",
          "fixtures",
          "__fixtures__",
          "__mocks__",
          "mocks",
          "bench",
          "benchmark",
          "benchmarks",
          "example",
          "examples",
          "docs",
          "demo",
          "stories");

  private static final Set<String> NAME_PARTS = Set.of("test", "spec", "e2e", "stories");

  private TestFiles() {}

  /**
   * Whether a file is a test by its path.
   *
   * @param path relative to the root of the project, so that a project may itself lie in a folder
   *     called test
   */
  public static boolean isTest(String path) {
    int start = 0;
    int slash;
    while ((slash = path.indexOf('/', start)) >= 0) {
      if (isTestFolder(path.substring(start, slash))) {
        return true;
      }
      start = slash + 1;
    }
    return isTestName(path.substring(start));
  }

  /** Whether a folder is for tests by its name: {@code test-utils} and {@code load-tests} too. */
  private static boolean isTestFolder(String name) {
    return FOLDERS.contains(name) || name.startsWith("test-") || name.endsWith("-tests");
  }

  /** Whether a dotted part of a name, neither the first nor the extension, marks a test. */
  private static boolean isTestName(String name) {
    if (name.startsWith("jest.setup.")) {
      return true;
    }
    int start = name.indexOf('.') + 1;
    int dot;
    while (start > 0 && (dot = name.indexOf('.', start)) >= 0) {
      if (NAME_PARTS.contains(name.substring(start, dot))) {
        return true;
      }
      start = dot + 1;
    }
    return false;
  }
}
