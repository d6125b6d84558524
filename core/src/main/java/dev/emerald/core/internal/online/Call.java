package dev.emerald.core.internal.online;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a service.
 *
 * @param address where; never with credentials in it
 * @param accept what kind of answer is taken
 * @param json what to send; null to send nothing
 * @param packed whether what is sent is packed
 * @param credentials what proves who asks, by address; null for nobody in particular
 */
record Call(
    URI address,
    String accept,
    @Nullable String json,
    boolean packed,
    Function<URI, @Nullable String> credentials) {

  /** Asks for something as nobody in particular. */
  static Call get(URI address) {
    return new Call(address, "application/json", null, false, nobody -> null);
  }

  /** Whether two addresses are of one server. */
  static boolean sameServer(URI one, URI other) {
    return scheme(one).equals(scheme(other))
        && host(one).equals(host(other))
        && port(one) == port(other);
  }

  /** An address without what may be secret in it: user, query, fragment. */
  static String place(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String path = Objects.requireNonNullElse(address.getRawPath(), "");
    return scheme(address) + "://" + host(address) + port + path;
  }

  /** Whether what is sent there can be read on the way: plain http to another machine. */
  static boolean isOpen(URI address) {
    String host = host(address);
    boolean local =
        host.equals("localhost")
            || host.endsWith(".localhost")
            || host.startsWith("127.")
            || host.equals("[::1]");
    return !scheme(address).equals("https") && !local;
  }

  private static String scheme(URI address) {
    return Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
  }

  private static String host(URI address) {
    return Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return scheme(address).equals("https") ? 443 : 80;
  }
}
