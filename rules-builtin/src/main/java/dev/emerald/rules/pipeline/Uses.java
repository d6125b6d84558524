package dev.emerald.rules.pipeline;

import dev.emerald.spi.pipeline.PipelineUse;
import java.util.Locale;
import java.util.Optional;

/** Tells what actions, orbs, tasks and templates are used for. */
final class Uses {

  private static final String[] AUDITS = {
    "actions/dependency-review-action",
    "snyk/actions",
    "snyk/snyk",
    "snyksecurityscan",
    "aquasecurity/trivy-action",
    "anchore/scan-action",
    "google/osv-scanner",
    "oke-py/npm-audit-action",
    "dependency-check/",
    "dependency-check-build-task",
    "jetli/npm-audit",
    "jobs/dependency-scanning",
    "security/dependency-scanning",
    "advancedsecurity-dependency-scanning",
    "socketdev/action",
    "mend-for-github-com",
    "checkmarx/",
    "symfonycorp/security-checker"
  };

  private static final String[] ANALYSES = {
    "github/codeql-action",
    "returntocorp/semgrep-action",
    "semgrep/semgrep-action",
    "sonarsource/",
    "sonarcloudanalyze",
    "sonarqubeanalyze",
    "ajinabraham/njsscan",
    "bearer/bearer-action",
    "security/sast",
    "jobs/sast",
    "advancedsecurity-codeql",
    "codeql3000",
    "microsoft/eslint-bot",
    "devskim"
  };

  private static final String[] LINTERS = {
    "github/super-linter",
    "super-linter/super-linter",
    "reviewdog/action-eslint",
    "biomejs/",
    "wearerequired/lint-action",
    "oxsecurity/megalinter",
    "trunk-io/trunk-action"
  };

  private static final String[] SECRETS = {
    "gitleaks/gitleaks-action",
    "zricethezav/gitleaks-action",
    "trufflesecurity/trufflehog",
    "gitguardian/ggshield",
    "security/secret-detection",
    "jobs/secret-detection"
  };

  private static final String[] TESTS = {"cypress-io/github-action", "cypress-io/cypress"};

  private Uses() {}

  static Optional<Purpose> of(PipelineUse use) {
    String name = use.name().toLowerCase(Locale.ROOT);
    if (name.equals("biomejs/setup-biome")) {
      return Optional.empty();
    }
    return matches(name, AUDITS)
        ? Optional.of(Purpose.AUDIT)
        : matches(name, ANALYSES)
            ? Optional.of(Purpose.ANALYSIS)
            : matches(name, LINTERS)
                ? Optional.of(Purpose.LINT)
                : matches(name, SECRETS)
                    ? Optional.of(Purpose.SECRETS)
                    : matches(name, TESTS) ? Optional.of(Purpose.TEST) : Optional.empty();
  }

  private static boolean matches(String name, String[] beginnings) {
    for (String beginning : beginnings) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
