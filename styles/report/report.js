'use strict';
/* What the page does beyond being read: maps that zoom and answer, tables that sort, search and point at the map. */
(() => {
  const words = {
    in: '{{Agrandir||Zoom in}}', out: '{{Réduire||Zoom out}}', all: '{{Toute la carte||Whole map}}',
    find: '{{Chercher||Search}}', rows: '{{lignes||rows}}', premises: '{{Locaux||Premises}}', hot: '{{Points chauds||Hot spots}}', bands: '{{Carte de chaleur||Heat map}}', names: '{{Noms||Names}}',
    more: n => '{{Toutes les lignes||All rows}} (' + n + ')',
    enough: '{{Seulement les effectifs suffisants||Only with enough premises}}', yes: '{{oui||yes}}',
  };
  const make = (tag, properties, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };
  const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  /* --- maps ------------------------------------------------------------------------------------------------- */

  const maps = [];
  let chosen = null;

  class TownMap {
    constructor(figure) {
      this.figure = figure;
      this.frame = figure.querySelector('.frame');
      this.svg = figure.querySelector('svg');
      this.home = this.svg.getAttribute('viewBox').split(' ').map(Number);
      this.whole = this.svg.dataset.all.split(' ').map(Number);
      this.view = [...this.home];
      this.unit = Number(this.svg.dataset.unit);
      this.names = [...figure.querySelectorAll('.names text')];
      this.fingers = new Map();
      this.tip = make('div', {className: 'tip', hidden: true});
      this.frame.append(this.tip, this.buttons());
      this.boxes();
      this.listen();
      this.draw();
    }

    buttons() {
      const button = (sign, label, act) => {
        const one = make('button', {type: 'button', textContent: sign, title: label, onclick: act});
        one.setAttribute('aria-label', label);
        return one;
      };
      return make('div', {className: 'zoom'}, button('+', words.in, () => this.zoom(0.5)), button('−', words.out, () => this.zoom(2)),
        button('⤢', words.all, () => this.reset()));
    }

    /* What may be left out of the map. */
    boxes() {
      const row = make('div', {className: 'show'});
      for (const [what, label] of [['premises', words.premises], ['hot', words.hot], ['bands', words.bands], ['names', words.names]]) {
        const group = this.svg.querySelector('g.' + what);
        if (group && group.firstElementChild && group.firstElementChild.getAttribute('d') !== '') {
          const box = make('input', {type: 'checkbox', checked: !group.hasAttribute('data-off'), onchange: () => {
            group.toggleAttribute('data-off', !box.checked);
            this.figure.querySelectorAll('.of-' + what).forEach(item => { item.hidden = !box.checked; });
          }});
          row.append(make('label', {}, box, label));
        }
      }
      if (row.childElementCount) this.frame.after(row);
    }

    /* Units of the map a pixel. */
    get scale() {
      const box = this.svg.getBoundingClientRect();
      return Math.max(this.view[2] / (box.width || 1), this.view[3] / (box.height || 1));
    }

    at(x, y) {
      const box = this.svg.getBoundingClientRect(), s = this.scale;
      return [this.view[0] + this.view[2] / 2 + (x - box.left - box.width / 2) * s, this.view[1] + this.view[3] / 2 + (y - box.top - box.height / 2) * s];
    }

    zoom(factor, x, y) {
      const [cx, cy] = x === undefined ? [this.view[0] + this.view[2] / 2, this.view[1] + this.view[3] / 2] : this.at(x, y);
      const width = this.view[2] * factor;
      if (width > Math.max(this.whole[2], this.home[2]) * 1.5 || width < 60 / this.unit * 0.5) return;
      this.view = [cx - (cx - this.view[0]) * factor, cy - (cy - this.view[1]) * factor, width, this.view[3] * factor];
      this.draw();
    }

    pan(dx, dy) {
      const s = this.scale;
      this.view[0] -= dx * s;
      this.view[1] -= dy * s;
      this.draw();
    }

    reset() {
      this.view = [...this.whole];
      this.draw();
    }

    /* A shape in the middle, with its neighbourhood. */
    show(shape) {
      const box = shape.getBBox(), side = Math.max(box.width, box.height, 200 / this.unit) * 1.5;
      const height = side * this.whole[3] / this.whole[2];
      this.view = [box.x + box.width / 2 - side / 2, box.y + box.height / 2 - height / 2, side, height];
      this.draw();
    }

    draw() {
      this.svg.setAttribute('viewBox', this.view.map(v => v.toFixed(1)).join(' '));
      if (!this.later) {
        this.later = requestAnimationFrame(() => { this.later = 0; this.settle(); });
      }
    }

    /* `s`: units a pixel, on the screen unless told. */
    settle(s = this.scale) {
      this.label(s);
      const most = 120 * s * this.unit, power = 10 ** Math.floor(Math.log10(most));
      const metres = [5, 2, 1].map(n => n * power).find(m => m <= most);
      const bar = this.frame.querySelector('.scale');
      bar.hidden = false;
      bar.style.width = (metres / this.unit / s) + 'px';
      bar.textContent = metres >= 1000 ? metres / 1000 + ' km' : metres + ' m';
    }

    /* Names where they fit along their street and hide no other, those of most premises first. */
    label(s) {
      const size = 14 * s, taken = [];
      const [x0, y0, w, h] = this.view;
      for (const text of this.names) {
        const {x, y, a, w: room} = text.dataset, length = text.textContent.length * size * 0.6;
        const px = Number(x), py = Number(y), turn = Number(a) * Math.PI / 180;
        let fits = length < Number(room) && px > x0 - w && px < x0 + 2 * w && py > y0 - h && py < y0 + 2 * h;
        const spots = [], aside = 7 * s + size * 0.35; // the middle of the letters, off the line
        for (let t = -0.5; fits && t <= 0.5; t += size / length) {
          spots.push([px + Math.cos(turn) * length * t + Math.sin(turn) * aside, py + Math.sin(turn) * length * t - Math.cos(turn) * aside]);
        }
        fits = fits && !spots.some(([u, v]) => taken.some(([p, q]) => Math.abs(u - p) < size * 1.2 && Math.abs(v - q) < size * 1.2));
        text.setAttribute('visibility', fits ? 'visible' : 'hidden');
        if (fits) {
          taken.push(...spots);
          text.setAttribute('transform', `translate(${x} ${y}) rotate(${a}) translate(0 ${(-7 * s).toFixed(1)})`);
          text.setAttribute('font-size', size.toFixed(1));
          text.setAttribute('stroke-width', (3 * s).toFixed(1));
        }
      }
    }

    /* The shape under or beside a point that has something to tell (t), or a row in a table (f). */
    under(x, y, what) {
      for (const [dx, dy] of [[0, 0], [4, 0], [-4, 0], [0, 4], [0, -4], [7, 7], [-7, -7], [7, -7], [-7, 7]]) {
        const shape = document.elementsFromPoint(x + dx, y + dy).find(one => this.svg.contains(one) && one.dataset[what]);
        if (shape) return shape;
      }
      return null;
    }

    hint(shape, x, y) {
      this.tip.hidden = !shape;
      if (!shape) return;
      this.tip.replaceChildren(...shape.dataset.t.split('\n').map(line => make('div', {textContent: line, dir: 'auto'})));
      const box = this.frame.getBoundingClientRect(), own = this.tip.getBoundingClientRect();
      this.tip.style.left = Math.max(4, Math.min(x - box.left + 14, box.width - own.width - 4)) + 'px';
      this.tip.style.top = Math.max(4, y - box.top + 14 + own.height > box.height ? y - box.top - own.height - 10 : y - box.top + 14) + 'px';
    }

    listen() {
      const svg = this.svg, fingers = this.fingers;
      svg.addEventListener('wheel', event => {
        if (!event.ctrlKey && !event.metaKey && document.activeElement !== svg) return;
        event.preventDefault();
        this.zoom(event.deltaY < 0 ? 0.8 : 1.25, event.clientX, event.clientY);
      }, {passive: false});
      svg.addEventListener('pointerdown', event => {
        fingers.set(event.pointerId, event);
        this.moved = 0;
      });
      svg.addEventListener('pointermove', event => {
        const before = fingers.get(event.pointerId);
        if (!before) {
          this.hint(this.under(event.clientX, event.clientY, 't'), event.clientX, event.clientY);
          return;
        }
        const others = [...fingers.values()].filter(f => f.pointerId !== event.pointerId);
        this.moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
        if (others.length) {
          const far = f => Math.hypot(f.clientX - others[0].clientX, f.clientY - others[0].clientY) || 1;
          this.zoom(far(before) / far(event), others[0].clientX, others[0].clientY);
        } else if (this.moved > 3) {
          if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
          this.pan(event.clientX - before.clientX, event.clientY - before.clientY);
          this.hint(null);
        }
        fingers.set(event.pointerId, event);
      });
      for (const end of ['pointerup', 'pointercancel']) {
        svg.addEventListener(end, event => fingers.delete(event.pointerId));
      }
      svg.addEventListener('pointerleave', () => this.hint(null));
      svg.addEventListener('click', event => {
        if (this.moved > 3) return;
        const shape = this.under(event.clientX, event.clientY, 't'), listed = this.under(event.clientX, event.clientY, 'f');
        if (shape) this.hint(shape, event.clientX, event.clientY);
        if (listed) choose(listed.dataset.f, this);
      });
      svg.addEventListener('keydown', event => {
        const step = 60, act = {'+': () => this.zoom(0.5), '=': () => this.zoom(0.5), '-': () => this.zoom(2), '0': () => this.reset(), ArrowLeft: () => this.pan(step, 0),
          ArrowRight: () => this.pan(-step, 0), ArrowUp: () => this.pan(0, step), ArrowDown: () => this.pan(0, -step)}[event.key];
        if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          act();
        }
      });
      new ResizeObserver(() => this.draw()).observe(svg);
    }
  }

  const unfold = new Map(); // of a table that is folded: opens it

  /* One shape and its rows, on the map and in the tables. `from`: the map that was clicked, else a row was. */
  const choose = (name, from) => {
    document.querySelectorAll('.chosen').forEach(node => node.classList.remove('chosen'));
    chosen = name;
    if (!name) return;
    for (const node of document.querySelectorAll(`[data-f="${name}"]`)) {
      node.classList.add('chosen');
      if (node.hidden && from) unfold.get(node.closest('table'))?.();
      const map = maps.find(m => m.svg.contains(node));
      if (map && !from) {
        map.show(node);
        map.figure.scrollIntoView({block: 'center'});
      }
    }
    if (from) {
      const row = document.querySelector(`.table tr.chosen`);
      if (row) row.scrollIntoView({block: 'nearest'});
    }
  };

  document.querySelectorAll('.map').forEach(figure => maps.push(new TownMap(figure)));
  window.addEventListener('keydown', event => { if (event.key === 'Escape') choose(null); });

  /* --- tables ------------------------------------------------------------------------------------------------- */

  /* What a cell sorts by: its hidden value, a number as the language writes it, else its words; nothing for a dash. */
  const key = cell => {
    const text = (cell.dataset.v ?? cell.textContent).trim();
    if (text === '' || text === '–') return null;
    if (!cell.classList.contains('n')) return plain(text);
    const number = Number(text.replace(/[\s\u202f\u00a0%]/g, '').replace('−', '-').replace({{/,/||/,(?=\d{3})/g}}, {{'.'||''}}));
    return Number.isNaN(number) ? plain(text) : number;
  };

  const sorted = (table, column, down) => {
    const body = table.tBodies[0], rows = [...body.rows].map((row, i) => [key(row.cells[column]), i, row]);
    rows.sort(([a, i], [b, j]) => {
      if (a === null || b === null) return (a === null) - (b === null) || i - j;
      const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), document.documentElement.lang, {numeric: true});
      return (down ? -order : order) || i - j;
    });
    body.append(...rows.map(([, , row]) => row));
  };

  const onMap = new Set([...document.querySelectorAll('.map [data-f]')].map(shape => shape.dataset.f));

  const prepare = (table, changed) => {
    const heads = [...table.tHead.rows[0].cells], labels = heads.map(head => head.textContent);
    for (const row of table.tBodies[0].rows) {
      [...row.cells].forEach((cell, i) => { cell.dataset.l = labels[i]; });
      if (onMap.has(row.dataset.f)) {
        const cell = [...row.cells].find(one => !one.classList.contains('n')), button = make('button', {type: 'button', className: 'go'}, ...cell.childNodes);
        cell.append(button);
        row.addEventListener('click', () => choose(row.dataset.f));
      }
    }
    heads.forEach((head, i) => {
      const button = make('button', {type: 'button'}, ...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const down = head.hasAttribute('aria-sort') ? head.getAttribute('aria-sort') === 'ascending' : head.classList.contains('n');
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        sorted(table, i, down);
        changed();
      });
    });
  };

  /* A search field, for streets the small numbers away, and the first rows only of a long table: returns what shows them anew. */
  const addSearch = (div, table) => {
    const first = 15, many = table.tBodies[0].rows.length > 25;
    let folded = many;
    const field = make('input', {type: 'search'}), told = make('span', {className: 'note'}), enough = make('input', {type: 'checkbox'});
    told.setAttribute('role', 'status');
    const column = [...table.tHead.rows[0].cells].findIndex(head => /^({{Effectif suffisant||Enough}})$/.test(head.textContent));
    const texts = new Map([...table.tBodies[0].rows].map(row => [row, plain(row.textContent)]));
    const open = make('button', {type: 'button', className: 'all', onclick: () => { folded = false; filter(); }});
    const filter = () => {
      const wanted = plain(field.value.trim());
      let n = 0;
      for (const row of table.tBodies[0].rows) {
        const found = texts.get(row).includes(wanted) && !(enough.checked && row.cells[column].textContent !== words.yes);
        n += found;
        row.hidden = !found || (folded && n > first);
      }
      told.textContent = n + ' ' + words.rows;
      open.hidden = !folded || n <= first;
      open.textContent = words.more(n);
    };
    field.addEventListener('input', filter);
    enough.addEventListener('change', filter);
    const line = make('div', {className: 'find'}, make('label', {}, words.find, field));
    if (column >= 0) line.append(make('label', {}, enough, words.enough));
    line.append(told);
    div.before(line);
    div.after(open);
    unfold.set(table, () => { folded = false; filter(); });
    filter();
    return filter;
  };

  for (const div of document.querySelectorAll('.table')) {
    const table = div.querySelector('table');
    let again = () => {};
    prepare(table, () => again());
    if (div.classList.contains('many')) again = addSearch(div, table);
  }

  /* --- paper --------------------------------------------------------------------------------------------------- */

  /* On A4, 182 by 165 mm. Every map as it came, all rows, nothing chosen, the reasons open; afterwards as it was. */
  let kept = null;
  window.addEventListener('beforeprint', () => {
    if (kept) return;
    kept = {views: maps.map(map => map.view), chosen, hidden: [...document.querySelectorAll('tr[hidden]')], closed: [...document.querySelectorAll('details:not([open])')]};
    choose(null);
    maps.forEach(map => { map.view = [...map.home]; map.svg.setAttribute('viewBox', map.view.join(' ')); map.settle(Math.max(map.view[2] / 688, map.view[3] / 624)); });
    kept.hidden.forEach(row => { row.hidden = false; });
    kept.closed.forEach(one => { one.open = true; });
  });
  window.addEventListener('afterprint', () => {
    if (!kept) return;
    maps.forEach((map, i) => { map.view = kept.views[i]; map.draw(); });
    kept.hidden.forEach(row => { row.hidden = true; });
    kept.closed.forEach(one => { one.open = false; });
    if (kept.chosen) choose(kept.chosen, maps[0]);
    kept = null;
  });
})();
