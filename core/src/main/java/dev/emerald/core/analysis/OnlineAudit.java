package dev.emerald.core.analysis;

import dev.emerald.core.internal.online.OnlineOptions;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * Asks services on the network which versions of packages are known to be vulnerable, and which
 * upgrades are free of it. An analyzer that is given none never touches the network.
 *
 * <pre>{@code
 * OnlineAudit audit =
 *     OnlineAudit.builder().npm().environment(System.getenv()).userSettings(npmrc).build();
 * Analyzer analyzer = Analyzer.builder().packsFrom(loader).online(audit).build();
 * }</pre>
 *
 * <p>It needs the module {@code java.net.http}, which this library does not ask for by itself: on
 * the class path of a full JDK it is there; whoever runs from the module path, or from an image of
 * their own, requires it in their own module. Without it the report says that nobody was asked.
 *
 * <p>What is sent are names and versions of the packages in lock files, to the registry that the
 * project installs from, with the credentials that are set for that registry; to OSV names and
 * versions alone. What does not answer, or not as it should, becomes a notice. Immutable.
 */
public final class OnlineAudit {

  private final OnlineOptions options;

  private OnlineAudit(OnlineOptions options) {
    this.options = options;
  }

  /** Starts with nobody to ask. */
  public static Builder builder() {
    return new Builder();
  }

  OnlineOptions options() {
    return options;
  }

  /** Says that it is one: what is set may be secret. */
  @Override
  public String toString() {
    return "OnlineAudit";
  }

  /** Gathers whom to ask and how. */
  public static final class Builder {

    private final OnlineOptions parts = new OnlineOptions();

    private Builder() {}

    /**
     * Asks the npm registry, as {@code npm audit} does: the one given with {@link #registry}, or
     * else that of the environment, of the {@code .npmrc} beside the lock file, or of the user's
     * settings. Where none is set nobody is asked, and a notice says so.
     */
    public Builder npm() {
      parts.npm = true;
      return this;
    }

    /**
     * Asks the interface of OSV, version 1.
     *
     * @param api its address, without {@code /v1}
     * @throws IllegalArgumentException if it is no address of http or https
     */
    public Builder osv(URI api) {
      parts.osv = checked(api);
      return this;
    }

    /**
     * The registry to ask, whatever is set elsewhere.
     *
     * @throws IllegalArgumentException if it is no address of http or https
     */
    public Builder registry(URI registry) {
      parts.registry = checked(registry);
      return this;
    }

    /**
     * The variables that settings are read from ({@code npm_config_*}, {@code HTTPS_PROXY} and its
     * like) and that an {@code .npmrc} may name as <code>${NAME}</code>; none by default.
     */
    public Builder environment(Map<String, String> variables) {
      parts.environment = Map.copyOf(variables);
      return this;
    }

    /** The {@code .npmrc} of the person who asks; none by default. */
    public Builder userSettings(Path npmrc) {
      parts.userSettings = Objects.requireNonNull(npmrc, "npmrc");
      return this;
    }

    /**
     * Does not obey the project's own {@code .npmrc}: for projects that are not trusted. That file
     * says whom to ask, and may send them what is in the environment.
     */
    public Builder withoutProjectSettings() {
      parts.projectSettings = false;
      return this;
    }

    /** How long one exchange may take; 20 seconds by default. */
    public Builder timeout(Duration timeout) {
      parts.timeout = positive(timeout);
      return this;
    }

    /** How long all of it may take, attempts and pauses included; 2 minutes by default. */
    public Builder deadline(Duration deadline) {
      parts.deadline = positive(deadline);
      return this;
    }

    /**
     * How often an exchange is tried again after a failure that may pass, and how long to wait
     * before the first time; each further pause is twice as long. Twice, and a second, by default.
     *
     * @throws IllegalArgumentException if {@code times} is negative or above 10
     */
    public Builder retries(int times, Duration pause) {
      if (times < 0 || times > 10) {
        throw new IllegalArgumentException("0 to 10 retries, not " + times);
      }
      parts.retries = times;
      parts.pause = Objects.requireNonNull(pause, "pause");
      return this;
    }

    /** Which proxies to use; what the environment and the settings say by default. */
    public Builder proxy(ProxySelector proxies) {
      parts.proxy = Objects.requireNonNull(proxies, "proxies");
      return this;
    }

    /** How servers prove who they are; with what the JVM trusts by default. */
    public Builder ssl(SSLContext context) {
      parts.ssl = Objects.requireNonNull(context, "context");
      return this;
    }

    /**
     * How many bytes of one answer are taken, unpacked; 32 MiB by default.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder mostBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("a positive number of bytes, not " + bytes);
      }
      parts.mostBytes = bytes;
      return this;
    }

    /** What to give to an analyzer. */
    public OnlineAudit build() {
      return new OnlineAudit(new OnlineOptions(parts));
    }

    private static URI checked(URI address) {
      String scheme = address.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (!web || address.getHost() == null) {
        throw new IllegalArgumentException("an address of http or https is needed");
      }
      return address;
    }

    private static Duration positive(Duration duration) {
      if (duration.isZero() || duration.isNegative()) {
        throw new IllegalArgumentException("a positive time, not " + duration);
      }
      return duration;
    }
  }
}
