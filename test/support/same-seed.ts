import fc from 'fast-check';

// A failing property must fail again for whoever looks into it; PROPERTY_SEED tries another way through the cases.
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20261123) });
