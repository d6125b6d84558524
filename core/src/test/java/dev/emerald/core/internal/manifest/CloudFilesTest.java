package dev.emerald.core.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emerald.core.internal.manifest.deploy.CloudFiles;
import dev.emerald.spi.deploy.CaddyConfig;
import dev.emerald.spi.deploy.CaddyDirective;
import dev.emerald.spi.deploy.CloudTemplate;
import dev.emerald.spi.deploy.TerraformBlock;
import dev.emerald.spi.deploy.TerraformFile;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.manifest.ConfigEntry;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The readers of what clouds, platforms and Caddy are told. */
class CloudFilesTest {

  private static final String TERRAFORM =
      """
      # the network
      variable "stage" { default = "dev" }
      resource "aws_security_group" "db" { // of the shop
        name = "db-${lookup(var.names, "db")}"
        tags = {
          Name = "a } b"
        }
        ingress {
          from_port   = 5432 # PostgreSQL
          cidr_blocks = [
            "10.0.0.0/8", /* ] */
          ]
        }
        policy = <<-EOT
          { "a": [
        EOT
        last = 1
      }
      """;

  private static final String CADDY =
      """
      {
        email a@shop.example
      }
      (common) {
        encode gzip
      }
      shop.example, www.shop.example {
        import common # all
        header X-A "b { c" \\
          d
        reverse_proxy {$UPSTREAM} {
          transport http
        }
      }
      """;

  private final List<Notice> notices = new ArrayList<>();

  private TerraformFile terraform(String text) {
    return CloudFiles.terraform(SourceText.of("main.tf", text), notices::add);
  }

  private CaddyConfig caddy(String text) {
    return CloudFiles.caddy(SourceText.of("Caddyfile", text), notices::add);
  }

  @Test
  void blocksOfTerraformAreRead() {
    TerraformFile file = terraform(TERRAFORM);
    assertThat(file.blocks()).hasToString("[variable stage, resource aws_security_group db]");
    TerraformBlock group = file.blocks().get(1);
    assertThat(group.isResource("aws_security_group")).isTrue();
    assertThat(group.attributes())
        .extracting(ConfigEntry::key)
        .containsExactly("name", "tags", "policy", "last");
    assertThat(group.value("last")).isEqualTo("1");
    TerraformBlock ingress = group.blocks("ingress").get(0);
    assertThat(ingress.value("from_port")).isEqualTo("5432");
    assertThat(ingress.value("cidr_blocks")).contains("10.0.0.0/8");
    assertThat(ingress.location().start().line()).isEqualTo(8);
    assertThat(file.blocks().get(0).value("default")).isEqualTo("dev");
    assertThat(notices).isEmpty();
  }

  @Test
  void sitesOfCaddyAreRead() {
    CaddyConfig config = caddy(CADDY);
    assertThat(config.sites()).hasSize(1);
    CaddyDirective site = config.sites().get(0);
    assertThat(site).hasToString("shop.example, www.shop.example");
    assertThat(site.block())
        .hasToString("[import common, header X-A b { c d, reverse_proxy {$UPSTREAM}]");
    assertThat(caddy("shop.example\nreverse_proxy app:3000\n").sites().get(0).block())
        .hasToString("[reverse_proxy app:3000]");
    assertThat(notices).isEmpty();
  }

  @Test
  void templatesAreReadInBothNotations() {
    String yaml =
        "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties: {R: !Ref X}\n";
    String json = "{\"Resources\": {\"A\": {\"Type\": \"AWS::Lambda::Function\"}}}";
    for (String text : new String[] {yaml, json}) {
      SourceText source = SourceText.of("template.yaml", text);
      CloudTemplate template = (CloudTemplate) CloudFiles.template(source, notices::add);
      assertThat(template).isNotNull();
      assertThat(template.functions()).extracting(YamlMember::name).containsExactly("A");
    }
    assertThat(CloudFiles.template(SourceText.of("a.yaml", "Resources: 1"), notices::add)).isNull();
    CloudTemplate serverless =
        CloudFiles.serverless(
            SourceText.of("serverless.yml", "functions:\n  pay: {handler: a.b}\n"), notices::add);
    assertThat(serverless.functions()).extracting(YamlMember::name).containsExactly("pay");
    assertThat(notices).isEmpty();
  }

  @Test
  void processesAreReadByName() {
    SourceText source =
        SourceText.of("Procfile", "# web\nweb: node a.js --x=y:z\n\nworker:node b\n");
    assertThat(CloudFiles.processes(source).processes())
        .extracting(each -> each.key() + "=" + each.value())
        .containsExactly("web=node a.js --x=y:z", "worker=node b");
  }

  @Test
  void chartsAreTold() {
    CloudFiles.chart(
        SourceText.of("chart/Chart.yaml", "apiVersion: v2\nname: a\nversion: 1.0.0\n"),
        notices::add);
    assertThat(notices).extracting(Notice::kind).containsExactly(NoticeKind.NOT_ANALYSED);
  }

  @Test
  void brokenAndDeepTextsAreTold() {
    terraform("a {\n");
    terraform("}\n");
    terraform("a {\n".repeat(50_000));
    terraform("= 1");
    caddy("a {\n");
    caddy("}\n");
    caddy("a {\n".repeat(50_000));
    assertThat(notices)
        .extracting(Notice::kind)
        .containsExactly(
            NoticeKind.SYNTAX_ERROR,
            NoticeKind.SYNTAX_ERROR,
            NoticeKind.LIMIT_REACHED,
            NoticeKind.SYNTAX_ERROR,
            NoticeKind.SYNTAX_ERROR,
            NoticeKind.SYNTAX_ERROR,
            NoticeKind.LIMIT_REACHED);
  }

  @Test
  void everyBeginningIsSurvived() {
    for (int end = 0; end < TERRAFORM.length(); end++) {
      terraform(TERRAFORM.substring(0, end));
    }
    for (int end = 0; end < CADDY.length(); end++) {
      caddy(CADDY.substring(0, end));
    }
    assertThat(notices).isNotEmpty();
  }
}
