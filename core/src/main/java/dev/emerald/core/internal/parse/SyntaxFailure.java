package dev.emerald.core.internal.parse;

/**
 * Leaves a construct that is not understood. Thrown and caught within the parser alone; made once
 * for each file, without a stack trace, since speculation throws it often.
 */
final class SyntaxFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Where it was noticed. */
  int offset;

  /** What is wrong. */
  String problem = "";

  /** Whether nothing is wrong but the depth: then all attempts around it fail alike. */
  boolean tooDeep;

  SyntaxFailure() {
    super(null, null, false, false);
  }

  @Override
  public String getMessage() {
    return problem + " at " + offset;
  }
}
