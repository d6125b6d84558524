package dev.emerald.core.internal.flow.effects;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Functions that check say so by what they return, or by returning at all. */
class PredicateTest {

  @TestFactory
  Stream<DynamicTest> functionsOfTheProject() {
    return Lines.of(
        """
        safe  if (isWord(x)) exec(x);
        flows if (!isWord(x)) exec(x);
        safe  if (!isWord(x)) return; exec(x);
        flows if (isWord(y)) exec(x);
        safe  if (isNotWord(x)) return; exec(x);
        flows if (isNotWord(x)) exec(x);
        flows if (isLong(x)) exec(x);
        safe  if (!isSafe(x)) return; read(ROOT + x);
        flows if (isSafe(x)) return; read(ROOT + x);
        flows if (!isSafe(x)) return; read(x);
        safe  if (!isSafeAndLogged(x, y)) return; read(ROOT + x);
        flows if (!isSafeAndLogged(y, x)) return; read(ROOT + x);
        safe  mustBeWord(x); exec(x);
        flows mustBeWord(y); exec(x);
        flows warnUnlessWord(x); exec(x);
        safe  if (await isWordLater(x)) exec(x);
        flows if (!(await isWordLater(x))) exec(x);
        safe  if (await isWordPromised(x)) exec(x);
        safe  if (!isInRoot(x)) return; read(x);
        flows if (isInRoot(x)) return; read(x);
        safe  if (isName(x)) exec(x);
        flows if (!isName(x)) exec(x);
        safe  const ok = isWord(x); if (!ok) return; exec(x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> functionsThatAreNotAtHand() {
    return Lines.of(
        """
        safe  if (missing.allowPath(x)) read(x);
        flows if (!missing.allowPath(x)) read(x);
        safe  if (missing.isInvalid(x)) return; read(x);
        flows if (missing.isInvalid(x)) read(x);
        safe  missing.assertSafe(x); read(x);
        flows missing.log(x); read(x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> functionsThatModelsSpeakOf() {
    return Lines.of(
        """
        safe  if (lib.isInside(x)) read(x);
        flows if (!lib.isInside(x)) read(x);
        flows if (lib.isInside(x)) exec(x);
        safe  if (lib.isBad(x)) return; read(x);
        flows if (lib.isBad(x)) read(x);
        safe  lib.check(x); read(x);
        flows lib.check(y); read(x);
        safe  assert(WORD.test(x)); exec(x);
        flows assert(!WORD.test(x)); exec(x);
        safe  assert.ok(NAMES.includes(x)); exec(x);
        safe  assert.match(x, /^\\w+$/); exec(x);
        safe  assert.strictEqual(x, 'a'); exec(x);
        flows assert.notStrictEqual(x, 'a'); exec(x);
        safe  const p = lib.real(x); if (!NAMES.includes(p)) return; read(x);
        """);
  }
}
