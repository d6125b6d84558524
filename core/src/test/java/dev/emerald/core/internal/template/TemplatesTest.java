package dev.emerald.core.internal.template;

import static dev.emerald.core.internal.template.TemplateLanguage.EJS;
import static dev.emerald.core.internal.template.TemplateLanguage.ETA;
import static dev.emerald.core.internal.template.TemplateLanguage.HANDLEBARS;
import static dev.emerald.core.internal.template.TemplateLanguage.MUSTACHE;
import static dev.emerald.core.internal.template.TemplateLanguage.NUNJUCKS;
import static dev.emerald.core.internal.template.TemplateLanguage.PUG;
import static dev.emerald.core.internal.template.TemplateLanguage.UNDERSCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.emerald.core.internal.parse.Language;
import dev.emerald.core.internal.parse.ParseOptions;
import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.core.internal.parse.ParseResult;
import dev.emerald.core.internal.parse.Parser;
import dev.emerald.spi.source.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TemplatesTest {

  private static final Pattern OUTPUT =
      Pattern.compile("\\$\\.raw\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\+(\\$\\.escape)?\\(");

  /** The outputs of a template: escaped or raw, the text before, and where it is. */
  private static List<String> outputs(TemplateLanguage language, String template) {
    TemplateScript script = Templates.read(language, template, true);
    String text = script.text();
    List<String> outputs = new ArrayList<>();
    Matcher matcher = OUTPUT.matcher(text);
    while (matcher.find()) {
      int start = script.start(matcher.start());
      int end = script.end(text.indexOf("\n))", matcher.end()) + 3);
      outputs.add(
          (matcher.group(2) == null ? "raw " : "escaped ")
              + template.substring(start, end)
              + (matcher.group(1).isEmpty() ? "" : " after " + matcher.group(1)));
    }
    return outputs;
  }

  private static ParseResult parse(TemplateScript script) {
    return Parser.parse(
        SourceText.of("t.js", script.text()), new ParseOptions(Language.JS, Goal.COMMONJS));
  }

  @Test
  void ejsPutsOutRawAndEscaped() {
    assertThat(outputs(EJS, "<p><%- a %> <%= b -%> <%% <%- c %> <%# <%- d %> %>"))
        .containsExactly("raw <%- a %>", "escaped <%= b -%>", "raw <%- c %>");
    assertThat(outputs(ETA, "<%~ a %><%= it.b %>"))
        .containsExactly("raw <%~ a %>", "escaped <%= it.b %>");
    assertThat(outputs(UNDERSCORE, "<%= a %><%- b %>"))
        .containsExactly("raw <%= a %>", "escaped <%- b %>");
  }

  @Test
  void whereAnOutputStandsIsTold() {
    assertThat(outputs(EJS, "<a href=\"<%= a %>\" class=<%= b %>><%= c %></a>"))
        .containsExactly(
            "escaped <%= a %> after <a href=\\\"",
            "escaped <%= b %> after <a href=\\\"x\\\" class=", "escaped <%= c %>");
    assertThat(outputs(EJS, "<script>\nvar a = '<%= a %>';\n</script><!-- <i --><%= b %>"))
        .containsExactly("escaped <%= a %> after <script>var a = '", "escaped <%= b %>");
  }

  @Test
  void handlebarsLooksNamesUpInTheBlocksAround() {
    String template = "{{a}}{{{b}}}{{#each list as |one|}}{{&c}}{{{../d}}}{{{one.e}}}{{/each}}";
    assertThat(outputs(HANDLEBARS, template))
        .containsExactly(
            "escaped {{a}}", "raw {{{b}}}", "raw {{&c}}", "raw {{{../d}}}", "raw {{{one.e}}}");
    assertThat(Templates.read(HANDLEBARS, template, true).text())
        .contains("for(var $c0 of locals.list)", "($c0.c", "(locals.d", "($c0.e");
    assertThat(Templates.read(MUSTACHE, "{{#list}}{{{c}}}{{/list}}", true).text())
        .contains("(($c0.c||locals.c)");
    assertThat(outputs(HANDLEBARS, "{{!-- {{{a}}} --}}{{! b }}{{{c}}}"))
        .containsExactly("raw {{{c}}}");
  }

  @Test
  void nunjucksFiltersMayLeaveTextAsItIs() {
    assertThat(outputs(NUNJUCKS, "{{ a }}{{ b | upper | safe }}{# {{ c | safe }} #}{{ d | e }}"))
        .containsExactly("escaped {{ a }}", "raw {{ b | upper | safe }}", "raw {{ d | e }}");
    assertThat(Templates.read(NUNJUCKS, "{{ d | e }}", true).text()).contains("$.escape(d)");
    assertThat(outputs(NUNJUCKS, "{% autoescape false %}{{ a }}{% endautoescape %}{{ b }}"))
        .containsExactly("raw {{ a }}", "escaped {{ b }}");
    assertThat(Templates.read(NUNJUCKS, "{% extends 'layout.html' %}", true).includes())
        .containsExactly("layout.html");
    TemplateScript unescaped = Templates.read(NUNJUCKS, "{{ a }}", false);
    assertThat(unescaped.text()).contains("$.raw(\"\"+(a\n))");
  }

  @Test
  void pugGoesByIndentation() {
    String template =
        """
        include head
        div
          //
            != hidden
          p= a
          p(title=b, class!=c)!= d
          each i in list
            | text #{i.e} !{i.f}
          script.
            var x = '#{g}';
          p= h
        """;
    assertThat(outputs(PUG, template))
        .containsExactly(
            "escaped = a",
            "escaped title=b after <p title=\\\"",
            "raw class!=c after <p class=\\\"",
            "raw != d",
            "escaped #{i.e}",
            "raw !{i.f}",
            "escaped #{g} after <script>var x = '",
            "escaped = h");
    TemplateScript script = Templates.read(PUG, template, true);
    assertThat(script.includes()).containsExactly("head");
    assertThat(parse(script).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TemplateLanguage.class)
  void linesMayEndAsTheyLike(TemplateLanguage language) {
    String template = "<p>\n<%- a %>\n{{{b}}}\n{% if c %}\n{{ d | safe }}\n{% endif %}\np!= e\n";
    assertThat(outputs(language, template.replace("\n", "\r\n")))
        .containsExactlyElementsOf(outputs(language, template));
  }

  @ParameterizedTest
  @EnumSource(TemplateLanguage.class)
  void nothingIsTooStrange(TemplateLanguage language) {
    List<String> strange =
        List.of(
            "",
            "<%",
            "<%-",
            "%>",
            "<%= a",
            "{{",
            "{{{",
            "{{{a}}",
            "{{#each",
            "{{/if}}",
            "{%",
            "{% %}",
            "{{}}",
            "{{ | }}",
            "{{ a | }}",
            "{% for %}",
            "{% endfor %}",
            "{{else}}",
            "{{> }}",
            "a(",
            "a(b=",
            "a(b!=c",
            "!{",
            "#{a",
            "- if (",
            "+m(",
            "mixin",
            "each a in",
            "\u0000<a \"",
            "<a href='",
            "<script",
            "<!--",
            "{{#a}}{{^}}{{/a}}",
            "{{../../..}}",
            "{{\"a}}",
            "<%- a // b %>",
            "<% /* %> <%- a %>",
            "{% set = %}",
            "{% macro a(b %}{{ b }}");
    for (String template : strange) {
      assertThatCode(() -> parse(Templates.read(language, template, true)))
          .as(template)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource(TemplateLanguage.class)
  void muchIsReadInTimeThatGrowsWithIt(TemplateLanguage language) {
    List<String> hostile =
        List.of(
            "{{#a}}",
            "{{{a}}}",
            "<% if (a) { %>",
            "<%= a %>",
            "{% if a %}",
            "{{ a | safe }}",
            "a(",
            "a(b=c\n",
            " ",
            "#{a\n",
            "!{a}\n",
            "<a b=\"",
            "<!--",
            "{{#each a}}",
            "each a in b\n ",
            "{{ (((( }}",
            "include(",
            "{",
            "a: ",
            "<script>",
            "{{a|b|b|b|b}}");
    for (String piece : hostile) {
      String template = piece.repeat((1 << 20) / piece.length());
      Assertions.assertTimeout(
          Duration.ofSeconds(20),
          () -> Templates.read(language, template, true),
          () -> language + ": " + piece);
    }
  }

  @Test
  void namesStandForTheTemplatesThatEndSo() {
    TemplateNames names =
        new TemplateNames(
            List.of(
                "app/views/index.ejs",
                "app/views/admin/index.ejs",
                "lib/mail/index.hbs",
                "app/views/item.show.ejs",
                "one/row.pug",
                "two/row.pug"));
    assertThat(names.find("app/server.js", "index")).containsExactly("app/views/index.ejs");
    assertThat(names.find("app/server.js", "admin/index"))
        .containsExactly("app/views/admin/index.ejs");
    assertThat(names.find("app/views/admin/edit.ejs", "../index"))
        .containsExactly("app/views/index.ejs");
    assertThat(names.find("lib/mail/send.js", "index.hbs")).containsExactly("lib/mail/index.hbs");
    assertThat(names.find("app/server.js", "item.show.ejs"))
        .containsExactly("app/views/item.show.ejs");
    assertThat(names.find("server.js", "row")).containsExactly("one/row.pug", "two/row.pug");
    assertThat(names.find("server.js", "dex")).isEmpty();
    assertThat(names.find("server.js", "..")).isEmpty();
  }
}
