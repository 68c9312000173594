import fs from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian's package puts the browser. */
const executablePath = '/usr/bin/chromium';

/** Without the browser nothing can be opened; a continuous-integration machine must have it. */
export const mayLookAway = !fs.existsSync(executablePath) && process.env['CI'] !== 'true';

/** Opens a real browser that talks to nobody of its own accord; close it when done. */
export async function openChromium(): Promise<Browser> {
  if (!fs.existsSync(executablePath)) {
    throw new Error(`There is no ${executablePath}; install the Debian package chromium.`);
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
