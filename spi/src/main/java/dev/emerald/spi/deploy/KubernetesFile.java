package dev.emerald.spi.deploy;

import dev.emerald.spi.manifest.YamlManifest;
import dev.emerald.spi.manifest.YamlScalar;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.source.SourceText;
import dev.emerald.spi.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Resources of Kubernetes: YAML documents with an apiVersion and a kind. Immutable. */
public final class KubernetesFile implements YamlManifest {

  private final SourceText source;
  private final List<YamlValue> documents;

  /** For the engine. */
  public KubernetesFile(SourceText source, List<YamlValue> documents) {
    this.source = Objects.requireNonNull(source, "source");
    this.documents = List.copyOf(documents);
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

  /** The resources in order, those in lists included. */
  public List<YamlValue> resources() {
    List<YamlValue> resources = new ArrayList<>();
    for (YamlValue document : documents) {
      if (kind(document).equals("List")) {
        resources.addAll(document.member("items").map(YamlValue::elements).orElse(List.of()));
      } else if (!kind(document).isEmpty()) {
        resources.add(document);
      }
    }
    return resources;
  }

  /** The kind of a resource; empty if it has none. */
  public static String kind(YamlValue resource) {
    return resource.member("kind").flatMap(YamlValue::asString).orElse("");
  }

  /** What a resource says of its pods; empty for one that has none. */
  public static Optional<YamlValue> podOf(YamlValue resource) {
    return switch (kind(resource)) {
      case "Pod" -> resource.member("spec");
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "ReplicationController" ->
          resource.at("spec", "template", "spec");
      case "CronJob" -> resource.at("spec", "jobTemplate", "spec", "template", "spec");
      default -> Optional.empty();
    };
  }

  /** The containers of a pod, those that run before others included. */
  public static List<YamlValue> containersOf(YamlValue pod) {
    List<YamlValue> containers = new ArrayList<>();
    for (String key : new String[] {"initContainers", "containers"}) {
      containers.addAll(pod.member(key).map(YamlValue::elements).orElse(List.of()));
    }
    return containers;
  }

  /** The path. */
  @Override
  public String toString() {
    return path();
  }
}
