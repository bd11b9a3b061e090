import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const browserPath = process.env['CHROMIUM_PATH'];
const why = process.env['REFERRAL_DESK_NO_CHROMIUM'] ?? 'CHROMIUM_PATH is not set: run npm test';
/** Where screenshots go when somebody wants to look at them. */
const shots = process.env['SCREENSHOTS'];

/** A suite that needs a browser: without one it is skipped and says why. */
export const withBrowser = (name: string, tests: () => void): void =>
  browserPath ? describe(name, tests) : describe.skip(`${name} (skipped: ${why})`, tests);

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath ?? '',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
  });

/** A page with storage of its own; what goes wrong in it is put into `errors`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions,
  errors: string[],
): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => (message.type() === 'error' ? errors.push(message.text()) : undefined));
  return page;
}

export async function takeShot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: path.join(shots, `${name}.png`) });
}
