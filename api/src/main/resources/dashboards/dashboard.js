'use strict';

(function () {
  const REFRESH_MS = 5000;
  const RESIZED_MS = 200;
  const FITS = ['fit-1', 'fit-2', 'fit-3'];
  const PARTS = ['gross', 'refused', 'rejected', 'cancelled', 'expired'];
  const state = { range: 'hour', wanted: null, zone: browserZone(), round: 0, timer: null };
  const el = (id) => document.getElementById(id);

  function browserZone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  }

  async function data(query, currency) {
    const asked = new URLSearchParams({ range: state.range, zone: state.zone });
    if (currency) {
      asked.set('currency', currency);
    }
    const answer = await fetch('/dashboards/data/' + query + '?' + asked);
    if (answer.status === 401 || answer.status === 403) {
      location.replace('/dashboards/login');
      throw new Error('not logged in');
    }
    const body = await answer.json();
    if (answer.ok) {
      return body;
    }
    if (body.code === 'invalid_parameter' && body.detail.startsWith('zone ') && state.zone !== 'UTC') {
      state.zone = 'UTC';
      return data(query, currency);
    }
    throw new Error(body.detail || body.title);
  }

  function showFreshness(answer) {
    const row = answer.rows[0];
    const chip = el('freshness');
    const last = row.newest ? Formats.age(Date.parse(answer.now) - Date.parse(row.newest)) + ' ago' : '';
    const said = {
      current: ['live', 'up to date' + (last ? ' · last event ' + last : '')],
      late: ['stale', 'late: events of the last ' + Formats.age(row.behindMs) + ' are missing'],
      empty: ['live', 'up to date · no orders yet'],
      unknown: ['stale', 'nobody knows how late' + (last ? ' · last event ' + last : '')]
    }[row.state];
    chip.className = 'fresh ' + said[0];
    chip.textContent = said[1];
    chip.title = 'The newest event counted here against the newest in the log.'
      + (row.newest ? ' Counted until ' + Formats.moment(Date.parse(row.newest), answer.zone) : '');
  }

  /** The currency to show: the one chosen if there are orders in it, else the one with most orders. */
  function chooseCurrency(answer) {
    const codes = answer.rows.map((row) => row.currency);
    const currency = codes.includes(state.wanted) ? state.wanted : codes[0];
    const select = el('currency');
    if (select.dataset.codes !== codes.join()) {
      select.dataset.codes = codes.join();
      select.replaceChildren(...codes.map((code) => new Option(code, code)));
    }
    select.value = currency;
    select.hidden = codes.length < 2;
    return currency;
  }

  /** Writes a number, in the largest type in which it fits. */
  function show(id, text) {
    const output = el(id);
    output.textContent = text;
    output.title = text;
    output.classList.remove(...FITS);
    for (const fit of FITS) {
      if (output.scrollWidth <= output.clientWidth) { break; }
      output.classList.remove(...FITS);
      output.classList.add(fit);
    }
  }

  function showTotals(row, amount) {
    const number = Formats.number.full;
    show('total-revenue', row ? amount.full(row.revenue) : '–');
    show('total-orders', row ? number(row.orders) : '0');
    show('total-units', row ? number(row.units) : '0');
    show('total-average', row && row.orders > 0 ? amount.full(Formats.average(row.revenue, row.orders)) : '–');
    show('total-customers', row ? number(Math.round(row.customers)) : '0');
    PARTS.forEach((part) => {
      show(part + '-revenue', row ? amount.full(row[part + 'Revenue']) : '–');
      const orders = row ? row[part + 'Orders'] || 0 : 0;
      el(part + '-orders').textContent = number(orders) + (orders === 1 ? ' order' : ' orders');
    });
  }

  function decisionName(row) {
    return row.event.replace('order.', '') + ' by ' + row.decidedBy.replace('_', ' ');
  }

  function showZone(zone) {
    el('zone').textContent = zone;
    document.querySelectorAll('.zone-name').forEach((place) => { place.textContent = zone; });
  }

  function title(step) {
    const per = { PT1M: 'by minute', PT15M: 'by quarter of an hour', P1D: 'by day', P1M: 'by month' };
    el('over-time-title').textContent = 'Orders and revenue ' + (per[step] || '');
  }

  async function ofCurrency(currency) {
    const queries = ['totals', 'orders-over-time', 'orders-by-country', 'top-products', 'fraud-scores', 'decisions'];
    if (!currency) {
      return null;
    }
    return Promise.all(queries.map((query) => data(query, currency)));
  }

  function draw(answers) {
    const number = Formats.number;
    if (!answers) {
      showTotals(null, null);
      Charts.overTime([], null, null, number);
      ['by-country', 'top-products', 'decisions'].forEach((id) => Charts.ranking(id, []));
      Charts.scores([], number);
      return;
    }
    const [totals, overTime, countries, products, scores, decisions] = answers;
    const amount = Formats.money(totals.currency, totals.digits);
    const gross = (row) => ['gross ' + amount.full(row.grossRevenue), number.full(row.orders) + ' orders, ' + number.full(row.units) + ' units'];
    showTotals(totals.rows[0], amount);
    title(overTime.step);
    Charts.overTime(overTime.rows, Formats.times(overTime.step, overTime.zone), amount, number);
    Charts.ranking('by-country', countries.rows, (row) => row.country, (row) => row.revenue, amount, 'accent', gross);
    Charts.ranking('top-products', products.rows, (row) => row.sku, (row) => row.revenue, amount, 'calm', gross);
    Charts.scores(scores.rows, number);
    Charts.ranking('decisions', decisions.rows.slice().sort((a, b) => b.orders - a.orders), decisionName, (row) => row.orders, number, 'decided');
  }

  async function refresh() {
    const round = ++state.round;
    clearTimeout(state.timer);
    try {
      const [freshness, currencies] = await Promise.all([data('freshness'), data('currencies')]);
      if (round !== state.round) { return; }
      const currency = chooseCurrency(currencies);
      const answers = await ofCurrency(currency);
      if (round !== state.round) { return; }
      el('outage').hidden = true;
      showFreshness(freshness);
      showZone(freshness.zone);
      draw(answers);
      document.body.dataset.ready = state.range;
      document.body.dataset.currency = currency || '';
    } catch (failure) {
      if (round !== state.round) { return; }
      el('outage').textContent = 'The analytical store does not answer: ' + failure.message + ' What is shown may be old; trying again.';
      el('outage').hidden = false;
      el('freshness').className = 'fresh down';
      el('freshness').textContent = 'no connection';
    }
    state.timer = setTimeout(refresh, REFRESH_MS);
  }

  async function who() {
    const answer = await fetch('/dashboards/session');
    if (answer.ok) {
      const session = await answer.json();
      el('tenant').textContent = session.tenant;
      for (const [id, address] of [['console', session.druidConsole], ['flink', session.flinkConsole]]) {
        el(id).hidden = !address;
        el(id).href = address ?? '';
      }
    }
  }

  document.querySelectorAll('[data-range]').forEach((button) => button.addEventListener('click', () => {
    document.querySelectorAll('[data-range]').forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
    state.range = button.dataset.range;
    refresh();
  }));
  el('currency').addEventListener('change', (event) => {
    state.wanted = event.target.value;
    refresh();
  });
  el('logout').addEventListener('click', async () => {
    await fetch('/dashboards/session', { method: 'DELETE' });
    location.replace('/dashboards/login');
  });
  addEventListener('resize', () => {
    Charts.resize();
    clearTimeout(state.timer);
    state.timer = setTimeout(refresh, RESIZED_MS);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', refresh);
  who().catch(() => { el('tenant').textContent = ''; });
  showZone(state.zone);
  refresh();
})();
