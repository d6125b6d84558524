package dev.emerald.core.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.files.ListingOptions;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.ProjectLister;
import dev.emerald.core.internal.files.TextTree;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.Manifest;
import dev.emerald.spi.manifest.NodeVersionFile;
import dev.emerald.spi.manifest.NpmConfig;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.manifest.YarnConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestKindsTest {

  @Test
  void manifestsAreFoundByTheirNamesWhereverTheyLie() {
    ProjectFiles files =
        list(
            Map.of(
                "package.json", "{\"workspaces\": [\"a\"]}",
                "yarn.lock", "x@1:\n  version \"1.0.0\"\n",
                "a/package.json", "{\"name\": \"a\", \"dependencies\": {\"x\": \"1\"}}",
                "b/package-lock.json", "{\"lockfileVersion\": 3, \"packages\": {}}",
                "b/node_modules/c/package-lock.json", "{",
                ".npmrc", "registry=https://registry.example/",
                ".nvmrc", "20"));
    assertThat(files.notices()).isEmpty();
    assertThat(files.manifests())
        .extracting(Manifest::path)
        .containsExactly(".npmrc", ".nvmrc", "b/package-lock.json", "yarn.lock");
    DependencyGraph graph = (DependencyGraph) files.manifests().get(3);
    assertThat(graph.projects()).hasSize(2);
    assertThat(graph.pathTo(graph.packages().get(0))).hasSize(1);
  }

  @Test
  void aLockFileThatIsNamedByItselfIsRead() {
    ProjectFiles files =
        ProjectLister.listNamed(
            TextTree.of(Map.of("yarn.lock", "x@1:\n  version \"1.0.0\"\n")),
            List.of("yarn.lock"),
            ListingOptions.DEFAULT);
    assertThat(files.notices()).isEmpty();
    assertThat(files.manifests()).hasSize(1);
  }

  @Test
  void aLockFileBeyondTheLimitIsTold() {
    ProjectFiles files =
        ProjectLister.list(
            TextTree.of(Map.of("yarn.lock", "# ".repeat(1_000))),
            ListingOptions.DEFAULT.withLargest(100, 100));
    assertThat(files.manifests()).isEmpty();
    assertThat(files.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.gap()).isTrue());
  }

  @Test
  void settingsOfNpmAreReadAsItsIniFormatHasThem() {
    String text =
        String.join(
            "\n",
            "; comment\r",
            "# comment",
            "",
            "registry = https://registry.example/ ; why",
            "@my:registry=\"https://npm.example\" # why",
            "//npm.example/:_authToken=${TOKEN}",
            "strict-ssl = false",
            "ignore-scripts",
            "ca[]=one",
            "ca[] = two",
            "[other]",
            "registry=x");
    NpmConfig config = (NpmConfig) list(Map.of("sub/.npmrc", text)).manifests().get(0);
    assertThat(config.entries())
        .extracting(ConfigEntry::key)
        .containsExactly(
            "registry",
            "@my:registry",
            "//npm.example/:_authToken",
            "strict-ssl",
            "ignore-scripts",
            "ca",
            "ca",
            "other.registry");
    ConfigEntry registry = config.entry("registry").orElseThrow();
    assertThat(registry.value()).isEqualTo("https://registry.example/");
    assertThat(registry.valueLocation()).hasToString("sub/.npmrc:4:12");
    assertThat(config.entry("@my:registry").orElseThrow().value()).isEqualTo("https://npm.example");
    assertThat(config.entry("ca").orElseThrow().value()).isEqualTo("two");
    assertThat(config.isFalse("strict-ssl")).isTrue();
    assertThat(config.isTrue("ignore-scripts")).isTrue();
    assertThat(config.isTrue("strict-ssl")).isFalse();
  }

  @Test
  void settingsOfYarnAreYaml() {
    YarnConfig config =
        (YarnConfig) list(Map.of(".yarnrc.yml", "enableScripts: false\n")).manifests().get(0);
    assertThat(config.yaml().member("enableScripts").flatMap(YamlValue::asBoolean)).contains(false);
    ProjectFiles broken = list(Map.of(".yarnrc.yml", "a: ["));
    assertThat(broken.notices()).hasSize(1);
    assertThat(((YarnConfig) list(Map.of(".yarnrc.yml", "")).manifests().get(0)).yaml().asString())
        .isEmpty();
  }

  @Test
  void theVersionOfNodeIsTheFirstLineThatIsNoComment() {
    NodeVersionFile file =
        (NodeVersionFile)
            list(Map.of(".nvmrc", "# why\r\n\r\n v20.11 # lts\r\n")).manifests().get(0);
    assertThat(file.version()).isEqualTo("v20.11");
    assertThat(file.versionLocation()).hasToString(".nvmrc:3:2");
    NodeVersionFile empty = (NodeVersionFile) list(Map.of(".node-version", "")).manifests().get(0);
    assertThat(empty.version()).isEmpty();
  }

  private static ProjectFiles list(Map<String, String> texts) {
    return ProjectLister.list(TextTree.of(texts), ListingOptions.DEFAULT);
  }
}
