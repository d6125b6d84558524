package dev.emerald.core.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.manifest.Dependency;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.NamedText;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.PathMapping;
import dev.emerald.spi.manifest.TsConfig;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

  private final List<Notice> notices = new ArrayList<>();
  private final ManifestReader reader = new ManifestReader(notices::add);

  private PackageJson packageJson(String json) {
    return reader.packageJson(SourceText.of("package.json", json));
  }

  private TsConfig tsConfig(String json) {
    return reader.tsConfig(SourceText.of("tsconfig.json", json));
  }

  @Test
  void packageJsonHasItsNames() {
    PackageJson manifest =
        packageJson(
            """
            {
              "name": "@shop/cart", "version": "1.2.3", "private": true, "type": "module",
              "main": "./dist/index.js", "module": "./dist/index.mjs", "typings": "./dist/index.d.ts",
              "exports": {".": "./dist/index.js"}, "imports": {"#db": "./src/db.js"},
              "bin": {"cart": "bin/cart.js"}, "scripts": {"test": "node --test", "bad": 1},
              "workspaces": ["packages/*"], "files": ["dist"],
              "engines": {"node": ">=20"}, "overrides": {"a": "1"}, "resolutions": {"b": "2"}
            }
            """);

    assertThat(notices).isEmpty();
    assertThat(manifest.name()).contains("@shop/cart");
    assertThat(manifest.version()).contains("1.2.3");
    assertThat(manifest.isPrivate()).isTrue();
    assertThat(manifest.type()).contains("module");
    assertThat(manifest.main()).contains("./dist/index.js");
    assertThat(manifest.module()).contains("./dist/index.mjs");
    assertThat(manifest.types()).contains("./dist/index.d.ts");
    assertThat(manifest.exports().orElseThrow().member(".")).isPresent();
    assertThat(manifest.imports().orElseThrow().member("#db")).isPresent();
    assertThat(manifest.bin()).extracting(NamedText::toString).containsExactly("cart: bin/cart.js");
    assertThat(manifest.scripts())
        .extracting(NamedText::toString)
        .containsExactly("test: node --test");
    assertThat(manifest.script("test").orElseThrow().textLocation())
        .hasToString("package.json:5:55");
    assertThat(manifest.workspaces()).containsExactly("packages/*");
    assertThat(manifest.files()).containsExactly("dist");
    assertThat(manifest.engines()).extracting(NamedText::name).containsExactly("node");
    assertThat(manifest.overrides()).isPresent();
    assertThat(manifest.resolutions()).isPresent();
  }

  @Test
  void dependenciesKnowTheirKindAndPlace() {
    PackageJson manifest =
        packageJson(
            """
            {
              "devDependencies": {"jest": "^29"},
              "dependencies": {
                "b": "1", "a": "npm:other@2",
                "b": "3"
              },
              "peerDependencies": {"react": "*", "jest": "1"},
              "optionalDependencies": {"fsevents": "2", "odd": {}}
            }
            """);

    assertThat(manifest.dependencies())
        .extracting(Dependency::toString)
        .containsExactly("a@npm:other@2", "b@3", "fsevents@2", "react@*", "jest@1", "jest@^29");
    assertThat(manifest.dependency("b").orElseThrow().nameLocation())
        .hasToString("package.json:5:5");
    assertThat(manifest.dependency("b").orElseThrow().rangeLocation())
        .hasToString("package.json:5:10");
    assertThat(manifest.dependency("jest").orElseThrow().kind()).isEqualTo(DependencyKind.PEER);
    assertThat(manifest.dependencies(DependencyKind.DEVELOPMENT)).hasSize(1);
    assertThat(manifest.dependency("none")).isEmpty();
  }

  @Test
  void binWithoutANameTakesThatOfThePackage() {
    assertThat(packageJson("{\"name\": \"@s/tool\", \"bin\": \"./cli.js\"}").bin())
        .extracting(NamedText::toString)
        .containsExactly("tool: ./cli.js");
  }

  @Test
  void workspacesMayBeAnObject() {
    assertThat(packageJson("{\"workspaces\": {\"packages\": [\"a\", 1, \"!b\"]}}").workspaces())
        .containsExactly("a", "!b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":1,\"version\":[],\"private\":\"yes\",\"type\":null,\"main\":{},\"bin\":3,"
            + "\"scripts\":[\"a\"],\"dependencies\":\"x\",\"devDependencies\":[{}],"
            + "\"workspaces\":7,\"files\":{},\"engines\":false,\"imports\":[],\"overrides\":1}",
        "[]",
        "null",
        "\"text\"",
        "",
        "{",
      })
  void whatIsWrittenWronglyIsAbsent(String json) {
    PackageJson manifest = packageJson(json);

    assertThat(manifest.name()).isEmpty();
    assertThat(manifest.version()).isEmpty();
    assertThat(manifest.isPrivate()).isFalse();
    assertThat(manifest.type()).isEmpty();
    assertThat(manifest.main()).isEmpty();
    assertThat(manifest.bin()).isEmpty();
    assertThat(manifest.scripts()).isEmpty();
    assertThat(manifest.dependencies()).isEmpty();
    assertThat(manifest.workspaces()).isEmpty();
    assertThat(manifest.files()).isEmpty();
    assertThat(manifest.engines()).isEmpty();
    assertThat(manifest.imports()).isEmpty();
    assertThat(manifest.overrides()).isEmpty();
  }

  @Test
  void aManifestThatIsNoObjectIsToldOf() {
    packageJson("[1, 2]");

    assertThat(notices)
        .extracting(Notice::toString)
        .containsExactly("package.json:1 SYNTAX_ERROR expected a JSON object, found array of 2");
  }

  @Test
  void tsConfigHasItsNames() {
    TsConfig config =
        tsConfig(
            """
            {
              // comments are fine
              "extends": "./base.json",
              "compilerOptions": {
                "baseUrl": ".", "rootDir": "src", "outDir": "dist", "rootDirs": ["src", "gen"],
                "paths": {"@app/*": ["src/*", "gen/*"], "odd": 1},
              },
              "include": ["src"], "exclude": ["**/*.spec.ts"], "files": ["a.ts"],
              "references": [{"path": "./a"}, {}, "b"],
            }
            """);

    assertThat(notices).isEmpty();
    assertThat(config.extendedConfigs()).containsExactly("./base.json");
    assertThat(config.baseUrl()).contains(".");
    assertThat(config.rootDir()).contains("src");
    assertThat(config.outDir()).contains("dist");
    assertThat(config.rootDirs()).containsExactly("src", "gen");
    assertThat(config.paths().orElseThrow())
        .extracting(PathMapping::toString)
        .containsExactly("@app/* -> [src/*, gen/*]", "odd -> []");
    assertThat(config.include()).containsExactly("src");
    assertThat(config.exclude()).containsExactly("**/*.spec.ts");
    assertThat(config.files()).containsExactly("a.ts");
    assertThat(config.references()).containsExactly("./a");
  }

  @Test
  void tsConfigMayExtendSeveral() {
    assertThat(tsConfig("{\"extends\": [\"a\", \"b\"]}").extendedConfigs())
        .containsExactly("a", "b");
    assertThat(tsConfig("{}").paths()).isEmpty();
    assertThat(tsConfig("{\"compilerOptions\": 3}").baseUrl()).isEmpty();
  }
}
