package dev.emerald.rules.container;

/** Images that developers work in. Nothing that is deployed runs in them. */
public final class DevContainers {

  private DevContainers() {}

  /** Whether a file describes such an image. */
  public static boolean hold(String path) {
    return path.startsWith(".devcontainer/") || path.contains("/.devcontainer/");
  }
}
