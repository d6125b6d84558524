package dev.emerald.core.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.emerald.core.analysis.Inventory;
import dev.emerald.core.report.BillOfMaterials.Part;
import dev.emerald.core.report.BillOfMaterials.Weakness;
import dev.emerald.spi.advisory.Advisories;
import dev.emerald.spi.advisory.Advisory;
import dev.emerald.spi.manifest.LockedPackage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials of a project: CycloneDX 1.6 in JSON, from its lock files. Where packages were
 * looked up it says what is known to be wrong with them and how far the project's code reaches that
 * (VEX). The same project gives the same bytes: there is no time in it, and its serial number comes
 * from what it says.
 */
public final class SbomReporter implements Reporter {

  private static final Pattern EXPRESSION =
      Pattern.compile("\\(?[A-Za-z0-9.+-]+\\)?(?: (?:AND|OR|WITH) \\(?[A-Za-z0-9.+-]+\\)*)*");

  private final String version;

  /**
   * A reporter.
   *
   * @param version of the tool that writes
   */
  public SbomReporter(String version) {
    this.version = Objects.requireNonNull(version, "version");
  }

  /**
   * Writes a bill.
   *
   * @param projects exactly one
   * @throws IllegalArgumentException if there are others
   */
  @Override
  public void write(List<ReportedProject> projects, Writer out) throws IOException {
    if (projects.size() != 1) {
      throw new IllegalArgumentException("a bill of materials is of one project");
    }
    ReportedProject project = projects.get(0);
    BillOfMaterials bill = new BillOfMaterials(project, project.report().complete());
    StringWriter draft = new StringWriter();
    write(bill, project, "", draft);
    UUID serial = UUID.nameUUIDFromBytes(draft.toString().getBytes(UTF_8));
    write(bill, project, "urn:uuid:" + serial, out);
  }

  private void write(BillOfMaterials bill, ReportedProject project, String serial, Writer out)
      throws IOException {
    List<Part> others = new ArrayList<>();
    Part root = null;
    for (Part part : bill.parts()) {
      if (part.isProject() && root == null) {
        root = part;
      } else {
        others.add(part);
      }
    }
    Part main = root;
    JsonText.write(
        out,
        json -> {
          json.string("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
              .string("bomFormat", "CycloneDX")
              .string("specVersion", "1.6");
          if (!serial.isEmpty()) {
            json.string("serialNumber", serial);
          }
          json.number("version", 1)
              .object("metadata", () -> metadata(json, main, project))
              .objects("components", others, part -> component(json, part))
              .objects("dependencies", bill.parts(), part -> dependency(json, part))
              .objects(
                  "compositions",
                  List.of(aggregate(project)),
                  aggregate -> json.string("aggregate", aggregate));
          if (project.report().inventory().advisories().isPresent()) {
            json.objects("vulnerabilities", bill.weaknesses(), each -> weakness(json, each));
          }
        });
  }

  /** How whole the bill is: without a lock file nobody knows what is installed. */
  private static String aggregate(ReportedProject project) {
    if (project.report().inventory().lockFiles().isEmpty()) {
      return "unknown";
    }
    return project.report().complete() ? "complete" : "incomplete";
  }

  private void metadata(JsonText json, @Nullable Part root, ReportedProject project) {
    json.object(
        "tools",
        () ->
            json.objects(
                "components",
                List.of("Emerald"),
                name ->
                    json.string("type", "application")
                        .string("name", name)
                        .string("version", version)));
    json.object(
        "component",
        () -> {
          if (root == null) {
            json.string("type", "application").string("bom-ref", "project:.");
            json.string("name", nameOf("", project));
          } else {
            component(json, root, nameOf(root.sample.name(), project));
          }
        });
    Inventory inventory = project.report().inventory();
    String lookedUp =
        inventory.advisories().map(Advisories::description).orElse("none were looked up");
    boolean whole = inventory.advisories().filter(Advisories::isComplete).isPresent();
    json.objects(
        "properties",
        List.of(
            Map.entry("emerald:advisories", lookedUp),
            Map.entry("emerald:advisories:complete", Boolean.toString(whole))),
        each -> json.string("name", each.getKey()).string("value", each.getValue()));
  }

  private static String nameOf(String name, ReportedProject project) {
    if (!name.isEmpty()) {
      return name;
    }
    String path = project.path();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.isEmpty() || last.equals(".") ? "project" : last;
  }

  private static void component(JsonText json, Part part) {
    String name = part.sample.name();
    component(json, part, name.isEmpty() ? part.reference : name);
  }

  private static void component(JsonText json, Part part, String name) {
    LockedPackage sample = part.sample;
    json.string("type", part.isProject() ? "application" : "library");
    json.string("bom-ref", part.reference);
    int slash = name.startsWith("@") ? name.indexOf('/') : -1;
    if (slash > 0) {
      json.string("group", name.substring(0, slash));
    }
    json.string("name", name.substring(slash + 1));
    if (!sample.version().isEmpty()) {
      json.string("version", sample.version());
    }
    if (!part.isProject()) {
      json.string("scope", part.isDev() ? "excluded" : part.isOptional() ? "optional" : "required");
    }
    List<SubresourceHash> hashes = part.hashes();
    if (!hashes.isEmpty()) {
      json.objects(
          "hashes",
          hashes,
          hash -> json.string("alg", hash.algorithm()).string("content", hash.hex()));
    }
    part.license()
        .ifPresent(
            license -> json.objects("licenses", List.of(license), each -> license(json, each)));
    if (!part.isProject() || !sample.name().isEmpty()) {
      json.string("purl", PackageUrl.of(name, sample.version()));
    }
    address(sample)
        .ifPresent(
            address ->
                json.objects(
                    "externalReferences",
                    List.of(address),
                    url -> json.string("type", "distribution").string("url", url)));
  }

  private static void license(JsonText json, String license) {
    if (license.length() <= 500
        && EXPRESSION.matcher(license).matches()
        && !license.equals("UNLICENSED")) {
      json.string("expression", license);
    } else {
      json.object("license", () -> json.string("name", license));
    }
  }

  /** Where a package came from, without what may be secret in the address. */
  private static Optional<String> address(LockedPackage sample) {
    String resolved = sample.resolved().orElse("");
    try {
      URI address = new URI(resolved);
      String scheme = address.getScheme();
      if (address.getHost() == null || scheme == null || !scheme.matches("https?|git\\+https?")) {
        return Optional.empty();
      }
      String port = address.getPort() < 0 ? "" : ":" + address.getPort();
      String path = Objects.requireNonNullElse(address.getRawPath(), "");
      return Optional.of(scheme + "://" + address.getHost() + port + path);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static void dependency(JsonText json, Part part) {
    json.string("ref", part.reference).strings("dependsOn", part.asks);
  }

  private static void weakness(JsonText json, Weakness weakness) {
    Advisory advisory = weakness.advisory();
    Exposure exposure = weakness.exposure();
    json.string("bom-ref", advisory.id() + "#" + weakness.part().reference)
        .string("id", advisory.id())
        .object("source", () -> json.string("name", source(advisory.id())));
    if (!advisory.aliases().isEmpty()) {
      json.objects(
          "references",
          advisory.aliases(),
          alias ->
              json.string("id", alias).object("source", () -> json.string("name", source(alias))));
    }
    json.objects(
        "ratings",
        List.of(advisory.severity()),
        severity -> json.string("severity", severity.label()).string("method", "other"));
    if (!advisory.summary().isEmpty()) {
      json.string("description", advisory.summary());
    }
    weakness
        .free()
        .ifPresent(
            version ->
                json.string("recommendation", "Version " + version + " is free of it: upgrade."));
    json.object(
        "analysis",
        () -> {
          json.string("state", exposure.state());
          if (!exposure.justification().isEmpty()) {
            json.string("justification", exposure.justification());
          }
          json.string("detail", exposure.detail());
        });
    json.objects(
        "affects",
        List.of(weakness.part()),
        part ->
            json.string("ref", part.reference)
                .objects(
                    "versions",
                    List.of(part.sample.version()),
                    version -> json.string("version", version).string("status", "affected")));
    json.objects(
        "properties",
        List.of(exposure.reach()),
        reach -> json.string("name", "emerald:reach").string("value", reach));
  }

  /** Whose ids these are. */
  private static String source(String id) {
    int dash = id.indexOf('-');
    return switch (dash < 0 ? id : id.substring(0, dash)) {
      case "GHSA" -> "GitHub Advisory Database";
      case "CVE" -> "CVE";
      case "MAL" -> "OpenSSF Malicious Packages";
      case "npm" -> "npm registry";
      default -> "OSV";
    };
  }
}
