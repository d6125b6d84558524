package dev.emerald.core.internal.online;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which proxies settings name. Immutable. */
final class ProxyChoice extends ProxySelector {

  private final @Nullable URI secure;
  private final @Nullable URI plain;
  private final List<String> without;

  /**
   * The proxies.
   *
   * @param secure for https; null for none
   * @param plain for http; null for none
   * @param without the hosts, or ends of their names, that are asked directly; {@code *} for all
   */
  ProxyChoice(@Nullable URI secure, @Nullable URI plain, List<String> without) {
    this.secure = secure;
    this.plain = plain;
    this.without = List.copyOf(without);
  }

  @Override
  public List<Proxy> select(URI address) {
    URI proxy = "https".equalsIgnoreCase(address.getScheme()) ? secure : plain;
    String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
    if (proxy == null || proxy.getHost() == null || isDirect(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    return List.of(
        new Proxy(
            Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy))));
  }

  private boolean isDirect(String host) {
    for (String each : without) {
      String name = each.strip().toLowerCase(Locale.ROOT);
      String end = name.startsWith(".") ? name : "." + name;
      if (name.equals("*") || (!name.isEmpty() && ("." + host).endsWith(end))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
    // The exchange itself fails, and tells.
  }

  boolean hasCredentials() {
    return user(secure) != null || user(plain) != null;
  }

  /** What a proxy is shown; null if there is nothing for it. */
  @Nullable PasswordAuthentication credentials(@Nullable String host, int port) {
    for (URI proxy : new URI[] {secure, plain}) {
      String user = user(proxy);
      if (proxy != null
          && user != null
          && proxy.getHost().equalsIgnoreCase(host)
          && port(proxy) == port) {
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        String password = colon < 0 ? "" : user.substring(colon + 1);
        return new PasswordAuthentication(decoded(name), decoded(password).toCharArray());
      }
    }
    return null;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static @Nullable String user(@Nullable URI proxy) {
    return proxy == null || proxy.getHost() == null ? null : proxy.getRawUserInfo();
  }

  private static int port(URI proxy) {
    if (proxy.getPort() >= 0) {
      return proxy.getPort();
    }
    return "https".equalsIgnoreCase(proxy.getScheme()) ? 443 : 80;
  }
}
