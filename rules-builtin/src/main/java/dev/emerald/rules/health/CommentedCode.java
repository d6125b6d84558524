package dev.emerald.rules.health;

import dev.emerald.rules.traits.Kind;
import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.ast.Comment;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.project.TextFile;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Code that was commented out, security work that was put off. */
@RuleInfo(
    id = "health-commented-code",
    title = "Code that was commented out, security work that was put off",
    severity = Severity.INFO,
    cwe = {1116, 546},
    roadmap = {RoadmapItem.DEV_6},
    why =
        "Nobody knows whether disabled code is to come back; a disabled check looks "
            + "like one at a glance. A note that security is still to be done tells "
            + "attackers where to look.",
    remedy =
        "Delete what is not used: the history keeps it. Do what the note says, or "
            + "open an issue for it. Describe the project in a README.",
    bad =
        @Example(
            file = "example.js",
            value =
                """
                // app.use(check0(options));
                // app.use(check1(options));
                // app.use(check2(options));
                // app.use(check3(options));
                // app.use(check4(options));
                // app.use(check5(options));
                // app.use(check6(options));
                // app.use(check7(options));
                // app.use(check8(options));
                // app.use(check9(options));
                """),
    good =
        @Example(
            file = "example.js",
            value =
                """
                /** Adds. */
                exports.add = (a, b) => a + b; // TODO: take more than two numbers
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class CommentedCode implements Rule {

  @Override
  public void register(Hooks on) {
    on.file(CommentedCode::file);
    on.text(CommentedCode::readme);
    on.project(this::check);
  }

  private static final int BLOCK = 3;

  private static final int LONG_BLOCK = 10;

  private static final Pattern PUT_OFF =
      Pattern.compile(
          "(?i)\\b(?:todo|fixme|hack|xxx|fix"
              + " for)\\b.{0,80}\\b(?:security|secure|auth|authentication"
              + "|authorization|password|permission|validate|validation|sanitize|escape|csrf|xss|injection"
              + "|vulnerab\\w{0,8}|redos|encrypt\\w{0,3})\\b");

  /** A block of lines that were code. */
  private record Block(Location location, int lines) {}

  /** A note that something about security is still to be done. */
  private record PutOff(Location location) {}

  /** Something that says what the program or a part of it is. */
  private record Described(Location location, boolean readme) {}

  private static void readme(TextFile file, RuleContext context) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.startsWith("readme") && file.source().length() > 0) {
      context.keep(new Described(file.source().location(0, 1), true));
    }
  }

  private static void file(Program program, FileContext context) {
    if (context.file().test()) {
      return;
    }
    SourceText source = context.source();
    int lines = 0;
    int start = 0;
    int end = -1;
    for (Comment comment : program.comments()) {
      String text = comment.text(source);
      if (text.startsWith("*") && text.length() > 20) {
        context.keep(new Described(context.source().location(comment.span()), false));
        continue;
      }
      if (PUT_OFF.matcher(text.length() > 2_000 ? text.substring(0, 2_000) : text).find()) {
        context.keep(new PutOff(source.location(comment.span())));
      }
      if (text.indexOf('\n') >= 0) {
        int inside = 0;
        for (String line : text.split("\n", 500)) {
          inside += isCode(line) ? 1 : 0;
        }
        if (inside >= BLOCK) {
          context.keep(new Block(source.location(comment.span()), inside));
        }
        continue;
      }
      boolean next = end >= 0 && isBlank(source, end, comment);
      if (!next) {
        keep(source, start, end, lines, context);
        lines = 0;
        start = comment.start();
      }
      end = comment.end();
      lines += isCode(text) ? 1 : 0;
    }
    keep(source, start, end, lines, context);
  }

  private static boolean isBlank(SourceText source, int from, Comment next) {
    return source.slice(from, next.start()).isBlank();
  }

  private static void keep(SourceText source, int start, int end, int lines, FileContext context) {
    if (lines >= BLOCK) {
      context.keep(new Block(source.location(start, end), lines));
    }
  }

  /** Whether a line ends as code does and holds what prose does not. */
  private static boolean isCode(String line) {
    String text = line.strip();
    if (text.startsWith("*") || text.length() < 4) {
      return false;
    }
    boolean ends =
        text.endsWith(";") || text.endsWith("{") || text.endsWith("});") || text.endsWith(",");
    boolean holds =
        text.contains("(") || text.contains(" = ") || text.contains("=>") || text.endsWith(";");
    return ends && holds && !text.endsWith("etc,");
  }

  private void check(Project project, RuleContext context) {
    Traits.each(project, (of, traits) -> judge(of, traits, context));
  }

  private static void judge(ProjectPackage of, Traits traits, RuleContext context) {
    if (traits.kind() == Kind.NO_CODE) {
      context.notApplicable(RoadmapItem.DEV_6, of, traits.kind().words());
      return;
    }
    for (PutOff each : context.kept(PutOff.class)) {
      if (traits.holds(each.location())) {
        context.report(each.location(), "Work on security was put off here");
      }
    }
    List<Block> blocks =
        context.kept(Block.class).stream().filter(one -> traits.holds(one.location())).toList();
    boolean large = blocks.stream().anyMatch(one -> one.lines() >= LONG_BLOCK);
    if (large || blocks.size() >= BLOCK) {
      for (Block each : blocks) {
        context.report(each.location(), each.lines() + " lines of code are commented out here");
      }
    }
    for (boolean readme : new boolean[] {true, false}) {
      context.kept(Described.class).stream()
          .filter(one -> one.readme() == readme && (readme || traits.holds(one.location())))
          .findFirst()
          .ifPresent(
              one ->
                  context.satisfied(
                      RoadmapItem.DEV_6,
                      one.location(),
                      readme ? "there is a README" : "code is described, as here"));
    }
  }
}
