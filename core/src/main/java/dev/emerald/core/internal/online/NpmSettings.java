package dev.emerald.core.internal.online;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.NpmConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of npm, as it puts them together: what the environment says wins over the project's
 * file, and that over the user's. Variables are put in. Immutable.
 */
final class NpmSettings {

  /** As npm has it: a variable behind an even number of backslashes. */
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\\\)(\\\\*)\\$\\{([^${}]+)\\}");

  private static final int LONGEST = 1 << 16;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> environment;

  /**
   * Puts settings together.
   *
   * @param files those that win first
   */
  NpmSettings(Map<String, String> environment, List<NpmConfig> files) {
    this.environment = environment;
    environment.forEach(
        (name, value) -> {
          if (name.length() > 11 && name.toLowerCase(Locale.ROOT).startsWith("npm_config_")) {
            String key = name.substring(11);
            boolean ofServer = key.startsWith("//");
            values.putIfAbsent(
                ofServer ? key : key.toLowerCase(Locale.ROOT).replace('_', '-'), value);
          }
        });
    for (NpmConfig file : files) {
      Map<String, String> own = new LinkedHashMap<>();
      for (ConfigEntry entry : file.entries()) {
        own.put(expanded(entry.key()), expanded(entry.value()));
      }
      own.forEach(values::putIfAbsent);
    }
  }

  private String expanded(String text) {
    if (text.length() > LONGEST || text.indexOf("${") < 0) {
      return text;
    }
    Matcher variables = VARIABLE.matcher(text);
    StringBuilder whole = new StringBuilder();
    while (variables.find()) {
      String slashes = variables.group(1);
      String name = variables.group(2);
      boolean mayMiss = name.endsWith("?");
      String value = environment.get(mayMiss ? name.substring(0, name.length() - 1) : name);
      String put;
      if (slashes.length() % 2 != 0) {
        put = variables.group().substring((slashes.length() + 1) / 2);
      } else if (value == null) {
        put = mayMiss ? slashes.substring(slashes.length() / 2) : variables.group();
      } else {
        put = slashes.substring(slashes.length() / 2) + value;
      }
      variables.appendReplacement(whole, Matcher.quoteReplacement(put));
    }
    return variables.appendTail(whole).toString();
  }

  /**
   * The registry to ask.
   *
   * @param given the one that wins; null for none
   * @return null if none is set
   * @throws LookupException if what is set is no address
   */
  @Nullable URI registry(@Nullable URI given) throws LookupException {
    if (given != null) {
      return slashed(given);
    }
    String text = values.get("registry");
    if (text == null || text.isBlank()) {
      return null;
    }
    URI registry = uri(text);
    String scheme = registry == null ? null : registry.getScheme();
    boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    if (registry == null || !web || registry.getHost() == null) {
      throw new LookupException("the registry that is set is no address of http or https");
    }
    return slashed(registry);
  }

  private static URI slashed(URI registry) {
    String path = Objects.requireNonNullElse(registry.getRawPath(), "");
    if (path.endsWith("/")) {
      return registry;
    }
    String user = registry.getRawUserInfo() == null ? "" : registry.getRawUserInfo() + "@";
    String port = registry.getPort() < 0 ? "" : ":" + registry.getPort();
    return URI.create(registry.getScheme() + "://" + user + registry.getHost() + port + path + "/");
  }

  /**
   * The registry of a package: that of its scope, if one is set, or else the given one.
   *
   * @param registry of all packages
   */
  URI registryOf(String packageName, URI registry) {
    int slash = packageName.indexOf('/');
    if (!packageName.startsWith("@") || slash < 0) {
      return registry;
    }
    String text = values.get(packageName.substring(0, slash) + ":registry");
    URI own = text == null ? null : uri(text);
    return own == null || own.getHost() == null ? registry : slashed(own);
  }

  /**
   * What proves to the server of an address who asks: the header's value.
   *
   * @return null if nothing is set for it
   */
  @Nullable String authorization(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), "").toLowerCase(Locale.ROOT);
    int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    boolean named = address.getPort() >= 0 && address.getPort() != usual;
    String port = named ? ":" + address.getPort() : "";
    String key = "//" + host + port + Objects.requireNonNullElse(address.getRawPath(), "");
    while (key.length() > 2) {
      String found = authorization(key);
      if (found != null) {
        return found;
      }
      int end = key.length() - 1;
      while (end > 2 && key.charAt(end - 1) != '/' && key.charAt(end) != '/') {
        end--;
      }
      key = key.substring(0, end);
    }
    return fromAddress(address);
  }

  private @Nullable String authorization(String key) {
    String token = values.get(key + ":_authToken");
    if (token != null && isPlain(token)) {
      return "Bearer " + token;
    }
    String basic = values.get(key + ":_auth");
    if (basic != null && isPlain(basic)) {
      return "Basic " + basic;
    }
    String name = values.get(key + ":username");
    String password = values.get(key + ":_password");
    if (name != null && password != null) {
      try {
        String plain = new String(Base64.getDecoder().decode(password), UTF_8);
        return "Basic " + encoded(name + ":" + plain);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable String fromAddress(URI address) {
    String user = address.getUserInfo();
    return user == null ? null : "Basic " + encoded(user);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** Whether a value can stand in a header, and no variable in it is missing. */
  private static boolean isPlain(String value) {
    return !value.isEmpty()
        && value.indexOf("${") < 0
        && value.chars().allMatch(unit -> unit > ' ' && unit < 0x7f);
  }

  /** The proxies that are set. */
  ProxyChoice proxies() {
    String secure = first("https-proxy", "HTTPS_PROXY", "https_proxy");
    String plain = first("proxy", "HTTP_PROXY", "http_proxy");
    if (secure == null) {
      secure = values.get("proxy");
    }
    if (plain == null) {
      plain = values.get("http-proxy");
    }
    String without = first("noproxy", "NO_PROXY", "no_proxy");
    List<String> hosts = new ArrayList<>();
    if (without != null) {
      hosts.addAll(List.of(without.split("[,\\s]+", -1)));
    }
    return new ProxyChoice(proxy(secure), proxy(plain), hosts);
  }

  private @Nullable String first(String key, String... variables) {
    String value = values.get(key);
    for (String variable : variables) {
      value = value == null ? environment.get(variable) : value;
    }
    boolean none =
        value == null || value.isBlank() || value.equals("null") || value.equals("false");
    return none ? null : value;
  }

  private static @Nullable URI proxy(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return uri(text.contains("://") ? text : "http://" + text);
  }

  private static @Nullable URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
