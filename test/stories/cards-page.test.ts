import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, takeShot, withBrowser } from './open-browser';
import { startProgram, type Loose, type Program } from './program';

/** As high as a lead with a request of two lines may be at the page's width. */
const MOST_HEIGHT = 320;
const MOST_BYTES = 28 * 1024;
const MOST_IN_SIGHT = 6;
const WIDE = { width: 2000, height: 1200 };

interface Measured {
  readonly name: string;
  readonly full: number;
  readonly phone: number;
}

/** The height of each card at the page's width and on a phone of 320 pixels. */
const MEASURE = `[...document.querySelectorAll('section')].map((section) => ({
  name: section.dataset.card,
  ...Object.fromEntries(['full', 'phone'].map((width) => [
    width,
    Math.round(section.querySelector('.light.' + width + ' .card').getBoundingClientRect().height),
  ])),
}))`;

/** Names of those cards of which something sticks out at the right. */
const STICKING_OUT = `[...document.querySelectorAll('section')].filter((section) =>
  [...section.querySelectorAll('.card')].some((card) => card.scrollWidth > card.clientWidth),
).map((section) => section.dataset.card)`;

withBrowser('the page of all cards', () => {
  let program: Program;
  let browser: Browser;
  let page: Page;
  let cards: readonly { readonly name: string; readonly card: Loose }[];
  const errors: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await openBrowser();
    page = await openPage(browser, { viewport: WIDE }, errors);
    await page.goto(`${program.url}/sandbox/cards`);
    await page.locator('#cards[data-ready]').waitFor();
    cards = await program.get('/sandbox/cards.json');
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  it('shows each card in its states, light and dark, at full width and on a phone, and nothing sticks out', async () => {
    const shown = await page.locator('section').count();
    expect(shown).toBe(cards.length);
    expect(await page.locator('.shown').count()).toBe(4 * shown);
    for (const stage of ['received', 'accepted', 'declined', 'expired', 'won', 'lost'])
      expect(cards.some(({ name }) => name.startsWith(stage))).toBe(true);
    expect(await page.evaluate(STICKING_OUT)).toEqual([]);
    expect(errors).toEqual([]);
    await takeShot(page, 'cards');
  });

  it('measures them: a lead with a request of two lines is at most 320 pixels high', async () => {
    const heights: Measured[] = await page.evaluate(MEASURE);
    const rows = heights.map(({ name, full, phone }) => {
      const bytes = Buffer.byteLength(JSON.stringify(cards.find((one) => one.name === name)?.card));
      return `${name.padEnd(56)}${full} px, ${phone} px on a phone, ${bytes} bytes`;
    });
    process.stdout.write(`${rows.join('\n')}\n`);
    for (const name of ['received: two lines', 'received: two lines, asks to be contacted'])
      expect(heights.find((one) => one.name === name)?.full).toBeLessThanOrEqual(MOST_HEIGHT);
    expect(heights.filter(({ full }) => full === 0)).toEqual([]);
  });

  it('finds none too heavy, and at most six buttons in sight', () => {
    for (const { name, card } of cards) {
      expect([name, Buffer.byteLength(JSON.stringify(card)) <= MOST_BYTES]).toEqual([name, true]);
      const inSight = card.actions.filter(({ mode }: Loose) => mode !== 'secondary');
      expect([name, inSight.length <= MOST_IN_SIGHT]).toEqual([name, true]);
    }
  });

  it('folds out what was asked for, and opens the menu of the other buttons', async () => {
    const card = page.locator('section[data-card="accepted"] .light.full .card');
    const asked = card.getByText('We need help moving 80 seats');
    expect(await asked.isVisible()).toBe(false);
    await card.getByText('What they ask for ▾').click();
    await asked.waitFor();
    await card.getByText('What they ask for ▴').click();
    await asked.waitFor({ state: 'hidden' });
    await card.getByRole('button', { name: 'More options' }).click();
    const menu = page.getByRole('menu');
    await menu.getByRole('menuitem', { name: 'Details' }).waitFor();
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
  });
});
