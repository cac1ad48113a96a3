// A peer's own adapter (PEER), with orders of two lines: the step that puts a variant into the cart runs twice.
const peer = process.env.PEER, adapter = require('./' + peer), at = { vendure: 0, medusa: 1 }[peer];
const add = adapter.steps[at];
adapter.steps.splice(at + 1, 0, async (h, s) => {
    if (s.email.startsWith('hot')) return;   // buyers of the hot SKU want nothing else
    const first = s.variant;
    s.variant = adapter.variant(Math.floor(Math.random() * 1e6));
    try { await add(h, s); } finally { s.variant = first; }
});
module.exports = adapter;
