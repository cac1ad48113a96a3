'use strict';

/** Draws rows. Sums are exact in words; a picture is as exact as its pixels. Tooltips are drawn on the canvas, since the page allows no inline styles. */
const Charts = (function () {
  const charts = new Map();

  /** A colour of the style sheet, which knows light from dark. */
  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  }

  function chart(id) {
    if (!charts.has(id)) {
      charts.set(id, echarts.init(document.getElementById(id)));
    }
    return charts.get(id);
  }

  function base() {
    return {
      animationDuration: 300,
      textStyle: { fontFamily: 'system-ui, sans-serif', color: color('ink') },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, confine: true,
        backgroundColor: color('paper'), borderColor: color('line'), textStyle: { color: color('ink') } },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true }
    };
  }

  /** What a screen reader says in place of the picture. */
  function describe(id, text) {
    document.getElementById(id).setAttribute('aria-label', text);
  }

  function empty(id, hasRows) {
    const drawn = chart(id);
    if (!hasRows) {
      describe(id, 'Nothing in this time');
      drawn.setOption({
        title: { text: 'Nothing in this time', left: 'center', top: 'middle', textStyle: { color: color('soft'), fontSize: 14, fontWeight: 400 } },
        xAxis: { show: false }, yAxis: { show: false }, series: []
      }, true);
    }
    return !hasRows;
  }

  function axis(format) {
    return {
      type: 'value',
      axisLabel: { color: color('soft'), formatter: format },
      splitLine: { lineStyle: { color: color('line') } }
    };
  }

  function categories(labels, options) {
    return Object.assign({ type: 'category', data: labels, axisTick: { show: false },
      axisLabel: { color: color('soft'), hideOverlap: true }, axisLine: { lineStyle: { color: color('line') } } }, options);
  }

  /** Bars of orders and lines of revenue, net and gross, a step each. */
  function overTime(rows, times, money, count) {
    const some = rows.some((row) => row.grossOrders > 0);
    if (empty('over-time', some)) {
      return;
    }
    const line = (name, field, style) => ({ name: name, type: 'line', yAxisIndex: 1, showSymbol: rows.length < 3,
      data: rows.map((row) => Number(row[field])), itemStyle: { color: color(style.color) }, lineStyle: { width: 2, type: style.type } });
    chart('over-time').setOption(Object.assign(base(), {
      legend: { top: 0, right: 0, data: ['Orders', 'Revenue', 'Gross'], textStyle: { color: color('soft') } },
      tooltip: Object.assign(base().tooltip, { formatter: (at) => {
        const row = rows[at[0].dataIndex];
        return [times.full(Date.parse(row.at)), 'Revenue ' + money.full(row.revenue), 'Orders ' + count.full(row.orders),
          'Gross ' + money.full(row.grossRevenue), 'placed ' + count.full(row.grossOrders)].join('\n');
      } }),
      xAxis: categories(rows.map((row) => times.axis(Date.parse(row.at)))),
      yAxis: [
        Object.assign(axis(count.short), { minInterval: 1 }),
        Object.assign(axis(money.short), { splitLine: { show: false } })
      ],
      series: [
        { name: 'Orders', type: 'bar', barMaxWidth: 18, barMinHeight: 2, itemStyle: { color: color('bar'), borderRadius: [3, 3, 0, 0] },
          data: rows.map((row) => row.orders || null) },
        line('Gross', 'grossRevenue', { color: 'gross', type: 'dashed' }),
        line('Revenue', 'revenue', { color: 'accent', type: 'solid' })
      ]
    }), true);
    describe('over-time', 'Net revenue from ' + times.full(Date.parse(rows[0].at)) + ' to ' + times.full(Date.parse(rows[rows.length - 1].at))
      + ', at most ' + money.full(Formats.most(rows.map((row) => row.revenue))) + ' in one step');
  }

  /** Horizontal bars, the longest on top; `format` has a short form for the axis and a full one for the tooltip. */
  function ranking(id, rows, name, value, format, paint, more) {
    if (empty(id, rows.length > 0)) {
      return;
    }
    const shown = rows.slice(0, 10).reverse();
    const drawn = chart(id);
    drawn.setOption(Object.assign(base(), {
      grid: { left: 24, right: 24, top: 8, bottom: 8, containLabel: true },
      tooltip: Object.assign(base().tooltip, { formatter: (at) => {
        const row = shown[at[0].dataIndex];
        return [name(row), format.full(value(row))].concat(more ? more(row) : []).join('\n');
      } }),
      xAxis: Object.assign(axis(format.short), { splitNumber: 3, minInterval: 1, axisLabel: { color: color('soft'), formatter: format.short, hideOverlap: true } }),
      yAxis: categories(shown.map(name), { axisLine: { show: false },
        axisLabel: { color: color('ink'), width: Math.min(170, drawn.getWidth() * 0.35), overflow: 'truncate' } }),
      series: [{ type: 'bar', data: shown.map((row) => Number(value(row))), barMaxWidth: 18, barMinHeight: 2,
        itemStyle: { color: color(paint), borderRadius: [0, 4, 4, 0] } }]
    }), true);
    describe(id, rows.slice(0, 10).map((row) => name(row) + ' ' + format.full(value(row))).join(', '));
  }

  /** How many orders were scored into each tenth. Each step of the height is ten times as many, and a single order has one. */
  function scores(rows, count) {
    if (empty('fraud-scores', rows.length > 0)) {
      return;
    }
    const tenths = Array.from({ length: 10 }, () => 0);
    rows.forEach((row) => { tenths[row.bucket] += row.scores; });
    const names = tenths.map((n, i) => (i / 10).toFixed(1) + '–' + ((i + 1) / 10).toFixed(1));
    const height = (n) => (n > 0 ? 1 + Math.log10(n) : null);
    const paint = (i) => color(i < 5 ? 'calm' : i < 9 ? 'warn' : 'alarm');
    chart('fraud-scores').setOption(Object.assign(base(), {
      grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
      tooltip: Object.assign(base().tooltip, { formatter: (at) => names[at[0].dataIndex] + '\nOrders ' + count.full(tenths[at[0].dataIndex]) }),
      xAxis: categories(names),
      yAxis: Object.assign(axis((n) => (n < 1 ? '0' : count.short(Math.pow(10, n - 1)))), { min: 0, max: Math.ceil(height(Math.max(...tenths))) || 1, interval: 1 }),
      series: [{ name: 'Orders', type: 'bar', barMaxWidth: 42,
        label: { show: true, position: 'top', color: color('soft'), formatter: (bar) => count.short(tenths[bar.dataIndex]) },
        data: tenths.map((n, i) => ({ value: height(n), itemStyle: { color: paint(i), borderRadius: [4, 4, 0, 0] } })) }]
    }), true);
    describe('fraud-scores', names.map((name, i) => name + ': ' + count.full(tenths[i])).join(', '));
  }

  function resize() {
    charts.forEach((drawn) => drawn.resize());
  }

  return { overTime, ranking, scores, resize };
})();
