package dev.emerald.rules.supply;

import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.JsonMember;
import dev.emerald.spi.manifest.JsonValue;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.manifest.YarnConfig;
import dev.emerald.spi.project.Project;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The registries that a project has set for itself. */
final class Registries {

  private Registries() {}

  /** The hosts of the registries that are set for a folder, there or further out. */
  static Set<String> hosts(String folder, Project project) {
    Set<String> hosts = new HashSet<>();
    for (NpmConfig config : project.manifests(NpmConfig.class)) {
      if (Folders.isIn(Folders.of(config), folder)) {
        for (ConfigEntry entry : config.entries()) {
          if (isRegistry(entry)) {
            add(entry.value(), hosts);
          }
        }
      }
    }
    hosts.addAll(published(folder, project));
    for (YarnConfig config : project.manifests(YarnConfig.class)) {
      if (Folders.isIn(Folders.of(config), folder)) {
        for (YamlMember member : servers(config)) {
          add(member.value().asString().orElse(""), hosts);
        }
      }
    }
    return hosts;
  }

  /** The hosts that a folder's own packages are published to, there or further out. */
  static Set<String> published(String folder, Project project) {
    Set<String> hosts = new HashSet<>();
    for (PackageJson manifest : project.manifests(PackageJson.class)) {
      JsonValue settings = manifest.json().member("publishConfig").orElse(null);
      if (settings != null && Folders.isIn(Folders.of(manifest), folder)) {
        for (JsonMember member : settings.members()) {
          if (member.name().equals("registry") || member.name().endsWith(":registry")) {
            add(member.value().asString().orElse(""), hosts);
          }
        }
      }
    }
    return hosts;
  }

  private static void add(String address, Set<String> hosts) {
    String host = host(address);
    if (host != null) {
      hosts.add(host);
    }
  }

  /** Whether an entry sets a registry, for all packages or for those of a scope. */
  static boolean isRegistry(ConfigEntry entry) {
    return entry.key().equals("registry") || entry.key().endsWith(":registry");
  }

  /** The members of a .yarnrc.yml that set registries. */
  static List<YamlMember> servers(YarnConfig config) {
    List<YamlMember> servers = new ArrayList<>();
    for (YamlMember member : config.yaml().members()) {
      if (member.name().equals("npmRegistryServer")) {
        servers.add(member);
      }
      if (member.name().equals("npmScopes")) {
        for (YamlMember scope : member.value().members()) {
          for (YamlMember setting : scope.value().members()) {
            if (setting.name().equals("npmRegistryServer")) {
              servers.add(setting);
            }
          }
        }
      }
    }
    return servers;
  }

  /** The host of an address, without its port; null if it is none of http or https. */
  static @Nullable String host(String address) {
    if (!address.startsWith("http://") && !address.startsWith("https://")) {
      return null;
    }
    int start = address.indexOf("//") + 2;
    int end = start;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String authority = address.substring(start, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = host.lastIndexOf(':');
    boolean port = colon > 0 && host.indexOf(']') < colon;
    return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }

  /** Whether a host is the machine itself. */
  static boolean isLocal(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("[::1]");
  }

  /** Whether an address is one of plain http on another machine. */
  static boolean isPlain(String address) {
    String host = host(address);
    return host != null && address.startsWith("http:") && !isLocal(host);
  }

  /** Whether a setting of a .yarnrc.yml is false. */
  static boolean isFalse(YamlValue value) {
    return value.asBoolean().filter(truth -> !truth).isPresent();
  }
}
