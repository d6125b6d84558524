package dev.emerald.core.internal.engine;

import dev.emerald.core.internal.bind.Binder;
import dev.emerald.core.internal.bind.Binding;
import dev.emerald.core.internal.bind.links.ApiLinks;
import dev.emerald.core.internal.bind.links.ModuleTargets;
import dev.emerald.core.internal.bind.models.ApiModels;
import dev.emerald.core.internal.files.ProjectFiles;
import dev.emerald.core.internal.files.TestFiles;
import dev.emerald.core.internal.flow.ir.Body;
import dev.emerald.core.internal.flow.ir.FileFlow;
import dev.emerald.core.internal.flow.ir.Op;
import dev.emerald.core.internal.flow.lower.Lowering;
import dev.emerald.core.internal.flow.taint.View;
import dev.emerald.core.internal.flow.taint.Views;
import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.core.internal.template.TemplateLanguage;
import dev.emerald.core.internal.template.TemplateNames;
import dev.emerald.core.internal.template.TemplateScript;
import dev.emerald.core.internal.template.Templates;
import dev.emerald.spi.ast.SyntaxTree;
import dev.emerald.spi.finding.Notice;
import dev.emerald.spi.finding.NoticeKind;
import dev.emerald.spi.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lowers the templates of a project: those that their names tell, and the pages that something
 * renders.
 */
final class TemplatePass {

  /** Longer templates are data. */
  private static final int MOST_UNITS = 1 << 20;

  private static final int MOST_TEMPLATES = 3_000;

  /** What the language has is no property of what a template is filled with. */
  private static final Set<String> OF_LANGUAGE =
      Set.of(
          "Array",
          "Boolean",
          "BigInt",
          "Date",
          "Error",
          "Intl",
          "JSON",
          "Map",
          "Math",
          "Number",
          "Object",
          "Promise",
          "RegExp",
          "Set",
          "String",
          "Symbol",
          "console",
          "decodeURI",
          "decodeURIComponent",
          "encodeURI",
          "encodeURIComponent",
          "escape",
          "globalThis",
          "include",
          "isNaN",
          "isFinite",
          "NaN",
          "parseFloat",
          "parseInt",
          "process",
          "require",
          "undefined",
          "unescape");

  private final ProjectFiles files;
  private final ApiModels models;
  private final List<Notice> gaps;
  private final TreeMap<String, View> views = new TreeMap<>();

  TemplatePass(ProjectFiles files, ApiModels models, List<Notice> gaps) {
    this.files = files;
    this.models = models;
    this.gaps = gaps;
  }

  /**
   * The templates.
   *
   * @param flows the lowered sources
   */
  List<View> lower(List<FileFlow> flows) {
    TreeSet<String> pages = new TreeSet<>();
    List<String> paths = new ArrayList<>();
    for (String path : files.paths()) {
      if (TestFiles.isTest(path) || files.source(path).isPresent()) {
        continue;
      }
      if (TemplateLanguage.ofName(path) != null) {
        paths.add(path);
      } else if (TemplateLanguage.mayBeRendered(path)) {
        pages.add(path);
      }
    }
    if (paths.isEmpty() && pages.isEmpty()) {
      return List.of();
    }
    boolean escapes = !Views.escapingIsOff(flows);
    TreeSet<String> names = new TreeSet<>();
    for (String name : Views.rendered(flows)) {
      names.add(TemplateNames.last(name));
    }
    for (String path : paths) {
      read(path, escapes, names);
    }
    boolean more = !pages.isEmpty();
    while (more) {
      more = false;
      for (String page : List.copyOf(pages)) {
        if (names.contains(TemplateNames.last(page))) {
          pages.remove(page);
          more |= read(page, escapes, names);
        }
      }
    }
    return List.copyOf(views.values());
  }

  /** Reads a template; gives whether it names others. */
  private boolean read(String path, boolean escapes, Set<String> names) {
    if (views.size() >= MOST_TEMPLATES) {
      if (views.size() == MOST_TEMPLATES) {
        gaps.add(
            Notice.of(
                NoticeKind.LIMIT_REACHED,
                "more than %,d templates; what follows was not read".formatted(MOST_TEMPLATES),
                path));
      }
      return false;
    }
    SourceText text = TextFiles.read(files, path, gaps::add);
    if (text == null) {
      return false;
    }
    if (text.length() > MOST_UNITS) {
      gaps.add(Notice.of(NoticeKind.LIMIT_REACHED, "too long for a template", path));
      return false;
    }
    TemplateLanguage language = TemplateLanguage.ofName(path);
    language = language == null ? TemplateLanguage.ofText(text.text()) : language;
    if (language == null) {
      return false;
    }
    try {
      View view = lower(path, Templates.read(language, text.text(), escapes));
      views.put(path, view);
      for (String name : view.includes()) {
        names.add(TemplateNames.last(name));
      }
      return !view.includes().isEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      gaps.add(FileGuard.notice(path, "reading the template", e));
      return false;
    }
  }

  private View lower(String path, TemplateScript script) {
    TreeSet<String> free = new TreeSet<>();
    FileFlow plain = flow(path, script);
    for (Body body : plain.bodies()) {
      for (int v = 0; v < body.size(); v++) {
        String name = body.op(v) == Op.GLOBAL ? plain.name(body.a(v)) : null;
        if (name != null && !OF_LANGUAGE.contains(name) && !name.startsWith("$")) {
          free.add(name);
        }
      }
    }
    TemplateScript whole = free.isEmpty() ? script : script.withLocals(free);
    FileFlow flow = free.isEmpty() ? plain : flow(path, whole);
    List<Body> bodies = new ArrayList<>();
    for (Body body : flow.bodies()) {
      bodies.add(body.moved(whole::start, whole::end));
    }
    return new View(flow.with(bodies), script.includes());
  }

  private FileFlow flow(String path, TemplateScript script) {
    SourceText text = SourceText.of(path, script.text());
    SyntaxTree tree =
        SyntaxTree.of(Parser.parse(text, new ParseOptions(Language.JS, Goal.COMMONJS)).program());
    Binding binding = Binder.bind(tree);
    ApiLinks links = ApiLinks.link(List.of(binding.facts()), ModuleTargets.packagesAlone(), models);
    return Lowering.lower(binding.names(), binding.scopes(links));
  }
}
