package dev.emerald.spi.regex;

/**
 * What a {@link RegexNode} is: one constant for each class of node, for use in a {@code switch}.
 *
 * <p>A later edition of ECMAScript may bring more; a {@code switch} needs a {@code default}.
 */
public enum RegexNodeKind {
  /** {@link Pattern}. */
  PATTERN,
  /** {@link Alternative}. */
  ALTERNATIVE,
  /** {@link Group}. */
  GROUP,
  /** {@link CapturingGroup}. */
  CAPTURING_GROUP,
  /** {@link LookaroundAssertion}. */
  LOOKAROUND_ASSERTION,
  /** {@link EdgeAssertion}. */
  EDGE_ASSERTION,
  /** {@link WordBoundaryAssertion}. */
  WORD_BOUNDARY_ASSERTION,
  /** {@link Quantifier}. */
  QUANTIFIER,
  /** {@link Backreference}. */
  BACKREFERENCE,
  /** {@link PatternCharacter}. */
  PATTERN_CHARACTER,
  /** {@link AnyCharacterSet}. */
  ANY_CHARACTER_SET,
  /** {@link EscapeCharacterSet}. */
  ESCAPE_CHARACTER_SET,
  /** {@link UnicodePropertyCharacterSet}. */
  UNICODE_PROPERTY_CHARACTER_SET,
  /** {@link CharacterClass}. */
  CHARACTER_CLASS,
  /** {@link CharacterClassRange}. */
  CHARACTER_CLASS_RANGE,
  /** {@link ExpressionCharacterClass}. */
  EXPRESSION_CHARACTER_CLASS,
  /** {@link ClassIntersection}. */
  CLASS_INTERSECTION,
  /** {@link ClassSubtraction}. */
  CLASS_SUBTRACTION,
  /** {@link ClassStringDisjunction}. */
  CLASS_STRING_DISJUNCTION,
  /** {@link StringAlternative}. */
  STRING_ALTERNATIVE
}
