package dev.emerald.core.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.manifest.container.DockerfileReader;
import dev.emerald.core.internal.manifest.deploy.DeployFiles;
import dev.emerald.core.internal.manifest.pipeline.PipelineReader;
import dev.emerald.spi.container.DockerInstruction;
import dev.emerald.spi.container.DockerStage;
import dev.emerald.spi.container.DockerWord;
import dev.emerald.spi.container.Dockerfile;
import dev.emerald.spi.container.ImageName;
import dev.emerald.spi.deploy.NginxConfig;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.pipeline.Pipeline;
import dev.emerald.spi.pipeline.PipelineScript;
import dev.emerald.spi.pipeline.PipelineStep;
import dev.emerald.spi.pipeline.PipelineSystem;
import dev.emerald.spi.shell.ShellCommand;
import dev.emerald.spi.shell.ShellScript;
import dev.emerald.spi.source.Position;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The readers of images, pipelines and deployments: what they understand, and what they survive.
 */
class InfrastructureTest {

  private final List<Notice> notices = new ArrayList<>();

  private Dockerfile dockerfile(String text) {
    return DockerfileReader.read(SourceText.of("Dockerfile", text), notices::add);
  }

  private Pipeline pipeline(String path, String text) {
    PipelineSystem system = PipelineReader.systemOf(path).orElseThrow();
    return Objects.requireNonNull(
        PipelineReader.read(SourceText.of(path, text), system, notices::add));
  }

  private static List<String> commands(String script) {
    return ShellScript.of(script).commands().stream().map(ShellCommand::toString).toList();
  }

  @Test
  void scriptsAreSplitAsAShellDoes() {
    assertThat(commands("a 1 && b '2 ;3' || c \"4\"; d | e & f\ng"))
        .containsExactly("a 1", "b 2 ;3", "c 4", "d", "e", "f", "g");
    assertThat(commands("if [ -f x ]; then npm ci; fi\nfor i in 1 2; do echo $i; done"))
        .containsExactly("[ -f x ]", "npm ci", "echo $i");
    assertThat(commands("case $x in\n  a) npm ci ;;\n  *) exit 1 ;;\nesac"))
        .contains("npm ci", "exit 1");
    assertThat(commands("npm ci \\\n  --omit=dev \\\n  && true"))
        .containsExactly("npm ci --omit=dev", "true");
    assertThat(commands("cat <<EOF > a\nnpm install\nEOF\nnpm ci"))
        .containsExactly("cat", "npm ci");
    assertThat(commands("# npm install\nA=1 B='2 3' npm ci # now")).containsExactly("npm ci");
    assertThat(commands("echo $(npm ci)")).containsExactly("echo $(npm ci)", "npm ci");
    assertThat(commands("bash -c 'npm ci && npm test'"))
        .containsExactly("bash -c npm ci && npm test", "npm ci", "npm test");
    assertThat(commands("f() { npm ci; }")).contains("npm ci");
  }

  @Test
  void commandsKnowWhatWrapsThemAndWhatFollows() {
    ShellScript script = ShellScript.of("sudo -E env A=1 timeout 5 npm audit || true");
    ShellCommand audit = script.commands().get(0);
    assertThat(audit.unwrapped()).hasToString("npm audit");
    assertThat(script.ignoresFailure(audit)).isTrue();
    assertThat(script.ignoresFailure(script.commands().get(1))).isFalse();
  }

  @Test
  void expressionsOfAPipelineStayInOneWord() {
    ShellCommand echo = ShellScript.of("echo ${{ a || b }} '${{ c }}'").commands().get(0);
    assertThat(echo.arguments())
        .extracting(word -> word.text())
        .containsExactly("${{ a || b }}", "${{ c }}");
    assertThat(echo.arguments()).noneMatch(word -> word.literal());
  }

  @Test
  void stagesKnowWhatTheyBuildOn() {
    Dockerfile file =
        dockerfile(
            """
            ARG NODE=22
            FROM node:${NODE}-slim AS Base
            ENV WHO=app
            USER ${WHO}:${WHO}
            FROM base AS build
            FROM --platform=linux/amd64 scratch
            COPY --from=build /a /b
            """);
    assertThat(file.stages()).hasSize(3);
    DockerStage build = file.stages().get(1);
    assertThat(file.stages().get(0).image()).contains(ImageName.of("node:22-slim"));
    assertThat(build.base()).contains(file.stages().get(0));
    assertThat(build.effective("USER").orElseThrow().arguments().get(0).value())
        .contains("app:app");
    assertThat(file.finalStage().orElseThrow().effective("USER")).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void joinedLinesCommentsAndHereDocumentsAreOneInstruction() {
    Dockerfile file =
        dockerfile(
            "FROM a\r\n"
                + "RUN one \\\r\n"
                + "  # a remark\r\n\r\n"
                + "  && two\r\n"
                + "RUN <<EOF\r\n"
                + "three\r\n"
                + "FROM b\r\n"
                + "EOF\r\n"
                + "CMD [\"x\", \"y z\"]\r\n");
    List<DockerInstruction> all = file.stages().get(0).instructions();
    assertThat(all).extracting(DockerInstruction::keyword).containsExactly("RUN", "RUN", "CMD");
    assertThat(all.get(0).script().orElseThrow().commands()).hasToString("[one, two]");
    assertThat(all.get(1).script().orElseThrow().commands()).hasToString("[three, FROM b]");
    assertThat(all.get(2).execForm()).isTrue();
    assertThat(all.get(2).arguments()).extracting(DockerWord::text).containsExactly("x", "y z");
    ShellCommand two = all.get(0).script().orElseThrow().commands().get(1);
    assertThat(all.get(0).location(two).start()).isEqualTo(new Position(5, 6));
    assertThat(notices).isEmpty();
  }

  @Test
  void theEscapeCharacterCanBeAnother() {
    Dockerfile file = dockerfile("# escape=`\nFROM a\nCOPY a `\n  C:\\b\n");
    assertThat(file.stages().get(0).instructions().get(0).arguments())
        .extracting(DockerWord::text)
        .containsExactly("a", "C:\\b");
  }

  @Test
  void whatIsCutIsTold() {
    Dockerfile words = dockerfile("FROM a\nRUN x" + " y".repeat(10_500) + "\nUSER node\n");
    assertThat(words.stages().get(0).instructions()).hasSize(2);
    assertThat(notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.message()).startsWith("more than 10000 words in one instruction");
              assertThat(notice.line()).hasValue(2);
            });
    notices.clear();
    dockerfile("FROM a\n" + "USER b\n".repeat(2_500));
    assertThat(notices)
        .singleElement()
        .extracting(Notice::message)
        .asString()
        .startsWith("more than 2000 instructions");
  }

  @Test
  void whatIsDecidedByTheBuildIsUnknown() {
    Dockerfile file = dockerfile("FROM ${BASE}\nARG A\nENV B=$A C=${D:-e} F=\"g h\" I j k\n");
    assertThat(file.stages().get(0).image()).isEmpty();
    List<DockerInstruction.Setting> settings =
        file.stages().get(0).last("ENV").orElseThrow().settings();
    assertThat(settings.get(0).value().orElseThrow().value()).isEmpty();
    assertThat(settings.get(1).value().orElseThrow().value()).contains("e");
    assertThat(settings.get(2).value().orElseThrow().value()).contains("g h");
  }

  @Test
  void whatIsNoInstructionIsTold() {
    dockerfile("FROM a\nrun x\nHELLO world\n");
    assertThat(notices).hasSize(1);
    assertThat(notices.get(0).line()).hasValue(3);
    assertThat(notices.get(0).kind()).isEqualTo(NoticeKind.SYNTAX_ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "node, node, ,",
    "node:22-slim, node, 22-slim, 22",
    "docker.io/library/node:22, node, 22, 22",
    "localhost:5000/a/node:v1, a/node, v1,",
    "node@sha256:ab, node, ,",
    "node:22.1@sha256:ab, node, 22.1, 22",
  })
  void namesOfImagesAreTakenApart(String name, String path, String tag, Integer major) {
    ImageName image = ImageName.of(name);
    assertThat(image.path()).isEqualTo(path);
    assertThat(image.tag().orElse(null)).isEqualTo(tag);
    assertThat(image.major().orElse(null)).isEqualTo(major);
  }

  @ParameterizedTest
  @CsvSource({
    ".github/workflows/a.yml, GITHUB_ACTIONS",
    ".github/actions/b/action.yaml, GITHUB_ACTION",
    ".gitlab-ci.yml, GITLAB_CI",
    ".circleci/config.yml, CIRCLECI",
    "azure-pipelines.yml, AZURE_PIPELINES",
    "bitbucket-pipelines.yml, BITBUCKET",
    ".travis.yml, TRAVIS",
    "ci/Jenkinsfile, JENKINS",
  })
  void theServiceIsKnownByThePath(String path, PipelineSystem system) {
    assertThat(PipelineReader.systemOf(path)).contains(system);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub/.github/workflows/a.yml", "config.yml", "a.github/workflows/b.yml"})
  void otherPathsAreNoPipelines(String path) {
    assertThat(PipelineReader.systemOf(path)).isEmpty();
  }

  @Test
  void commandsOfPipelinesKnowTheirPlace() {
    Pipeline pipeline =
        pipeline(
            ".github/workflows/a.yml",
            """
            on: {push: {branches: [main]}, pull_request: }
            jobs:
              a:
                steps:
                  - uses: actions/checkout@v4
                    with: {ref: x}
                  - run: |
                      npm ci
                      npm test
            """);
    assertThat(pipeline.startsOn("pull_request")).isTrue();
    PipelineStep run = pipeline.steps().get(1);
    PipelineScript script = run.scripts().get(0);
    assertThat(script.location(script.script().commands().get(1)).start())
        .isEqualTo(new Position(9, 11));
    assertThat(pipeline.steps().get(0).input("ref").orElseThrow().text()).isEqualTo("x");
  }

  @Test
  void nginxBlocksAreNested() {
    NginxConfig config =
        Objects.requireNonNull(
            DeployFiles.nginx(
                SourceText.of(
                    "nginx.conf",
                    "server { # a }\n listen \"80\"; location / { return 301 ${x}; } }"),
                notices::add));
    assertThat(config.directives()).hasSize(1);
    assertThat(config.directives().get(0).block()).hasToString("[listen 80, location /]");
    assertThat(notices).isEmpty();
  }

  @Test
  void brokenBlocksAreTold() {
    DeployFiles.nginx(SourceText.of("nginx.conf", "server {\n listen 80;\n"), notices::add);
    DeployFiles.nginx(SourceText.of("nginx.conf", "server { }\n}\nlisten 80;\n"), notices::add);
    DeployFiles.nginx(SourceText.of("nginx.conf", "server {".repeat(50_000)), notices::add);
    assertThat(notices)
        .extracting(Notice::kind)
        .containsExactly(
            NoticeKind.SYNTAX_ERROR, NoticeKind.SYNTAX_ERROR, NoticeKind.LIMIT_REACHED);
  }

  @Test
  void everyBeginningOfAFileIsSurvived() {
    String docker =
        "# escape=`\n"
            + "FROM a AS b\n"
            + "RUN --mount=type=x <<EOF a `\n"
            + " b\n"
            + "EOF\n"
            + "ENV A=\"b $C\" D\n"
            + "CMD [\"a\"]\n";
    String workflow =
        "on: {push: }\njobs:\n  a:\n    steps:\n      - run: |\n          a \"$(b '${{ c }}')\"\n";
    for (int end = 0; end <= docker.length(); end++) {
      dockerfile(docker.substring(0, end));
    }
    for (int end = 0; end <= workflow.length(); end++) {
      pipeline(".github/workflows/a.yml", workflow.substring(0, end));
    }
    assertThat(notices).isNotEmpty();
  }
}
