package dev.emerald.core.internal.online;

import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Whom to ask, as what, and how long. To be left alone once it is given to an analyzer. */
public final class OnlineOptions {

  /** Whether to ask the registry. */
  public boolean npm;

  /** Where OSV's interface is; null not to ask it. */
  public @Nullable URI osv;

  /** The registry that wins over whatever is set; null for none. */
  public @Nullable URI registry;

  /** Variables that settings may be in and may name. */
  public Map<String, String> environment = Map.of();

  /** The settings of the person who asks; null for none. */
  public @Nullable Path userSettings;

  /** Whether the project's own settings are obeyed. */
  public boolean projectSettings = true;

  /** How long one exchange may take. */
  public Duration timeout = Duration.ofSeconds(20);

  /** How long all of it may take. */
  public Duration deadline = Duration.ofMinutes(2);

  /** How often an exchange is tried again. */
  public int retries = 2;

  /** How long to wait before the first time. */
  public Duration pause = Duration.ofSeconds(1);

  /** Which proxies to use; null for what the settings say. */
  public @Nullable ProxySelector proxy;

  /** How servers prove who they are; null for what the JVM trusts. */
  public @Nullable SSLContext ssl;

  /** How many bytes of one answer are taken, unpacked. */
  public int mostBytes = 32 << 20;

  /** Defaults: nobody is asked. */
  public OnlineOptions() {}

  /** The same again. */
  public OnlineOptions(OnlineOptions other) {
    npm = other.npm;
    osv = other.osv;
    registry = other.registry;
    environment = new LinkedHashMap<>(other.environment);
    userSettings = other.userSettings;
    projectSettings = other.projectSettings;
    timeout = other.timeout;
    deadline = other.deadline;
    retries = other.retries;
    pause = other.pause;
    proxy = other.proxy;
    ssl = other.ssl;
    mostBytes = other.mostBytes;
  }
}
