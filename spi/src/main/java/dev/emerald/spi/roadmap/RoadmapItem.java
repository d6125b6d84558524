package dev.emerald.spi.roadmap;

import java.util.Optional;

/**
 * The 31 practices of the security roadmap, in four stages: architecture, development, continuous
 * integration, deployment. A later release may add items; the codes of those that exist never
 * change.
 */
public enum RoadmapItem {
  /** A clear folder structure. */
  ARCH_1("ARCH-1", "A clear folder structure"),
  /** Business logic apart from API routes. */
  ARCH_2("ARCH-2", "Business logic apart from API routes"),
  /** A service layer. */
  ARCH_3("ARCH-3", "A service layer"),
  /** Configuration gathered in one place. */
  ARCH_4("ARCH-4", "Configuration gathered in one place"),
  /** Long npm scripts in files of their own. */
  ARCH_5("ARCH-5", "Long npm scripts in files of their own"),
  /** Dependency injection. */
  ARCH_6("ARCH-6", "Dependency injection"),
  /** Testing all the time. */
  DEV_1("DEV-1", "Testing all the time"),
  /** A layer of its own for third-party calls. */
  DEV_2("DEV-2", "A layer of its own for third-party calls"),
  /** The proper tools. */
  DEV_3("DEV-3", "The proper tools"),
  /** A style guide. */
  DEV_4("DEV-4", "A style guide"),
  /** Tested code. */
  DEV_5("DEV-5", "Tested code"),
  /** Commented code. */
  DEV_6("DEV-6", "Commented code"),
  /** File and payload sizes watched. */
  DEV_7("DEV-7", "File and payload sizes watched"),
  /** Compressed responses. */
  DEV_8("DEV-8", "Compressed responses"),
  /** Promises instead of callback pyramids. */
  DEV_9("DEV-9", "Promises instead of callback pyramids"),
  /** Errors of promises handled. */
  DEV_10("DEV-10", "Errors of promises handled"),
  /** Automatic vulnerability scanning. */
  CI_1("CI-1", "Automatic vulnerability scanning"),
  /** Security linters. */
  CI_2("CI-2", "Security linters"),
  /** Errors discovered early. */
  CI_3("CI-3", "Errors discovered early"),
  /** Locked dependencies. */
  CI_4("CI-4", "Locked dependencies"),
  /** Vulnerable dependencies examined. */
  CI_5("CI-5", "Vulnerable dependencies examined"),
  /** No secrets in configuration files. */
  DEP_1("DEP-1", "No secrets in configuration files"),
  /** Node.js not run as root. */
  DEP_2("DEP-2", "Node.js not run as root"),
  /** Production protected and observed. */
  DEP_3("DEP-3", "Production protected and observed"),
  /** Error management. */
  DEP_4("DEP-4", "Error management"),
  /** The obvious security boxes ticked. */
  DEP_5("DEP-5", "The obvious security boxes ticked"),
  /** A private network. */
  DEP_6("DEP-6", "A private network"),
  /** TLS everywhere. */
  DEP_7("DEP-7", "TLS everywhere"),
  /** No SQL injection. */
  DEP_8("DEP-8", "No SQL injection"),
  /** Parameterised queries. */
  DEP_9("DEP-9", "Parameterised queries"),
  /** HTTP headers and cookies used securely. */
  DEP_10("DEP-10", "HTTP headers and cookies used securely");

  private final String code;
  private final String title;

  RoadmapItem(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** The code that reports and documents use, such as {@code DEP-5}. */
  public String code() {
    return code;
  }

  /** The practice in a few words. */
  public String title() {
    return title;
  }

  /**
   * The item with a code.
   *
   * @param code such as {@code DEP-5}; upper case
   */
  public static Optional<RoadmapItem> ofCode(String code) {
    for (RoadmapItem item : values()) {
      if (item.code.equals(code)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }
}
