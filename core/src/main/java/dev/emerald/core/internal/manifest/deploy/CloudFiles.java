package dev.emerald.core.internal.manifest.deploy;

import dev.emerald.core.internal.manifest.ParsedYaml;
import dev.emerald.core.internal.manifest.YamlReader;
import dev.emerald.spi.deploy.CaddyConfig;
import dev.emerald.spi.deploy.CloudTemplate;
import dev.emerald.spi.deploy.CloudTemplate.Format;
import dev.emerald.spi.deploy.ProcessFile;
import dev.emerald.spi.deploy.TerraformFile;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what platforms and clouds are told: templates, Terraform, Procfiles, Caddyfiles. */
public final class CloudFiles {

  private CloudFiles() {}

  /** Whether a file configures the Serverless framework, by its name. */
  public static boolean isServerless(String name) {
    return DeployFiles.isYaml(name) && (name.startsWith("serverless.") || name.equals("sls.yml"));
  }

  /** Whether a file may be a template of CloudFormation in JSON, by its name. */
  public static boolean isTemplate(String name) {
    return name.endsWith(".template.json")
        || name.endsWith(".template")
        || name.equals("template.json")
        || name.contains("cloudformation") && name.endsWith(".json");
  }

  /** Whether a file is a Caddyfile, by its name. */
  public static boolean isCaddy(String name) {
    return name.equals("caddyfile")
        || name.endsWith(".caddyfile")
        || name.startsWith("caddyfile.") && name.indexOf('.', 10) < 0 && !name.endsWith(".md");
  }

  /** Reads a configuration of the Serverless framework. */
  public static CloudTemplate serverless(SourceText source, Consumer<Notice> notices) {
    ParsedYaml parsed = YamlReader.read(source);
    parsed.notices().forEach(notices);
    return new CloudTemplate(source, parsed.documents(), Format.SERVERLESS);
  }

  /**
   * Reads a template of CloudFormation or SAM; JSON is YAML.
   *
   * @return null if it is none
   */
  public static @Nullable Manifest template(SourceText source, Consumer<Notice> notices) {
    String text = source.text();
    boolean likely =
        text.contains("AWSTemplateFormatVersion")
            || text.contains("AWS::") && text.contains("Resources");
    if (!likely) {
      return null;
    }
    ParsedYaml parsed = YamlReader.read(source);
    boolean resources =
        !parsed.documents().isEmpty() && parsed.documents().get(0).member("Resources").isPresent();
    boolean generated = text.contains("{{") && !parsed.notices().isEmpty();
    if (!resources || generated) {
      return null;
    }
    parsed.notices().forEach(notices);
    return new CloudTemplate(source, parsed.documents(), Format.CLOUD_FORMATION);
  }

  /**
   * Tells of a chart: its templates become YAML only in the hands of Helm.
   *
   * @return null, as there is nothing to look at
   */
  public static @Nullable Manifest chart(SourceText source, Consumer<Notice> notices) {
    String text = source.text();
    if (text.contains("apiVersion:") && text.contains("version:")) {
      notices.accept(
          Notice.of(
              NoticeKind.NOT_ANALYSED,
              "a chart of Helm: what its templates become was not read",
              source.path(),
              1));
    }
    return null;
  }

  /** Reads a file of Terraform. */
  public static TerraformFile terraform(SourceText source, Consumer<Notice> notices) {
    return TerraformReader.read(source, notices);
  }

  /** Reads a Caddyfile. */
  public static CaddyConfig caddy(SourceText source, Consumer<Notice> notices) {
    return CaddyReader.read(source, notices);
  }

  /** Reads a Procfile: a name, a colon, a command. */
  public static ProcessFile processes(SourceText source) {
    List<ConfigEntry> processes = new ArrayList<>();
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.lineText(line);
      int colon = text.indexOf(':');
      if (colon > 0 && !text.startsWith("#")) {
        int start = source.lineStart(line);
        Span key = new Span(start, start + colon);
        Span value = new Span(start + colon + 1, start + text.length());
        String command = text.substring(colon + 1).strip();
        processes.add(
            new ConfigEntry(source, text.substring(0, colon).strip(), key, command, value));
      }
    }
    return new ProcessFile(source, processes);
  }
}
