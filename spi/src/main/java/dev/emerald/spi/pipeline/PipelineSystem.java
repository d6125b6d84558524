package dev.emerald.spi.pipeline;

/** A service that runs pipelines. Later releases may add some. */
public enum PipelineSystem {
  /** A workflow of GitHub Actions. */
  GITHUB_ACTIONS("GitHub Actions"),
  /** An action of GitHub Actions that is made of steps, or of a program. */
  GITHUB_ACTION("an action of GitHub Actions"),
  /** GitLab CI. */
  GITLAB_CI("GitLab CI"),
  /** CircleCI. */
  CIRCLECI("CircleCI"),
  /** Azure Pipelines. */
  AZURE_PIPELINES("Azure Pipelines"),
  /** Bitbucket Pipelines. */
  BITBUCKET("Bitbucket Pipelines"),
  /** Travis CI. */
  TRAVIS("Travis CI"),
  /** A Jenkinsfile, of which only the texts that a shell gets are read. */
  JENKINS("Jenkins");

  private final String label;

  PipelineSystem(String label) {
    this.label = label;
  }

  /** The name in messages. */
  public String label() {
    return label;
  }
}
