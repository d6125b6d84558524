package dev.emerald.core.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.emerald.spi.ast.SourceType;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectListerTest {

  private static final String CODE = "module.exports = 1;\n";
  private static final String MINIFIED = "var a=function(b,c){return b+c};".repeat(100);

  private final Map<String, String> texts = new LinkedHashMap<>();
  private ListingOptions options = ListingOptions.DEFAULT;

  private ProjectListerTest with(String path, String text) {
    texts.put(path, text);
    return this;
  }

  private ProjectListerTest withCode(String... paths) {
    for (String path : paths) {
      texts.put(path, CODE);
    }
    return this;
  }

  private ProjectFiles list() {
    return ProjectLister.list(TextTree.of(texts), options);
  }

  private List<String> sources() {
    return list().sources().stream().map(SourceFile::path).toList();
  }

  @Test
  void sourcesComeInOrderWhateverTheirNames() {
    withCode("b.js", "a/z.ts", "a.js", "a-b.mjs", "B.jsx", "a/B.tsx", "c.d.ts", "d.cts", "e.txt");

    assertThat(sources())
        .containsExactly(
            "B.jsx", "a-b.mjs", "a.js", "a/B.tsx", "a/z.ts", "b.js", "c.d.ts", "d.cts");
  }

  @ParameterizedTest
  @CsvSource({
    "node_modules/x/a.js,DEPENDENCY",
    "a/node_modules/a.js,DEPENDENCY",
    "dist/a.js,OUTPUT",
    "a/coverage/a.js,OUTPUT",
    ".next/server/a.js,OUTPUT",
    "build/a.js,OUTPUT",
    "packages/x/out/a.js,OUTPUT",
    "vendor/a.js,THIRD_PARTY",
  })
  void foldersAreLeftOutByTheirNames(String path, LeftOutReason reason) {
    withCode(path, "src/a.js");

    assertThat(sources()).containsExactly("src/a.js");
    assertThat(list().leftOut().count(reason)).isEqualTo(new LeftOut.Count(0, 1));
  }

  @Test
  void fairNamesAmongSourcesAreKept() {
    withCode("src/build/a.js", "packages/x/src/vendor/b.js", "lib/c.js", "buildings/d.js");

    assertThat(sources()).hasSize(4);
  }

  @Test
  void ignoredFilesAndFoldersAreLeftOutAndCounted() {
    with(".gitignore", "*.gen.js\n/tmp/\n!keep.gen.js\n")
        .with("sub/.gitignore", "local.js\n")
        .withCode(
            "a.gen.js", "keep.gen.js", "tmp/a.js", "sub/local.js", "sub/tmp/b.js", "local.js");

    assertThat(sources()).containsExactly("keep.gen.js", "local.js", "sub/tmp/b.js");
    assertThat(list().leftOut().count(LeftOutReason.GIT_IGNORED))
        .isEqualTo(new LeftOut.Count(2, 1));
    assertThat(list().leftOut()).hasToString("2 files and 1 folder ignored by git");
    assertThat(list().notices()).isEmpty();
  }

  @Test
  void whatNobodyWroteIsLeftOutByItsContent() {
    with("a.js", MINIFIED)
        .with("b.js", "/* @generated */\n" + CODE)
        .with("c.js", "/******/ (() => { // webpackBootstrap\n" + CODE)
        .withCode("d.min.js", "e.js");

    assertThat(sources()).containsExactly("e.js");
    assertThat(list().leftOut()).hasToString("2 files minified, 1 file bundled, 1 file generated");
  }

  @Test
  void outputBesideItsTypeScriptIsGenerated() {
    with("a.js", "\"use strict\";\n" + CODE + "//# sourceMappingURL=a.js.map\n")
        .withCode("a.ts", "b.js", "b.ts");

    assertThat(sources()).containsExactly("a.ts", "b.js", "b.ts");
    assertThat(list().exists("a.js")).isTrue();
    assertThat(list().source("a.js")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"main\": \"dist/index.js\"}",
        "{\"main\": \"./dist\"}",
        "{\"main\": \"dist/index\"}",
        "{\"module\": \"dist/index.js\"}",
        "{\"bin\": \"dist/index.js\"}",
        "{\"bin\": {\"x\": \"./dist/index.js\"}}",
        "{\"exports\": \"./dist/index.js\"}",
        "{\"exports\": {\".\": {\"types\": \"./x.d.ts\", \"default\": [\"./dist/index.js\"]}}}",
        "{\"exports\": {\"./*\": \"./dist/*.js\"}}",
      })
  void whatAPackageShipsWithoutItsSourcesIsItsCode(String manifest) {
    with("package.json", manifest).withCode("dist/index.js", "dist/lib/a.js", "build/b.js");
    with("dist/c.js", MINIFIED);

    assertThat(sources()).containsExactly("dist/index.js", "dist/lib/a.js");
  }

  @Test
  void shippedFilesAreTakenEvenMinifiedOrIgnored() {
    with("package.json", "{\"main\": \"lib/a.min.js\", \"bin\": \"bin/b.js\"}")
        .with(".gitignore", "/bin\n")
        .with("lib/a.min.js", MINIFIED)
        .withCode("bin/b.js");

    assertThat(sources()).containsExactly("bin/b.js", "lib/a.min.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/index.ts",
        "src/index.js",
        "src/main.js",
        "index.ts",
        "lib/index.js",
        "app/server.ts",
        "source/x.mjs"
      })
  void whatIsBuiltFromSourcesThatAreThereIsLeftOut(String source) {
    with("package.json", "{\"main\": \"./dist/index.js\"}").withCode("dist/index.js", source);

    assertThat(sources()).containsExactly(source);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.d.ts",
        "rollup.config.ts",
        "test/a.ts",
        "src/a.test.ts",
        "index.test-d.ts",
        "other.js"
      })
  void notEveryFileIsASource(String file) {
    with("package.json", "{\"main\": \"./dist/index.js\"}").withCode("dist/index.js", file);

    assertThat(sources()).contains("dist/index.js");
  }

  @Test
  void minifiedBesideItsSourceIsLeftOutThoughItIsShipped() {
    with("package.json", "{\"main\": \"jquery.min.js\"}")
        .with("jquery.min.js", MINIFIED)
        .withCode("jquery.js");

    assertThat(sources()).containsExactly("jquery.js");
  }

  @Test
  void installedPackagesAreNeverTakenBackByWhatIsShipped() {
    with("package.json", "{\"main\": \"node_modules/x/a.js\"}").withCode("node_modules/x/a.js");

    assertThat(sources()).isEmpty();
  }

  @Test
  void shippedPackagesWithinShippedFoldersAreFollowed() {
    with("package.json", "{\"main\": \"dist/index.js\"}")
        .with("dist/package.json", "{\"name\": \"x\", \"main\": \"build/b.js\"}")
        .withCode("dist/index.js", "dist/build/b.js");

    assertThat(sources()).containsExactly("dist/build/b.js", "dist/index.js");
  }

  @Test
  void outputThatTheEntryOfAPackageImportsIsItsCode() {
    with("package.json", "{\"name\": \"x\", \"main\": \"index.mjs\"}")
        .with("index.mjs", "import a from './build/lib/a.js';\nimport '../outside.js';\n")
        .with("test/a.js", "require('../out/b.js');\n")
        .with("build/lib/a.js", "require('../../dist/c.js');\n")
        .withCode("out/b.js", "dist/c.js", "coverage/d.js");

    assertThat(sources()).containsExactly("build/lib/a.js", "dist/c.js", "index.mjs", "test/a.js");
    assertThat(list().leftOut()).hasToString("2 folders in output folders");
  }

  @Test
  void outputThatIsImportedBesideItsSourcesStaysOut() {
    with("package.json", "{\"name\": \"x\"}")
        .with("bin/x.js", "require(\"../dist/a.js\");\n")
        .withCode("dist/a.js", "src/a.ts");

    assertThat(sources()).containsExactly("bin/x.js", "src/a.ts");
  }

  @Test
  void patternsTakeInAndLeaveOut() {
    withCode("dist/a.js", "dist/b.js", "c.min.js", "src/d.js", "src/e.js", "node_modules/x/f.js")
        .with("g.js", MINIFIED);
    options =
        options
            .withInclude(PathPatterns.of(List.of("dist", "*.min.js", "g.js", "node_modules/x")))
            .withExclude(PathPatterns.of(List.of("dist/b.js", "src", "!src/e.js")));

    assertThat(sources())
        .containsExactly("c.min.js", "dist/a.js", "g.js", "node_modules/x/f.js", "src/e.js");
    assertThat(list().leftOut()).hasToString("2 files excluded");
  }

  @Test
  void filesWithoutExtensionAreToldByTheirHashbang() {
    with("bin/www", "#!/usr/bin/env node\nrequire('../app');\n")
        .with("bin/run", "#!/bin/sh\necho\n")
        .with("LICENSE", "node\n")
        .with("tool.sh", "#!/usr/bin/env node\n")
        .with("package.json", "{\"bin\": {\"x\": \"bin/plain\", \"y\": \"tool.sh\"}}")
        .with("bin/plain", "require('x');\n");

    assertThat(sources()).containsExactly("bin/plain", "bin/www", "tool.sh");
  }

  @ParameterizedTest
  @CsvSource({
    "a.mjs,MODULE",
    "a.mts,MODULE",
    "a.cjs,COMMONJS",
    "a.cts,COMMONJS",
    "a.js,",
    "a.ts,",
    "esm/a.js,MODULE",
    "esm/deep/er/a.js,MODULE",
    "esm/a.ts,",
    "esm/cjs/a.js,COMMONJS",
    "esm/none/a.js,",
    "a.vue,MODULE",
  })
  void extensionAndNearestPackageTellHowAFileIsRead(String path, SourceType type) {
    with("esm/package.json", "{\"type\": \"module\"}")
        .with("esm/cjs/package.json", "{\"type\": \"commonjs\"}")
        .with("esm/none/package.json", "{}")
        .withCode(path);

    assertThat(list().source(path).orElseThrow().sourceType().orElse(null)).isEqualTo(type);
  }

  @Test
  void componentsAreReadAsTheirScripts() {
    with("a.vue", "<template/>\n<script lang=\"ts\">let a: B</script>");
    ProjectFiles files = list();
    SourceFile component = files.source("a.vue").orElseThrow();

    assertThat(component.language()).isEqualTo(Language.TYPESCRIPT);
    SourceText text = files.read(component, notice -> {}).orElseThrow();
    assertThat(text.text().strip()).isEqualTo("let a: B");
    assertThat(text.lineAt(text.text().indexOf("let"))).isEqualTo(2);
  }

  @Test
  void packagesOwnTheFilesAroundThem() {
    with("package.json", "{\"name\": \"root\", \"workspaces\": [\"packages/*\", \"!packages/c\"]}")
        .with("packages/a/package.json", "{\"name\": \"@r/a\"}")
        .with("packages/a/esm/package.json", "{\"type\": \"module\"}")
        .with("packages/c/package.json", "{\"name\": \"@r/c\"}")
        .with("tools/package.json", "{\"private\": true}")
        .withCode("packages/a/esm/x.js", "y.js");
    ProjectFiles files = list();

    assertThat(files.packages())
        .extracting(ProjectPackage::folder, ProjectPackage::workspace)
        .containsExactly(
            tuple("", false),
            tuple("packages/a", true),
            tuple("packages/c", false),
            tuple("tools", false));
    assertThat(files.packageOf("packages/a/esm/x.js").orElseThrow()).hasToString("@r/a");
    assertThat(files.packageOf("y.js").orElseThrow()).hasToString("root");
    assertThat(files.packageJsons()).containsKey("packages/a/esm");
  }

  @Test
  void hostileWorkspacesNameNoFolder() {
    with("package.json", "{\"workspaces\": [\"" + "{a,b}".repeat(50) + "\"]}")
        .with("a/package.json", "{\"name\": \"a\"}");

    assertThat(list().packages()).extracting(ProjectPackage::workspace).containsOnly(false);
  }

  @Test
  void extendedConfigurationsAreFoundByWhateverName() {
    with("tsconfig.json", "{\"extends\": \"./conf/base\"}")
        .with("conf/base.json", "{\"extends\": [\"@r/ts/strict.json\", \"../tsconfig.json\"]}")
        .with("packages/ts/package.json", "{\"name\": \"@r/ts\"}")
        .with("packages/ts/strict.json", "{}")
        .with("packages/ts/other.json", "{}");

    assertThat(list().tsConfigs())
        .containsOnlyKeys("conf/base.json", "packages/ts/strict.json", "tsconfig.json");
  }

  @Test
  void brokenManifestsAreToldOf() {
    with("package.json", "{\n\"name\": \"x\",\n}").withCode("a.js");

    assertThat(list().notices())
        .extracting(Notice::toString)
        .containsExactly("package.json:3 SYNTAX_ERROR not valid JSON: unexpected '}' in column 1");
    assertThat(list().packageOf("a.js").orElseThrow()).hasToString("x");
  }

  @Test
  void filesBeyondTheLimitAreToldOf() {
    options = options.withLargest(2_000, 5_000);
    with("a.js", "a ( 1 ) ;\n".repeat(201)).with("b.js", MINIFIED);

    assertThat(list().notices())
        .extracting(Notice::toString)
        .containsExactly(
            "a.js FILE_SKIPPED not read: larger than 2,000 bytes; exclude it or raise the limit");
    assertThat(list().leftOut().count(LeftOutReason.TOO_LARGE).files()).isEqualTo(1);
  }

  @Test
  void aProjectOfTooManyFilesIsToldOf() {
    options = options.withMostFiles(2);
    withCode("a.js", "b.js", "c.js");

    assertThat(sources()).containsExactly("a.js", "b.js");
    assertThat(list().notices()).singleElement().asString().contains("more than 2 files");
  }

  @Test
  void ignoreFilesOfUnboundedWorkAreToldOf() {
    with(".gitignore", ("*a".repeat(60) + "b\n").repeat(1_000));
    options = options.withMostMatchSteps(1_000_000);
    for (int i = 0; i < 40; i++) {
      withCode("a".repeat(120) + i + ".js");
    }
    ProjectFiles files = list();

    assertThat(files.sources()).hasSize(40);
    assertThat(files.notices())
        .singleElement()
        .asString()
        .contains("LIMIT_REACHED the .gitignore files have too many patterns");
  }

  @Test
  void ignoreFilesThatCannotBeReadAreToldOf() {
    options = options.withLargest(10, 10);
    with(".gitignore", "aaaaaaaaaaaa\n");

    assertThat(list().notices())
        .extracting(Notice::toString)
        .containsExactly(".gitignore FILE_SKIPPED not obeyed: larger than the limit");
  }

  @Test
  void aNamedFileIsAlwaysTaken() throws IOException {
    with("dist/a.min.js", MINIFIED).with("script", "x").with("package.json", "{}");
    ProjectFiles files =
        ProjectLister.listNamed(
            TextTree.of(texts), List.of("script", "dist/a.min.js", "package.json"), options);

    assertThat(files.sources())
        .extracting(SourceFile::path)
        .containsExactly("dist/a.min.js", "script");
    assertThat(files.packageJsons()).containsOnlyKeys("");
  }

  @Test
  void linksAndLoopsOnDiskAreCountedAndNotFollowed(@TempDir Path root, @TempDir Path outside)
      throws IOException {
    Files.writeString(outside.resolve("secret.js"), CODE);
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("src/a.js"), CODE);
    Files.createSymbolicLink(root.resolve("src/loop"), root);
    Files.createSymbolicLink(root.resolve("out-there"), outside);
    Files.createSymbolicLink(root.resolve("secret.js"), outside.resolve("secret.js"));
    Files.createSymbolicLink(root.resolve("package.json"), outside.resolve("package.json"));
    ProjectFiles files = ProjectLister.list(root, options);

    assertThat(files.sources()).extracting(SourceFile::path).containsExactly("src/a.js");
    assertThat(files.leftOut().count(LeftOutReason.LINK).files()).isEqualTo(1);
    assertThat(files.packages()).isEmpty();
  }

  @Test
  void aSingleFileOnDiskIsAProjectOfItsOwn(@TempDir Path root) throws IOException {
    Files.createDirectories(root.resolve("dist"));
    Files.writeString(root.resolve("dist/a.min.js"), MINIFIED);
    Files.writeString(root.resolve("dist/b.js"), CODE);
    ProjectFiles files = ProjectLister.list(root.resolve("dist/a.min.js"), options);

    assertThat(files.sources()).extracting(SourceFile::path).containsExactly("a.min.js");
    assertThatThrownBy(() -> ProjectLister.list(root.resolve("none"), options))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }

  @Test
  void diskAndMemoryGiveOneAnswer(@TempDir Path root) throws IOException {
    with(".gitignore", "*.gen.js\n")
        .with("package.json", "{\"main\": \"dist/a.js\"}")
        .with("b.js", MINIFIED)
        .withCode("dist/a.js", "x.gen.js", "c/d.ts", "node_modules/e/f.js");
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = root.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
    }
    ProjectFiles onDisk = ProjectLister.list(root, options);

    assertThat(onDisk.sources().stream().map(SourceFile::path).toList()).isEqualTo(sources());
    assertThat(onDisk.leftOut()).hasToString(list().leftOut().toString());
    assertThat(onDisk.paths()).isEqualTo(list().paths());
  }

  @Test
  void filesThatVanishAreToldOfWhenTheyAreRead(@TempDir Path root) throws IOException {
    Files.writeString(root.resolve("a.js"), CODE);
    ProjectFiles files = ProjectLister.list(root, options);
    Files.delete(root.resolve("a.js"));
    List<Notice> notices = new ArrayList<>();

    assertThat(files.read(files.sources().get(0), notices::add)).isEmpty();
    assertThat(notices)
        .extracting(Notice::toString)
        .containsExactly("a.js FILE_SKIPPED not read: it is not there any more");
  }
}
