package dev.emerald.core.internal.manifest.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.manifest.ManifestReader;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.DependencyGraph;
import dev.emerald.spi.manifest.DependencyKind;
import dev.emerald.spi.manifest.LockFormat;
import dev.emerald.spi.manifest.LockedDependency;
import dev.emerald.spi.manifest.LockedPackage;
import dev.emerald.spi.manifest.PackageJson;
import dev.emerald.spi.manifest.PackageOrigin;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One small project as each package manager writes it down: "web" needs "left" and, for its tests,
 * "tool"; "left" needs an older "deep" than "tool" does; "native" is optional; "other" is installed
 * under the name "alias". The workspace "packages/lib" needs "left" too.
 */
class LockFilesTest {

  private static final String ROOT =
      """
      {"name": "web", "version": "1.0.0", "workspaces": ["packages/*"],
       "dependencies": {"left": "^1.0.0", "alias": "npm:other@^3.0.0", "lib": "*"},
       "devDependencies": {"tool": "^2.0.0"}, "optionalDependencies": {"native": "~1.1.0"}}
      """;

  private static final String LIB =
      """
      {"name": "lib", "version": "0.1.0", "dependencies": {"left": "^1.0.0"}}
      """;

  private final List<Notice> notices = new ArrayList<>();

  /** The formats, and the project in each. */
  enum Format {
    NPM_3(
        LockFormat.NPM,
        "package-lock.json",
        """
        {
          "lockfileVersion": 3,
          "packages": {
            "": {
              "name": "web", "version": "1.0.0", "workspaces": ["packages/*"],
              "dependencies": {"left": "^1.0.0", "alias": "npm:other@^3.0.0", "lib": "*"},
              "devDependencies": {"tool": "^2.0.0"},
              "optionalDependencies": {"native": "~1.1.0"}
            },
            "node_modules/alias": {"name": "other", "version": "3.0.0", "integrity": "sha512-o"},
            "node_modules/deep": {"version": "1.5.0", "integrity": "sha512-d1"},
            "node_modules/left": {
              "version": "1.2.0", "resolved": "https://registry.example/left/-/left-1.2.0.tgz",
              "integrity": "sha512-l", "dependencies": {"deep": "^1.0.0"}
            },
            "node_modules/lib": {"resolved": "packages/lib", "link": true},
            "node_modules/native": {"version": "1.1.3", "optional": true, "hasInstallScript": true},
            "node_modules/tool": {"version": "2.0.1", "dev": true, "dependencies": {"deep": "^2.0.0"}},
            "node_modules/tool/node_modules/deep": {"version": "2.0.0", "dev": true},
            "packages/lib": {"version": "0.1.0", "dependencies": {"left": "^1.0.0"}}
          }
        }
        """),
    NPM_1(
        LockFormat.NPM,
        "npm-shrinkwrap.json",
        """
        {
          "name": "web", "version": "1.0.0", "lockfileVersion": 1, "requires": true,
          "dependencies": {
            "alias": {"version": "npm:other@3.0.0", "integrity": "sha512-o"},
            "deep": {"version": "1.5.0", "integrity": "sha512-d1"},
            "left": {
              "version": "1.2.0", "resolved": "https://registry.example/left/-/left-1.2.0.tgz",
              "integrity": "sha512-l", "requires": {"deep": "^1.0.0"}
            },
            "native": {"version": "1.1.3", "optional": true},
            "tool": {
              "version": "2.0.1", "dev": true, "requires": {"deep": "^2.0.0"},
              "dependencies": {"deep": {"version": "2.0.0", "dev": true}}
            }
          }
        }
        """),
    YARN_CLASSIC(
        LockFormat.YARN_CLASSIC,
        "yarn.lock",
        """
        # yarn lockfile v1


        "alias@npm:other@^3.0.0":
          version "3.0.0"
          integrity sha512-o

        deep@^1.0.0:
          version "1.5.0"
          integrity sha512-d1

        deep@^2.0.0:
          version "2.0.0"

        left@^1.0.0, left@^1.1.0:
          version "1.2.0"
          resolved "https://registry.example/left/-/left-1.2.0.tgz#abc"
          integrity sha512-l
          dependencies:
            deep "^1.0.0"

        native@~1.1.0:
          version "1.1.3"

        tool@^2.0.0:
          version "2.0.1"
          dependencies:
            deep "^2.0.0"
        """),
    YARN_BERRY(
        LockFormat.YARN_BERRY,
        "yarn.lock",
        """
        __metadata:
          version: 8
          cacheKey: 10

        "alias@npm:other@^3.0.0":
          version: 3.0.0
          resolution: "other@npm:3.0.0"
          checksum: 10/o

        "deep@npm:^1.0.0":
          version: 1.5.0
          resolution: "deep@npm:1.5.0"
          checksum: 10/d1

        "deep@npm:^2.0.0":
          version: 2.0.0
          resolution: "deep@npm:2.0.0"

        "left@npm:^1.0.0, left@npm:^1.1.0":
          version: 1.2.0
          resolution: "left@npm:1.2.0"
          dependencies:
            deep: "npm:^1.0.0"
          checksum: 10/l

        "lib@npm:*, lib@workspace:packages/lib":
          version: 0.0.0-use.local
          resolution: "lib@workspace:packages/lib"
          dependencies:
            left: "npm:^1.0.0"
          languageName: unknown
          linkType: soft

        "native@npm:~1.1.0":
          version: 1.1.3
          resolution: "native@npm:1.1.3"

        "tool@npm:^2.0.0":
          version: 2.0.1
          resolution: "tool@npm:2.0.1"
          dependencies:
            deep: "npm:^2.0.0"

        "web@workspace:.":
          version: 0.0.0-use.local
          resolution: "web@workspace:."
          dependencies:
            alias: "npm:other@^3.0.0"
            left: "npm:^1.0.0"
            lib: "npm:*"
            native: "npm:~1.1.0"
            tool: "npm:^2.0.0"
          dependenciesMeta:
            native:
              optional: true
          languageName: unknown
          linkType: soft
        """),
    PNPM_5(
        LockFormat.PNPM,
        "pnpm-lock.yaml",
        """
        lockfileVersion: 5.4
        importers:
          .:
            specifiers: {left: ^1.0.0, alias: 'npm:other@^3.0.0', lib: '*', tool: ^2.0.0, native: ~1.1.0}
            dependencies:
              alias: /other/3.0.0
              left: 1.2.0
              lib: link:packages/lib
            optionalDependencies:
              native: 1.1.3
            devDependencies:
              tool: 2.0.1_deep@2.0.0
          packages/lib:
            specifiers: {left: ^1.0.0}
            dependencies:
              left: 1.2.0
        packages:
          /deep/1.5.0:
            resolution: {integrity: sha512-d1}
          /deep/2.0.0:
            resolution: {integrity: sha512-d2}
            dev: true
          /left/1.2.0:
            resolution: {integrity: sha512-l}
            dependencies:
              deep: 1.5.0
          /native/1.1.3:
            resolution: {integrity: sha512-n}
            requiresBuild: true
            optional: true
          /other/3.0.0:
            resolution: {integrity: sha512-o}
          /tool/2.0.1_deep@2.0.0:
            resolution: {integrity: sha512-t}
            dev: true
            dependencies:
              deep: 2.0.0
        """),
    PNPM_6(
        LockFormat.PNPM,
        "pnpm-lock.yaml",
        """
        lockfileVersion: '6.0'
        importers:
          .:
            dependencies:
              alias: {specifier: 'npm:other@^3.0.0', version: /other@3.0.0}
              left: {specifier: ^1.0.0, version: 1.2.0}
              lib: {specifier: '*', version: link:packages/lib}
            optionalDependencies:
              native: {specifier: ~1.1.0, version: 1.1.3}
            devDependencies:
              tool: {specifier: ^2.0.0, version: 2.0.1(deep@2.0.0)}
          packages/lib:
            dependencies:
              left: {specifier: ^1.0.0, version: 1.2.0}
        packages:
          /deep@1.5.0:
            resolution: {integrity: sha512-d1}
          /deep@2.0.0:
            resolution: {integrity: sha512-d2}
          /left@1.2.0:
            resolution: {integrity: sha512-l}
            dependencies:
              deep: 1.5.0
          /native@1.1.3:
            resolution: {integrity: sha512-n}
          /other@3.0.0:
            resolution: {integrity: sha512-o}
          /tool@2.0.1(deep@2.0.0):
            resolution: {integrity: sha512-t}
            dependencies:
              deep: 2.0.0
        """),
    PNPM_9(
        LockFormat.PNPM,
        "pnpm-lock.yaml",
        """
        lockfileVersion: '9.0'
        importers:
          .:
            dependencies:
              alias: {specifier: 'npm:other@^3.0.0', version: other@3.0.0}
              left: {specifier: ^1.0.0, version: 1.2.0}
              lib: {specifier: '*', version: link:packages/lib}
            optionalDependencies:
              native: {specifier: ~1.1.0, version: 1.1.3}
            devDependencies:
              tool: {specifier: ^2.0.0, version: 2.0.1(deep@2.0.0)}
          packages/lib:
            dependencies:
              left: {specifier: ^1.0.0, version: 1.2.0}
        packages:
          deep@1.5.0:
            resolution: {integrity: sha512-d1}
          deep@2.0.0:
            resolution: {integrity: sha512-d2}
          left@1.2.0:
            resolution: {integrity: sha512-l}
          native@1.1.3:
            resolution: {integrity: sha512-n}
          other@3.0.0:
            resolution: {integrity: sha512-o}
          tool@2.0.1:
            resolution: {integrity: sha512-t}
            peerDependencies: {deep: ^2.0.0}
        snapshots:
          deep@1.5.0: {}
          deep@2.0.0: {}
          left@1.2.0:
            dependencies:
              deep: 1.5.0
          native@1.1.3:
            optional: true
          other@3.0.0: {}
          tool@2.0.1(deep@2.0.0):
            dependencies:
              deep: 2.0.0
        """),
    BUN(
        LockFormat.BUN,
        "bun.lock",
        """
        {
          "lockfileVersion": 1,
          "workspaces": {
            "": {
              "name": "web",
              "dependencies": {"left": "^1.0.0", "alias": "npm:other@^3.0.0", "lib": "*"},
              "devDependencies": {"tool": "^2.0.0"},
              "optionalDependencies": {"native": "~1.1.0"},
            },
            "packages/lib": {"name": "lib", "version": "0.1.0", "dependencies": {"left": "^1.0.0"}},
          },
          "packages": {
            "alias": ["other@3.0.0", "", {}, "sha512-o"],
            "deep": ["deep@1.5.0", "", {}, "sha512-d1"],
            "left": ["left@1.2.0", "", {"dependencies": {"deep": "^1.0.0"}}, "sha512-l"],
            "lib": ["lib@workspace:packages/lib"],
            "native": ["native@1.1.3", "", {}, "sha512-n"],
            "tool": ["tool@2.0.1", "", {"dependencies": {"deep": "^2.0.0"}}, "sha512-t"],
            "tool/deep": ["deep@2.0.0", "", {}, "sha512-d2"],
          }
        }
        """);

    final LockFormat format;
    final String file;
    final String text;

    Format(LockFormat format, String file, String text) {
      this.format = format;
      this.file = file;
      this.text = text;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatGivesTheSameGraph(Format format) {
    DependencyGraph graph = read(format, format.text);

    assertThat(notices).isEmpty();
    assertThat(graph.format()).isEqualTo(format.format);
    assertThat(graph.root().orElseThrow().name()).isEqualTo("web");
    assertThat(graph.packages().stream().map(LockedPackage::toString).sorted())
        .containsExactly(
            "deep@1.5.0", "deep@2.0.0", "left@1.2.0", "native@1.1.3", "other@3.0.0", "tool@2.0.1");
    assertThat(steps(graph, "deep", "1.5.0")).isEqualTo("left@1.2.0 deep@1.5.0");
    assertThat(steps(graph, "deep", "2.0.0")).isEqualTo("tool@2.0.1 deep@2.0.0");
    assertThat(steps(graph, "other", "3.0.0")).isEqualTo("other@3.0.0");
    assertThat(found(graph, "tool", "2.0.1").isDev()).isTrue();
    assertThat(found(graph, "deep", "2.0.0").isDev()).isTrue();
    assertThat(found(graph, "deep", "1.5.0").isDev()).isFalse();
    assertThat(found(graph, "native", "1.1.3").isOptional()).isTrue();
    assertThat(found(graph, "left", "1.2.0").isOptional()).isFalse();
    assertThat(found(graph, "left", "1.2.0").integrity().orElse("")).endsWith("l");
    assertThat(graph.packages())
        .allSatisfy(each -> assertThat(each.origin()).isEqualTo(PackageOrigin.REGISTRY));
  }

  @ParameterizedTest
  @EnumSource(names = "NPM_1", mode = EnumSource.Mode.EXCLUDE)
  void workspacesAreTheProjectsOwn(Format format) {
    DependencyGraph graph = read(format, format.text);
    LockedPackage lib =
        graph.projects().stream()
            .filter(each -> each.directory().equals("packages/lib"))
            .findFirst()
            .orElseThrow();
    assertThat(lib.dependencies())
        .singleElement()
        .satisfies(asked -> assertThat(asked.target()).contains(found(graph, "left", "1.2.0")));
    assertThat(
            graph.root().orElseThrow().dependencies().stream()
                .filter(asked -> asked.name().equals("lib"))
                .findFirst()
                .flatMap(LockedDependency::target))
        .contains(lib);
  }

  @ParameterizedTest
  @EnumSource
  void packagesKnowTheirPlaces(Format format) {
    DependencyGraph graph = read(format, format.text);
    LockedPackage left = found(graph, "left", "1.2.0");
    assertThat(format.text.substring(left.location().span().start(), left.location().span().end()))
        .contains("left");
    assertThat(left.location().path()).isEqualTo(format.file);
  }

  @ParameterizedTest
  @EnumSource
  void lineBreaksOfWindowsMakeNoDifference(Format format) {
    DependencyGraph graph = read(format, format.text.replace("\n", "\r\n"));
    assertThat(notices).isEmpty();
    assertThat(graph.packages()).hasSize(6);
    assertThat(steps(graph, "deep", "1.5.0")).isEqualTo("left@1.2.0 deep@1.5.0");
  }

  @ParameterizedTest
  @EnumSource
  void everyPrefixGivesAGraph(Format format) {
    for (int end = 0; end < format.text.length(); end += 3) {
      DependencyGraph graph = read(format, format.text.substring(0, end));
      graph.packages().forEach(graph::pathTo);
    }
    assertThat(notices).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aWrongTypeAnywhereIsLeftOut(Format format) {
    for (String wrong : List.of("7", "[[]]", "{\"a\": {}}", "null", "\u0000")) {
      for (String part : List.of("\"^1.0.0\"", "\"1.2.0\"", "sha512-l", "1.2.0", "deep")) {
        DependencyGraph graph = read(format, format.text.replace(part, wrong));
        graph.packages().forEach(graph::pathTo);
        graph.packages().forEach(LockedPackage::location);
      }
    }
  }

  @Test
  void whatComesFromElsewhereIsKnown() {
    DependencyGraph graph =
        npm(
            """
            {"lockfileVersion": 3, "packages": {
              "": {"dependencies": {"a": "https://files.example/a.tgz", "b": "github:x/b",
                "c": "file:c.tgz", "d": "^1.0.0", "e": "user/e#main", "f": "file:../f"}},
              "node_modules/a": {"version": "1.0.0", "resolved": "https://files.example/a.tgz"},
              "node_modules/b": {"version": "1.0.0", "resolved": "git+ssh://git@git.example/x/b.git#1"},
              "node_modules/c": {"version": "1.0.0", "resolved": "file:c.tgz"},
              "node_modules/d": {"version": "1.0.0", "resolved": "https://registry.example/d/-/d-1.0.0.tgz"},
              "node_modules/e": {"version": "1.0.0"},
              "node_modules/f": {"resolved": "../f", "link": true},
              "../f": {"version": "1.0.0"}}}
            """);
    assertThat(graph.packages().stream().map(LockedPackage::origin))
        .containsExactly(
            PackageOrigin.ARCHIVE,
            PackageOrigin.GIT,
            PackageOrigin.FOLDER,
            PackageOrigin.REGISTRY,
            PackageOrigin.GIT);
    assertThat(graph.projects()).hasSize(2);
  }

  @Test
  void cyclesEnd() {
    DependencyGraph graph =
        npm(
            """
            {"lockfileVersion": 3, "packages": {
              "": {"dependencies": {"a": "1"}},
              "node_modules/a": {"version": "1.0.0", "dependencies": {"b": "1", "a": "1"}},
              "node_modules/b": {"version": "1.0.0", "dependencies": {"a": "1"}},
              "node_modules/island": {"version": "1.0.0", "dependencies": {"island": "1"}}}}
            """);
    assertThat(steps(graph, "b", "1.0.0")).isEqualTo("a@1.0.0 b@1.0.0");
    assertThat(graph.pathTo(found(graph, "island", "1.0.0"))).isEmpty();
  }

  @Test
  void theLastOfSeveralEntriesCounts() {
    DependencyGraph graph =
        npm(
            """
            {"lockfileVersion": 3, "packages": {
              "": {"dependencies": {"a": "1"}},
              "node_modules/a": {"version": "1.0.0"},
              "node_modules/a": {"version": "1.0.1"}}}
            """);
    assertThat(graph.packages()).hasToString("[a@1.0.1]");
  }

  @Test
  void filesSoOldThatNobodySaysWhatHeAsksForAreReadByNesting() {
    DependencyGraph graph =
        npm(
            """
            {"name": "web", "dependencies": {
              "left": {"version": "1.2.0", "dependencies": {"deep": {"version": "1.5.0"}}},
              "far": {"version": "1.0.0"}}}
            """);
    assertThat(steps(graph, "deep", "1.5.0")).isEqualTo("left@1.2.0 deep@1.5.0");
    assertThat(steps(graph, "far", "1.0.0")).isEqualTo("far@1.0.0");
  }

  @Test
  void peersThatAreMarkedAsOptionalAreOptional() {
    DependencyGraph npm =
        npm(
            """
            {"lockfileVersion": 3, "packages": {
              "": {"dependencies": {"a": "1"}},
              "node_modules/a": {"version": "1.0.0", "peerDependencies": {"b": "1", "c": "1"},
                "peerDependenciesMeta": {"b": {"optional": true}, "c": {"optional": false}}},
              "node_modules/b": {"version": "1.0.0"},
              "node_modules/c": {"version": "1.0.0"}}}
            """);
    DependencyGraph bun =
        files("{}")
            .bun(
                SourceText.of(
                    "bun.lock",
                    """
                    {"lockfileVersion": 1, "workspaces": {"": {"dependencies": {"a": "1"}}},
                     "packages": {
                       "a": ["a@1.0.0", "", {"peerDependencies": {"b": "1", "c": "1"},
                         "optionalPeers": ["b", 7]}, "sha512-a"],
                       "b": ["b@1.0.0", "", {}, "sha512-b"],
                       "c": ["c@1.0.0", "", {}, "sha512-c"]}}
                    """));
    for (DependencyGraph graph : List.of(npm, bun)) {
      assertThat(found(graph, "a", "1.0.0").dependencies())
          .extracting(LockedDependency::isOptional)
          .containsExactly(true, false);
      assertThat(found(graph, "b", "1.0.0").isOptional()).isTrue();
      assertThat(found(graph, "b", "1.0.0").isPeer()).isTrue();
      assertThat(found(graph, "c", "1.0.0").isOptional()).isFalse();
      assertThat(found(graph, "c", "1.0.0").isPeer()).isTrue();
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void whatIsMarkedAsOptionalBeginsWhereWhoAsksIsNot() {
    DependencyGraph graph =
        files("{\"dependencies\": {\"watch\": \"1\"}}")
            .npm(
                SourceText.of(
                    "package-lock.json",
                    """
                    {"lockfileVersion": 1, "dependencies": {
                      "watch": {"version": "1.0.0", "requires": {"native": "1", "plain": "1"}},
                      "native": {"version": "1.0.0", "optional": true, "requires": {"inner": "1"}},
                      "inner": {"version": "1.0.0", "optional": true},
                      "plain": {"version": "1.0.0"}}}
                    """));
    assertThat(found(graph, "native", "1.0.0").isOptional()).isTrue();
    assertThat(found(graph, "inner", "1.0.0").isOptional()).isTrue();
    assertThat(found(graph, "plain", "1.0.0").isOptional()).isFalse();
    assertThat(found(graph, "native", "1.0.0").dependencies().get(0).kind())
        .isEqualTo(DependencyKind.PRODUCTION);
  }

  @ParameterizedTest
  @CsvSource({
    "left, https://files.example/left/download/left-1.2.0.tgz, 1.2.0",
    "left, https://files.example/left-1.2.0-rc.1.tgz?cache=0&x=/y.tgz#abc, 1.2.0-rc.1",
    "@s/left, https://files.example/@s/left/-/left-1.2.0.tgz, 1.2.0",
    "left, https://files.example/right-1.2.0.tgz, ''",
    "left, https://files.example/left-main.tgz, ''",
    "left, https://files.example/left-.tgz, ''",
    "left, https://files.example/left-tgz, ''",
    "left, https://files.example/left-1.2.0.tar.gz, ''",
    "left, git+ssh://git@files.example/left.git#1.2.0, ''",
  })
  void anArchiveNamedAsRegistriesNameThemTellsItsVersion(
      String name, String address, String version) {
    DependencyGraph graph =
        npm("{\"dependencies\": {\"" + name + "\": {\"version\": \"" + address + "\"}}}");
    assertThat(graph.packages())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.version()).isEqualTo(version);
              assertThat(each.resolved()).contains(address);
              assertThat(each.origin())
                  .isEqualTo(address.startsWith("git") ? PackageOrigin.GIT : PackageOrigin.ARCHIVE);
            });
  }

  @Test
  void resolutionsPutAnotherRangeInPlace() {
    SourceText lock =
        SourceText.of(
            "yarn.lock", "deep@1.5.0:\n  version \"1.5.0\"\ndeep@^2.0.0:\n  version \"2.0.0\"\n");
    DependencyGraph graph =
        files(
                "{\"dependencies\": {\"deep\": \"^0.9.0\"}, \"resolutions\": {\"a/**/deep\":"
                    + " \"1.5.0\"}}")
            .yarn(lock);
    assertThat(steps(graph, "deep", "1.5.0")).isEqualTo("deep@1.5.0");
  }

  @Test
  void deepFoldersAndManyNamesEndWithANotice() {
    StringBuilder text = new StringBuilder("{\"lockfileVersion\": 3, \"packages\": {");
    String folder = "a/".repeat(2_000);
    String asked =
        new TreeSet<>(IntStream.range(0, 500).mapToObj(i -> "\"n" + i + "\": \"1\"").toList())
            .stream().collect(Collectors.joining(","));
    for (int i = 0; i < 20; i++) {
      text.append("\"" + folder + i + "\": {\"dependencies\": {" + asked + "}},");
    }
    npm(text.append("\"\": {}}}").toString());
    assertThat(notices)
        .singleElement()
        .satisfies(notice -> assertThat(notice.kind()).isEqualTo(NoticeKind.LIMIT_REACHED));
  }

  @Test
  void whatIsNoLockFileIsTold() {
    npm("[]");
    files("{}").pnpm(SourceText.of("pnpm-lock.yaml", "- a\n"));
    files("{}").yarn(SourceText.of("yarn.lock", "just words\n  \"open\n"));
    files("{}").bun(SourceText.of("bun.lock", ""));
    npm("{\"lockfileVersion\": 99999999999999999999, \"packages\": {}}");
    files("{}").binary(SourceText.of("bun.lockb", ""));
    assertThat(notices).hasSizeGreaterThanOrEqualTo(6);
    assertThat(notices).allSatisfy(notice -> assertThat(notice.gap()).isTrue());
  }

  private DependencyGraph npm(String text) {
    return files("{}").npm(SourceText.of("package-lock.json", text));
  }

  private DependencyGraph read(Format format, String text) {
    SourceText source = SourceText.of(format.file, text);
    LockFiles files = files(ROOT);
    return switch (format.format) {
      case NPM -> files.npm(source);
      case YARN_CLASSIC, YARN_BERRY -> files.yarn(source);
      case PNPM -> files.pnpm(source);
      case BUN -> files.bun(source);
    };
  }

  private LockFiles files(String root) {
    ManifestReader reader = new ManifestReader(notice -> {});
    TreeMap<String, PackageJson> manifests = new TreeMap<>();
    manifests.put("", reader.packageJson(SourceText.of("package.json", root)));
    manifests.put(
        "packages/lib", reader.packageJson(SourceText.of("packages/lib/package.json", LIB)));
    return new LockFiles(
        new ProjectPackages(manifests, new TreeSet<>(List.of("packages/lib"))), notices::add);
  }

  private static LockedPackage found(DependencyGraph graph, String name, String version) {
    return graph.named(name).stream()
        .filter(each -> each.version().equals(version))
        .findFirst()
        .orElseThrow();
  }

  private static String steps(DependencyGraph graph, String name, String version) {
    return graph.pathTo(found(graph, name, version)).stream()
        .map(step -> step.target().map(LockedPackage::toString).orElse("?"))
        .collect(Collectors.joining(" "));
  }
}
