package dev.emerald.spi.container;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image: {@code registry/path:tag@digest}, as the distribution specification's
 * reference grammar has it. Immutable; equal by value.
 */
public final class ImageName {

  private final @Nullable String registry;
  private final String path;
  private final @Nullable String tag;
  private final @Nullable String digest;

  private ImageName(
      @Nullable String registry, String path, @Nullable String tag, @Nullable String digest) {
    this.registry = registry;
    this.path = path;
    this.tag = tag;
    this.digest = digest;
  }

  /** Takes a name apart. Never throws for what it says. */
  public static ImageName of(String name) {
    String rest = name.strip();
    String digest = null;
    int at = rest.indexOf('@');
    if (at >= 0) {
      digest = rest.substring(at + 1);
      rest = rest.substring(0, at);
    }
    String tag = null;
    int colon = rest.lastIndexOf(':');
    if (colon > rest.lastIndexOf('/')) {
      tag = rest.substring(colon + 1);
      rest = rest.substring(0, colon);
    }
    String registry = null;
    int slash = rest.indexOf('/');
    if (slash > 0) {
      String head = rest.substring(0, slash);
      if (head.indexOf('.') >= 0 || head.indexOf(':') >= 0 || head.equals("localhost")) {
        registry = head;
        rest = rest.substring(slash + 1);
      }
    }
    boolean hub = registry == null || registry.equals("docker.io");
    if (hub && rest.startsWith("library/")) {
      rest = rest.substring("library/".length());
    }
    return new ImageName(registry, rest.toLowerCase(Locale.ROOT), tag, digest);
  }

  /** The registry it names; empty for the default one. */
  public Optional<String> registry() {
    return Optional.ofNullable(registry);
  }

  /** The path in the registry, such as {@code node} or {@code bitnami/redis}; lower case. */
  public String path() {
    return path;
  }

  /** The tag; empty where none is written, which means {@code latest}. */
  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  /** The digest, such as {@code sha256:…}; empty for a name that is not pinned. */
  public Optional<String> digest() {
    return Optional.ofNullable(digest);
  }

  /**
   * Whether it is an official image of the default registry.
   *
   * @param name such as {@code node}
   */
  public boolean isOfficial(String name) {
    return path.equals(name) && (registry == null || registry.equals("docker.io"));
  }

  /** The number a tag begins with, such as 22 for {@code 22.3-alpine}; empty for any other tag. */
  public Optional<Integer> major() {
    int end = 0;
    String text = tag == null ? "" : tag;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    boolean number = end > 0 && end < 6;
    boolean whole = end == text.length() || text.charAt(end) == '.' || text.charAt(end) == '-';
    return number && whole
        ? Optional.of(Integer.valueOf(text.substring(0, end)))
        : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImageName name
        && Objects.equals(registry, name.registry)
        && path.equals(name.path)
        && Objects.equals(tag, name.tag)
        && Objects.equals(digest, name.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(registry, path, tag, digest);
  }

  /** The name as one would write it. */
  @Override
  public String toString() {
    return (registry == null ? "" : registry + "/")
        + path
        + (tag == null ? "" : ":" + tag)
        + (digest == null ? "" : "@" + digest);
  }
}
