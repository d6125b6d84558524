package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.bind.links.ModuleTargets;
import dev.emerald.core.internal.config.FilePlan;
import dev.emerald.core.internal.config.RulePlan;
import dev.emerald.core.internal.dispatch.Stop;
import dev.emerald.core.internal.dispatch.Stop.Stopped;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.flow.effects.FlowEffects;
import dev.emerald.core.internal.flow.entries.EntryPackage;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.lower.Lowering;
import dev.emerald.core.internal.flow.models.FlowModels;
import dev.emerald.core.internal.flow.taint.FlowAnalysis;
import dev.emerald.core.internal.flow.taint.Inquiry;
import dev.emerald.core.internal.flow.taint.View;
import dev.emerald.core.internal.regex.backtracking.BacktrackingVerdicts;
import dev.emerald.core.internal.threads.Workers;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.project.ProjectFile;
import dev.emerald.spi.scope.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The flow of data in an analysis: files are lowered while their trees are at hand, and followed
 * when all are. Nothing is done if no rule that is on asks.
 */
final class FlowPass {

  /** Files with more nodes hold data, not code. */
  private static final int MOST_NODES = 1_500_000;

  /** How many facts may be found in a program, be it ever so small. */
  private static final int ALLOWANCE = 400_000;

  /** As many in all small programs together. */
  private static final int ALLOWANCE_OF_ALL = 64 * ALLOWANCE;

  private final FlowModels models;
  private final ApiLinks links;
  private final BacktrackingVerdicts verdicts;
  private final NavigableSet<String> tooLarge = new TreeSet<>();
  private final List<Notice> ofTemplates = new ArrayList<>();
  private final boolean asked;
  private final @Nullable FileFlow[] flows;

  FlowPass(
      FlowModels models, RulePlan plan, ApiLinks links, BacktrackingVerdicts verdicts, int files) {
    this.models = models;
    this.verdicts = verdicts;
    this.links = links;
    this.flows = new FileFlow[files];
    FilePlan everywhere = plan.everywhere();
    boolean any = false;
    for (FlowModels.Query query : models.queries()) {
      any |= everywhere.mayBeOn(query.rule());
    }
    asked = any;
  }

  /** Keeps what is needed of a file. Each file has a place of its own. */
  void lower(int place, ProjectFile file, SourceUnit unit, Scopes scopes) {
    if (!asked || file.test() || file.path().endsWith(".d.ts")) {
      return;
    }
    if (unit.tree().size() > MOST_NODES) {
      synchronized (tooLarge) {
        tooLarge.add(file.path());
      }
    } else {
      flows[place] = Lowering.lower(unit.binding().names(), scopes);
    }
  }

  /** The files through which no data was followed, by path. */
  List<Notice> gaps() {
    List<Notice> all = new ArrayList<>(ofTemplates);
    synchronized (tooLarge) {
      for (String path : tooLarge) {
        all.add(
            Notice.of(
                NoticeKind.LIMIT_REACHED,
                "too large for following data through it: more than %,d nodes"
                    .formatted(MOST_NODES),
                path));
      }
    }
    return all;
  }

  /**
   * Follows the data: what is found in each of the programs of the project, in the order of their
   * paths; nothing if nobody asked.
   *
   * @param inquiry which sinks to give an account of; null for none
   */
  List<FlowAnalysis.Answer> follow(
      ProjectFiles files,
      List<EntryPackage> packages,
      RulePlan plan,
      @Nullable Inquiry inquiry,
      Workers workers,
      Stop stop) {
    if (!asked) {
      return List.of();
    }
    List<FileFlow> all = new ArrayList<>();
    for (FileFlow flow : flows) {
      if (flow != null) {
        all.add(flow);
      }
    }
    int[] wanted = wanted(plan);
    List<View> views = new TemplatePass(files, links.models(), ofTemplates).lower(all);
    List<Programs.Part> parts = Programs.of(files, links, all, views, packages);
    FlowAnalysis.Answer[] answers = new FlowAnalysis.Answer[parts.size()];
    int allowance = Math.min(ALLOWANCE, ALLOWANCE_OF_ALL / Math.max(1, parts.size()));
    // The largest first, so that no thread is left with it in the end.
    List<Integer> order = Programs.largestFirst(parts);
    workers.each(
        answers.length,
        item -> {
          int part = order.get(item);
          answers[part] = guarded(parts.get(part), allowance, wanted, inquiry, stop);
        });
    return List.of(answers);
  }

  /** The origins that are asked for of each kind. */
  private int[] wanted(RulePlan plan) {
    int[] wanted = new int[64];
    FilePlan everywhere = plan.everywhere();
    for (FlowModels.Query query : models.queries()) {
      for (long kinds = query.kinds(); kinds != 0; kinds &= kinds - 1) {
        if (everywhere.mayBeOn(query.rule())) {
          wanted[Long.numberOfTrailingZeros(kinds)] |= query.origins();
        }
      }
    }
    return wanted;
  }

  private FlowAnalysis.Answer guarded(
      Programs.Part part, int allowance, int[] wanted, @Nullable Inquiry inquiry, Stop stop) {
    try {
      FlowAnalysis.Answer answer = follow(part, allowance, wanted, inquiry, stop);
      List<Notice> notices =
          answer.notices().stream().map(notice -> in(part.folder(), notice)).toList();
      return new FlowAnalysis.Answer(answer.flows(), answer.harmless(), notices, answer.verdicts());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      if (e instanceof Stopped) {
        throw e;
      }
      Notice notice = FileGuard.notice(part.folder(), "following the data", e);
      return new FlowAnalysis.Answer(List.of(), List.of(), List.of(notice), List.of());
    }
  }

  /** A notice on a program as a whole, with the folder that it lies in. */
  private static Notice in(String folder, Notice notice) {
    return folder.isEmpty() || notice.path().isPresent()
        ? notice
        : Notice.of(notice.kind(), notice.message(), folder);
  }

  private FlowAnalysis.Answer follow(
      Programs.Part part, int allowance, int[] wanted, @Nullable Inquiry inquiry, Stop stop) {
    return FlowAnalysis.run(
        new FlowAnalysis.Question(
            part.files(),
            part.views(),
            (from, specifier) -> {
              ModuleTargets.Target target = links.target(from, specifier);
              return target.kind() == ModuleTargets.Kind.FILE ? target.name() : null;
            },
            models,
            links.models(),
            new FlowEffects(models),
            part.packages(),
            kind -> wanted[kind],
            verdicts,
            allowance,
            inquiry != null && part.holds(inquiry.path()) ? inquiry : null,
            () -> {
              stop.check();
              return false;
            }));
  }
}
