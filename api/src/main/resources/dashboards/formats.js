'use strict';

/** Money, numbers, ages and times as text. Sums come as texts of digits, as they can be larger than numbers are exact. */
const Formats = (function () {
  const whole = new Intl.NumberFormat('en');
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
  const number = { full: (n) => whole.format(typeof n === 'string' ? BigInt(n) : n), short: (n) => compact.format(Number(n)) };

  /** Formats minor units of a currency; the server says how many decimals these are, as browsers disagree with ISO 4217. */
  function money(currency, digits) {
    const style = { style: 'currency', currency: currency };
    const full = new Intl.NumberFormat('en', Object.assign({ minimumFractionDigits: digits, maximumFractionDigits: digits }, style));
    const short = new Intl.NumberFormat('en', Object.assign({ notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }, style));
    const exact = (minor) => {
      const value = BigInt(minor);
      const text = String(value < 0n ? -value : value).padStart(digits + 1, '0');
      const point = text.length - digits;
      const parts = full.formatToParts(BigInt(text.slice(0, point)));
      return (value < 0n ? '-' : '') + parts.map((part) => (part.type === 'fraction' ? text.slice(point) : part.value)).join('');
    };
    return { full: exact, short: (minor) => short.format(Number(minor) / Math.pow(10, digits)) };
  }

  /** A sum divided by a count, rounded to a whole, halves away from zero. */
  function average(sum, count) {
    const twice = BigInt(sum) * 2n;
    const by = BigInt(count);
    return (twice + (twice < 0n ? -by : by)) / (by * 2n);
  }

  /** The largest of some sums. */
  function most(sums) {
    return sums.map(BigInt).reduce((one, other) => (other > one ? other : one));
  }

  function age(ms) {
    const seconds = Math.max(0, Math.round(ms / 1000));
    if (seconds < 60) { return seconds + ' s'; }
    if (seconds < 3600) { return Math.round(seconds / 60) + ' min'; }
    if (seconds < 172800) { return Math.round(seconds / 3600) + ' h'; }
    return Math.round(seconds / 86400) + ' days';
  }

  /** Labels of steps in a time zone: a short one for the axis, and the whole for the tooltip. */
  function times(step, zone) {
    const format = (options) => {
      const made = new Intl.DateTimeFormat('en-GB', Object.assign({ timeZone: zone }, options));
      return (at) => made.format(at);
    };
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    const date = { day: 'numeric', month: 'short', year: 'numeric' };
    if (step === 'P1M') {
      return { axis: format({ month: 'short', year: 'numeric' }), full: format({ month: 'long', year: 'numeric' }) };
    }
    if (step === 'P1D') {
      return { axis: format(date), full: format(Object.assign({ weekday: 'short' }, date)) };
    }
    return { axis: format(clock), full: format(Object.assign({ timeZoneName: 'short' }, date, clock)) };
  }

  /** A moment in a time zone. */
  function moment(at, zone) {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'long' }).format(at);
  }

  return { number, money, average, most, age, times, moment };
})();
