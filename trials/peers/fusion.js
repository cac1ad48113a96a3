// FusionCommerce for the peers' harness, attached to a platform that runs and was filled (`fusion bench peers` does both).
// FUSION_URL, FUSION_TOKEN; FUSION_SEED: a file with the cursors of the catalogue's pages; LINES of an order.
const S = JSON.parse(require('fs').readFileSync(process.env.FUSION_SEED)), LINES = +(process.env.LINES || 2);
const H = { authorization: 'Bearer ' + process.env.FUSION_TOKEN };
const call = async (h, method, path, body, headers) => {
    const r = await h.req({ method, path, headers: { ...H, ...headers }, body });
    if (r.status >= 300) throw new Error(r.status + ' ' + (r.json ? r.json.code : r.text.slice(0, 60)));
    return r;
};
const sku = i => { const v = i % S.variants; return `SKU-${1 + (v >> 1)}-${v & 1 ? 'L' : 'S'}`; };
const pages = limit => S.cursors[limit].map(c => ({ path: `/v1/products?limit=${limit}` + (c ? '&cursor=' + c : ''), headers: H }));
const isHot = s => s.email.startsWith('hot');
module.exports = {
    name: 'fusion', base: process.env.FUSION_URL, usesPg: false, procs: [], ready: { path: '/health/ready' },
    reads: {
        product: () => Array.from({ length: 1000 }, (_, i) => ({ path: '/v1/products/' + sku(2 * i), headers: H })),
        list20: () => pages(20),
        list40: () => pages(40),   // as many variants as twenty of the peers' products have
    },
    variant: i => i, hot: n => `HOT-${n}`,
    steps: [
        async (h, s) => {
            const skus = isHot(s) ? [s.variant] : Array.from({ length: LINES }, (_, l) => sku(s.variant + l * 997));
            const r = await call(h, 'POST', '/v1/orders', { customerId: s.email, country: 'DE', lines: skus.map(k => ({ sku: k, quantity: 1 })) });
            s.order = r.headers.location; s.token = r.headers['consistency-token'];
        },
        async (h, s) => {   // the read model, as of the order
            const o = (await call(h, 'GET', s.order, undefined, { 'consistency-token': s.token })).json;
            if (o.status !== 'reserved' && o.status !== 'confirmed') throw new Error('shown as ' + o.status);
        },
    ],
    hotState: async n => {
        const L = require('../lib'), h = L.makeClient(process.env.FUSION_URL, 1);
        try { const s = (await call(h, 'GET', '/v1/stock/main/HOT-' + n)).json; return `onHand=${s.onHand} reserved=${s.reserved} available=${s.available}`; } finally { h.close(); }
    },
};
