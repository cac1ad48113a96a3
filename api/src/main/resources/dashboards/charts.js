'use strict';

/** Draws rows. Tooltips are drawn on the canvas, since the page allows no inline styles. */
const Charts = (function () {
  const INK = '#1b2333';
  const SOFT = '#667085';
  const LINE = '#e4e8f0';
  const BLUE = '#3b5bdb';
  const TEAL = '#12b886';
  const MOST_STEPS = 1000;
  const charts = new Map();

  function chart(id) {
    if (!charts.has(id)) {
      charts.set(id, echarts.init(document.getElementById(id)));
    }
    return charts.get(id);
  }

  function base() {
    return {
      animationDuration: 300,
      textStyle: { fontFamily: 'system-ui, sans-serif', color: INK },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true }
    };
  }

  function empty(id, hasRows) {
    const drawn = chart(id);
    if (!hasRows) {
      drawn.setOption({
        title: { text: 'Nothing in this time', left: 'center', top: 'middle', textStyle: { color: SOFT, fontSize: 14, fontWeight: 400 } },
        xAxis: { show: false }, yAxis: { show: false }, series: []
      }, true);
    }
    return !hasRows;
  }

  function axis(format) {
    return {
      type: 'value',
      axisLabel: { color: SOFT, formatter: format },
      splitLine: { lineStyle: { color: LINE } }
    };
  }

  /** Bars of orders and a line of revenue; steps without orders are zero. */
  function overTime(rows, window, money, count) {
    if (empty('over-time', rows.length > 0)) {
      return;
    }
    const at = new Map(rows.map((row) => [Date.parse(row.at), row]));
    const times = steps(rows, window);
    chart('over-time').setOption(Object.assign(base(), {
      legend: { top: 0, right: 0, data: ['Orders', 'Revenue'], textStyle: { color: SOFT } },
      xAxis: { type: 'time', axisLabel: { color: SOFT, hideOverlap: true }, axisLine: { lineStyle: { color: LINE } } },
      yAxis: [
        Object.assign(axis(count), { minInterval: 1 }),
        Object.assign(axis(money.short), { splitLine: { show: false } })
      ],
      series: [
        { name: 'Orders', type: 'bar', barMaxWidth: 18, itemStyle: { color: '#bac8ff', borderRadius: [3, 3, 0, 0] },
          tooltip: { valueFormatter: count }, data: times.map((t) => [t, at.has(t) ? at.get(t).orders : 0]) },
        { name: 'Revenue', type: 'line', yAxisIndex: 1, showSymbol: false, lineStyle: { width: 2 }, itemStyle: { color: BLUE },
          tooltip: { valueFormatter: money.full }, data: times.map((t) => [t, at.has(t) ? at.get(t).revenue : 0]) }
      ]
    }), true);
  }

  function steps(rows, window) {
    const known = rows.map((row) => Date.parse(row.at));
    const first = window.whole ? Math.min(...known) : Math.ceil(window.from / window.step) * window.step;
    const last = window.whole ? Math.max(...known) : window.until;
    if ((last - first) / window.step > MOST_STEPS) {
      return known;
    }
    const times = [];
    for (let t = first; t <= last; t += window.step) {
      times.push(t);
    }
    return times;
  }

  /** Horizontal bars, the longest on top; `format` has a short form for the axis and a full one for the tooltip. */
  function ranking(id, rows, name, value, format, color) {
    if (empty(id, rows.length > 0)) {
      return;
    }
    const shown = rows.slice(0, 10).reverse();
    chart(id).setOption(Object.assign(base(), {
      grid: { left: 24, right: 24, top: 8, bottom: 8, containLabel: true },
      xAxis: Object.assign(axis(format.short), { splitNumber: 3 }),
      yAxis: { type: 'category', data: shown.map(name), axisTick: { show: false }, axisLine: { show: false },
        axisLabel: { color: INK, width: 130, overflow: 'truncate' } },
      series: [{ type: 'bar', data: shown.map(value), barMaxWidth: 18, itemStyle: { color: color, borderRadius: [0, 4, 4, 0] },
        tooltip: { valueFormatter: format.full } }]
    }), true);
  }

  /** How many orders were scored into each tenth. */
  function scores(rows, count) {
    if (empty('fraud-scores', rows.length > 0)) {
      return;
    }
    const tenths = Array.from({ length: 10 }, () => 0);
    rows.forEach((row) => { tenths[row.bucket] += row.scores; });
    chart('fraud-scores').setOption(Object.assign(base(), {
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: tenths.map((n, i) => (i / 10).toFixed(1) + '–' + ((i + 1) / 10).toFixed(1)),
        axisLabel: { color: SOFT }, axisLine: { lineStyle: { color: LINE } } },
      yAxis: Object.assign({}, axis(count), {
        // From a half, so that a single order has a height too.
        type: 'log', min: 0.5, logBase: 10, axisLabel: { color: SOFT, formatter: (n) => (n < 1 ? '' : count(n)) } }),
      series: [{ name: 'Orders', type: 'bar', barMaxWidth: 42, tooltip: { valueFormatter: count },
        data: tenths.map((n, i) => ({ value: n || null, itemStyle: { color: i < 5 ? TEAL : i < 9 ? '#fab005' : '#e03131', borderRadius: [4, 4, 0, 0] } })) }]
    }), true);
  }

  function resize() {
    charts.forEach((drawn) => drawn.resize());
  }

  return { overTime, ranking, scores, resize, BLUE, TEAL };
})();
