package dev.emerald.rules;

import dev.emerald.rules.arch.CircularImports;
import dev.emerald.rules.arch.LogicInHandler;
import dev.emerald.rules.arch.LongScript;
import dev.emerald.rules.arch.ScatteredConfiguration;
import dev.emerald.rules.arch.ServiceLayerMissing;
import dev.emerald.rules.async.AsyncExecutor;
import dev.emerald.rules.async.CallbackErrorIgnored;
import dev.emerald.rules.async.CallbackStyle;
import dev.emerald.rules.async.ErrorMiddlewareMissing;
import dev.emerald.rules.async.ErrorMiddlewareOrder;
import dev.emerald.rules.async.ExpressAsyncHandler;
import dev.emerald.rules.async.FloatingPromise;
import dev.emerald.rules.async.MisusedPromise;
import dev.emerald.rules.async.ThenWithoutCatch;
import dev.emerald.rules.async.UncaughtException;
import dev.emerald.rules.async.UnsafeFinally;
import dev.emerald.rules.async.VerificationFailsOpen;
import dev.emerald.rules.auth.BasicAuthInCode;
import dev.emerald.rules.auth.ComparisonNotAwaited;
import dev.emerald.rules.auth.JwtAnyAlgorithm;
import dev.emerald.rules.auth.JwtNeverExpires;
import dev.emerald.rules.auth.JwtSecretInCode;
import dev.emerald.rules.auth.JwtWithoutKey;
import dev.emerald.rules.auth.JwtWithoutSignature;
import dev.emerald.rules.auth.SessionSecretInCode;
import dev.emerald.rules.container.CopiedFolder;
import dev.emerald.rules.container.CopiedSecret;
import dev.emerald.rules.container.EndedNode;
import dev.emerald.rules.container.ExposedShell;
import dev.emerald.rules.container.FloatingImage;
import dev.emerald.rules.container.RemoteScript;
import dev.emerald.rules.container.RootUser;
import dev.emerald.rules.container.UnlockedInstall;
import dev.emerald.rules.crypto.BrokenCipher;
import dev.emerald.rules.crypto.CipherWithoutIv;
import dev.emerald.rules.crypto.EcbMode;
import dev.emerald.rules.crypto.RsaWithoutOaep;
import dev.emerald.rules.crypto.SmallKey;
import dev.emerald.rules.crypto.StaticIv;
import dev.emerald.rules.crypto.UncheckedCertificate;
import dev.emerald.rules.crypto.UncheckedHostname;
import dev.emerald.rules.crypto.UnsafeBuffer;
import dev.emerald.rules.crypto.WeakHash;
import dev.emerald.rules.crypto.WeakTlsProtocol;
import dev.emerald.rules.deploy.MonitoringMissing;
import dev.emerald.rules.deploy.MountedSocket;
import dev.emerald.rules.deploy.OpenDatabase;
import dev.emerald.rules.deploy.OpenDebugger;
import dev.emerald.rules.deploy.PodAsRoot;
import dev.emerald.rules.deploy.PrivilegedContainer;
import dev.emerald.rules.deploy.ProxyTraps;
import dev.emerald.rules.deploy.ProxyWithoutTls;
import dev.emerald.rules.deploy.PublishedDatabase;
import dev.emerald.rules.deploy.ServiceAsRoot;
import dev.emerald.rules.deploy.UncheckedCluster;
import dev.emerald.rules.deploy.UnsafeFlag;
import dev.emerald.rules.deploy.WildcardRole;
import dev.emerald.rules.dos.ExponentialRegex;
import dev.emerald.rules.files.KeyFromToken;
import dev.emerald.rules.files.PathFromCaller;
import dev.emerald.rules.files.PathFromOutside;
import dev.emerald.rules.files.ZipSlip;
import dev.emerald.rules.health.Debugger;
import dev.emerald.rules.health.FocusedTest;
import dev.emerald.rules.health.HiddenCharacters;
import dev.emerald.rules.health.NoTests;
import dev.emerald.rules.health.Sizes;
import dev.emerald.rules.health.WorldWritable;
import dev.emerald.rules.injection.CodeFromCaller;
import dev.emerald.rules.injection.CodeFromOutside;
import dev.emerald.rules.injection.CommandFromCaller;
import dev.emerald.rules.injection.CommandFromOperator;
import dev.emerald.rules.injection.CommandFromOutside;
import dev.emerald.rules.injection.Deserialization;
import dev.emerald.rules.injection.DynamicRequire;
import dev.emerald.rules.injection.EnvironmentFromOutside;
import dev.emerald.rules.injection.EvalUse;
import dev.emerald.rules.injection.ExternalEntities;
import dev.emerald.rules.injection.GraphQlDocument;
import dev.emerald.rules.injection.Ldap;
import dev.emerald.rules.injection.LogLines;
import dev.emerald.rules.injection.MailFields;
import dev.emerald.rules.injection.MassAssignment;
import dev.emerald.rules.injection.ModelOutput;
import dev.emerald.rules.injection.ModuleFromOutside;
import dev.emerald.rules.injection.NoSql;
import dev.emerald.rules.injection.NoSqlCode;
import dev.emerald.rules.injection.OptionFromOutside;
import dev.emerald.rules.injection.RedisScript;
import dev.emerald.rules.injection.RegexFromOutside;
import dev.emerald.rules.injection.ShellSpawn;
import dev.emerald.rules.injection.Sql;
import dev.emerald.rules.injection.SqlIdentifier;
import dev.emerald.rules.injection.SqlObject;
import dev.emerald.rules.injection.SystemPrompt;
import dev.emerald.rules.injection.TemplateLocals;
import dev.emerald.rules.injection.TemplateText;
import dev.emerald.rules.injection.UnsafeDeserializer;
import dev.emerald.rules.injection.VmAsSandbox;
import dev.emerald.rules.injection.XPath;
import dev.emerald.rules.pipeline.AuditIgnored;
import dev.emerald.rules.pipeline.BroadPermissions;
import dev.emerald.rules.pipeline.LeakyArtifact;
import dev.emerald.rules.pipeline.MissingPermissions;
import dev.emerald.rules.pipeline.MissingPipeline;
import dev.emerald.rules.pipeline.NoLinter;
import dev.emerald.rules.pipeline.NoScanner;
import dev.emerald.rules.pipeline.NoSecurityLinter;
import dev.emerald.rules.pipeline.PullRequestTarget;
import dev.emerald.rules.pipeline.ScriptInjection;
import dev.emerald.rules.pipeline.SecretInPipeline;
import dev.emerald.rules.pipeline.UnlockedPipelineInstall;
import dev.emerald.rules.pipeline.UnpinnedAction;
import dev.emerald.rules.pipeline.UnsecureCommands;
import dev.emerald.rules.prototypes.PollutionByCaller;
import dev.emerald.rules.prototypes.PollutionFromOutside;
import dev.emerald.rules.secrets.CredentialsInUrl;
import dev.emerald.rules.secrets.EnvironmentFile;
import dev.emerald.rules.secrets.PrivateKeyInRepository;
import dev.emerald.rules.secrets.RegistryToken;
import dev.emerald.rules.secrets.SecretForContainers;
import dev.emerald.rules.secrets.SecretInConfiguration;
import dev.emerald.rules.secrets.SecretInImage;
import dev.emerald.rules.secrets.SecretUnderItsName;
import dev.emerald.rules.secrets.TokenInRepository;
import dev.emerald.rules.supply.DependencyByUrl;
import dev.emerald.rules.supply.DeprecatedPackage;
import dev.emerald.rules.supply.InstallScript;
import dev.emerald.rules.supply.KnownMalicious;
import dev.emerald.rules.supply.KnownVulnerable;
import dev.emerald.rules.supply.LockHost;
import dev.emerald.rules.supply.LockIgnored;
import dev.emerald.rules.supply.LockIntegrity;
import dev.emerald.rules.supply.LockMissing;
import dev.emerald.rules.supply.LockOutOfStep;
import dev.emerald.rules.supply.OverrideSource;
import dev.emerald.rules.supply.RegistryInsecure;
import dev.emerald.rules.supply.ScriptRisk;
import dev.emerald.rules.supply.ShadowedBuiltin;
import dev.emerald.rules.supply.UnboundedRange;
import dev.emerald.rules.web.AutoescapeSwitchedOff;
import dev.emerald.rules.web.ClientRedirect;
import dev.emerald.rules.web.CompressionMissing;
import dev.emerald.rules.web.CookieForScripts;
import dev.emerald.rules.web.CookieWithoutSecure;
import dev.emerald.rules.web.CorsForEverybody;
import dev.emerald.rules.web.CsrfSwitchedOff;
import dev.emerald.rules.web.DomXss;
import dev.emerald.rules.web.ElectronOpen;
import dev.emerald.rules.web.HeaderFields;
import dev.emerald.rules.web.HeadlessHtml;
import dev.emerald.rules.web.HelmetMissing;
import dev.emerald.rules.web.HelmetSwitchedOff;
import dev.emerald.rules.web.HtmlFromCaller;
import dev.emerald.rules.web.LenientHttpParser;
import dev.emerald.rules.web.OpenRedirect;
import dev.emerald.rules.web.ReflectedOrigin;
import dev.emerald.rules.web.ReflectedXss;
import dev.emerald.rules.web.ServerSideRequest;
import dev.emerald.rules.web.SessionInMemory;
import dev.emerald.rules.web.StaticExposesProject;
import dev.emerald.rules.web.StoredXss;
import dev.emerald.rules.web.WeakContentSecurityPolicy;
import dev.emerald.spi.rule.ApiModel;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RulePack;
import java.util.List;

/** The pack of the rules that come with the library. */
public final class BuiltinRules implements RulePack {

  /** What libraries are called, bring in, must not be given, make harmless, and hand on. */
  private static final List<String> MODELS =
      List.of(
          "web",
          "web-sources",
          "other-sources",
          "command-sinks",
          "file-sinks",
          "query-sinks",
          "response-sinks",
          "request-sinks",
          "document-sinks",
          "cleaning",
          "collections");

  /** For {@link java.util.ServiceLoader}. */
  public BuiltinRules() {}

  @Override
  public String id() {
    return "builtin";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new CallbackStyle(),
        new Sizes(),
        new CircularImports(),
        new ScatteredConfiguration(),
        new ServiceLayerMissing(),
        new LogicInHandler(),
        new NoTests(),
        new LongScript(),
        new ErrorMiddlewareMissing(),
        new MonitoringMissing(),
        new HelmetMissing(),
        new CompressionMissing(),
        new AsyncExecutor(),
        new CallbackErrorIgnored(),
        new ErrorMiddlewareOrder(),
        new ExpressAsyncHandler(),
        new FloatingPromise(),
        new MisusedPromise(),
        new ThenWithoutCatch(),
        new UncaughtException(),
        new UnsafeFinally(),
        new VerificationFailsOpen(),
        new BasicAuthInCode(),
        new ComparisonNotAwaited(),
        new JwtAnyAlgorithm(),
        new JwtNeverExpires(),
        new JwtSecretInCode(),
        new JwtWithoutKey(),
        new JwtWithoutSignature(),
        new SessionSecretInCode(),
        new CopiedFolder(),
        new EndedNode(),
        new ExposedShell(),
        new FloatingImage(),
        new RemoteScript(),
        new RootUser(),
        new CopiedSecret(),
        new UnlockedInstall(),
        new OpenDebugger(),
        new MountedSocket(),
        new OpenDatabase(),
        new PodAsRoot(),
        new PrivilegedContainer(),
        new ProxyTraps(),
        new ProxyWithoutTls(),
        new PublishedDatabase(),
        new ServiceAsRoot(),
        new UncheckedCluster(),
        new WildcardRole(),
        new UnsafeFlag(),
        new BrokenCipher(),
        new CipherWithoutIv(),
        new EcbMode(),
        new RsaWithoutOaep(),
        new SmallKey(),
        new StaticIv(),
        new UncheckedCertificate(),
        new UncheckedHostname(),
        new UnsafeBuffer(),
        new WeakHash(),
        new WeakTlsProtocol(),
        new ExponentialRegex(),
        new Debugger(),
        new FocusedTest(),
        new HiddenCharacters(),
        new WorldWritable(),
        new DynamicRequire(),
        new EvalUse(),
        new ShellSpawn(),
        new UnsafeDeserializer(),
        new VmAsSandbox(),
        new CredentialsInUrl(),
        new EnvironmentFile(),
        new PrivateKeyInRepository(),
        new RegistryToken(),
        new SecretForContainers(),
        new SecretInConfiguration(),
        new SecretInImage(),
        new SecretUnderItsName(),
        new TokenInRepository(),
        new AuditIgnored(),
        new BroadPermissions(),
        new LeakyArtifact(),
        new MissingPermissions(),
        new MissingPipeline(),
        new NoLinter(),
        new NoScanner(),
        new NoSecurityLinter(),
        new PullRequestTarget(),
        new ScriptInjection(),
        new SecretInPipeline(),
        new UnlockedPipelineInstall(),
        new UnpinnedAction(),
        new UnsecureCommands(),
        new PollutionByCaller(),
        new PollutionFromOutside(),
        new DependencyByUrl(),
        new InstallScript(),
        new KnownMalicious(),
        new KnownVulnerable(),
        new DeprecatedPackage(),
        new LockHost(),
        new LockIgnored(),
        new LockIntegrity(),
        new LockMissing(),
        new LockOutOfStep(),
        new OverrideSource(),
        new RegistryInsecure(),
        new ScriptRisk(),
        new ShadowedBuiltin(),
        new UnboundedRange(),
        new AutoescapeSwitchedOff(),
        new CookieForScripts(),
        new CookieWithoutSecure(),
        new CorsForEverybody(),
        new CsrfSwitchedOff(),
        new HelmetSwitchedOff(),
        new LenientHttpParser(),
        new SessionInMemory(),
        new StaticExposesProject(),
        new CommandFromOutside(),
        new CommandFromOperator(),
        new CommandFromCaller(),
        new OptionFromOutside(),
        new Sql(),
        new SqlIdentifier(),
        new SqlObject(),
        new NoSql(),
        new NoSqlCode(),
        new RedisScript(),
        new Ldap(),
        new XPath(),
        new GraphQlDocument(),
        new CodeFromOutside(),
        new CodeFromCaller(),
        new ModuleFromOutside(),
        new TemplateText(),
        new TemplateLocals(),
        new EnvironmentFromOutside(),
        new MailFields(),
        new MassAssignment(),
        new RegexFromOutside(),
        new LogLines(),
        new ExternalEntities(),
        new Deserialization(),
        new ReflectedXss(),
        new StoredXss(),
        new HtmlFromCaller(),
        new DomXss(),
        new OpenRedirect(),
        new ClientRedirect(),
        new ServerSideRequest(),
        new HeadlessHtml(),
        new HeaderFields(),
        new ReflectedOrigin(),
        new PathFromOutside(),
        new PathFromCaller(),
        new ZipSlip(),
        new KeyFromToken(),
        new SystemPrompt(),
        new ModelOutput(),
        new ElectronOpen(),
        new WeakContentSecurityPolicy());
  }

  @Override
  public List<ApiModel> models() {
    return MODELS.stream()
        .map(name -> ApiModel.resource(BuiltinRules.class, "models/" + name + ".model"))
        .toList();
  }
}
