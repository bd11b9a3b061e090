import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openPage, takeShot, withBrowser } from './open-browser';
import { startProgram, type Loose, type Program } from './program';

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft GmbH';
const ARABIC = 'نحن ثمانون شخصًا ونريد بريدًا جديدًا قبل الصيف.';
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 320, height: 640 };

withBrowser('the page of the sandbox', () => {
  let program: Program;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  const open = async (
    viewport = DESKTOP,
    options: {
      readonly colorScheme?: 'light' | 'dark';
      readonly isMobile?: boolean;
      readonly hash?: string;
    } = {},
    into = errors,
  ): Promise<Page> => {
    const { hash = '', ...context } = options;
    const page = await openPage(browser, { viewport, ...context }, into);
    await page.goto(`${program.url}/${hash}`);
    await page.locator('#places button').first().waitFor({ state: 'attached' });
    return page;
  };
  const button = (page: Page | Locator, name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: true }).first();
  const isInside = async (page: Page, one: Locator): Promise<boolean> => {
    const box = await one.boundingBox();
    const size = page.viewportSize()!;
    return (
      box !== null &&
      box.x >= 0 &&
      box.y >= 0 &&
      box.x + box.width <= size.width &&
      box.y + box.height <= size.height
    );
  };
  /** What the browser makes of a rule of the style sheets. */
  const styleOf = (one: Locator, name: 'direction' | 'backgroundColor'): Promise<string> =>
    one.evaluate(
      (node: unknown, asked) => (globalThis as Loose).getComputedStyle(node)[asked] as string,
      name,
    );
  const background = (one: Locator): Promise<string> => styleOf(one, 'backgroundColor');

  it('shows the first card down to its buttons at 1280 × 800', async () => {
    const page = await open();
    await button(page, 'Accept').waitFor();
    expect(await isInside(page, page.getByText(/New lead/))).toBe(true);
    const composer = (await page.locator('#content > .composer').boundingBox())!;
    const accept = (await button(page, 'Accept').boundingBox())!;
    expect(accept.y + accept.height).toBeLessThanOrEqual(composer.y);
    await takeShot(page, 'page-1-desktop');
    await page.context().close();
  });

  it('ticks what has been tried, and does not bring it back after a reload', async () => {
    const page = await open();
    const strip = page.getByRole('region', { name: 'First steps' });
    await button(page, 'Accept').click();
    await page.getByLabel(/Estimated value/).fill('40k');
    await button(page.getByRole('dialog'), 'Accept').click();
    await button(strip, /Accept the referral in the channel \(done\)/).waitFor();
    await button(strip, /See it in Partner Center/).click();
    await button(strip, /See it in Partner Center \(done\)/).waitFor();
    await page.reload();
    await button(strip, /See it in Partner Center \(done\)/).waitFor();
    expect(await strip.getByText('(done)').count()).toBe(2);
    await button(strip, 'Dismiss these hints').click();
    await page.reload();
    await page.locator('#places button').first().waitFor();
    expect(await strip.isVisible()).toBe(false);
    await page.context().close();
  });

  it('says after a move of the clock what happened where, and leads to the message', async () => {
    const page = await open(DESKTOP, { hash: '#as=diego.siciliani&in=partner-center' });
    await program.sample('sales-qualified', { customerProfile: { name: LONG }, details: { notes: ARABIC } });
    await page.locator('.row').filter({ hasText: LONG }).waitFor();
    await button(page, 'Move the time 1 day on').click();
    const told = page.locator('.happened');
    await told.getByText(/^Referrals: .*new messages/).waitFor();
    await told.getByText(/^Chat of Nestor Wilke: /).waitFor();
    await takeShot(page, 'page-2-moved');
    await told
      .getByText(/Nobody has answered/)
      .first()
      .click();
    await page.locator('.message.reply').filter({ hasText: 'Nobody has answered' }).first().waitFor();
    expect(new URL(page.url()).hash).toContain('in=referrals');
    await page.context().close();
  });

  it("keeps the dialog's × beside a long name, and each paragraph in its own direction", async () => {
    const page = await open(PHONE);
    const card = page.locator('.card').filter({ hasText: LONG }).first();
    expect(await styleOf(card.getByText(ARABIC), 'direction')).toBe('rtl');
    expect(await styleOf(card.getByText(LONG).first(), 'direction')).toBe('ltr');
    await button(card, 'Accept').click();
    const close = button(page.getByRole('dialog'), 'Close');
    await close.waitFor();
    expect(await isInside(page, close)).toBe(true);
    await takeShot(page, 'page-3-dialog-phone');
    await close.click();
    await page.context().close();
  });

  it('lets two cards with the same form each keep its own choice', async () => {
    const page = await open();
    const names: string[] = await page.evaluate(TWO_CARDS);
    expect(names).toHaveLength(4);
    expect(new Set(names).size).toBe(2);
    await page.context().close();
  });

  it('reaches every place on a phone of 320 pixels, and nothing sticks out', async () => {
    const page = await open(PHONE);
    for (const place of [/^General/, /^Chat/, /^Partner Center/, /^Referrals/]) {
      await button(page.locator('.bar'), place).click();
      await page
        .locator('.bar [aria-current="page"]')
        .filter({ hasText: new RegExp(place.source.slice(1)) })
        .waitFor();
      const out: string[] = await page.evaluate(STICKING_OUT);
      expect(out).toEqual([]);
      await takeShot(page, `page-4-phone-${place.source.replace(/\W/g, '')}`);
    }
    await page.context().close();
  });

  it('is no wider than a touch phone at the first visit, and opens who one is within its screen', async () => {
    const page = await open({ width: 360, height: 740 }, { isMobile: true });
    await page.locator('.first-run').waitFor();
    expect(await page.evaluate('innerWidth')).toBe(360);
    await page.locator('#me').click();
    await page.locator('#people').getByText('Nestor Wilke').click({ timeout: 5_000 });
    expect(await page.locator('#me').getAttribute('aria-label')).toContain('Nestor Wilke');
    await page.close();
  });

  it('follows the system into the dark, and a choice of one’s own after a reload; cards change with it', async () => {
    const page = await open(DESKTOP, { colorScheme: 'dark' });
    const card = page.locator('.card .ac-adaptiveCard').first();
    const dark = await background(card);
    await button(page, 'Light').click();
    const light = await background(card);
    expect([dark, light]).toEqual(['rgb(41, 41, 41)', 'rgb(255, 255, 255)']);
    await button(page, 'Dark').click();
    await page.emulateMedia({ colorScheme: 'light' });
    await page.reload();
    expect(await background(card)).toBe(dark);
    await takeShot(page, 'page-5-dark');
    await button(page, 'System').click();
    expect(await background(card)).toBe(light);
    await page.context().close();
  });

  it('opens a referral of Partner Center by its address, as the person that one is', async () => {
    const { id } = await program.sample('co-sell-inbound');
    const page = await open(DESKTOP, { hash: `#partner-center/${id}` });
    await page.locator('.detail h2').waitFor();
    expect(new URL(page.url()).hash).toBe(`#as=megan.bowen&in=partner-center&referral=${id}`);
    await page.goto(`${program.url}/#as=nestor.wilke&in=chat`);
    await page.goto(`${program.url}/#partner-center/${id}`);
    await page.locator('.detail h2').waitFor();
    expect(new URL(page.url()).hash).toContain('as=nestor.wilke');
    await page.context().close();
    // The browser itself reports the 404.
    const lost = await open(DESKTOP, { hash: '#partner-center/nobody-knows' }, []);
    await lost.getByText('Partner Center does not know this referral.').waitFor();
    await lost.context().close();
  });

  it('has logged no error in the browser', () => {
    expect(errors).toEqual([]);
  });
});

/** The names of the radio buttons of one card that is shown twice. */
const TWO_CARDS = `import('/page/card.js').then(({ renderCard }) => {
  const choices = [{ title: 'Yes', value: 'y' }, { title: 'No', value: 'n' }];
  const form = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.ChoiceSet', id: 'reached', style: 'expanded', choices }] };
  return [form, form].flatMap((one) =>
    [...renderCard(one, { press: () => undefined }).querySelectorAll('input[type="radio"]')].map((radio) => radio.name),
  );
})`;

/** Words of each visible thing that reaches beyond the right edge, unless it scrolls sideways in a box of its own. */
const STICKING_OUT = `[...document.querySelectorAll('body *')]
  .filter((node) => node.getClientRects().length > 0 && !node.closest('.first-run ol, .chips, pre, #side'))
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5 && !node.closest('.hidden'))
  .map((node) => node.tagName + ' ' + node.textContent.slice(0, 40))`;
