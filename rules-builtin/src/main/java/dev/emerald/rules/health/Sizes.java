package dev.emerald.rules.health;

import dev.emerald.rules.traits.Kind;
import dev.emerald.rules.traits.Traits;
import dev.emerald.spi.ast.FunctionLike;
import dev.emerald.spi.ast.Node;
import dev.emerald.spi.ast.ObjectExpression;
import dev.emerald.spi.ast.Program;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Severity;
import dev.emerald.spi.project.Project;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.project.ProjectPackage;
import dev.emerald.spi.roadmap.RoadmapItem;
import dev.emerald.spi.rule.Example;
import dev.emerald.spi.rule.FileContext;
import dev.emerald.spi.rule.Hooks;
import dev.emerald.spi.rule.Problem;
import dev.emerald.spi.rule.Rule;
import dev.emerald.spi.rule.RuleContext;
import dev.emerald.spi.rule.RuleInfo;
import dev.emerald.spi.source.Location;
import dev.emerald.spi.source.SourceText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file or function is too long. */
@RuleInfo(
    id = "health-file-too-long",
    title = "A file or function is too long",
    severity = Severity.LOW,
    cwe = {1080, 1121},
    roadmap = {RoadmapItem.DEV_7},
    why =
        "What does not fit into a head is not reviewed line by line, and faults "
            + "survive there.",
    remedy =
        "Split it by what is understood: a module for each thing, a function for " + "each step.",
    bad =
        @Example(
            file = "example.js",
            value =
                """
                exports.run = (a) => {
                  if (a === 0) return 0;
                  if (a === 1) return 2;
                  if (a === 2) return 4;
                  if (a === 3) return 6;
                  if (a === 4) return 8;
                  if (a === 5) return 10;
                  if (a === 6) return 12;
                  if (a === 7) return 14;
                  if (a === 8) return 16;
                  if (a === 9) return 18;
                  if (a === 10) return 20;
                  if (a === 11) return 22;
                  if (a === 12) return 24;
                  if (a === 13) return 26;
                  if (a === 14) return 28;
                  if (a === 15) return 30;
                  if (a === 16) return 32;
                  if (a === 17) return 34;
                  if (a === 18) return 36;
                  if (a === 19) return 38;
                  if (a === 20) return 40;
                  if (a === 21) return 42;
                  if (a === 22) return 44;
                  if (a === 23) return 46;
                  if (a === 24) return 48;
                  if (a === 25) return 50;
                  if (a === 26) return 52;
                };
                """),
    good =
        @Example(
            file = "example.js",
            value =
                """
                exports.run = (a) => {
                  switch (a) {
                    case 0: return 0;
                    case 1: return 2;
                    case 2: return 4;
                    case 3: return 6;
                    case 4: return 8;
                    case 5: return 10;
                    case 6: return 12;
                    case 7: return 14;
                    case 8: return 16;
                    case 9: return 18;
                    case 10: return 20;
                    case 11: return 22;
                    case 12: return 24;
                    case 13: return 26;
                    case 14: return 28;
                    case 15: return 30;
                    case 16: return 32;
                    case 17: return 34;
                    case 18: return 36;
                    case 19: return 38;
                  }
                };
                """),
    weight = RuleInfo.Weight.DECIDES)
public final class Sizes implements Rule {

  @Override
  public void register(Hooks on) {
    on.file(Sizes::file);
    on.node(FunctionLike.class, Sizes::function);
    on.project(this::check);
  }

  private static final int LONGEST_FILE = 1_000;
  private static final int LONG_FILE = 400;
  private static final int LONGEST_FUNCTION = 150;
  private static final int MOST_COMPLEX = 25;
  private static final int LONG_FUNCTION = 80;
  private static final int COMPLEX = 15;
  private static final int FLAT_SWITCH = 30;

  /** So many functions within make a function a list of them. */
  private static final int LIST = 5;

  /** How long a file is. */
  private record FileSize(Location location, int lines) {}

  /** How long a function is without those in it, and how many ways lead through it. */
  private record FunctionSize(Location location, int lines, int complexity) {

    /** How far it is beyond what is read at a glance, lines and branches on one scale. */
    int weight() {
      return Math.max(lines * 100 / LONGEST_FUNCTION, complexity * 100 / MOST_COMPLEX);
    }

    String words() {
      return lines * MOST_COMPLEX >= complexity * LONGEST_FUNCTION
          ? lines + " lines of its own"
          : complexity + " branches";
    }
  }

  /** One finding a package names the worst; a finding for each would bury the others. */
  private static final int SHOWN = 6;

  private static String others(int all, String what) {
    return all == 1 ? "" : "; %d %s are too long".formatted(all, what);
  }

  private static void file(Program program, FileContext context) {
    if (!context.file().test()) {
      SourceText source = context.source();
      context.keep(
          new FileSize(source.location(0, Math.min(1, source.length())), source.lineCount()));
    }
  }

  private static void function(FunctionLike function, FileContext context) {
    if (context.file().test() || function.body() == null) {
      return;
    }
    SourceText source = context.source();
    SyntaxTree tree = context.tree();
    int lines = source.lineAt(function.end()) - source.lineAt(function.start()) + 1;
    int complexity = 1;
    int cases = 0;
    int inner = 0;
    int number = function.number();
    int end = tree.subtreeEnd(number);
    for (int i = number + 1; i < end; i++) {
      switch (tree.kind(i)) {
        case FUNCTION_DECLARATION, FUNCTION_EXPRESSION, ARROW_FUNCTION_EXPRESSION -> {
          Node nested = tree.node(i);
          lines -= source.lineAt(nested.end()) - source.lineAt(nested.start());
          inner++;
          i = tree.subtreeEnd(i) - 1;
        }
        case IF_STATEMENT,
            CONDITIONAL_EXPRESSION,
            FOR_STATEMENT,
            FOR_IN_STATEMENT,
            FOR_OF_STATEMENT,
            WHILE_STATEMENT,
            DO_WHILE_STATEMENT,
            CATCH_CLAUSE,
            LOGICAL_EXPRESSION ->
            complexity++;
        case SWITCH_CASE -> cases++;
        default -> {
          // Nothing to decide.
        }
      }
    }
    // A plugin that registers things is their list: options are declared, not done.
    if (inner >= LIST) {
      lines -= declared(function, context);
    }
    complexity += cases > FLAT_SWITCH ? cases : Math.min(cases, 1);
    if (lines > LONG_FUNCTION || complexity > COMPLEX) {
      context.keep(
          new FunctionSize(
              context.source().location(function.start(), function.start() + 1),
              lines,
              complexity));
    } else {
      context.keep(new Small(context.file().path()));
    }
  }

  /** The lines of objects in a function, and of nothing in the functions within. */
  private static int declared(FunctionLike function, FileContext context) {
    SourceText source = context.source();
    SyntaxTree tree = context.tree();
    int lines = 0;
    int end = tree.subtreeEnd(function.number());
    for (int i = function.number() + 1; i < end; i++) {
      Node node = tree.node(i);
      if (node instanceof ObjectExpression object) {
        int holding = 0;
        for (int j = i + 1; j < tree.subtreeEnd(i); j++) {
          if (tree.node(j) instanceof FunctionLike nested) {
            holding += source.lineAt(nested.end()) - source.lineAt(nested.start());
            j = tree.subtreeEnd(j) - 1;
          }
        }
        lines += source.lineAt(object.end()) - source.lineAt(object.start()) - holding;
      }
      if (node instanceof FunctionLike || node instanceof ObjectExpression) {
        i = tree.subtreeEnd(i) - 1;
      }
    }
    return lines;
  }

  /** A function of no size worth telling: only counted. */
  private record Small(String path) {}

  private void check(Project project, RuleContext context) {
    Map<String, Integer> small = new HashMap<>();
    context.kept(Small.class).forEach(each -> small.merge(each.path(), 1, Integer::sum));
    Traits.each(project, (of, traits) -> judge(of, traits, small, context));
  }

  /**
   * Judges a package.
   *
   * @param small how many functions of no size worth telling each file has
   */
  private static void judge(
      ProjectPackage of, Traits traits, Map<String, Integer> small, RuleContext context) {
    if (traits.kind() == Kind.NO_CODE) {
      context.notApplicable(RoadmapItem.DEV_7, of, traits.kind().words());
      return;
    }
    List<FileSize> files =
        context.kept(FileSize.class).stream().filter(one -> traits.holds(one.location())).toList();
    List<FunctionSize> functions =
        context.kept(FunctionSize.class).stream()
            .filter(one -> traits.holds(one.location()))
            .toList();
    int all = functions.size();
    for (ProjectFile file : traits.files()) {
      all += small.getOrDefault(file.path(), 0);
    }
    long longFiles = files.stream().filter(one -> one.lines() > LONG_FILE).count();
    boolean manyFiles = longFiles >= 3 && longFiles * 20 > files.size();
    boolean manyFunctions = functions.size() >= 3 && functions.size() * 10 > all;
    List<FileSize> tooLong =
        files.stream()
            .filter(one -> one.lines() > (manyFiles ? LONG_FILE : LONGEST_FILE))
            .sorted(Comparator.comparingInt(FileSize::lines).reversed())
            .toList();
    List<FunctionSize> tooMuch =
        functions.stream()
            .filter(
                one ->
                    manyFunctions
                        || one.lines() > LONGEST_FUNCTION
                        || one.complexity() > MOST_COMPLEX)
            .sorted(Comparator.comparingInt(FunctionSize::weight).reversed())
            .toList();
    if (!tooLong.isEmpty()) {
      FileSize first = tooLong.get(0);
      Problem problem =
          Problem.at(
              first.location(),
              "This file has %d lines%s".formatted(first.lines(), others(tooLong.size(), "files")));
      for (FileSize other : tooLong.subList(1, Math.min(tooLong.size(), SHOWN))) {
        problem = problem.withStep(other.location(), other.lines() + " lines");
      }
      context.report(problem);
    }
    if (!tooMuch.isEmpty()) {
      FunctionSize first = tooMuch.get(0);
      Problem problem =
          Problem.at(
              first.location(),
              "This function has %s%s"
                  .formatted(first.words(), others(tooMuch.size(), "functions")));
      for (FunctionSize other : tooMuch.subList(1, Math.min(tooMuch.size(), SHOWN))) {
        problem = problem.withStep(other.location(), other.words());
      }
      context.report(problem);
    }
    FileSize longest = files.get(0);
    for (FileSize file : files) {
      longest = file.lines() > longest.lines() ? file : longest;
    }
    if (tooLong.isEmpty() && tooMuch.isEmpty()) {
      context.satisfied(
          RoadmapItem.DEV_7,
          longest.location(),
          "%d files and %d functions measured; this is the longest file, with %d lines"
              .formatted(files.size(), all, longest.lines()));
    }
  }
}
