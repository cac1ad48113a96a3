'use strict';

(function () {
  const REFRESH_MS = 5000;
  const STALE_MS = 60000;
  const state = { range: 'hour', currency: null, round: 0, timer: null };
  const el = (id) => document.getElementById(id);
  const whole = new Intl.NumberFormat('en');
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

  async function data(query) {
    const answer = await fetch('/dashboards/data/' + query + '?range=' + state.range);
    if (answer.status === 401 || answer.status === 403) {
      location.replace('/dashboards/login');
      throw new Error('not logged in');
    }
    const body = await answer.json();
    if (!answer.ok) {
      throw new Error(body.detail || body.title);
    }
    return body;
  }

  /** Formats minor units of a currency. */
  function money(currency, short) {
    const options = { style: 'currency', currency: currency };
    const digits = new Intl.NumberFormat('en', options).resolvedOptions().maximumFractionDigits;
    const format = new Intl.NumberFormat('en', short
      ? Object.assign({ notation: 'compact', maximumFractionDigits: 1 }, options) : options);
    return (minor) => format.format(Number(minor) / Math.pow(10, digits));
  }

  function age(ms) {
    const seconds = Math.max(0, Math.round(ms / 1000));
    if (seconds < 60) { return seconds + ' s'; }
    if (seconds < 3600) { return Math.round(seconds / 60) + ' min'; }
    if (seconds < 172800) { return Math.round(seconds / 3600) + ' h'; }
    return Math.round(seconds / 86400) + ' days';
  }

  function showFreshness(answer) {
    const row = answer.rows[0];
    const chip = el('freshness');
    if (!row || !row.writtenAt) {
      chip.className = 'fresh stale';
      chip.textContent = 'no orders yet';
      return;
    }
    const behind = Date.parse(answer.now) - Date.parse(row.writtenAt);
    chip.className = 'fresh ' + (behind < STALE_MS ? 'live' : 'stale');
    chip.textContent = 'newest event ' + age(behind) + ' ago';
    chip.title = 'Written ' + new Date(row.writtenAt).toLocaleString() + '; business time ' + new Date(row.newest).toLocaleString();
  }

  function chooseCurrency(totals) {
    const codes = totals.slice().sort((a, b) => b.orders - a.orders).map((row) => row.currency);
    const select = el('currency');
    if (codes.length > 0 && !codes.includes(state.currency)) {
      state.currency = codes[0];
    }
    select.replaceChildren(...codes.map((code) => new Option(code, code, false, code === state.currency)));
    select.hidden = codes.length < 2;
    return state.currency || 'USD';
  }

  function showTotals(row, format) {
    el('total-orders').textContent = row ? whole.format(row.orders) : '0';
    el('total-revenue').textContent = row ? format(row.revenue) : '–';
    el('total-units').textContent = row ? whole.format(row.units) : '0';
    el('total-average').textContent = row && row.orders ? format(row.revenue / row.orders) : '–';
    el('total-customers').textContent = row ? whole.format(Math.round(row.customers)) : '0';
  }

  function decisionName(row) {
    const by = { MODEL: 'model', DEADLINE_RULE: 'deadline rule', IMPORT: 'import', NO_GATE: 'no gate' };
    return row.event.replace('order.', '') + ' by ' + (by[row.decidedBy] || row.decidedBy);
  }

  function windowOf(answer) {
    const units = { hour: 60000, day: 900000, all: 86400000 };
    return { from: Date.parse(answer.from), until: Date.parse(answer.until), step: units[answer.range], whole: answer.range === 'all' };
  }

  function title(range) {
    const per = { hour: 'by minute', day: 'by quarter of an hour', all: 'by day' };
    el('over-time-title').textContent = 'Orders and revenue ' + per[range];
  }

  async function refresh() {
    const round = ++state.round;
    clearTimeout(state.timer);
    try {
      const [freshness, totals, overTime, countries, products, scores, decisions] = await Promise.all(
        ['freshness', 'totals', 'orders-over-time', 'orders-by-country', 'top-products', 'fraud-scores', 'decisions'].map(data));
      if (round !== state.round) { return; }
      const currency = chooseCurrency(totals.rows);
      const ofCurrency = (rows) => rows.filter((row) => row.currency === currency);
      const amount = { full: money(currency, false), short: money(currency, true) };
      const number = { full: (n) => whole.format(n), short: (n) => compact.format(n) };
      el('outage').hidden = true;
      showFreshness(freshness);
      showTotals(ofCurrency(totals.rows)[0], amount.full);
      title(overTime.range);
      Charts.overTime(ofCurrency(overTime.rows), windowOf(overTime), amount, number.short);
      Charts.ranking('by-country', ofCurrency(countries.rows), (row) => row.country, (row) => row.revenue, amount, Charts.BLUE);
      Charts.ranking('top-products', ofCurrency(products.rows), (row) => row.sku, (row) => row.revenue, amount, Charts.TEAL);
      Charts.scores(scores.rows, number.short);
      Charts.ranking('decisions', decisions.rows.slice().sort((a, b) => b.orders - a.orders), decisionName, (row) => row.orders, number, '#748ffc');
      document.body.dataset.ready = state.range;
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
    state.currency = event.target.value;
    refresh();
  });
  el('logout').addEventListener('click', async () => {
    await fetch('/dashboards/session', { method: 'DELETE' });
    location.replace('/dashboards/login');
  });
  addEventListener('resize', Charts.resize);
  who().catch(() => { el('tenant').textContent = ''; });
  refresh();
})();
