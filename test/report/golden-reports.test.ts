import { describe, expect, test } from 'vitest';
import { render } from './render-for-test.ts';
import { hostileAlerts, slowCheckout } from './stories.ts';

describe('the report of a whole incident', () => {
  for (const [name, incident] of [
    ['slow-checkout', slowCheckout()],
    ['hostile-alerts', hostileAlerts()],
  ] as const) {
    for (const language of ['en', 'th'] as const) {
      test(`${name} in ${language} is word for word the one that was read and approved`, async () => {
        const { markdown, html } = render(incident, { language });
        await expect(markdown).toMatchFileSnapshot(`../fixtures/reports/${name}.${language}.md`);
        await expect(html).toMatchFileSnapshot(`../fixtures/reports/${name}.${language}.html`);
      });
    }
  }
});
