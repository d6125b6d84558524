package dev.emerald.core.internal.flow.effects;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What escaping and the text around do for shells, pages, queries and addresses. */
class TextTest {

  @TestFactory
  Stream<DynamicTest> shells() {
    return Lines.of(
        """
        flows exec('ls ' + x);
        flows exec(`ls ${x}`);
        flows exec('ls "' + x + '"');
        safe  exec("ls '" + x.replace(/'/g, "'\\\\''") + "'");
        flows exec('ls ' + x.replace(/'/g, "'\\\\''"));
        flows exec('ls "' + x.replace(/'/g, "'\\\\''") + '"');
        flows exec('ls "' + x.replace(/"/g, '\\\\"') + '"');
        safe  exec('ls "' + x.replace(/["`$\\\\]/g, '\\\\$&') + '"');
        flows exec('ls "' + x.replace(/["`$]/g, '\\\\$&') + '"');
        safe  exec('ls "' + x.replace(/\\\\/g, '\\\\\\\\').replace(/["`$]/g, '\\\\$&') + '"');
        weak  exec('ls "' + x.replace(/["`$]/g, '') + '"');
        safe  exec('ls ' + x.replace(/[^\\w.-]/g, ''));
        flows exec('ls ' + x.replace(/[^\\w.-]/, ''));
        flows exec('ls ' + x.replace(/[^\\w.;-]/g, ''));
        safe  exec('ls ' + x.replace(/([^A-Za-z0-9_\\-.,:\\/@])/g, '\\\\$1'));
        flows exec('ls ' + x.replace(/([^A-Za-z0-9_\\-.,:\\/@])/g, '$1'));
        weak  exec('ls ' + x.replace(/;/, ''));
        safe  exec('ls ' + lib.quote(x));
        flows exec('ls ' + lib.escapeHtml(x));
        weak  exec('ls ' + y.shellEscape(x));
        safe  exec('ls ' + encodeURIComponent(x));
        flows exec('ls ' + encodeURI(x));
        flows exec('ls ' + JSON.stringify(x));
        flows exec(['ls', x].join(' '));
        flows exec(util.format('ls %s', x));
        safe  exec(util.format('kill %d', x));
        flows exec('ls '.concat(x));
        safe  exec('kill ' + (x | 0));
        safe  exec('kill ' + x.length);
        safe  exec('kill ' + (x === 'a'));
        flows exec('kill ' + (x || 0));
        safe  exec('ls ' + x.match(/^\\w+/)[0]);
        flows exec('ls ' + x.match(/^.+/)[0]);
        safe  exec('ls ' + /id=(\\d+)/.exec(x)[1].replace('id', ''));
        flows exec(x.trim().toLowerCase().substr(1));
        safe  shellOf('ls', [x], {});
        flows shellOf(x, { shell: true });
        safe  shellOf(x, { shell: false });
        flows shellOf(x, { shell: y });
        """);
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return Lines.of(
        """
        flows send(x);
        flows send('<p>' + x + '</p>');
        safe  send(lib.escapeHtml(x));
        safe  send('<p>' + lib.escapeHtml(x));
        weak  send(lib.strip(x));
        safe  send('<a title="' + lib.escapeHtml(x) + '">');
        weak  send('<a href="' + lib.escapeHtml(x) + '">');
        safe  send('<a href="/user/' + lib.escapeHtml(x) + '">');
        weak  send('<a title=' + lib.escapeHtml(x) + '>');
        safe  send(x.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;'));
        flows send(x.replace(/&/g, '&amp;').replace(/"/g, '&quot;'));
        flows send('<a title="' + x.replace(/</g, '&lt;') + '">');
        safe  send('<a title="' + x.replace(/"/g, '&quot;') + '">');
        weak  send(x.replace('<', '&lt;'));
        weak  send(x.replace(/<script>/g, ''));
        weak  send(x.replace(/<[^>]*>/g, ''));
        safe  send(x.replace(/[<>&"']/g, c => MAP[c]));
        flows send(x.replace(/[&"']/g, c => MAP[c]));
        safe  send(x.replace(/[<>]/g, ''));
        flows send(JSON.stringify(x));
        flows send('<script>var a = ' + JSON.stringify(x) + '</script>');
        safe  send('<script>var a = ' + JSON.stringify(x).replace(/</g, '\\\\u003c') + '</script>');
        safe  send(encodeURIComponent(x));
        safe  send(parseInt(x));
        safe  res.setHeader('Content-Type', 'text/plain'); res.end(x);
        flows res.setHeader('Content-Type', 'text/html'); res.end(x);
        safe  res.type('json'); res.end(x);
        flows res.setHeader('X-Id', 'text/plain'); res.end(x);
        safe  res.writeHead(200, { 'Content-Type': 'application/json' }); res.end(x);
        flows res.writeHead(200, { 'Content-Type': 'text/html' }); res.end(x);
        safe  res.status(400).type('text').send(x);
        flows res.status(400).send(x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> queries() {
    return Lines.of(
        """
        flows sql('select ' + x);
        flows sql("select '" + x + "'");
        safe  sql("select '" + x.replace(/['\\\\]/g, '\\\\$&') + "'");
        weak  sql("select '" + x.replace(/'/g, "''") + "'");
        flows sql('select ' + x.replace(/'/g, "''"));
        safe  sql('select ' + Number(x));
        safe  sql('select ' + parseInt(x, 10));
        flows sql('select ' + String(x));
        safe  sql('select ' + TABLE[x]);
        flows find({ name: x }.name);
        safe  find(String(x));
        safe  find('' + x);
        safe  find(`${x}`);
        safe  find(x.toString());
        flows find(JSON.parse(x));
        """);
  }

  @TestFactory
  Stream<DynamicTest> addresses() {
    return Lines.of(
        """
        flows redirect(x);
        flows redirect('http://' + x);
        flows redirect('https://example.com' + x);
        safe  redirect('https://example.com/' + x);
        flows redirect('/' + x);
        safe  redirect('/users/' + x);
        safe  redirect('/login?next=' + x);
        safe  redirect('?next=' + x);
        safe  redirect(y + '/path/' + x);
        safe  redirect('/' + encodeURIComponent(x));
        flows redirect(encodeURI(x));
        safe  if (x.startsWith('https://example.com/')) redirect(x);
        flows if (x.startsWith('https://example.com')) redirect(x);
        flows if (x.startsWith('/')) redirect(x);
        flows if (x.indexOf('https://example.com/') !== -1) redirect(x);
        safe  if (/^https:\\/\\/example\\.com\\//.test(x)) redirect(x);
        flows if (/https:\\/\\/example\\.com\\//.test(x)) redirect(x);
        safe  if (NAMES.includes(url.parse(x).hostname)) redirect(x);
        safe  if (NAMES.includes(new URL(x).host)) fetch(x);
        flows if (NAMES.includes(new URL(x).protocol)) fetch(x);
        safe  const u = new URL(x); if (u.hostname !== 'example.com') return; fetch(x);
        flows const u = new URL(y); if (u.hostname !== 'example.com') return; fetch(x);
        flows fetch(`http://${x}/status`);
        flows fetch(`http://${x}.example.com/`);
        safe  fetch(`http://example.com/${x}`);
        safe  fetch(`http://${y}/${x}`);
        flows host('api.' + x);
        safe  if (WORD.test(x)) host('api.' + x);
        """);
  }

  @TestFactory
  Stream<DynamicTest> codeAndTheRest() {
    return Lines.of(
        """
        flows run(x);
        flows run('f(' + x + ')');
        flows run('f("' + x + '")');
        flows run('f("' + x.replace(/"/g, '\\\\"') + '")');
        safe  run('f("' + x.replace(/["\\\\\\n]/g, '\\\\$&') + '")');
        safe  run('return "' + y + '" + ' + JSON.stringify(x));
        flows run('f("' + x.replace(/"/g, '\\"') + '")');
        safe  run('f(' + JSON.stringify(x) + ')');
        flows run('f(\\'' + JSON.stringify(x) + '\\')');
        safe  if (/^[\\w$]+$/.test(x)) run('return ' + x);
        flows if (/[\\w$]+/.test(x)) run('return ' + x);
        safe  run('f("' + x.replace(/["\\\\\\n]/g, '') + '")');
        weak  run('f("' + x.replace(/["\\\\\\n]/, '') + '")');
        flows header(x);
        safe  header(x.replace(/[\\r\\n]/g, ''));
        flows header(x.replace(/\\t/g, ''));
        safe  header(encodeURIComponent(x));
        flows option(x);
        safe  option('--name=' + x);
        safe  option('./' + x);
        flows load(x);
        flows load('a' + x);
        safe  if (/^\\w+$/.test(x)) load(x);
        safe  load(parseInt(x));
        flows render('<p>' + x);
        safe  if (/^\\w+$/.test(x)) render(x);
        flows regexp(x);
        safe  regexp(x.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&'));
        flows regexp(x.replace(/[.+?^]/g, '\\\\$&'));
        """);
  }
}
