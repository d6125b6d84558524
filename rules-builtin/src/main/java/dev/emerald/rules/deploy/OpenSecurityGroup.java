package dev.emerald.rules.deploy;

import static dev.emerald.spi.scope.ApiPattern.anyOf;

import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.CallExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.deploy.CloudTemplate;
import dev.emerald.spi.deploy.TerraformBlock;
import dev.emerald.spi.deploy.TerraformFile;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.manifest.YamlMember;
import dev.emerald.spi.manifest.YamlValue;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Firewalls that let everybody reach what is not made for everybody. */
@RuleInfo(
    id = "deploy-security-group-open",
    title = "The firewall lets everybody reach a shell or a database",
    severity = Severity.HIGH,
    cwe = {284, 668},
    owasp = {"A05:2021"},
    roadmap = {RoadmapItem.DEP_6},
    why =
        "Robots try every address for open shells and databases, all day long. A password that is"
            + " weak or a flaw of the server is then all that is needed.",
    remedy =
        "Allow the addresses of the network that needs it, or another security group; reach shells"
            + " through a bastion host or a session manager.",
    bad = {
      @Example(
          file = "infra/main.tf",
          value =
              """
              resource "aws_security_group" "db" {
                ingress {
                  from_port   = 5432
                  to_port     = 5432
                  protocol    = "tcp"
                  cidr_blocks = ["0.0.0.0/0"]
                }
              }
              """),
      @Example(
          file = "template.yaml",
          value =
              """
              Resources:
                Shell:
                  Type: AWS::EC2::SecurityGroup
                  Properties:
                    SecurityGroupIngress:
                      - IpProtocol: tcp
                        FromPort: 22
                        ToPort: 22
                        CidrIp: 0.0.0.0/0
              """)
    },
    good = {
      @Example(
          file = "infra/main.tf",
          value =
              """
              resource "aws_security_group" "web" {
                ingress {
                  from_port   = 443
                  to_port     = 443
                  protocol    = "tcp"
                  cidr_blocks = ["0.0.0.0/0"]
                }
                ingress {
                  from_port   = 5432
                  to_port     = 5432
                  protocol    = "tcp"
                  cidr_blocks = ["10.0.0.0/16"]
                }
              }
              """)
    })
public final class OpenSecurityGroup implements Rule {

  /** What must not be reached by everybody, by its port. */
  private static final Map<Integer, String> PRIVATE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(22, "SSH"),
              Map.entry(23, "telnet"),
              Map.entry(1433, "SQL Server"),
              Map.entry(1521, "Oracle"),
              Map.entry(2375, "Docker"),
              Map.entry(3306, "MySQL"),
              Map.entry(3389, "the remote desktop"),
              Map.entry(5432, "PostgreSQL"),
              Map.entry(5601, "Kibana"),
              Map.entry(5672, "RabbitMQ"),
              Map.entry(6379, "Redis"),
              Map.entry(9042, "Cassandra"),
              Map.entry(9200, "Elasticsearch"),
              Map.entry(9229, "the debugger of Node.js"),
              Map.entry(11211, "memcached"),
              Map.entry(27017, "MongoDB")));

  private static final ApiPattern EVERYBODY =
      anyOf("{aws-cdk-lib/aws-ec2,@aws-cdk/aws-ec2}.Peer.{anyIpv4(),anyIpv6()}");

  private static final ApiPattern PORT = anyOf("{aws-cdk-lib/aws-ec2,@aws-cdk/aws-ec2}.Port.tcp()");

  @Override
  public void register(Hooks on) {
    on.manifest(TerraformFile.class, OpenSecurityGroup::terraform);
    on.manifest(CloudTemplate.class, OpenSecurityGroup::template);
    on.call(
        anyOf("{aws-cdk-lib/aws-ec2,@aws-cdk/aws-ec2}.SecurityGroup().addIngressRule"),
        OpenSecurityGroup::construct);
  }

  private static void judge(boolean everybody, int from, int to, Location at, RuleContext context) {
    if (!everybody) {
      context.satisfied(RoadmapItem.DEP_6, at, "The firewall names who may come in");
      return;
    }
    if (from <= 0 && to >= 65_535) {
      context.report(at, "Everybody may reach every port");
      return;
    }
    for (Map.Entry<Integer, String> each : PRIVATE.entrySet()) {
      if (from <= each.getKey() && each.getKey() <= to) {
        context.report(at, "Everybody may reach " + each.getValue() + ", port " + each.getKey());
        return;
      }
    }
  }

  private static boolean isEverybody(String addresses) {
    return addresses.contains("0.0.0.0/0")
        || addresses.contains("::/0")
        || addresses.equals("*")
        || addresses.equalsIgnoreCase("Internet");
  }

  private static void terraform(TerraformFile file, RuleContext context) {
    for (TerraformBlock block : file.blocks()) {
      if (block.isResource("aws_security_group")
          || block.isResource("aws_default_security_group")) {
        for (TerraformBlock inner : ingress(block)) {
          range(inner, inner.value("cidr_blocks") + inner.value("ipv6_cidr_blocks"), context);
        }
      } else if (block.isResource("aws_security_group_rule")) {
        if (block.value("type").equals("ingress")) {
          range(block, block.value("cidr_blocks") + block.value("ipv6_cidr_blocks"), context);
        }
      } else if (block.isResource("aws_vpc_security_group_ingress_rule")) {
        range(block, block.value("cidr_ipv4") + block.value("cidr_ipv6"), context);
      } else if (block.isResource("google_compute_firewall")) {
        google(block, context);
      } else if (block.isResource("azurerm_network_security_rule")) {
        azure(block, context);
      } else if (block.isResource("azurerm_network_security_group")) {
        block.blocks("security_rule").forEach(inner -> azure(inner, context));
      }
    }
  }

  private static List<TerraformBlock> ingress(TerraformBlock group) {
    List<TerraformBlock> all = new ArrayList<>(group.blocks("ingress"));
    for (TerraformBlock each : group.blocks("dynamic")) {
      if (each.labels().contains("ingress")) {
        all.addAll(each.blocks("content"));
      }
    }
    return all;
  }

  private static void range(TerraformBlock block, String addresses, RuleContext context) {
    boolean all = block.value("protocol").equals("-1") || block.value("ip_protocol").equals("-1");
    int from = all ? 0 : number(block.value("from_port"));
    int to = all ? 65_535 : number(block.value("to_port"));
    if (from >= 0 && to >= 0 && !addresses.isEmpty()) {
      judge(isEverybody(addresses), from, to, block.location(), context);
    }
  }

  private static void google(TerraformBlock block, RuleContext context) {
    String from = block.value("source_ranges");
    if (from.isEmpty() || block.value("direction").equals("EGRESS")) {
      return;
    }
    for (TerraformBlock allow : block.blocks("allow")) {
      ports(allow.value("ports"), isEverybody(from), allow.location(), context);
    }
  }

  private static void azure(TerraformBlock block, RuleContext context) {
    String from = block.value("source_address_prefix");
    boolean comesIn =
        block.value("direction").equalsIgnoreCase("Inbound")
            && block.value("access").equalsIgnoreCase("Allow");
    if (comesIn && !from.isEmpty()) {
      String ports = block.value("destination_port_range");
      ports(
          ports.equals("*") ? "0-65535" : ports + block.value("destination_port_ranges"),
          isEverybody(from),
          block.location(),
          context);
    }
  }

  /** Ports as they are written: numbers and ranges, in a list or alone. */
  private static void ports(String written, boolean all, Location at, RuleContext context) {
    for (String part : written.split("[\\[\\]\",\\s]+", 100)) {
      int dash = part.indexOf('-');
      int from = number(dash < 0 ? part : part.substring(0, dash));
      int to = dash < 0 ? from : number(part.substring(dash + 1));
      if (from >= 0 && to >= 0) {
        judge(all, from, to, at, context);
      }
    }
  }

  private static void template(CloudTemplate template, RuleContext context) {
    for (YamlMember resource : template.resources()) {
      String type = CloudTemplate.typeOf(resource.value());
      YamlValue properties = resource.value().member("Properties").orElse(null);
      if (properties == null) {
        continue;
      }
      if (type.equals("AWS::EC2::SecurityGroup")) {
        for (YamlValue each :
            properties.member("SecurityGroupIngress").map(YamlValue::elements).orElse(List.of())) {
          ingress(each, template, context);
        }
      } else if (type.equals("AWS::EC2::SecurityGroupIngress")) {
        ingress(properties, template, context);
      }
    }
  }

  private static void ingress(YamlValue rule, CloudTemplate template, RuleContext context) {
    String addresses = text(rule, "CidrIp") + text(rule, "CidrIpv6");
    boolean all = text(rule, "IpProtocol").equals("-1");
    int from = all ? 0 : number(text(rule, "FromPort"));
    int to = all ? 65_535 : number(text(rule, "ToPort"));
    boolean group = rule.member("SourceSecurityGroupId").isPresent();
    if (from >= 0 && to >= 0 && (group || !addresses.isEmpty())) {
      judge(isEverybody(addresses), from, to, template.location(rule), context);
    }
  }

  private static String text(YamlValue of, String name) {
    return of.member(name).flatMap(YamlValue::asString).orElse("");
  }

  /** A port; -1 for what is no number. */
  private static int number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 6;
    for (int i = 0; i < text.length() && digits; i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Integer.parseInt(text) : -1;
  }

  /** What a program of the Cloud Development Kit allows. */
  private static void construct(Invocation call, FileContext context) {
    Expression peer = call.argument(0);
    if (peer == null || !EVERYBODY.matches(context.scopes().apiOf(peer))) {
      return;
    }
    int port = port(call.argument(1), context);
    if (port > 0) {
      judge(true, port, port, context.location(call), context);
    }
  }

  private static int port(@Nullable Expression value, FileContext context) {
    Expression origin = value == null ? null : context.scopes().origin(value);
    if (origin instanceof CallExpression made && PORT.matches(context.scopes().apiOf(origin))) {
      double number = Values.number(made.argument(0), context.scopes());
      return Double.isNaN(number) ? -1 : (int) number;
    }
    return -1;
  }
}
