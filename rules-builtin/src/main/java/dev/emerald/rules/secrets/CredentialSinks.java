package dev.emerald.rules.secrets;

import static dev.emerald.spi.scope.ApiPattern.api;

import dev.emerald.rules.values.Keys;
import dev.emerald.spi.ast.Expression;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.Invocation;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Property;
import dev.emerald.spi.ast.VariableDeclarator;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.scope.ApiPattern;
import dev.emerald.spi.scope.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places where libraries are given passwords, keys and tokens. */
final class CredentialSinks {

  private static final int DEEPEST = 6;

  private static final int MOST_USES = 20;

  /**
   * A place of a call.
   *
   * @param api what is called
   * @param argument the index of the argument
   * @param path the keys that lead to the value in it; empty for the argument itself
   */
  record Sink(ApiPattern api, int argument, List<String> path) {}

  /** Where {@link CredentialInCall} looks. */
  static final List<Sink> CREDENTIALS =
      List.of(
          sink("pg.{Client,Pool,native.Client,native.Pool}", 0, "password"),
          sink(
              "{mysql,mysql2,mysql2/promise,mariadb}.{createConnection,createPool}", 0, "password"),
          sink("mssql.{connect,ConnectionPool}", 0, "password"),
          sink("tedious.Connection", 0, "authentication.options.password"),
          sink("oracledb.{getConnection,createPool}", 0, "password"),
          sink("{sequelize,sequelize.Sequelize,sequelize-typescript.Sequelize}", 2, ""),
          sink("{sequelize,sequelize.Sequelize,sequelize-typescript.Sequelize}", 0, "password"),
          sink("knex", 0, "connection.password"),
          sink("typeorm.{DataSource,createConnection}", 0, "password"),
          sink("@nestjs/typeorm.TypeOrmModule.forRoot", 0, "password"),
          sink("pg-promise()", 0, "password"),
          sink(
              "{mongodb.MongoClient,mongodb.MongoClient.connect,mongoose.connect}",
              1,
              "auth.password"),
          sink("{mongoose.connect,mongoose.createConnection}", 1, "pass"),
          sink("{redis.createClient,ioredis,ioredis.Redis}", 0, "password"),
          sink("redis.createClient().auth", 0, ""),
          sink("nodemailer.createTransport", 0, "auth.pass"),
          sink("nodemailer.createTransport", 0, "auth.clientSecret"),
          sink("imap", 0, "password"),
          sink("{ssh2.Client(),node-ssh.NodeSSH(),ssh2-sftp-client()}.connect", 0, "password"),
          sink("{ssh2.Client(),node-ssh.NodeSSH(),ssh2-sftp-client()}.connect", 0, "passphrase"),
          sink("{basic-ftp.Client().access,ftp().connect}", 0, "password"),
          sink("ldapjs.createClient().bind", 1, ""),
          sink("{amqplib,amqplib/callback_api}.connect", 0, "password"),
          sink("mqtt.connect", 1, "password"),
          sink("jsforce.Connection().login", 1, ""),
          sink("aws-sdk.config.update", 0, "secretAccessKey"),
          sink("aws-sdk.{S3,SES,SNS,SQS,DynamoDB,Credentials,Lambda,EC2}", 0, "secretAccessKey"),
          sink("@aws-sdk/client-s3.S3Client", 0, "credentials.secretAccessKey"),
          sink("@aws-sdk/client-dynamodb.DynamoDBClient", 0, "credentials.secretAccessKey"),
          sink("@aws-sdk/client-ses.SESClient", 0, "credentials.secretAccessKey"),
          sink("@aws-sdk/client-sqs.SQSClient", 0, "credentials.secretAccessKey"),
          sink("@aws-sdk/client-sns.SNSClient", 0, "credentials.secretAccessKey"),
          sink("cloudinary.{config,v2.config}", 0, "api_secret"),
          sink("{stripe,stripe.Stripe}", 0, ""),
          sink("{twilio,twilio.Twilio}", 1, ""),
          sink("@sendgrid/{mail,client}.setApiKey", 0, ""),
          sink("{openai,openai.OpenAI,@anthropic-ai/sdk,@anthropic-ai/sdk.Anthropic}", 0, "apiKey"),
          sink("{@octokit/rest,@octokit/core}.Octokit", 0, "auth"),
          sink("@slack/web-api.WebClient", 0, ""),
          sink("discord.js.Client().login", 0, ""),
          sink("{telegraf,telegraf.Telegraf,node-telegram-bot-api}", 0, ""),
          sink("pusher", 0, "secret"),
          sink("algoliasearch", 1, ""),
          sink("razorpay", 0, "key_secret"),
          sink("braintree.BraintreeGateway", 0, "privateKey"),
          sink("plaid.Client", 0, "secret"),
          sink(
              "passport-{facebook,github,github2,linkedin-oauth2,auth0}.Strategy",
              0,
              "clientSecret"),
          sink(
              "{passport-google-oauth20.Strategy,passport-oauth2,passport-oauth2.Strategy}",
              0,
              "clientSecret"),
          sink("{passport-google-oauth.OAuth2Strategy,passport-auth0}", 0, "clientSecret"),
          sink("passport-twitter.Strategy", 0, "consumerSecret"),
          sink("passport-google-oauth.OAuthStrategy", 0, "consumerSecret"),
          sink("twitter", 0, "consumer_secret"),
          sink("twitter", 0, "access_token_secret"),
          sink("googleapis.google.auth.OAuth2", 1, ""),
          sink("google-auth-library.OAuth2Client", 1, ""),
          sink("axios.{get,head,delete,options}", 1, "auth.password"),
          sink("axios.{post,put,patch}", 2, "auth.password"),
          sink("{axios,axios.request,axios.create,request,got}", 0, "auth.password"));

  /** Where rules of their own look for what signs and enciphers. */
  private static final List<Sink> SIGNING =
      List.of(
          sink("jsonwebtoken.{sign,verify}", 1, ""),
          sink("jwt-simple.{encode,decode}", 1, ""),
          sink("{express-jwt,express-jwt.expressjwt,koa-jwt}", 0, "secret"),
          sink("passport-jwt.Strategy", 0, "secretOrKey"),
          sink("@nestjs/jwt.JwtModule.register", 0, "secret"),
          sink("{express-session,cookie-session}", 0, "secret"),
          sink("cookie-parser", 0, ""),
          sink("crypto.{createHmac,createCipheriv,createDecipheriv}", 1, ""),
          sink("crypto.{pbkdf2,pbkdf2Sync,scrypt,scryptSync}", 0, ""));

  private CredentialSinks() {}

  private static Sink sink(String api, int argument, String path) {
    return new Sink(api(api), argument, path.isEmpty() ? List.of() : List.of(path.split("\\.")));
  }

  /**
   * Whether a value, or the variable that a declaration gives it to, is handed to a place that a
   * rule of its own looks at: a name says less than where the value goes.
   */
  static boolean takes(Expression value, FileContext context) {
    if (stands(value, context)) {
      return true;
    }
    if (context.tree().parent(value) instanceof VariableDeclarator declarator
        && declarator.id() instanceof Identifier name) {
      Symbol symbol = context.scopes().symbolOf(name);
      return symbol != null
          && symbol.references().stream()
              .limit(MOST_USES)
              .anyMatch(reference -> stands(reference, context));
    }
    return false;
  }

  private static boolean stands(Expression value, FileContext context) {
    List<String> path = new ArrayList<>();
    Node inner = value;
    for (int steps = 0; steps < DEEPEST; steps++) {
      Node outer = context.tree().parent(inner);
      if (outer instanceof Property property && property.value() == inner) {
        String key = Keys.of(property);
        if (key == null || !(context.tree().parent(property) instanceof ObjectExpression object)) {
          return false;
        }
        path.add(0, key);
        inner = object;
      } else if (outer instanceof Invocation call) {
        return isAt(call, inner, path, context);
      } else {
        return false;
      }
    }
    return false;
  }

  private static boolean isAt(
      Invocation call, Node argument, List<String> path, FileContext context) {
    String api = context.scopes().apiOf(call.callee());
    return api != null
        && (isAt(CREDENTIALS, api, call, argument, path)
            || isAt(SIGNING, api, call, argument, path));
  }

  private static boolean isAt(
      List<Sink> sinks, String api, Invocation call, @Nullable Node argument, List<String> path) {
    for (Sink sink : sinks) {
      if (sink.path().equals(path)
          && call.argument(sink.argument()) == argument
          && sink.api().matches(api)) {
        return true;
      }
    }
    return false;
  }
}
