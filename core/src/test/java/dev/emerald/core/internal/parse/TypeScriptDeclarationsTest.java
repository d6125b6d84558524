package dev.emerald.core.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.emerald.core.internal.parse.ParseOptions.Goal;
import dev.emerald.spi.ast.ClassDeclaration;
import dev.emerald.spi.ast.ExportNamedDeclaration;
import dev.emerald.spi.ast.ExpressionStatement;
import dev.emerald.spi.ast.FunctionDeclaration;
import dev.emerald.spi.ast.Identifier;
import dev.emerald.spi.ast.ModuleKeyword;
import dev.emerald.spi.ast.NodeKind;
import dev.emerald.spi.ast.Statement;
import dev.emerald.spi.ast.StringLiteral;
import dev.emerald.spi.ast.TSEnumDeclaration;
import dev.emerald.spi.ast.TSEnumMember;
import dev.emerald.spi.ast.TSExternalModuleReference;
import dev.emerald.spi.ast.TSImportEqualsDeclaration;
import dev.emerald.spi.ast.TSInterfaceDeclaration;
import dev.emerald.spi.ast.TSModuleDeclaration;
import dev.emerald.spi.ast.TSQualifiedName;
import dev.emerald.spi.ast.TSTypeAliasDeclaration;
import dev.emerald.spi.ast.TypeNode;
import dev.emerald.spi.ast.VariableDeclaration;
import dev.emerald.spi.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeScriptDeclarationsTest {

  private static ParseResult parse(String text) {
    return Parser.parse(
        SourceText.of("a.ts", text), new ParseOptions(Language.TS, Goal.UNAMBIGUOUS));
  }

  private static List<Statement> statements(String text) {
    ParseResult result = parse(text);
    assertThat(result.diagnostics()).as(text).isEmpty();
    return result.program().body();
  }

  private static <S extends Statement> S only(String text, Class<S> type) {
    List<Statement> statements = statements(text);
    assertThat(statements).as(text).hasSize(1);
    return type.cast(statements.get(0));
  }

  @Test
  void interfacesHaveTheTypesTheyExtend() {
    TSInterfaceDeclaration a =
        only("interface A<T> extends B<T>, c.D { e: E; (): F }", TSInterfaceDeclaration.class);

    assertThat(a.id().name()).isEqualTo("A");
    assertThat(a.id().role()).isEqualTo(Identifier.Role.BINDING);
    assertThat(a.extendedTypes()).extracting(TypeNode::name).containsExactly("B", "c.D");
    assertThat(a.body().references()).containsExactly("E", "F");
    assertThat(a.end()).isEqualTo(a.body().end());
  }

  @Test
  void aliasesHaveTheirType() {
    TSTypeAliasDeclaration a = only("type A<T> = B<T>", TSTypeAliasDeclaration.class);

    assertThat(a.typeAnnotation().name()).isEqualTo("B");
    assertThat(a.typeParameters()).isNotNull();
  }

  @Test
  void enumerationsHaveTheirMembers() {
    TSEnumDeclaration e =
        only(
            "declare const enum E { A = 1, 'b-c', ['d'] = A << 1, [`e`], }",
            TSEnumDeclaration.class);

    assertThat(e.isConst()).isTrue();
    assertThat(e.declare()).isTrue();
    assertThat(e.members())
        .extracting(member -> member.id().kind(), TSEnumMember::computed)
        .containsExactly(
            tuple(NodeKind.IDENTIFIER, false),
            tuple(NodeKind.STRING_LITERAL, false),
            tuple(NodeKind.STRING_LITERAL, true),
            tuple(NodeKind.TEMPLATE_LITERAL, true));
    assertThat(e.members().get(0).initializer()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "namespace A { }, NAMESPACE, false, IDENTIFIER",
    "module A { }, MODULE, false, IDENTIFIER",
    "declare namespace A.B.C { }, NAMESPACE, true, TS_QUALIFIED_NAME",
    "declare module 'm' { }, MODULE, true, STRING_LITERAL",
    "declare module 'm', MODULE, true, STRING_LITERAL",
    "declare global { }, GLOBAL, true, IDENTIFIER",
    "global { }, GLOBAL, false, IDENTIFIER",
  })
  void modulesHaveTheirKeyword(
      String text, ModuleKeyword keyword, boolean declare, NodeKind idKind) {
    TSModuleDeclaration module = only(text, TSModuleDeclaration.class);

    assertThat(module.moduleKind()).isEqualTo(keyword);
    assertThat(module.declare()).isEqualTo(declare);
    assertThat(module.id().kind()).isEqualTo(idKind);
  }

  @Test
  void aShorthandModuleHasNoBody() {
    TSModuleDeclaration module = only("declare module 'm';", TSModuleDeclaration.class);

    assertThat(module.body()).isNull();
    assertThat(module.id()).isInstanceOf(StringLiteral.class);
  }

  @Test
  void namespacesHoldImportsAndExports() {
    TSModuleDeclaration module =
        only(
            "declare namespace A { import b = c.d; export = b; export const e: F; export { b } }",
            TSModuleDeclaration.class);

    assertThat(module.body()).isNotNull();
    assertThat(module.body().body())
        .extracting(Statement::kind)
        .containsExactly(
            NodeKind.TS_IMPORT_EQUALS_DECLARATION,
            NodeKind.TS_EXPORT_ASSIGNMENT,
            NodeKind.EXPORT_NAMED_DECLARATION,
            NodeKind.EXPORT_NAMED_DECLARATION);
  }

  @Test
  void namespacesHaveDirectives() {
    TSModuleDeclaration module = only("namespace A { 'use strict'; b }", TSModuleDeclaration.class);

    assertThat(module.body()).isNotNull();
    assertThat(module.body().body().get(0))
        .isInstanceOfSatisfying(
            ExpressionStatement.class,
            statement -> assertThat(statement.directive()).isEqualTo("use strict"));
  }

  @Test
  void importsInTheFormOfCommonJsAreRead() {
    List<Statement> statements =
        statements(
            "import a = require('a'); import type b = require('b'); export import c = d.e.f;"
                + " import type = require('t'); import require = g;");

    assertThat(statements)
        .extracting(TSImportEqualsDeclaration.class::cast)
        .extracting(
            declared -> declared.id().name(),
            TSImportEqualsDeclaration::typeOnly,
            TSImportEqualsDeclaration::exported,
            declared -> declared.moduleReference().getClass().getSimpleName())
        .containsExactly(
            tuple("a", false, false, TSExternalModuleReference.class.getSimpleName()),
            tuple("b", true, false, TSExternalModuleReference.class.getSimpleName()),
            tuple("c", false, true, TSQualifiedName.class.getSimpleName()),
            tuple("type", false, false, TSExternalModuleReference.class.getSimpleName()),
            tuple("require", false, false, Identifier.class.getSimpleName()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "export = a; # TS_EXPORT_ASSIGNMENT",
        "export as namespace A; # TS_NAMESPACE_EXPORT_DECLARATION",
        "export type A = B; # EXPORT_NAMED_DECLARATION",
        "export interface A { } # EXPORT_NAMED_DECLARATION",
        "export default interface A { } # EXPORT_DEFAULT_DECLARATION",
        "export default abstract class A { } # EXPORT_DEFAULT_DECLARATION",
        "export declare function f(): void; # EXPORT_NAMED_DECLARATION",
        "export abstract class A { } # EXPORT_NAMED_DECLARATION",
        "export const enum A { } # EXPORT_NAMED_DECLARATION",
        "export declare const a: A; # EXPORT_NAMED_DECLARATION",
        "export type { A } from 'm'; # EXPORT_NAMED_DECLARATION",
        "export type * from 'm'; # EXPORT_ALL_DECLARATION",
        "export type * as a from 'm'; # EXPORT_ALL_DECLARATION",
      })
  void exportsOfTypeScriptAreRead(String text, NodeKind kind) {
    assertThat(only(text, Statement.class).kind()).isEqualTo(kind);
  }

  @Test
  void declaredThingsSaySo() {
    assertThat(only("declare function f(a: A): B", FunctionDeclaration.class).declare()).isTrue();
    assertThat(only("declare let a: A, b", VariableDeclaration.class).declare()).isTrue();
    assertThat(only("declare const a", VariableDeclaration.class).declare()).isTrue();
    ClassDeclaration a = only("declare abstract class A { b(): B; c: C }", ClassDeclaration.class);
    assertThat(a.declare()).isTrue();
    assertThat(a.isAbstract()).isTrue();
    assertThat(a.start()).isZero();
    Statement exported =
        only("export declare class A { }", ExportNamedDeclaration.class).declaration();
    assertThat(exported).isInstanceOf(ClassDeclaration.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type = 1",
        "type\nA = 1",
        "declare\nfunction f() { }",
        "namespace\nA\n{ }",
        "module.exports = a",
        "global.a = 1",
        "abstract\nclass A { }",
        "interface\nA\n{ }",
        "declare = 1",
        "type(a)",
        "module",
        "enum_ = 1",
        "namespace.a()",
      })
  void wordsOfTypeScriptAreNamesElsewhere(String text) {
    assertThat(statements(text))
        .extracting(Statement::kind)
        .doesNotContain(
            NodeKind.TS_TYPE_ALIAS_DECLARATION,
            NodeKind.TS_MODULE_DECLARATION,
            NodeKind.TS_INTERFACE_DECLARATION,
            NodeKind.TS_ENUM_DECLARATION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface { }",
        "interface A extends { }",
        "type A",
        "type A =",
        "enum { }",
        "enum A { b c }",
        "enum A { 1 }",
        "namespace A",
        "namespace A.1 { }",
        "import a = ",
        "export =",
        "declare 1",
        "declare if (a) { }",
      })
  void brokenDeclarationsAreErrors(String text) {
    assertThat(parse(text).diagnostics()).isNotEmpty();
  }

  @Test
  void namespacesWithoutEndAreAnErrorAndNoMore() {
    assertThat(parse("namespace A { ".repeat(50_000)).diagnostics()).isNotEmpty();
    assertThat(parse("declare ".repeat(50_000)).diagnostics()).isNotEmpty();
    assertThat(parse("namespace " + "a.".repeat(50_000)).diagnostics()).isNotEmpty();
  }
}
