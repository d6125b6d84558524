package dev.emerald.core.internal.manifest.deploy;

import dev.emerald.core.internal.manifest.ParsedYaml;
import dev.emerald.core.internal.manifest.YamlReader;
import dev.emerald.spi.deploy.ComposeFile;
import dev.emerald.spi.deploy.KubernetesFile;
import dev.emerald.spi.deploy.NginxConfig;
import dev.emerald.spi.deploy.UnitFile;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the files that say how services are run. */
public final class DeployFiles {

  /** How many documents of a file are looked at for what it is. */
  private static final int FEW = 20;

  private DeployFiles() {}

  /** Whether a file is one of services that are run together, by its name. */
  public static boolean isCompose(String name) {
    return isYaml(name)
        && (name.startsWith("docker-compose")
            || name.startsWith("compose.")
            || name.startsWith("compose-")
            || name.endsWith("docker-compose.yml")
            || name.endsWith("docker-compose.yaml"));
  }

  /** Whether a file is YAML by its name. */
  public static boolean isYaml(String name) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  /** Whether a file may be a configuration of nginx, by its path. */
  public static boolean isNginx(String path, String name) {
    boolean conf = name.endsWith(".conf") || name.endsWith(".nginx");
    return name.equals("nginx.conf")
        || conf && (path.contains("nginx") || path.contains("sites-") || path.contains("conf.d/"));
  }

  /** Reads a file of services. */
  public static ComposeFile compose(SourceText source, Consumer<Notice> notices) {
    ParsedYaml parsed = YamlReader.read(source);
    parsed.notices().forEach(notices);
    return new ComposeFile(source, parsed.documents());
  }

  /**
   * Reads resources of Kubernetes.
   *
   * @return null if the file holds none, or is a template that only a program makes YAML of
   */
  public static @Nullable Manifest kubernetes(SourceText source, Consumer<Notice> notices) {
    String text = source.text();
    if (!text.contains("apiVersion:") || !text.contains("kind:")) {
      return null;
    }
    ParsedYaml parsed = YamlReader.read(source);
    boolean template = text.contains("{{") && !parsed.notices().isEmpty();
    if (template || !isKubernetes(parsed.documents())) {
      return null;
    }
    parsed.notices().forEach(notices);
    return new KubernetesFile(source, parsed.documents());
  }

  private static boolean isKubernetes(List<YamlValue> documents) {
    for (int i = 0; i < documents.size() && i < FEW; i++) {
      YamlValue document = documents.get(i);
      if (document.member("apiVersion").isPresent() && document.member("kind").isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a configuration of nginx.
   *
   * @return null if it is one of something else
   */
  public static @Nullable NginxConfig nginx(SourceText source, Consumer<Notice> notices) {
    String text = source.text();
    boolean likely =
        text.contains("server") && text.contains("{")
            || text.contains("proxy_")
            || text.contains("location ")
            || text.contains("gzip")
            || text.contains("ssl_");
    // A template of which a program makes the configuration.
    return !likely || text.contains("{{") || text.contains("{%")
        ? null
        : NginxReader.read(source, notices);
  }

  /**
   * Reads a unit of systemd.
   *
   * @return null if it starts nothing
   */
  public static @Nullable UnitFile unit(SourceText source) {
    List<ConfigEntry> entries = new ArrayList<>();
    String section = "";
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line);
      String stripped = text.strip();
      int start = source.lineStart(line);
      int equals = text.indexOf('=');
      if (stripped.startsWith("[") && stripped.endsWith("]")) {
        section = stripped.substring(1, stripped.length() - 1) + ".";
      } else if (equals > 0 && !stripped.startsWith("#") && !stripped.startsWith(";")) {
        Span key = new Span(start, start + equals);
        Span value = new Span(start + equals + 1, start + text.length());
        String name = section + text.substring(0, equals).strip();
        entries.add(new ConfigEntry(source, name, key, text.substring(equals + 1).strip(), value));
      }
    }
    UnitFile unit = new UnitFile(source, entries);
    return unit.entry("Service.ExecStart").isEmpty() ? null : unit;
  }
}
