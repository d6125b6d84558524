package dev.emerald.core.internal.flow.effects;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What keeps a path in its folder, and what only looks so. */
class PathTest {

  @TestFactory
  Stream<DynamicTest> normalisedBelowASlashNoPathLeavesItsFolder() {
    return Lines.of(
        """
        flows read(x);
        flows read(ROOT + x);
        flows read(ROOT + '/' + x);
        flows read(path.join(ROOT, x));
        flows read(path.join(__dirname, 'public', x));
        flows read(path.resolve(ROOT, x));
        flows read(path.normalize(x));
        flows read(ROOT + path.normalize(x));
        flows read(path.normalize(ROOT + x));
        safe  read(ROOT + path.normalize('/' + x));
        safe  read(path.join(ROOT, path.normalize('/' + x)));
        safe  read(path.join(ROOT, path.join('/', x)));
        safe  read(path.join(ROOT, path.resolve('/', x)));
        flows read(path.join(ROOT, path.resolve(x, '..'), y) + x);
        flows read(path.resolve(ROOT, path.normalize('/' + x)));
        flows read(ROOT + decodeURIComponent(path.normalize('/' + x)));
        safe  read(ROOT + path.normalize('/' + decodeURIComponent(x)));
        safe  x = path.normalize('/' + x); read(root + x);
        flows x = path.normalize('./' + x); read(root + x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> leadingDotsAreStrippedAfterNormalising() {
    return Lines.of(
        """
        safe  read(path.join(ROOT, path.normalize(x).replace(/^(\\.\\.(\\/|\\\\|$))+/, '')));
        weak  read(path.join(ROOT, x.replace(/^(\\.\\.(\\/|\\\\|$))+/, '')));
        safe  read(path.join(ROOT, path.normalize(x).replace(/^(\\.\\.[\\/\\\\])+/, '')));
        weak  read(path.join(ROOT, x.replace('../', '')));
        weak  read(path.join(ROOT, x.replace(/\\.\\.\\//g, '')));
        weak  read(path.join(ROOT, x.replace('..', '')));
        safe  read(path.join(ROOT, x.replace(/\\.\\./g, '')));
        safe  read(path.join(ROOT, x.split('..').join('')));
        safe  read(path.join(ROOT, x.replaceAll('..', '')));
        flows read(path.join(ROOT, x.replace(/\\.\\./g, '..')));
        safe  read(path.join(ROOT, x.replace(/\\./g, '')));
        flows read(x.replace(/\\.\\./g, ''));
        safe  read(path.join(ROOT, x.replace(/[^\\w-]/g, '')));
        safe  read(path.join(ROOT, x.replace(/[\\/\\\\]/g, '_')));
        flows read(path.join(ROOT, x.replace(/_/g, '/')));
        safe  while (x.indexOf('..') !== -1) { x = x.replace('..', ''); } read(path.join(ROOT, x));
        """);
  }

  @TestFactory
  Stream<DynamicTest> testsForDotsLeaveAbsolutePathsOpen() {
    return Lines.of(
        """
        safe  if (x.includes('..')) return; read(ROOT + x);
        flows if (x.includes('..')) y(); read(ROOT + x);
        flows if (!x.includes('..')) return; read(ROOT + x);
        flows if (x.includes('..')) return; read(x);
        flows if (x.includes('..')) return; read(path.resolve(ROOT, x));
        safe  if (x.includes('..') || path.isAbsolute(x)) return; read(path.resolve(ROOT, x));
        safe  if (x.includes('..') || x.startsWith('/')) return; read(x);
        safe  if (x.indexOf('..') !== -1) return; read(path.join(ROOT, x));
        flows if (x.indexOf('..') === 0) return; read(path.join(ROOT, x));
        safe  if (x.indexOf('..') > -1) return; read(path.join(ROOT, x));
        safe  if (~x.indexOf('..')) return; read(path.join(ROOT, x));
        safe  if (x.search(/(\\/|^)\\.\\.(\\/|$)/) !== -1) return; read(path.join(ROOT, x));
        flows if (x.search(/(\\/|^)\\.\\.(\\/|$)/) === -1) return; read(path.join(ROOT, x));
        safe  if (/\\.\\.\\//.test(x)) return; read(path.join(ROOT, x));
        safe  if (/\\.{2}/.test(x)) return; read(path.join(ROOT, x));
        safe  if (x.match(/\\.\\.[\\/\\\\]/)) return; read(path.join(ROOT, x));
        flows if (/^\\.\\./.test(x)) return; read(path.join(ROOT, x));
        safe  x = path.normalize(x); if (/^\\.\\./.test(x)) return; read(path.join(ROOT, x));
        safe  x = path.normalize(x); if (x.startsWith('..')) return; read(path.join(ROOT, x));
        flows if (x.startsWith('..')) return; read(path.join(ROOT, x));
        safe  if (x.split('/').includes('..')) return; read(path.join(ROOT, x));
        safe  if (x.split(path.sep).indexOf('..') !== -1) return; read(path.join(ROOT, x));
        flows if (x.split('/').includes('.')) return; read(path.join(ROOT, x));
        safe  const p = ROOT + x; if (p.indexOf('..') !== -1) return; read(p);
        flows const p = path.join(ROOT, x); if (p.indexOf('..') !== -1) return; read(p);
        safe  const p = path.join(ROOT, x); if (x.indexOf('..') !== -1) return; read(p);
        flows if (x.includes('..')) return; read(path.join(ROOT, decodeURIComponent(x)));
        flows if (x.includes('..')) return; x = unescape(x); read(path.join(ROOT, x));
        flows if (x.includes('..')) return; read(path.join(ROOT, lib.unescape(x)));
        safe  x = decodeURIComponent(x); if (x.includes('..')) return; read(path.join(ROOT, x));
        """);
  }

  @TestFactory
  Stream<DynamicTest> prefixTestsCountOnNormalisedPaths() {
    return Lines.of(
        """
        safe  const p = path.join(ROOT, x); if (!p.startsWith(ROOT)) return; read(p);
        flows const p = path.join(ROOT, x); if (!p.startsWith(ROOT)) y(); read(p);
        flows const p = path.join(ROOT, x); if (p.startsWith(ROOT)) return; read(p);
        flows const p = ROOT + x; if (!p.startsWith(ROOT)) return; read(p);
        safe  const p = path.resolve(root, x); if (!p.startsWith(root)) return; read(p);
        safe  const p = path.resolve(root, x); if (p.indexOf(root) !== 0) return; read(p);
        flows const p = path.resolve(root, x); if (p.indexOf(root) === 0) return; read(p);
        flows const p = path.resolve(root, x); if (p.indexOf(root)) y(); read(p);
        safe  const p = path.resolve(root, x); if (p.substr(0, root.length) !== root) return; read(p);
        flows const p = path.resolve(root, x); if (p.substr(0, root.length) === root) return; read(p);
        safe  const p = path.resolve(root, x); if (p.slice(0, root.length) == root) read(p);
        safe  const p = path.resolve(root, x); if (p.lastIndexOf(root, 0) === 0) read(p);
        safe  const p = path.normalize(root + x); if (p.startsWith(root + path.sep)) read(p);
        safe  const p = path.join(root, x); if (!path.resolve(p).startsWith(root)) return; read(p);
        safe  if (!path.join(root, x).startsWith(root)) return; read(path.join(root, x));
        safe  const p = fs.realpathSync(x); if (!p.startsWith(root)) return; read(x);
        safe  const p = path.resolve(root, x); if (path.dirname(p) !== root) return; read(p);
        safe  const p = path.resolve(root, x); if (/^\\/srv\\/files\\//.test(p)) read(p);
        flows const p = path.resolve(root, x); if (/\\/srv\\/files\\//.test(p)) read(p);
        """);
  }

  @TestFactory
  Stream<DynamicTest> relativePathsThatDoNotLeadOut() {
    return Lines.of(
        """
        safe  const p = path.join(root, x), rel = path.relative(root, p); if (rel.startsWith('..')) return; read(p);
        flows const p = path.join(root, x), rel = path.relative(root, p); if (!rel.startsWith('..')) return; read(p);
        safe  const p = path.join(root, x); if (path.relative(root, p).indexOf('..') === 0) return; read(p);
        safe  const p = path.join(root, x); if (/^\\.\\./.test(path.relative(root, p))) return; read(p);
        safe  const rel = path.relative(root, path.join(root, x)); if (rel && !rel.startsWith('..') && !path.isAbsolute(rel)) read(path.join(root, x));
        flows const rel = path.relative(root, path.join(root, y)); if (rel.startsWith('..')) return; read(path.join(root, x));
        """);
  }

  @TestFactory
  Stream<DynamicTest> oneSegmentStays() {
    return Lines.of(
        """
        safe  read(path.join(ROOT, path.basename(x)));
        safe  read(ROOT + '/' + path.basename(x));
        flows read(path.join(ROOT, path.dirname(x)));
        safe  read(path.join(ROOT, x.split('/').pop()));
        flows read(path.join(ROOT, x.split('?')[0]));
        flows read(path.join(ROOT, x.split('/').join('/')));
        flows read(path.join(ROOT, ...x.split('/')));
        safe  if (x.includes('/')) return; read(path.join(ROOT, x));
        safe  if (/[\\/\\\\]/.test(x)) return; read(path.join(ROOT, x));
        safe  if (path.basename(x) !== x) return; read(path.join(ROOT, x));
        safe  read(path.join(ROOT, encodeURIComponent(x)));
        flows read(path.join(ROOT, encodeURI(x)));
        safe  if (/^[\\w.-]+$/.test(x)) read(path.join(ROOT, x));
        flows if (/^[\\w.\\/-]+$/.test(x)) read(path.join(ROOT, x));
        safe  if (/^[\\w\\/-]+$/.test(x)) read(path.join(ROOT, x));
        """);
  }
}
