package dev.emerald.rules.deploy;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Settings;
import dev.emerald.rules.values.Values;
import dev.emerald.spi.ast.ArrayExpression;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.deploy.CloudTemplate;
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
import dev.emerald.spi.scope.ObjectView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions that may do more than they have to, or that everybody may call. */
@RuleInfo(
    id = "deploy-serverless-iam",
    title = "A function may do everything, or everybody may use what it has",
    severity = Severity.MEDIUM,
    cwe = {269, 732},
    owasp = {"A01:2021", "A05:2021"},
    roadmap = {RoadmapItem.DEP_6},
    why =
        "Whoever takes over the function, by a flaw in it or in a dependency, has all that it may"
            + " do: with every action on every resource that is the whole account. What is open to"
            + " everybody is found by robots.",
    remedy = "Name the actions and the resources that are needed, and who may call.",
    bad = {
      @Example(
          file = "serverless.yml",
          value =
              """
              service: shop
              provider:
                name: aws
                iam:
                  role:
                    statements:
                      - Effect: Allow
                        Action: '*'
                        Resource: '*'
              """),
      @Example(
          file = "template.yaml",
          value =
              """
              AWSTemplateFormatVersion: '2010-09-09'
              Resources:
                Files:
                  Type: AWS::S3::Bucket
                  Properties:
                    AccessControl: PublicReadWrite
              """)
    },
    good = {
      @Example(
          file = "serverless.yml",
          value =
              """
              service: shop
              provider:
                name: aws
                iam:
                  role:
                    statements:
                      - Effect: Allow
                        Action: [dynamodb:GetItem]
                        Resource: arn:aws:dynamodb:eu-west-1:*:table/orders
              """)
    })
public final class CloudPermissions implements Rule {

  private static final int DEEPEST = 12;

  @Override
  public void register(Hooks on) {
    on.manifest(CloudTemplate.class, CloudPermissions::template);
    on.call(
        api("{aws-cdk-lib/aws-iam,@aws-cdk/aws-iam}.PolicyStatement"), CloudPermissions::statement);
  }

  private static void template(CloudTemplate template, RuleContext context) {
    if (template.format() == CloudTemplate.Format.SERVERLESS) {
      for (String[] path :
          new String[][] {
            {"provider", "iamRoleStatements"}, {"provider", "iam", "role", "statements"}
          }) {
        template
            .yaml()
            .at(path)
            .ifPresent(
                all -> all.elements().forEach(each -> statement(each, null, template, context)));
      }
      for (YamlMember function : template.functions()) {
        function
            .value()
            .member("iamRoleStatements")
            .ifPresent(
                all -> all.elements().forEach(each -> statement(each, null, template, context)));
      }
    }
    for (YamlMember resource : template.resources()) {
      resource(resource, template, context);
    }
  }

  private static void resource(YamlMember resource, CloudTemplate template, RuleContext context) {
    String type = CloudTemplate.typeOf(resource.value());
    YamlValue properties = resource.value().member("Properties").orElse(null);
    if (properties == null) {
      return;
    }
    switch (type) {
      case "AWS::S3::Bucket" -> {
        Optional<YamlValue> access = properties.member("AccessControl");
        String who = access.flatMap(YamlValue::asString).orElse("");
        if (who.equals("PublicReadWrite")) {
          context.report(template.location(access.orElseThrow()), "Everybody may write the bucket");
        }
      }
      case "AWS::Lambda::Url" ->
          properties.member("AuthType").ifPresent(auth -> address(auth, template, context));
      case "AWS::Serverless::Function" ->
          properties
              .at("FunctionUrlConfig", "AuthType")
              .ifPresent(auth -> address(auth, template, context));
      default -> {
        // Statements stand in many kinds of resources.
      }
    }
    statements(properties, type, template, context, DEEPEST);
  }

  /** An address without any check may be meant: it is said so that it is meant. */
  private static void address(YamlValue auth, CloudTemplate template, RuleContext context) {
    if (auth.asString().orElse("").equals("NONE")) {
      context.report(template.location(auth), "Everybody may call the address of the function");
    } else {
      context.satisfied(
          RoadmapItem.DEP_6, template.location(auth), "The address of the function asks who calls");
    }
  }

  private static void statements(
      YamlValue value, String type, CloudTemplate template, RuleContext context, int deep) {
    if (deep == 0) {
      return;
    }
    for (YamlMember member : value.members()) {
      String key = member.key().asString().orElse("");
      if (key.equals("Statement")) {
        if (member.value().elements().isEmpty()) {
          statement(member.value(), type, template, context);
        }
        member.value().elements().forEach(each -> statement(each, type, template, context));
      } else if (!key.equals("AssumeRolePolicyDocument")) {
        statements(member.value(), type, template, context, deep - 1);
      }
    }
    for (YamlValue element : value.elements()) {
      statements(element, type, template, context, deep - 1);
    }
  }

  private static void statement(
      YamlValue statement, @Nullable String type, CloudTemplate template, RuleContext context) {
    if (!statement.member("Effect").flatMap(YamlValue::asString).orElse("").equals("Allow")) {
      return;
    }
    YamlValue action = statement.member("Action").orElse(null);
    if (action == null) {
      return;
    }
    // The policy of a key says what may be done with that key alone.
    boolean ofKey = "AWS::KMS::Key".equals(type);
    boolean everything = has(action, "*");
    boolean everywhere = statement.member("Resource").filter(value -> has(value, "*")).isPresent();
    if (everything && everywhere && !ofKey) {
      context.report(template.location(action), "Every action on every resource is allowed");
      return;
    }
    boolean everybody =
        statement
            .member("Principal")
            .filter(who -> has(who, "*") || who.member("AWS").filter(w -> has(w, "*")).isPresent())
            .isPresent();
    if (everybody && statement.member("Condition").isEmpty() && writes(action)) {
      context.report(template.location(action), "Everybody may do this: the principal is '*'");
    } else if (!everything && !everywhere && !everybody) {
      context.satisfied(
          RoadmapItem.DEP_6,
          template.location(action),
          "What the function may do is named, action by action");
    }
  }

  private static boolean has(YamlValue value, String wanted) {
    return value.asString().orElse("").equals(wanted)
        || value.elements().stream().anyMatch(each -> each.asString().orElse("").equals(wanted));
  }

  /** Whether more than reading is allowed: pages are made to be read by everybody. */
  private static boolean writes(YamlValue action) {
    List<YamlValue> all = action.elements().isEmpty() ? List.of(action) : action.elements();
    return all.stream()
        .map(each -> each.asString().orElse(""))
        .anyMatch(
            name ->
                name.equals("*")
                    || name.endsWith(":*")
                    || name.contains(":Put")
                    || name.contains(":Delete")
                    || name.contains(":Send")
                    || name.contains(":Invoke"));
  }

  /** A statement of the Cloud Development Kit. */
  private static void statement(Invocation call, FileContext context) {
    ObjectView options = Settings.argument(call, 0, context.scopes());
    if (options != null
        && isStar(options.get("actions"), context)
        && isStar(options.get("resources"), context)) {
      context.report(call, "Every action on every resource is allowed");
    }
  }

  private static boolean isStar(@Nullable Expression list, FileContext context) {
    if (list == null || !(context.scopes().origin(list) instanceof ArrayExpression array)) {
      return false;
    }
    return array.elements().stream()
        .anyMatch(each -> "*".equals(Values.string(each, context.scopes())));
  }
}
