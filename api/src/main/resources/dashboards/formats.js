'use strict';

/** Money, numbers, ages and times as text. */
const Formats = (function () {
  const whole = new Intl.NumberFormat('en');
  const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
  const number = { full: (n) => whole.format(n), short: (n) => compact.format(n) };

  /** Formats minor units of a currency; the server says how many decimals these are, as browsers disagree with ISO 4217. */
  function money(currency, digits) {
    const style = { style: 'currency', currency: currency };
    const full = new Intl.NumberFormat('en', Object.assign({ minimumFractionDigits: digits, maximumFractionDigits: digits }, style));
    const short = new Intl.NumberFormat('en', Object.assign({ notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 }, style));
    const major = (minor) => Number(minor) / Math.pow(10, digits);
    return { full: (minor) => full.format(major(minor)), short: (minor) => short.format(major(minor)) };
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

  return { number, money, age, times, moment };
})();
