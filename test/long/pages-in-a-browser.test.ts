import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { busyYear, longNight } from '../report/page-stories.ts';
import { render } from '../report/render-for-test.ts';
import { hostileAlerts, slowCheckout } from '../report/stories.ts';
import { mayLookAway, openChromium } from '../support/chromium.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Where the pictures of the pages go, for people who want to look at them. */
const pictures = process.env['KEEP_PICTURES_IN'];

const pages: readonly (readonly [name: string, html: () => string | Promise<string>])[] = [
  ['a report', () => render(slowCheckout()).html],
  ['a report in Thai', () => render(slowCheckout(), { language: 'th' }).html],
  ['a report of hostile texts', () => render(hostileAlerts()).html],
  ['a long report', () => render(longNight()).html],
  ['the metrics', () => busyYear('en')],
  ['the metrics in Thai', () => busyYear('th')],
];

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };
const views: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['in the light', { viewport: desktop, colorScheme: 'light' }],
  ['in the dark', { viewport: desktop, colorScheme: 'dark' }],
  ['on a phone', { viewport: phone, colorScheme: 'light' }],
  ['on a phone in the dark', { viewport: phone, colorScheme: 'dark' }],
];

describe.skipIf(mayLookAway)('pages in a real browser (install the Debian package chromium to run this)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });

  describe.each(pages)('%s', (name, html) => {
    test.each(views)(
      '%s complains of nothing, asks nobody, fits, and can be used by everyone',
      async (view, options) => {
        const { page, complaints } = await open(browser, await html(), options);
        await picture(page, `${name} ${view}`);
        expect(await widthNeeded(page)).toBeLessThanOrEqual(options.viewport?.width ?? 0);
        expect(await barriers(page)).toEqual([]);
        expect(complaints).toEqual([]);
      },
    );

    test('prints as a PDF in black on white, nothing cut off at the right', async () => {
      const { page, complaints } = await open(browser, await html(), { viewport: desktop, colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
      const pdf = await page.pdf({
        format: 'A4',
        ...(pictures ? { path: picturePath(`${name} printed`, 'pdf') } : {}),
      });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      // An A4 page less its margins of 1.5 cm is 680 pixels wide.
      await page.setViewportSize({ width: 680, height: 900 });
      expect(await widthNeeded(page)).toBeLessThanOrEqual(680);
      expect(complaints).toEqual([]);
    });
  });
});

/** Opens a page from disk in a window of its own, and listens to everything that goes wrong there. */
async function open(browser: Browser, html: string, options: BrowserContextOptions) {
  const file = path.join(temporaryFolder(), 'page.html');
  fs.writeFileSync(file, html);
  const own = pathToFileURL(file).href;
  const complaints: string[] = [];
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  await context.route('**/*', async (route) => {
    if (route.request().url() === own) return route.continue();
    complaints.push(`asked for ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (request.url() !== own) complaints.push(`sent ${request.url()}`);
  });
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  await page.goto(own);
  return { page, complaints };
}

/** What stands in the way of people with a screen reader, a keyboard or weak eyes, one line each. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document)');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

function widthNeeded(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth');
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: picturePath(name, 'png'), fullPage: true });
}

function picturePath(name: string, ending: string): string {
  return path.join(pictures ?? '', `${name.replaceAll(' ', '-')}.${ending}`);
}
