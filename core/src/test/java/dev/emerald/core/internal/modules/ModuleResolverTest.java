package dev.emerald.core.internal.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.files.ListingOptions;
import dev.emerald.core.internal.files.ProjectLister;
import dev.emerald.core.internal.files.TextTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleResolverTest {

  private final Map<String, String> texts = new HashMap<>();

  private ModuleResolverTest with(String path, String text) {
    texts.put(path, text.replace('\'', '"'));
    return this;
  }

  private ModuleResolverTest withCode(String... paths) {
    for (String path : paths) {
      texts.put(path, "export const a = 1;\n");
    }
    return this;
  }

  private String resolve(String from, String specifier, ImportKind kind) {
    ModuleResolver resolver =
        new ModuleResolver(ProjectLister.list(TextTree.of(texts), ListingOptions.DEFAULT));
    Resolution resolution = resolver.resolve(from, specifier, kind);
    if (resolution instanceof Resolution.ProjectFile file) {
      return file.path();
    }
    if (resolution instanceof Resolution.ExternalPackage external) {
      return "package " + external.name() + (" " + external.subpath()).stripTrailing();
    }
    if (resolution instanceof Resolution.Builtin builtin) {
      return "builtin " + builtin.name();
    }
    return ((Resolution.Unresolved) resolution).reason().toString();
  }

  private String required(String from, String specifier) {
    return resolve(from, specifier, ImportKind.REQUIRE);
  }

  private String imported(String from, String specifier) {
    return resolve(from, specifier, ImportKind.IMPORT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fs                 | builtin fs",
        "node:fs            | builtin fs",
        "fs/promises        | builtin fs/promises",
        "node:test          | builtin test",
        "test               | package test",
        "sqlite             | package sqlite",
        "node:sqlite        | builtin sqlite",
        "punycode/          | package punycode",
        "lodash             | package lodash",
        "lodash/merge       | package lodash merge",
        "lodash/fp/map.js   | package lodash fp/map.js",
        "@scope/p           | package @scope/p",
        "@scope/p/x/y       | package @scope/p x/y",
        "npm:chalk@5/x      | package chalk x",
        "npm:chalk          | package chalk",
        "https://a.example/x| ADDRESS",
        "data:text/plain,x  | ADDRESS",
        "bun:test           | ADDRESS",
        "@scope             | INVALID",
        "@/x                | INVALID",
        ".hidden            | INVALID",
        "''                 | INVALID",
        "' '                | INVALID",
        "a b                | INVALID",
        "./none             | MISSING",
        "../..              | OUTSIDE",
        "/etc/passwd        | OUTSIDE",
        "#none              | MISSING",
      })
  void namesOfWhatIsNotInTheProject(String specifier, String expected) {
    withCode("src/a.js");

    assertThat(required("src/a.js", specifier)).isEqualTo(expected);
  }

  @Test
  void namesThatAreTooLongAreInvalid() {
    assertThat(required("a.js", "./" + "x/".repeat(100_000))).isEqualTo("INVALID");
  }

  @ParameterizedTest
  @CsvSource({
    "src/a.js,./b,src/b.js",
    "src/a.js,./b.js,src/b.js",
    "src/a.js,../top,top.cjs",
    "src/a.js,./dir,src/dir/index.js",
    "src/a.js,./dir/,src/dir/index.js",
    "src/dir/x.js,.,src/dir/index.js",
    "src/dir/x.js,./,src/dir/index.js",
    "src/dir/x.js,..,src/index.mjs",
    "src/a.js,./data.json,src/data.json",
    "src/a.js,./data,src/data.json",
    "src/a.js,./both,src/both.js",
    "src/a.js,./both/,src/both/index.js",
    "src/a.js,./part.service,src/part.service.ts",
    "src/a.js,.//b,src/b.js",
    "src/a.js,./b.js?inline,src/b.js",
    "src/a.js,raw!./b,src/b.js",
    "src/a.js,/top,top.cjs",
    "src/a.js,./view,src/view.vue",
  })
  void relativeNamesAreProbed(String from, String specifier, String expected) {
    withCode(
            "src/a.js",
            "src/b.js",
            "top.cjs",
            "src/dir/index.js",
            "src/dir/x.js",
            "src/index.mjs",
            "src/both.js",
            "src/both/index.js",
            "src/part.service.ts")
        .with("src/data.json", "{}")
        .with("src/view.vue", "<script>let a</script>");

    assertThat(required(from, specifier)).isEqualTo(expected);
    assertThat(imported(from, specifier)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "./b.js,src/b.ts",
    "./c.js,src/c.tsx",
    "./d.mjs,src/d.mts",
    "./e.cjs,src/e.cts",
    "./f.jsx,src/f.tsx",
    "./g,src/g.ts",
    "./h,src/h.js",
    "./i.js,src/i.d.ts",
    "./dir,src/dir/index.ts",
  })
  void namesOfCompiledFilesMeanTheirSources(String specifier, String expected) {
    withCode(
        "src/a.ts",
        "src/b.ts",
        "src/c.tsx",
        "src/d.mts",
        "src/e.cts",
        "src/f.tsx",
        "src/g.ts",
        "src/g.js",
        "src/h.js",
        "src/h.d.ts",
        "src/i.d.ts",
        "src/dir/index.ts");

    assertThat(resolve("src/a.ts", specifier, ImportKind.TYPE))
        .isEqualTo(expected.equals("src/h.js") ? "src/h.d.ts" : expected);
    assertThat(imported("src/a.ts", specifier)).isEqualTo(expected);
  }

  @Test
  void theLanguageOfTheImporterDecidesBetweenTwins() {
    withCode("a.ts", "a.js", "b.ts", "b.js");

    assertThat(imported("a.ts", "./b")).isEqualTo("b.ts");
    assertThat(imported("a.js", "./b")).isEqualTo("b.js");
    assertThat(imported("a.ts", "./b.js")).isEqualTo("b.ts");
    assertThat(imported("a.js", "./b.js")).isEqualTo("b.js");
  }

  @Test
  void theSourceIsFoundRatherThanItsOutputBesideIt() {
    with("b.js", "'use strict';\n//# sourceMappingURL=b.js.map").withCode("a.js", "b.ts");

    assertThat(required("a.js", "./b.js")).isEqualTo("b.ts");
    assertThat(required("a.js", "./b")).isEqualTo("b.ts");
  }

  @Test
  void foldersGiveWhatTheirPackageNames() {
    withCode("a.js", "x/lib/main.js", "y/index.js", "z/q/index.js", "w/index.js")
        .with("x/package.json", "{'main': 'lib/main'}")
        .with("y/package.json", "{'main': './gone.js'}")
        .with("z/package.json", "{'main': 'q'}")
        .with("w/package.json", "{'main': '..'}");

    assertThat(required("a.js", "./x")).isEqualTo("x/lib/main.js");
    assertThat(required("a.js", "./y")).isEqualTo("y/index.js");
    assertThat(required("a.js", "./z")).isEqualTo("z/q/index.js");
    assertThat(required("a.js", "./w")).isEqualTo("w/index.js");
  }

  @Test
  void foldersThatNameEachOtherEnd() {
    withCode("a.js")
        .with("x/package.json", "{'main': '../y'}")
        .with("y/package.json", "{'main': '../x'}");

    assertThat(required("a.js", "./x")).isEqualTo("MISSING");
  }

  private void withExports(String exports) {
    withCode(
            "app/a.js",
            "app/a.ts",
            "lib/cjs.cjs",
            "lib/esm.mjs",
            "lib/f/one.js",
            "lib/f/in/two.js",
            "lib/types.d.ts",
            "lib/dev.js",
            "lib/f/secret/s.js",
            "lib/old/o.js")
        .with("app/package.json", "{'name': 'app'}")
        .with("lib/package.json", "{'name': '@s/lib', 'exports': " + exports + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'./cjs.cjs'                                              | lib/cjs.cjs | lib/cjs.cjs",
        "{'import': './esm.mjs', 'require': './cjs.cjs'}          | lib/cjs.cjs | lib/esm.mjs",
        "{'.': {'import': './esm.mjs', 'default': './cjs.cjs'}}   | lib/cjs.cjs | lib/esm.mjs",
        "{'default': './cjs.cjs', 'import': './esm.mjs'}          | lib/cjs.cjs | lib/cjs.cjs",
        "{'browser': './dev.js', 'node': {'import': './esm.mjs', 'require': './cjs.cjs'}} "
            + "| lib/cjs.cjs | lib/esm.mjs",
        "['./gone.js', './cjs.cjs']                               | lib/cjs.cjs | lib/cjs.cjs",
        "[{'import': './esm.mjs'}, './cjs.cjs']                   | lib/cjs.cjs | lib/esm.mjs",
        "{'types': './types.d.ts', 'default': './esm.mjs'}        | lib/esm.mjs | lib/esm.mjs",
        "{'development': './dev.js', 'default': './gone.js'}      | lib/dev.js  | lib/dev.js",
        "{'.': null}                             | NOT_EXPORTED | NOT_EXPORTED",
        "{'browser': './dev.js', 'node': null}   | NOT_EXPORTED | NOT_EXPORTED",
        "{'./x': './cjs.cjs'}                    | NOT_EXPORTED | NOT_EXPORTED",
        "{}                                      | NOT_EXPORTED | NOT_EXPORTED",
        "'../app/a.js'                           | MISSING | MISSING",
        "3                                       | NOT_EXPORTED | NOT_EXPORTED",
      })
  void exportsDecideByConditions(String exports, String byRequire, String byImport) {
    withExports(exports.replace("'", "\""));

    assertThat(required("app/a.js", "@s/lib")).isEqualTo(byRequire);
    assertThat(imported("app/a.js", "@s/lib")).isEqualTo(byImport);
  }

  @ParameterizedTest
  @CsvSource({
    "@s/lib/one,lib/f/one.js",
    "@s/lib/f/in/two,lib/f/in/two.js",
    "@s/lib/f/in/two.js,lib/f/in/two.js",
    "@s/lib/f/secret/s,NOT_EXPORTED",
    "@s/lib/f/none,MISSING",
    "@s/lib/old/o.js,lib/old/o.js",
    "@s/lib/lib/esm.mjs,NOT_EXPORTED",
    "@s/lib/f/../../../app/a,MISSING",
  })
  void exportsDecideBySubpath(String specifier, String expected) {
    withExports(
        "{'./one': './f/one.js', './f/*': './f/*.js', './f/*.js': './f/*.js',"
            + " './f/secret/*': null, './old/': './old/'}");

    assertThat(required("app/a.js", specifier)).isEqualTo(expected);
  }

  @Test
  void typesGoToDeclarationsWhereTypesAreAskedFor() {
    withExports("{'types': './types.d.ts', 'default': './esm.mjs'}");

    assertThat(resolve("app/a.ts", "@s/lib", ImportKind.TYPE)).isEqualTo("lib/types.d.ts");
  }

  @Test
  void aPackageFindsItselfByItsName() {
    with("package.json", "{'name': 'me', 'exports': './src/main.js'}").withCode("src/main.js");

    assertThat(imported("src/main.js", "me")).isEqualTo("src/main.js");
    assertThat(imported("src/main.js", "me/other")).isEqualTo("NOT_EXPORTED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'main': 'dist/index.js'}                            | src/index.ts",
        "{'main': './dist/cjs/index.cjs', 'types': 'dist/index.d.ts'} | src/index.ts",
        "{'main': 'lib/index.js'}                             | src/index.ts",
        "{'main': 'dist/bundle.js'}                           | src/index.ts",
        "{'exports': {'import': './dist/index.mjs'}}          | src/index.ts",
        "{'exports': './build/index.js', 'main': 'x.js'}      | src/index.ts",
        "{}                                                   | src/index.ts",
      })
  void packagesAreFoundInTheirSources(String manifest, String expected) {
    String named = manifest.replace("'", "\"").replaceFirst("\\{", "{\"name\": \"ours\",");
    with("packages/ours/package.json", named.replace(",}", "}"))
        .withCode("packages/ours/src/index.ts", "packages/ours/src/util/x.ts", "app/a.ts");

    assertThat(imported("app/a.ts", "ours")).isEqualTo("packages/ours/" + expected);
    assertThat(required("app/a.ts", "ours")).isEqualTo("packages/ours/" + expected);
  }

  @Test
  void subpathsOfPackagesAreFoundInTheirSources() {
    with("packages/ours/package.json", "{'name': 'ours', 'main': 'dist/index.js'}")
        .withCode("packages/ours/src/util/x.ts", "packages/ours/y.js", "app/a.ts");

    assertThat(imported("app/a.ts", "ours/y")).isEqualTo("packages/ours/y.js");
    assertThat(imported("app/a.ts", "ours/dist/util/x.js"))
        .isEqualTo("packages/ours/src/util/x.ts");
    assertThat(imported("app/a.ts", "ours/lib/util/x")).isEqualTo("packages/ours/src/util/x.ts");
    assertThat(imported("app/a.ts", "ours/util/x")).isEqualTo("packages/ours/src/util/x.ts");
    assertThat(imported("app/a.ts", "ours/none")).isEqualTo("MISSING");
  }

  @Test
  void outDirAndRootDirTellWhereSourcesLie() {
    with("package.json", "{'name': 'x', 'main': 'target/js/start.js'}")
        .with("tsconfig.json", "{'compilerOptions': {'outDir': 'target/js', 'rootDir': 'main/ts'}}")
        .withCode("main/ts/start.ts", "bin/cli.js");

    assertThat(required("bin/cli.js", "x")).isEqualTo("main/ts/start.ts");
    assertThat(required("bin/cli.js", "../target/js/start")).isEqualTo("main/ts/start.ts");
  }

  @Test
  void relativeNamesOfBuiltFilesMeanTheirSources() {
    with("package.json", "{'name': 'x'}").withCode("src/cli.ts", "bin/run.js");

    assertThat(required("bin/run.js", "../dist/cli.js")).isEqualTo("src/cli.ts");
    assertThat(required("bin/run.js", "../dist/cli")).isEqualTo("src/cli.ts");
  }

  @Test
  void ofSeveralPackagesOfOneNameTheWorkspaceIsMeant() {
    with("package.json", "{'workspaces': ['packages/*']}")
        .with("legacy/x/package.json", "{'name': 'x'}")
        .with("packages/x/package.json", "{'name': 'x'}")
        .with("test/fixtures/lodash/package.json", "{'name': 'lodash'}")
        .withCode("legacy/x/index.js", "packages/x/index.js", "test/fixtures/lodash/index.js");

    assertThat(required("legacy/y.js", "x")).isEqualTo("packages/x/index.js");
    assertThat(required("src/a.js", "lodash")).isEqualTo("package lodash");
    assertThat(required("test/a.js", "lodash")).isEqualTo("test/fixtures/lodash/index.js");
  }

  @ParameterizedTest
  @CsvSource({
    "^1.0.0,,package x",
    "^1.0.0,lerna.json,b/index.js",
    "^1.0.0,pnpm-workspace.yaml,b/index.js",
    "workspace:*,,b/index.js",
    "file:../b,,b/index.js"
  })
  void aNeighbourIsMeantWhereAPackageManagerLinksIt(String range, String file, String expected) {
    with("a/package.json", "{'name': 'a', 'dependencies': {'x': '" + range + "'}}")
        .with("b/package.json", "{'name': 'x', 'version': '1.2.3'}")
        .withCode("a/index.js", "b/index.js");
    if (file != null) {
      with(file, "packages: ['*']");
    }

    assertThat(required("a/index.js", "x")).isEqualTo(expected);
    assertThat(required("other/index.js", "x")).isEqualTo("b/index.js");
  }

  @Test
  void aNeighbourThatIsInNoRegistryIsMeant() {
    with("a/package.json", "{'name': 'a', 'dependencies': {'x': '^1.0.0'}}")
        .with("b/package.json", "{'name': 'x', 'private': true}")
        .withCode("a/index.js", "b/index.js");

    assertThat(required("a/index.js", "x")).isEqualTo("b/index.js");
  }

  @Test
  void examplesMeanThePackageAroundThem() {
    with("package.json", "{'name': 'x', 'version': '1.2.3'}")
        .with("examples/a/package.json", "{'name': 'a', 'dependencies': {'x': '^1.0.0'}}")
        .withCode("index.js", "examples/a/index.js");

    assertThat(required("examples/a/index.js", "x")).isEqualTo("index.js");
  }

  @Test
  void dependenciesMayStandUnderAnotherNameOrInAFolder() {
    with(
            "package.json",
            "{'dependencies': {'web': 'npm:express@^4', 'scoped': 'npm:@s/p@1', 'local':"
                + " 'file:./libs/local', 'gone': 'link:../gone'}}")
        .with("libs/local/package.json", "{'name': 'other', 'main': 'm.js'}")
        .withCode("libs/local/m.js", "src/a.js");

    assertThat(required("src/a.js", "web/lib/router")).isEqualTo("package express lib/router");
    assertThat(required("src/a.js", "scoped")).isEqualTo("package @s/p");
    assertThat(required("src/a.js", "local")).isEqualTo("libs/local/m.js");
    assertThat(required("src/a.js", "gone")).isEqualTo("package gone");
  }

  @ParameterizedTest
  @CsvSource({
    "#db,src/db.js",
    "#util/x,src/util/x.js",
    "#util/x.js,src/util/x.js",
    "#fs,builtin fs",
    "#dep,package lodash merge",
    "#hidden,MISSING",
    "#none,MISSING",
    "#mapped,src/mapped.js",
  })
  void internalNamesMeanWhatTheImportsOfThePackageSay(String specifier, String expected) {
    with(
            "package.json",
            "{'name': 'x', 'imports': {'#db': {'browser': './web.js', 'default': './src/db.js'},"
                + " '#util/*.js': './src/util/*.js', '#util/*': './src/util/*.js', '#fs':"
                + " 'node:fs', '#dep': 'lodash/merge', '#hidden': null}}")
        .with("jsconfig.json", "{'compilerOptions': {'paths': {'#mapped': ['./src/mapped.js']}}}")
        .withCode("src/db.js", "src/util/x.js", "src/a.js", "src/mapped.js");

    assertThat(imported("src/a.js", specifier)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "@app/x,src/x.ts",
    "@app/special/y,other/y.ts",
    "@gen/z,gen/z.ts",
    "exact,src/exact.ts",
    "src/x,src/x.ts",
    "x.css.js,src/x.ts",
    "@app/none,package @app/none",
    "lodash,package lodash",
    "fs,builtin fs",
  })
  void configuredPathsAreFollowed(String specifier, String expected) {
    with("tsconfig.json", "{'extends': './conf/base.json', 'compilerOptions': {'baseUrl': '.'},}")
        .with(
            "conf/base.json",
            "{'compilerOptions': {'paths': {'@app/*': ['src/*'], '@app/special/*': ['other/*'],"
                + " '@gen/*': ['nowhere/*', 'gen/*'], 'exact': ['src/exact'], '*.css.js':"
                + " ['src/*'], 'fs': ['src/x'], '@app': ['src/x']}}}")
        .withCode("src/a.ts", "src/x.ts", "other/y.ts", "gen/z.ts", "src/exact.ts");

    assertThat(imported("src/a.ts", specifier)).isEqualTo(expected);
  }

  @Test
  void pathsWithoutBaseUrlStartWhereTheyAreWritten() {
    with(
            "conf/base.json",
            "{'compilerOptions': {'paths': {'~x/*': ['../lib/*'], '~y': ['${configDir}/y.ts']}}}")
        .with("app/tsconfig.json", "{'extends': '../conf/base.json'}")
        .withCode("app/a.ts", "lib/b.ts", "app/y.ts");

    assertThat(imported("app/a.ts", "~x/b")).isEqualTo("lib/b.ts");
    assertThat(imported("app/a.ts", "~y")).isEqualTo("app/y.ts");
  }

  @Test
  void nearerConfigurationsGoBeforeThoseFurtherOut() {
    with(
            "tsconfig.json",
            "{'compilerOptions': {'paths': {'@/*': ['./out-er/*'], '@o/*': ['./o/*']}}}")
        .with("app/tsconfig.json", "{'compilerOptions': {'paths': {'@/*': ['./in/*']}}}")
        .withCode("app/a.ts", "app/in/x.ts", "out-er/x.ts", "out-er/y.ts", "o/z.ts");

    assertThat(imported("app/a.ts", "@/x")).isEqualTo("app/in/x.ts");
    assertThat(imported("app/a.ts", "@/y")).isEqualTo("out-er/y.ts");
    assertThat(imported("app/a.ts", "@o/z")).isEqualTo("o/z.ts");
    assertThat(imported("b.ts", "@/x")).isEqualTo("out-er/x.ts");
  }

  @Test
  void configurationsThatExtendEachOtherEnd() {
    with("tsconfig.json", "{'extends': ['./a.json', './b.json']}")
        .with(
            "a.json",
            "{'extends': './tsconfig.json', 'compilerOptions': {'paths': {'p': ['./a']}}}")
        .with("b.json", "{'extends': './a.json', 'compilerOptions': {'paths': {'p': ['./b']}}}")
        .withCode("a.ts", "b.ts", "c.ts");

    assertThat(imported("c.ts", "p")).isEqualTo("b.ts");
  }

  @Test
  void longChainsOfConfigurationsAreBounded() {
    for (int i = 0; i < 2_000; i++) {
      with("tsconfig." + i + ".json", "{'extends': './tsconfig." + (i + 1) + ".json'}");
    }
    with("tsconfig.json", "{'extends': './tsconfig.0.json'}");

    assertThat(imported("c.ts", "p")).isEqualTo("package p");
  }

  @Test
  void rootDirsCountAsOneFolder() {
    with("tsconfig.json", "{'compilerOptions': {'rootDirs': ['src', 'generated']}}")
        .withCode("src/a/b.ts", "generated/a/messages.ts");

    assertThat(imported("src/a/b.ts", "./messages")).isEqualTo("generated/a/messages.ts");
  }

  @Test
  void namesThatFrameworksGiveToTheSourcesAreKnown() {
    with("web/package.json", "{'name': 'web'}")
        .withCode("web/src/x.js", "web/y.js", "web/src/a.js");

    assertThat(imported("web/src/a.js", "@/x")).isEqualTo("web/src/x.js");
    assertThat(imported("web/src/a.js", "~/y")).isEqualTo("web/y.js");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'exports': {'.': {'a': {'b': {'c': 7}}}}, 'imports': [], 'main': 3}",
        "{'exports': [[[[]]]], 'imports': {'#x': {}}}",
        "{'exports': {'./*': './*/*/*', '.': '.'}, 'imports': {'#x': '#x'}}",
        "{'exports': {'.': './', 'x': 1}, 'imports': {'#x': './x', '#x/*': ['/*', '../*', 'a b']}}",
      })
  void oddManifestsGiveNothing(String manifest) {
    with("p/package.json", manifest.replaceFirst("\\{", "{'name': 'p',")).withCode("p/a.js");

    for (ImportKind kind : ImportKind.values()) {
      assertThat(resolve("p/a.js", "p", kind)).isIn("NOT_EXPORTED", "MISSING");
      assertThat(resolve("p/a.js", "p/x", kind)).isIn("NOT_EXPORTED", "MISSING");
      assertThat(resolve("p/a.js", "#x", kind)).isEqualTo("MISSING");
      assertThat(resolve("p/a.js", "#x/y", kind)).isIn("MISSING", "INVALID");
    }
  }

  @Test
  void deeplyNestedConditionsAreBounded() {
    String deep = "{'default':".repeat(400) + "'./a.js'" + "}".repeat(400);
    with("p/package.json", "{'name': 'p', 'exports': " + deep + "}").withCode("p/a.js");

    assertThat(imported("b.js", "p")).isEqualTo("NOT_EXPORTED");
  }

  @Test
  void manyMappingsWithSharedStartsTakeBoundedTime() {
    StringBuilder paths = new StringBuilder();
    for (int i = 1; i < 3_000; i++) {
      paths.append('\'').append("a".repeat(i % 1_000)).append(i).append("*':['x/*'],");
    }
    with("tsconfig.json", "{'compilerOptions': {'paths': {" + paths + "'z':[]}}}");

    assertThat(imported("b.ts", "a".repeat(2_000))).startsWith("package aaa");
  }

  @Test
  void nothingThatIsWrittenMakesItThrow() {
    String[] parts = {
      ".", "..", "/", "./", "../", "a", "@", "#", "*", ":", "?", "!", "\\", " ", "%2e", "node:",
      "npm:", "file:", "p", "x", "dist", "src", ".js", ".ts", "{", "\ud800", "'", "null", "~"
    };
    Random random = new Random(20_17);
    for (int round = 0; round < 30; round++) {
      texts.clear();
      withCode("p/src/a.ts", "p/x/index.js", "b.js");
      with("p/package.json", json(random, parts, "exports", "imports", "main", "dependencies"));
      with("tsconfig.json", "{'compilerOptions': " + json(random, parts, "paths", "baseUrl") + "}");
      ModuleResolver resolver =
          new ModuleResolver(ProjectLister.list(TextTree.of(texts), ListingOptions.DEFAULT));
      for (int i = 0; i < 300; i++) {
        String specifier = joined(random, parts);
        for (ImportKind kind : ImportKind.values()) {
          assertThat(resolver.resolve("p/src/a.ts", specifier, kind)).as(specifier).isNotNull();
        }
      }
    }
  }

  private static String joined(Random random, String[] parts) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static String json(Random random, String[] parts, String... fields) {
    StringBuilder json = new StringBuilder("{'name':'p','bin':'./x'");
    for (String field : fields) {
      json.append(",'").append(field).append("':");
      String value = quoted(random, parts);
      json.append(
          switch (random.nextInt(3)) {
            case 0 -> value;
            case 1 -> "{" + quoted(random, parts) + ":" + value + "}";
            default -> "{" + quoted(random, parts) + ":[" + value + "]," + value + ":null}";
          });
    }
    return json.append('}').toString();
  }

  private static String quoted(Random random, String[] parts) {
    return "'" + joined(random, parts).replace("\\", "").replace("'", "") + "'";
  }
}
