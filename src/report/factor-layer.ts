export type FactorLayer = 'technical' | 'process' | 'tooling' | 'organisation' | 'external';

/** First fit wins; a factor without any of these words is technical. */
const signs: readonly (readonly [FactorLayer, RegExp])[] = [
  ['external', /\b(?:provider|vendor|supplier|third[- ]party|upstream|isp|carrier|registrar)\b/i],
  ['organisation', /\b(?:owner|ownership|staffing|budget|on-call load|rota|rotation|training|hiring|objective)\b/i],
  ['process', /\b(?:process|procedure|checklist|review|approval|runbook|by hand|manual|release|rollout|hand-?over)\b/i],
  [
    'tooling',
    /\b(?:tool|tooling|pipeline|dashboard|alert|monitor|monitored|test suite|tests?|prompt|console|script|ci)\b/i,
  ],
];

/** The layer of a factor: named in front of it (`process: …`, `[process] …`), else suggested from its wording. */
export function layerOf(factor: string): { readonly layer: FactorLayer; readonly text: string } {
  const named = /^\s*\[?(technical|process|tooling|organisation|external)(?:\]:?|:)\s*(?=\S)/i.exec(factor);
  const layer = (['technical', 'process', 'tooling', 'organisation', 'external'] as const).find(
    (candidate) => candidate === named?.[1]?.toLowerCase(),
  );
  if (named !== null && layer !== undefined) return { layer, text: factor.slice(named[0].length) };
  return { layer: signs.find(([, sign]) => sign.test(factor))?.[0] ?? 'technical', text: factor };
}
