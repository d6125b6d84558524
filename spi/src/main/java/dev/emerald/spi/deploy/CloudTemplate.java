package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.YamlManifest;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be made in a cloud: a template of CloudFormation or SAM, in YAML or JSON, or the
 * configuration of the Serverless framework. Immutable.
 */
public final class CloudTemplate implements YamlManifest {

  /** Whose language a template is written in. */
  public enum Format {
    /** CloudFormation, SAM included. */
    CLOUD_FORMATION,
    /** The Serverless framework. */
    SERVERLESS
  }

  private final SourceText source;
  private final List<YamlValue> documents;
  private final Format format;

  /** For the engine. */
  public CloudTemplate(SourceText source, List<YamlValue> documents, Format format) {
    this.source = Objects.requireNonNull(source, "source");
    this.documents = List.copyOf(documents);
    this.format = Objects.requireNonNull(format, "format");
  }

  @Override
  public SourceText source() {
    return source;
  }

  @Override
  public List<YamlValue> documents() {
    return documents;
  }

  @Override
  public YamlValue yaml() {
    return documents.isEmpty()
        ? new YamlScalar(new Span(0, 0), null, YamlScalar.Style.PLAIN, "")
        : documents.get(0);
  }

  /** Whose language it is written in. */
  public Format format() {
    return format;
  }

  /** The resources of CloudFormation in order, those within a Serverless configuration included. */
  public List<YamlMember> resources() {
    Optional<YamlValue> resources =
        format == Format.CLOUD_FORMATION
            ? yaml().member("Resources")
            : yaml().at("resources", "Resources");
    return resources.map(YamlValue::members).orElse(List.of());
  }

  /** The functions in order: those of the Serverless framework, or of SAM and CloudFormation. */
  public List<YamlMember> functions() {
    if (format == Format.SERVERLESS) {
      return yaml().member("functions").map(YamlValue::members).orElse(List.of());
    }
    List<YamlMember> functions = new ArrayList<>();
    for (YamlMember resource : resources()) {
      String type = typeOf(resource.value());
      if (type.equals("AWS::Serverless::Function") || type.equals("AWS::Lambda::Function")) {
        functions.add(resource);
      }
    }
    return functions;
  }

  /** The type of a resource, such as {@code AWS::EC2::SecurityGroup}; empty if it has none. */
  public static String typeOf(YamlValue resource) {
    return resource.member("Type").flatMap(YamlValue::asString).orElse("");
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
