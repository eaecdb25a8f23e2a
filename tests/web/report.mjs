// Uses report.html in Debian's Chromium as a reader does: report.mjs MODULES FOLDER. Prints TAP. What is expected is read from the page's own
// tables by other code than the page's, or said by hand.
import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';

const [modules, folder] = process.argv.slice(2);
const {chromium} = createRequire(path.resolve(modules) + '/')('playwright-core');
const reports = {fr: 'fr', en: 'en', hostile: 'hostile/out', big: 'big/out'};
const browser = await chromium.launch({executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync']});

/** A page with what it complained of and asked for. */
async function open(name, options = {}) {
  const context = await browser.newContext({viewport: {width: 1200, height: 900}, reducedMotion: 'reduce', ...options});
  const page = await context.newPage(), address = 'file://' + path.resolve(folder, reports[name], 'report.html');
  page.complaints = [];
  page.on('console', message => page.complaints.push(message.text()));
  page.on('pageerror', error => page.complaints.push(error.message));
  page.on('dialog', dialog => { page.complaints.push('dialog ' + dialog.message()); dialog.dismiss(); });
  page.on('request', request => { if (request.url() !== address) page.complaints.push('request ' + request.url()); });
  await page.goto(address);
  await page.waitForTimeout(200);
  return page;
}

const viewBox = (page, map = '#carte') => page.locator(map + ' svg').first().getAttribute('viewBox').then(text => text.split(' ').map(Number));
const settle = page => page.waitForTimeout(80);

/** A point on the screen in the middle of a street's line, with its name and rate; the street is scrolled to. */
async function onStreet(page, name) {
  await page.locator('#carte').scrollIntoViewIfNeeded();
  return page.evaluate(wanted => {
    const use = [...document.querySelectorAll('#carte .rates use')].find(one => one.dataset.t.startsWith(wanted + '\n'));
    const line = document.querySelector(use.getAttribute('href'));
    for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]) { // where nothing lies on it
      const at = line.getPointAtLength(line.getTotalLength() * share).matrixTransform(use.getScreenCTM());
      if (document.elementFromPoint(at.x, at.y) === use) return {x: at.x, y: at.y, tip: use.dataset.t, id: use.dataset.f};
    }
    return null;
  }, name);
}

const table = (page, id) => page.evaluate(id => [...document.querySelectorAll(`#${id} tbody tr`)].filter(row => !row.hidden).map(row => [...row.cells].map(cell => cell.textContent)), id);
/** All rows of a table that shows the first ones only. */
const unfold = async (page, id) => { await page.locator(`.table:has(#${id}) + button.all`).click(); };

const number = text => Number(text.replace(/[^\d,−.]/g, '').replace('−', '-').replace(',', '.'));

const tests = {
  async 'opens without a complaint or a request, in both languages, at any width'() {
    for (const name of Object.keys(reports)) {
      for (const width of [1200, 700, 400]) {
        const page = await open(name, {viewport: {width, height: 800}});
        assert.deepEqual(page.complaints, []);
        const wide = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        assert.ok(wide[0] <= wide[1], `${name} at ${width}: ${wide}`);
        await page.context().close();
      }
    }
  },

  async 'at 400 px no text is smaller than 14 px and no box scrolls sideways'() {
    for (const name of ['fr', 'en', 'hostile']) {
      const page = await open(name, {viewport: {width: 400, height: 800}});
      await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true; }));
      const small = await page.evaluate(() => {
        const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode());) {
          const one = node.parentElement, style = getComputedStyle(one);
          if (!node.data.trim() || ['SCRIPT', 'STYLE'].includes(one.tagName) || style.visibility === 'hidden' || !one.getClientRects().length) continue;
          const size = parseFloat(style.fontSize) * (one.ownerSVGElement ? Math.hypot(one.getScreenCTM().a, one.getScreenCTM().b) : 1);
          if (size < 13.99) found.push([node.data.slice(0, 30), size]);
        }
        return found;
      });
      assert.deepEqual(small, []);
      const boxes = await page.evaluate(() => [...document.querySelectorAll('body *')].filter(one => one.scrollWidth > one.clientWidth + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)).map(one => one.id || one.className));
      assert.deepEqual(boxes, []);
      await page.context().close();
    }
  },

  async 'hovering a street tells its name, rate and interval, as the table has them'() {
    const page = await open('fr'), at = await onStreet(page, 'Grande Rue');
    assert.ok(at);
    await page.mouse.move(at.x, at.y);
    const tip = page.locator('#carte .tip');
    await tip.waitFor({state: 'visible'});
    const row = (await table(page, 'rues')).find(cells => cells[0] === 'Grande Rue'), lines = await tip.locator('div').allTextContents();
    assert.equal(lines[0], 'Grande Rue');
    assert.ok(lines[1].startsWith(row[5]) && lines[1].endsWith(`sur ${row[1]}`), lines[1] + ' / ' + row);
    assert.ok(lines[2].includes(row[6]) && lines[2].includes(row[7]), lines[2]);
    await page.mouse.move(5, 5);
    await tip.waitFor({state: 'hidden'});
    await page.context().close();
  },

  async 'a click on the map chooses the row, a click on the row shows it on the map'() {
    const page = await open('fr'), at = await onStreet(page, 'Grande Rue'), before = await viewBox(page);
    await page.mouse.click(at.x, at.y);
    assert.equal(await page.locator('#rues tr.chosen td').first().textContent(), 'Grande Rue');
    await page.waitForFunction(() => { const box = document.querySelector('#rues tr.chosen').getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; });
    await page.locator('#rues button.go', {hasText: 'Rue Saint-Étienne'}).click();
    await settle(page);
    const view = await viewBox(page);
    assert.ok(view[2] < before[2], 'zoomed in');
    assert.equal(await page.locator('#carte use.chosen').getAttribute('data-t').then(text => text.split('\n')[0]), 'Rue Saint-Étienne');
    const inside = await page.locator('#carte use.chosen').evaluate(use => {
      const box = use.getBoundingClientRect(), frame = use.ownerSVGElement.getBoundingClientRect();
      return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    });
    await page.waitForFunction(() => { const frame = document.querySelector('#carte svg').getBoundingClientRect(); return frame.bottom > 0 && frame.top < innerHeight; });
    assert.ok(inside, 'the whole street is in view');
    for (const [id, map] of [['tableau-friches', '#carte-friches'], ['zones', '#carte-foncier'], ['vacants', '#carte']]) {
      const was = await viewBox(page, map);
      await page.locator(`#${id} button.go`).first().click();
      await settle(page);
      assert.notDeepEqual(await viewBox(page, map), was, id);
      assert.equal(await page.locator(map + ' .chosen').count(), 1);
    }
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.chosen').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  },

  async 'tables sort by number, word and day, up and down, unknown last'() {
    for (const name of ['fr', 'en']) {
      const page = await open(name);
      for (const id of ['rues', 'vacants']) await unfold(page, id);
      const column = async (id, at) => (await table(page, id)).map(cells => cells[at]);
      const rate = page.locator('#rues th').nth(5).locator('button');
      await rate.click();
      assert.equal(await page.locator('#rues th').nth(5).getAttribute('aria-sort'), 'descending');
      let got = (await column('rues', 5)).map(number);
      assert.deepEqual(got, [...got].sort((a, b) => b - a));
      await rate.click();
      got = (await column('rues', 5)).map(number);
      assert.deepEqual(got, [...got].sort((a, b) => a - b));
      await page.locator('#rues th button').first().click();
      const words = await column('rues', 0);
      assert.deepEqual(words, [...words].sort((a, b) => a.localeCompare(b, name, {numeric: true, sensitivity: 'base'})));
      await page.locator('#vacants th').nth(4).locator('button').click();
      const days = await column('vacants', 4), known = days.filter(day => day !== '–');
      assert.deepEqual(days.slice(0, known.length), known);
      const iso = known.map(day => name === 'fr' ? day.split('/').reverse().join('-') : day);
      assert.deepEqual(iso, [...iso].sort());
      assert.ok(known.length > 20 && known.length < days.length);
      await page.context().close();
    }
  },

  async 'a long table shows its first rows; search, a button, the map and paper show the others'() {
    const page = await open('fr'), count = async () => (await table(page, 'rues')).length, every = await page.locator('#rues tbody tr').count();
    assert.equal(await count(), 15);
    assert.equal(await page.locator('#grand-livre tr[hidden]').count(), 0);
    const last = await page.locator('#rues tbody tr').last().locator('td').first().textContent();
    await page.locator('.find', {has: page.getByText('Seulement les effectifs suffisants')}).locator('input[type=search]').fill(last);
    assert.deepEqual((await table(page, 'rues')).map(cells => cells[0]), [last]);
    await page.locator('.find', {has: page.getByText('Seulement les effectifs suffisants')}).locator('input[type=search]').fill('');
    assert.equal(await count(), 15);
    await page.locator('#rues th').nth(5).locator('button').click(); // the rate, down, then up: other rows are the first
    await page.locator('#rues th').nth(5).locator('button').click();
    assert.equal(await count(), 15);
    assert.equal((await table(page, 'rues'))[0][5], '0,0\u00a0%');
    const hidden = await page.evaluate(() => document.querySelector('#rues tbody tr[hidden]').cells[0].textContent);
    const at = await onStreet(page, hidden) ?? await onStreet(page, 'Rue de la République');
    await page.mouse.click(at.x, at.y);
    assert.ok(await page.locator('#rues tr.chosen').isVisible());
    await page.context().close();
    const other = await open('fr');
    await unfold(other, 'rues');
    assert.equal((await table(other, 'rues')).length, every);
    assert.ok(await other.locator('.table:has(#rues) + button.all').isHidden());
    await other.context().close();
  },

  async 'the ledger sorts as numbers'() {
    const page = await open('fr');
    await page.locator('#grand-livre th').nth(2).locator('button').click();
    const read = (await table(page, 'grand-livre')).map(cells => number(cells[2]));
    assert.deepEqual(read, [...read].sort((a, b) => b - a));
    assert.ok(read[0] > 1000);
    await page.context().close();
  },

  async 'search takes no notice of accents or case, and small numbers can be put away'() {
    const page = await open('fr');
    await unfold(page, 'rues');
    const all = (await table(page, 'rues')).length;
    const find = page.locator('.find', {has: page.getByText('Seulement les effectifs suffisants')});
    await find.locator('input[type=search]').fill('ETIENNE');
    assert.deepEqual((await table(page, 'rues')).map(cells => cells[0]), ['Rue Saint-Étienne']);
    assert.match(await find.getByRole('status').textContent(), /^1 /);
    await find.locator('input[type=search]').fill('');
    await find.locator('input[type=checkbox]').check();
    const enough = await table(page, 'rues');
    assert.ok(enough.length < all && enough.every(cells => cells.includes('oui')));
    await page.context().close();
  },

  async 'the map zooms by button, key and wheel, moves by drag and key, and comes back whole'() {
    const page = await open('fr'), home = await viewBox(page);
    await page.getByRole('button', {name: 'Agrandir'}).first().click();
    await settle(page);
    let view = await viewBox(page);
    assert.ok(Math.abs(view[2] - home[2] / 2) < 1, `${view}`);
    assert.ok(Math.abs(view[0] + view[2] / 2 - home[0] - home[2] / 2) < 1, 'about the middle');
    await page.getByRole('button', {name: 'Réduire'}).first().click();
    await settle(page);
    assert.ok(Math.abs((await viewBox(page))[2] - home[2]) < 1);
    const svg = page.locator('#carte svg').first(), box = await svg.boundingBox();
    await svg.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await settle(page);
    view = await viewBox(page);
    assert.ok(view[2] < home[2] && view[0] + view[2] / 2 > home[0] + home[2] / 2, 'to the east');
    await svg.scrollIntoViewIfNeeded();
    const now = await svg.boundingBox(), x = now.x + now.width / 2, y = now.y + now.height / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 80, y + 20, {steps: 4});
    await page.mouse.up();
    await settle(page);
    assert.ok((await viewBox(page))[0] < view[0], 'dragged');
    assert.equal(await page.locator('.chosen').count(), 0, 'a drag is no click');
    const width = (await viewBox(page))[2];
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await settle(page);
    assert.ok((await viewBox(page))[2] < width, 'by wheel');
    await page.getByRole('button', {name: 'Toute la carte'}).first().click();
    await settle(page);
    const whole = await svg.getAttribute('data-all').then(text => text.split(' ').map(Number));
    assert.deepEqual((await viewBox(page)).map(Math.round), whole.map(Math.round));
    assert.ok(box.width > 300);
    const shown = await page.locator('#carte .names text[visibility=visible]').count();
    assert.ok(shown > 3, `${shown} names`);
    await page.context().close();
  },

  async 'layers can be left out of the map and laid upon it'() {
    const page = await open('fr');
    for (const [label, group, first] of [['Locaux', 'premises', true], ['Points chauds', 'hot', true], ['Carte de chaleur', 'bands', false], ['Noms', 'names', true]]) {
      const box = page.locator('.show').first().getByLabel(label), shape = page.locator(`#carte g.${group}`);
      assert.equal(await box.isChecked(), first, label);
      const drawn = () => shape.evaluate(g => getComputedStyle(g).display !== 'none');
      assert.equal(await drawn(), first, label);
      await box.setChecked(!first);
      assert.equal(await drawn(), !first, label);
    }
    const bands = await page.locator('#carte g.bands path').evaluateAll(paths => paths.map(path => getComputedStyle(path).fill));
    assert.ok(bands.length > 5 && bands.every(fill => fill.startsWith('rgb')), bands.join());
    await page.context().close();
  },

  async 'names on the map do not lie on one another'() {
    const page = await open('fr');
    const crossed = await page.evaluate(() => {
      const corners = text => {
        const box = text.getBBox(), matrix = text.getScreenCTM();
        return [[box.x, box.y], [box.x + box.width, box.y], [box.x + box.width, box.y + box.height], [box.x, box.y + box.height]].map(([x, y]) => {
          const at = new DOMPoint(x, y).matrixTransform(matrix);
          return [at.x, at.y];
        });
      };
      // Two convex boxes are apart where some edge parts them; 3 px may be shared.
      const apart = (a, b) => a.some(([x, y], i) => {
        const [u, v] = a[(i + 1) % 4], n = [v - y, x - u], length = Math.hypot(...n) || 1, side = ([p, q]) => ((p - x) * n[0] + (q - y) * n[1]) / length;
        return Math.min(...b.map(side)) > Math.max(...a.map(side)) - 3;
      });
      const shown = [...document.querySelectorAll('#carte .names text')].filter(text => text.getAttribute('visibility') === 'visible');
      const all = shown.map(text => [text.textContent, corners(text)]), found = [];
      all.forEach(([name, box], i) => all.slice(i + 1).forEach(([other, its]) => { if (!apart(box, its) && !apart(its, box)) found.push([name, other]); }));
      return found;
    });
    assert.deepEqual(crossed, []);
    await page.context().close();
  },

  async 'prints as it came: whole maps, all rows, reasons open; then is as it was'() {
    const page = await open('fr'), home = await viewBox(page);
    await page.locator('#rues button.go').first().click();
    await page.locator('.find input[type=search]').first().fill('grande');
    await settle(page);
    const zoomed = await viewBox(page);
    await page.evaluate(() => window.addEventListener('beforeprint', () => {
      window.printed = [document.querySelector('#carte svg').getAttribute('viewBox'), document.querySelectorAll('tr[hidden]').length, document.querySelectorAll('.chosen').length,
        document.querySelectorAll('details:not([open])').length];
    }));
    const pdf = await page.pdf({format: 'A4', printBackground: true});
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.ok(pdf.length > 50_000);
    const [box, ...none] = await page.evaluate(() => window.printed);
    assert.deepEqual(box.split(' ').map(Number).map(Math.round), home.map(Math.round));
    assert.deepEqual(none, [0, 0, 0]);
    await settle(page);
    assert.deepEqual((await viewBox(page)).map(Math.round), zoomed.map(Math.round));
    assert.equal(await page.locator('#rues tr.chosen').count(), 1);
    assert.ok(await page.locator('#rues tr[hidden]').count() > 0);
    await page.context().close();
  },

  async 'hostile names stay text, under the pointer too'() {
    const page = await open('hostile');
    await page.locator('#carte').scrollIntoViewIfNeeded();
    const points = await page.evaluate(() => [...document.querySelectorAll('#carte .premises path')].map(one => {
      const at = one.getPointAtLength(0).matrixTransform(one.getScreenCTM());
      return [at.x, at.y];
    }));
    for (const [x, y] of points.slice(0, 40)) {
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
    }
    for (const button of await page.locator('#rues button.go').all()) await button.click();
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(await page.evaluate(() => [document.images.length, document.scripts.length, document.querySelectorAll('b,i,u,iframe').length]), [0, 1, 0]);
    const names = (await table(page, 'rues')).map(cells => cells[0]);
    assert.equal(await page.locator('.tip').first().locator('div').count() <= 4, true);
    assert.ok(names.includes('<script>alert(1)</script>') && names.includes('"><img src=x onerror=alert(1)>'), names.join());
    // A mark that turns text around does so within its own cell: the figures beside it stay in their order.
    assert.ok((await table(page, 'rues')).every(cells => /^\d/.test(cells[1])));
    await page.context().close();
  },

  async 'all can be done by keyboard, and has a name for those who listen'() {
    const page = await open('fr');
    const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 40));
    const seen = new Set();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(() => document.activeElement.tagName.toLowerCase() + '.' + (document.activeElement.className.baseVal ?? document.activeElement.className)));
    }
    for (const wanted of ['a.', 'svg.', 'button.', 'input.']) assert.ok(seen.has(wanted), wanted + ' in ' + [...seen].join() + await focused());
    const go = page.locator('#rues button.go').first();
    await go.focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#rues tr.chosen').count(), 1);
    const outline = await go.evaluate(node => { node.focus(); return getComputedStyle(node).outlineStyle; });
    assert.equal(outline, 'solid');
    const nameless = await page.evaluate(() => [
      ...[...document.querySelectorAll('button')].filter(b => !b.textContent.trim() && !b.getAttribute('aria-label')),
      ...[...document.querySelectorAll('input')].filter(i => !i.labels.length),
      ...[...document.querySelectorAll('svg[role=img]')].filter(s => !s.getAttribute('aria-label')),
      ...[...document.querySelectorAll('svg:not([role=img])')].filter(s => s.getAttribute('aria-hidden') !== 'true'),
      ...[...document.querySelectorAll('table')].filter(t => !t.caption || !t.querySelector('th[scope]')),
    ].map(node => node.outerHTML.slice(0, 80)));
    assert.deepEqual(nameless, []);
    const heads = await page.evaluate(() => [...document.querySelectorAll('h1,h2,h3')].map(h => Number(h.tagName[1])));
    assert.ok(heads[0] === 1 && heads.filter(h => h === 1).length === 1 && heads.every((h, i) => !i || h <= heads[i - 1] + 1), heads.join());
    await page.context().close();
  },

  async 'text stands out by 4.5 to 1 from its ground (WCAG 2.1, 1.4.3)'() {
    const page = await open('fr');
    const pale = await page.evaluate(() => {
      const channels = text => text.match(/[\d.]+/g).map(Number), linear = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
      const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b), found = [];
      for (const one of document.querySelectorAll('body *')) {
        if (![...one.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || ['SCRIPT', 'STYLE'].includes(one.tagName) || !one.getClientRects().length) continue;
        let ground = [255, 255, 255];
        for (let up = one; up; up = up.parentElement) {
          const [r, g, b, a = 1] = channels(getComputedStyle(up).backgroundColor);
          if (a > 0.5) { ground = [r, g, b]; break; }
        }
        const style = getComputedStyle(one), [a, b] = [light(channels(one.ownerSVGElement ? style.fill : style.color)), light(ground)].sort((x, y) => y - x);
        if ((a + 0.05) / (b + 0.05) < 4.5) found.push([one.tagName, one.className, one.textContent.slice(0, 20)]);
      }
      return found;
    });
    assert.deepEqual(pale, []);
    await page.context().close();
  },

  async 'on a telephone a tap on a street tells it, and long tables are folded'() {
    const page = await open('fr', {viewport: {width: 400, height: 800}, hasTouch: true, isMobile: true});
    assert.equal(await page.locator('#rues tbody tr:visible').count(), 15);
    const at = await onStreet(page, 'Rue de la République');
    assert.ok(at);
    await page.touchscreen.tap(at.x, at.y);
    assert.equal(await page.locator('#rues tr.chosen td').first().textContent(), 'Rue de la République');
    await page.context().close();
  },

  async 'without its script all is there to be read'() {
    const page = await open('fr', {javaScriptEnabled: false});
    const text = await page.locator('main').innerText();
    for (const words of ['de vacance', 'Grande Rue', 'Ce que les données ne disent pas', 'Méthode']) assert.ok(text.includes(words), words);
    assert.ok(await page.locator('#carte .rates use').count() > 20);
    await page.context().close();
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log('ok - ' + name);
  } catch (error) {
    failed++;
    console.log('not ok - ' + name + '\n# ' + String(error.stack ?? error).replaceAll('\n', '\n# '));
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
