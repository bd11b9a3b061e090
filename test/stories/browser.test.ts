import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, takeShot, withBrowser } from './open-browser';
import { startProgram, type Program } from './program';

withBrowser('a newcomer', () => {
  let program: Program;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    browser = await openBrowser();
    page = await openPage(browser, { viewport: { width: 1360, height: 900 } }, errors);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  const see = async (text: string | RegExp): Promise<void> =>
    page.getByText(text).first().waitFor({ timeout: 15_000 });
  const press = (name: string): Promise<void> =>
    page.getByRole('button', { name, exact: true }).first().click();
  /** In the dialog: the card beneath has a button of that name, too. */
  const accept = (): Promise<void> =>
    page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
  const go = (name: RegExp): Promise<void> =>
    page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
  const shot = (name: string): Promise<void> => takeShot(page, name);
  const write = async (text: string): Promise<void> => {
    const box = page.getByRole('textbox').last();
    await box.fill(text);
    await box.press('Enter');
  };

  it('opens the address and sees a referral with its buttons', async () => {
    await page.goto(program.url);
    await see(/New lead/);
    await see(/asks to be contacted/);
    await shot('1-new-lead');
  });

  it('presses Accept, is told what is wrong beside the field, sends the form, sees it sent and then confirmed', async () => {
    await press('Accept');
    await page.getByRole('dialog').waitFor();
    await page.getByLabel(/Estimated value/).fill('a lot');
    await accept();
    await see(/amount/i);
    await shot('2-problem');
    expect(await page.locator(':focus').inputValue()).toBe('a lot');
    await page.getByLabel(/Estimated value/).fill('40k');
    await accept();
    await see(/not yet confirmed|sending…/);
    await see('✓ Accepted');
    await see('€40,000');
    await shot('3-confirmed');
  });

  it("finds the deal on Partner Center's side", async () => {
    await go(/^Partner Center/);
    await see(/Accepted/);
    await see('Tailspin Toys');
    await shot('4-partner-center');
  });

  it('moves the clock and sees the reminders come; the manager sees hers', async () => {
    await program.sample('sales-qualified');
    await go(/^Referrals/);
    await press('Move the time 1 day on');
    await see(/Nobody has answered/);
    await shot('5-reminders');
    await page
      .getByRole('button', { name: /Nestor Wilke/ })
      .or(page.getByRole('radio', { name: /Nestor Wilke/ }))
      .first()
      .click();
    await go(/^Chat/);
    await see(/left to answer|obody has answered/);
    await shot('6-manager');
  });

  it('types "my active deals"', async () => {
    await page
      .getByRole('button', { name: /Megan Bowen/ })
      .or(page.getByRole('radio', { name: /Megan Bowen/ }))
      .first()
      .click();
    await go(/^Chat/);
    await write('my active deals');
    await see(/My active deals|Your active deals|active deals/);
    await see(/1 deal · €40,000/);
    await shot('7-my-active-deals');
  });

  it('works on a phone: nothing scrolls sideways', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    for (const place of [/^Referrals/, /^Chat/, /^Partner Center/]) {
      await go(place);
      const sideways = await page.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect(sideways).toBe(false);
      await shot(`8-phone-${String(place).replace(/\W/g, '')}`);
    }
  });

  it('has logged no error in the browser', () => {
    expect(errors).toEqual([]);
  });
});
