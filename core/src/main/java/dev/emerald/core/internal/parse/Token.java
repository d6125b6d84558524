package dev.emerald.core.internal.parse;

/**
 * The kinds of tokens, as small numbers: the parser switches on them for every token. Their order
 * means something: {@link #isName} and the others test ranges.
 */
final class Token {

  // Names and literals.

  /** The end of the text, or of the work allowed. */
  static final int EOF = 0;

  /** A name that is no keyword. */
  static final int IDENTIFIER = 1;

  /** {@code #a}. */
  static final int PRIVATE_NAME = 2;

  /** A number. */
  static final int NUMBER = 3;

  /** {@code 1n}. */
  static final int BIGINT = 4;

  /** A string, the quotes included. */
  static final int STRING = 5;

  /** A template up to its first <code>${</code> or its end. */
  static final int TEMPLATE = 6;

  /** A regular expression, after {@link Scanner#rescanRegExp()} alone. */
  static final int REGEXP = 7;

  /** Text between tags, after {@link Scanner#nextJsxText()} alone. */
  static final int JSX_TEXT = 8;

  /** A reserved word spelled with an escape: a property name, nothing else. */
  static final int ESCAPED_KEYWORD = 9;

  /** A character or an unfinished literal that no grammar accepts. */
  static final int UNKNOWN = 10;

  // Punctuators.

  /** {@code (}. */
  static final int LPAREN = 11;

  /** {@code )}. */
  static final int RPAREN = 12;

  /** {@code [}. */
  static final int LBRACKET = 13;

  /** {@code ]}. */
  static final int RBRACKET = 14;

  /** <code>{</code>. */
  static final int LBRACE = 15;

  /** <code>}</code>. */
  static final int RBRACE = 16;

  /** {@code .}. */
  static final int DOT = 17;

  /** {@code ...}. */
  static final int ELLIPSIS = 18;

  /** {@code ?.}. */
  static final int OPTIONAL_DOT = 19;

  /** {@code ;}. */
  static final int SEMICOLON = 20;

  /** {@code ,}. */
  static final int COMMA = 21;

  /** {@code ?}. */
  static final int QUESTION = 22;

  /** {@code :}. */
  static final int COLON = 23;

  /** {@code =>}. */
  static final int ARROW = 24;

  /** {@code @}. */
  static final int AT = 25;

  /** {@code #} without a name. */
  static final int HASH = 26;

  /** {@code !}. */
  static final int NOT = 27;

  /** {@code ~}. */
  static final int TILDE = 28;

  /** {@code ++}. */
  static final int INCREMENT = 29;

  /** {@code --}. */
  static final int DECREMENT = 30;

  // Assignment operators; in the order of AssignmentOperator.

  /** {@code =}. */
  static final int ASSIGN = 31;

  /** {@code +=}. */
  static final int PLUS_ASSIGN = 32;

  /** {@code -=}. */
  static final int MINUS_ASSIGN = 33;

  /** {@code *=}. */
  static final int STAR_ASSIGN = 34;

  /** {@code /=}. */
  static final int SLASH_ASSIGN = 35;

  /** {@code %=}. */
  static final int PERCENT_ASSIGN = 36;

  /** {@code **=}. */
  static final int STAR_STAR_ASSIGN = 37;

  /** {@code <<=}. */
  static final int SHL_ASSIGN = 38;

  /** {@code >>=}. */
  static final int SHR_ASSIGN = 39;

  /** {@code >>>=}. */
  static final int USHR_ASSIGN = 40;

  /** {@code |=}. */
  static final int BAR_ASSIGN = 41;

  /** {@code ^=}. */
  static final int CARET_ASSIGN = 42;

  /** {@code &=}. */
  static final int AMP_ASSIGN = 43;

  /** {@code ||=}. */
  static final int BAR_BAR_ASSIGN = 44;

  /** {@code &&=}. */
  static final int AMP_AMP_ASSIGN = 45;

  /** {@code ??=}. */
  static final int COALESCE_ASSIGN = 46;

  // Logical operators; in the order of LogicalOperator.

  /** {@code &&}. */
  static final int AMP_AMP = 47;

  /** {@code ||}. */
  static final int BAR_BAR = 48;

  /** {@code ??}. */
  static final int COALESCE = 49;

  // Binary operators; in the order of BinaryOperator.

  /** {@code ==}. */
  static final int EQ = 50;

  /** {@code !=}. */
  static final int NE = 51;

  /** {@code ===}. */
  static final int EQ_STRICT = 52;

  /** {@code !==}. */
  static final int NE_STRICT = 53;

  /** {@code <}. */
  static final int LT = 54;

  /** {@code <=}. */
  static final int LE = 55;

  /** {@code >}, alone until {@link Scanner#rescanGreater()}. */
  static final int GT = 56;

  /** {@code >=}. */
  static final int GE = 57;

  /** {@code <<}. */
  static final int SHL = 58;

  /** {@code >>}. */
  static final int SHR = 59;

  /** {@code >>>}. */
  static final int USHR = 60;

  /** {@code +}. */
  static final int PLUS = 61;

  /** {@code -}. */
  static final int MINUS = 62;

  /** {@code *}. */
  static final int STAR = 63;

  /** {@code /}. */
  static final int SLASH = 64;

  /** {@code %}. */
  static final int PERCENT = 65;

  /** {@code **}. */
  static final int STAR_STAR = 66;

  /** {@code |}. */
  static final int BAR = 67;

  /** {@code ^}. */
  static final int CARET = 68;

  /** {@code &}. */
  static final int AMP = 69;

  // Reserved words; the first two are binary operators.

  /** {@code in}. */
  static final int IN = 70;

  /** {@code instanceof}. */
  static final int INSTANCEOF = 71;

  /** {@code break}. */
  static final int BREAK = 72;

  /** {@code case}. */
  static final int CASE = 73;

  /** {@code catch}. */
  static final int CATCH = 74;

  /** {@code class}. */
  static final int CLASS = 75;

  /** {@code const}. */
  static final int CONST = 76;

  /** {@code continue}. */
  static final int CONTINUE = 77;

  /** {@code debugger}. */
  static final int DEBUGGER = 78;

  /** {@code default}. */
  static final int DEFAULT = 79;

  /** {@code delete}. */
  static final int DELETE = 80;

  /** {@code do}. */
  static final int DO = 81;

  /** {@code else}. */
  static final int ELSE = 82;

  /** {@code enum}. */
  static final int ENUM = 83;

  /** {@code export}. */
  static final int EXPORT = 84;

  /** {@code extends}. */
  static final int EXTENDS = 85;

  /** {@code false}. */
  static final int FALSE = 86;

  /** {@code finally}. */
  static final int FINALLY = 87;

  /** {@code for}. */
  static final int FOR = 88;

  /** {@code function}. */
  static final int FUNCTION = 89;

  /** {@code if}. */
  static final int IF = 90;

  /** {@code import}. */
  static final int IMPORT = 91;

  /** {@code new}. */
  static final int NEW = 92;

  /** {@code null}. */
  static final int NULL = 93;

  /** {@code return}. */
  static final int RETURN = 94;

  /** {@code super}. */
  static final int SUPER = 95;

  /** {@code switch}. */
  static final int SWITCH = 96;

  /** {@code this}. */
  static final int THIS = 97;

  /** {@code throw}. */
  static final int THROW = 98;

  /** {@code true}. */
  static final int TRUE = 99;

  /** {@code try}. */
  static final int TRY = 100;

  /** {@code typeof}. */
  static final int TYPEOF = 101;

  /** {@code var}. */
  static final int VAR = 102;

  /** {@code void}. */
  static final int VOID = 103;

  /** {@code while}. */
  static final int WHILE = 104;

  /** {@code with}. */
  static final int WITH = 105;

  // Words that are keywords in places; identifiers elsewhere.

  /** {@code let}. */
  static final int LET = 106;

  /** {@code static}. */
  static final int STATIC = 107;

  /** {@code implements}. */
  static final int IMPLEMENTS = 108;

  /** {@code interface}. */
  static final int INTERFACE = 109;

  /** {@code package}. */
  static final int PACKAGE = 110;

  /** {@code private}. */
  static final int PRIVATE = 111;

  /** {@code protected}. */
  static final int PROTECTED = 112;

  /** {@code public}. */
  static final int PUBLIC = 113;

  /** {@code yield}. */
  static final int YIELD = 114;

  /** {@code await}. */
  static final int AWAIT = 115;

  /** {@code async}. */
  static final int ASYNC = 116;

  /** {@code of}. */
  static final int OF = 117;

  /** {@code get}. */
  static final int GET = 118;

  /** {@code set}. */
  static final int SET = 119;

  /** {@code as}. */
  static final int AS = 120;

  /** {@code satisfies}. */
  static final int SATISFIES = 121;

  /** {@code from}. */
  static final int FROM = 122;

  /** {@code type}. */
  static final int TYPE = 123;

  /** {@code using}. */
  static final int USING = 124;

  /** {@code accessor}. */
  static final int ACCESSOR = 125;

  /** {@code abstract}. */
  static final int ABSTRACT = 126;

  /** {@code declare}. */
  static final int DECLARE = 127;

  /** {@code readonly}. */
  static final int READONLY = 128;

  /** {@code override}. */
  static final int OVERRIDE = 129;

  /** {@code namespace}. */
  static final int NAMESPACE = 130;

  /** {@code module}. */
  static final int MODULE = 131;

  /** {@code global}. */
  static final int GLOBAL = 132;

  /** {@code require}. */
  static final int REQUIRE = 133;

  /** {@code infer}. */
  static final int INFER = 134;

  /** {@code is}. */
  static final int IS = 135;

  /** {@code keyof}. */
  static final int KEYOF = 136;

  /** {@code unique}. */
  static final int UNIQUE = 137;

  /** {@code asserts}. */
  static final int ASSERTS = 138;

  /** {@code out}. */
  static final int OUT = 139;

  /** {@code defer}. */
  static final int DEFER = 140;

  /** {@code source}. */
  static final int SOURCE = 141;

  /** {@code target}. */
  static final int TARGET = 142;

  /** {@code meta}. */
  static final int META = 143;

  /** {@code any}. */
  static final int ANY = 144;

  /** {@code unknown}. */
  static final int UNKNOWN_KEYWORD = 145;

  /** {@code never}. */
  static final int NEVER = 146;

  /** {@code string}. */
  static final int STRING_KEYWORD = 147;

  /** {@code number}. */
  static final int NUMBER_KEYWORD = 148;

  /** {@code boolean}. */
  static final int BOOLEAN = 149;

  /** {@code bigint}. */
  static final int BIGINT_KEYWORD = 150;

  /** {@code symbol}. */
  static final int SYMBOL = 151;

  /** {@code object}. */
  static final int OBJECT = 152;

  /** {@code undefined}. */
  static final int UNDEFINED = 153;

  /** {@code constructor}. */
  static final int CONSTRUCTOR = 154;

  /** {@code arguments}. */
  static final int ARGUMENTS = 155;

  /** {@code eval}. */
  static final int EVAL = 156;

  /** {@code assert}. */
  static final int ASSERT = 157;

  /** The number of kinds. */
  static final int COUNT = 158;

  static final int FIRST_RESERVED = IN;
  static final int FIRST_CONTEXTUAL = LET;

  /** The words in the order of their kinds, from {@link #FIRST_RESERVED} on. */
  private static final String WORDS =
      "in instanceof break case catch class const continue debugger default delete do "
          + "else enum export extends false finally for function if import new null return "
          + "super switch this throw true try typeof var void while with"
          + " let static implements interface package private protected public yield await "
          + "async of get set as satisfies from type using accessor abstract declare readonly"
          + " override namespace module global require infer is keyof unique asserts out "
          + "defer source target meta any unknown never string number boolean bigint symbol "
          + "object undefined constructor arguments eval assert";

  private static final String[] WORD = WORDS.split(" ");

  private Token() {}

  /** The number of words that have a kind of their own. */
  static int words() {
    return WORD.length;
  }

  /** The spelling of the keyword with the kind {@code FIRST_RESERVED + index}. */
  static String word(int index) {
    return WORD[index];
  }

  /** Whether a token can be a variable: an identifier or a word that is no reserved one. */
  static boolean isIdentifier(int kind) {
    return kind == IDENTIFIER || kind >= FIRST_CONTEXTUAL;
  }

  /** Whether a token is an IdentifierName, as after a dot: any word, reserved or not. */
  static boolean isName(int kind) {
    return kind == IDENTIFIER || kind >= FIRST_RESERVED || kind == ESCAPED_KEYWORD;
  }

  /** Whether a token is an assignment operator, {@code =} included. */
  static boolean isAssignment(int kind) {
    return kind >= ASSIGN && kind <= COALESCE_ASSIGN;
  }
}
