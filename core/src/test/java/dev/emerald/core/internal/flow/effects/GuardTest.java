package dev.emerald.core.internal.flow.effects;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A check counts where it holds, with the polarity it has, and no further. */
class GuardTest {

  @TestFactory
  Stream<DynamicTest> equalityWithConstantsLeavesNothing() {
    return Lines.of(
        """
        flows exec(x);
        safe  if (x === 'ls') exec(x);
        flows if (x !== 'ls') exec(x);
        safe  if (x !== 'ls') return; exec(x);
        flows if (x !== 'ls') { y(); } exec(x);
        flows if (x !== 'ls') { y(); } else { z(); } exec(x);
        safe  if (x == 'ls') exec('run ' + x);
        safe  if ('ls' === x) exec(x);
        flows if (y === 'ls') exec(x);
        safe  if (x !== 'a' && x !== 'b') throw new Error(); exec(x);
        flows if (x !== 'a' || x !== 'b') exec(x);
        safe  if (x === 'a' || x === 'b') exec(x);
        flows if (x === 'a' || y === 'b') exec(x);
        safe  if (!(x === 'a')) return; exec(x);
        safe  switch (x) { case 'a': exec(x); }
        flows switch (x) { case 'a': break; default: exec(x); }
        safe  exec(x === 'a' ? x : 'b');
        flows exec(x === 'a' ? 'b' : x);
        flows exec(x !== 'a' ? x : 'b');
        safe  if (!x) exec('ls ' + x);
        flows if (x) exec(x);
        safe  if (x == null) exec('ls ' + x);
        flows if (x != null) exec(x);
        flows if (x === undefined) y(); exec(x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> membershipInConstantsLeavesNothing() {
    return Lines.of(
        """
        safe  if (NAMES.includes(x)) exec(x);
        flows if (!NAMES.includes(x)) exec(x);
        safe  if (NAMES.indexOf(x) === -1) return; exec(x);
        flows if (NAMES.indexOf(x) === -1) exec(x);
        safe  if (NAMES.indexOf(x) < 0) return; exec(x);
        safe  if (NAMES.indexOf(x) >= 0) exec(x);
        safe  if (NAMES.indexOf(x) > -1) exec(x);
        safe  if (-1 < NAMES.indexOf(x)) exec(x);
        flows if (NAMES.indexOf(x) <= -1) exec(x);
        safe  if (~NAMES.indexOf(x)) exec(x);
        flows if (!~NAMES.indexOf(x)) exec(x);
        flows if (NAMES.indexOf(x)) exec(x);
        safe  if (SET.has(x)) exec(x);
        flows if (!SET.has(x)) exec(x);
        safe  if (x in TABLE) exec(x);
        safe  if (TABLE[x]) exec(x);
        flows if (!TABLE[x]) exec(x);
        safe  if (!TABLE[x]) x = 'a'; exec(x);
        flows if (TABLE[x]) x = 'a'; exec(x);
        safe  if (TABLE[x] !== undefined) exec(x);
        safe  if (TABLE.hasOwnProperty(x)) exec(x);
        safe  if (Object.prototype.hasOwnProperty.call(TABLE, x)) exec(x);
        safe  if (Object.hasOwn(TABLE, x)) exec(x);
        flows if (!Object.hasOwn(TABLE, x)) exec(x);
        safe  if (['a', 'b'].includes(x)) exec(x);
        flows if (['a', y].includes(x)) exec(x);
        flows if (cache[x]) exec(x);
        flows if (y.includes(x)) exec(x);
        flows if (x.includes('a')) exec(x);
        flows const list = []; list.push(y); if (list.includes(x)) exec(x);
        safe  if (typeof x !== 'undefined' && NAMES.indexOf(x) === -1) return; exec(x);
        safe  if (NAMES.includes(x.toLowerCase())) exec(x);
        safe  if (NAMES.includes(String(x).trim())) exec(x);
        flows if (NAMES.includes(x.slice(0, 1))) exec(x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> typesAndNumbers() {
    return Lines.of(
        """
        flows if (typeof x === 'string') exec(x);
        safe  if (typeof x === 'number') exec('kill ' + x);
        safe  if (typeof x !== 'number') return; exec('kill ' + x);
        flows if (typeof x !== 'number') exec('kill ' + x);
        flows if (typeof y === 'number') exec('kill ' + x);
        flows find(x);
        safe  if (typeof x !== 'string') return; find(x);
        safe  if (typeof x === 'object') return; find(x);
        flows if (typeof x === 'object') find(x);
        flows if (!parseInt(x)) return; exec('kill ' + x);
        flows if (isNaN(parseInt(x))) return; exec('kill ' + x);
        safe  if (isNaN(x)) return; exec('kill ' + x);
        flows if (isNaN(x)) exec('kill ' + x);
        safe  if (!Number.isInteger(Number(x))) return; exec('kill ' + x);
        flows if (!Number.isInteger(parseInt(x))) return; exec('kill ' + x);
        safe  const n = Number(x); if (!Number.isInteger(n)) return; exec('kill ' + x);
        safe  const n = +x; if (isNaN(n)) return; exec('kill ' + x);
        safe  if (x > 0) exec('kill ' + x);
        flows if (x.length > 0) exec('kill ' + x);
        flows if (x.length === 3) exec('kill ' + x);
        flows if (x.length) exec('kill ' + x);
        safe  if (parseInt(x) == x) exec('kill ' + x);
        safe  if (String(parseInt(x, 10)) === x) exec('kill ' + x);
        flows if (parseInt(x) == y) exec('kill ' + x);
        safe  x = parseInt(x, 10); exec('kill ' + x);
        flows parseInt(x, 10); exec('kill ' + x);
        flows if (Array.isArray(x)) exec('kill ' + x);
        flows x = parseInt(x, 10); alloc(x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> regularExpressionsSayWhatTheirAlphabetSays() {
    return Lines.of(
        """
        safe  if (/^\\w+$/.test(x)) exec(x);
        flows if (/\\w+/.test(x)) exec(x);
        flows if (/^\\w+/.test(x)) exec(x);
        flows if (/\\w+$/.test(x)) exec(x);
        flows if (/^\\w+$/m.test(x)) exec(x);
        flows if (!/^\\w+$/.test(x)) exec(x);
        safe  if (!/^\\w+$/.test(x)) return; exec(x);
        safe  if (!/^\\w+$/.test(x)) throw new Error('no'); exec(x);
        safe  if (WORD.test(x)) exec(x);
        safe  if (x.match(/^[a-z.-]+$/)) exec(x);
        safe  if (x.match(/^[a-z]+$/) === null) return; exec(x);
        flows if (x.match(/^[a-z;]+$/)) exec(x);
        safe  if (x.search(/^[a-z]+$/) === -1) return; exec(x);
        flows if (x.search(/^[a-z]+$/)) return; exec(x);
        safe  if (/^[a-z]+$/.exec(x)) exec(x);
        safe  if (/^(?:a|b|[0-9]+)$/.test(x)) exec(x);
        flows if (/^a|b$/.test(x)) exec(x);
        safe  if (/^(a|b)$/.test(x)) exec(x);
        safe  if (/^\\d+$/.test(x)) sql('select ' + x);
        flows if (/^.*$/.test(x)) sql('select ' + x);
        safe  if (/[^\\w.-]/.test(x)) return; exec(x);
        flows if (/[^\\w.-]/.test(x)) exec(x);
        safe  if (/[;&|`$<>\\n]/.test(x)) return; exec('ls ' + x);
        weak  if (/[;&|`$]/.test(x)) return; exec('ls ' + x);
        flows if (/[;&]/.test(x)) return; exec('ls ' + x);
        flows if (/;&/.test(x)) return; exec('ls ' + x);
        safe  if (x.search(/[^a-z]/) >= 0) return; exec(x);
        safe  if (/^[a-z][\\w-]*$/.test(x)) option(x);
        flows if (/^[\\w-]*$/.test(x)) option(x);
        safe  if (x.startsWith('-')) return; option(x);
        flows if (x.startsWith('--')) return; option(x);
        safe  if (/^-/.test(x)) return; option(x);
        safe  if (x[0] === '-') return; option(x);
        safe  if (x.charAt(0) === '-') throw new Error(); option(x);
        flows if (x.charAt(1) === '-') throw new Error(); option(x);
        safe  if (/^[^\\r\\n]*$/.test(x)) header(x);
        flows if (/^[^\\t]*$/.test(x)) header(x);
        safe  const cmd = 'ls ' + x; if (!/^\\w+$/.test(x)) return; exec(cmd);
        flows const cmd = 'ls ' + x + y; if (!/^\\w+$/.test(y)) return; exec(cmd);
        """);
  }

  @TestFactory
  Stream<DynamicTest> keys() {
    return Lines.of(
        """
        flows key(x);
        safe  if (x === '__proto__') return; key(x);
        flows if (x === '__proto__') y(); key(x);
        flows if (x === 'proto') return; key(x);
        safe  if (x.includes('__proto__')) return; key(x);
        safe  key('user-' + x);
        flows if (/^\\w+$/.test(x)) key(x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> guardsHoldInClosuresThatAreMadeBehindThem() {
    return Lines.of(
        """
        safe  if (!WORD.test(x)) return; setTimeout(() => exec(x));
        flows setTimeout(() => exec(x)); if (!WORD.test(x)) return;
        safe  fs.exists('a', function () { if (WORD.test(x)) exec(x); });
        flows fs.exists(x, function (there) { if (there) exec(x); });
        flows if (fs.existsSync(x)) exec(x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> variablesThatHoldConditions() {
    return Lines.of(
        """
        safe  const ok = WORD.test(x); if (ok) exec(x);
        flows const ok = WORD.test(x); if (!ok) exec(x);
        safe  const ok = y && WORD.test(x); if (ok) exec(x);
        flows const ok = y || WORD.test(x); if (ok) exec(x);
        safe  const bad = y || !WORD.test(x); if (bad) return; exec(x);
        safe  const bad = !y || !WORD.test(x); if (!bad) exec(x);
        safe  const i = NAMES.indexOf(x); if (i === -1) return; exec(x);
        flows const i = NAMES.indexOf(y); if (i === -1) return; exec(x);
        safe  if (y && WORD.test(x)) exec(x);
        flows if (y || WORD.test(x)) exec(x);
        safe  y && WORD.test(x) && exec(x);
        safe  WORD.test(x) || y(); if (WORD.test(x)) exec(x);
        safe  exec(WORD.test(x) && x);
        flows exec(WORD.test(x) || x);
        """);
  }
}
