import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, openPage, takeShot, withBrowser } from './open-browser';
import { startProgram, type Loose, type Program } from './program';

const CUSTOMER = 'Proseware Bank';

withBrowser('a deal, from new to registered', () => {
  let program: Program;
  let browser: Browser;
  let page: Page;
  let deal: Loose;
  const errors: string[] = [];

  beforeAll(async () => {
    program = await startProgram();
    deal = await program.sample('co-sell-inbound', {
      customerProfile: { name: CUSTOMER },
      details: { dealValue: 90_000, currency: 'USD' },
    });
    await program.settle();
    browser = await openBrowser();
    page = await openPage(browser, { viewport: { width: 1360, height: 1000 } }, errors);
    page.setDefaultTimeout(15_000);
    await page.goto(program.url);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  const see = async (text: string | RegExp): Promise<void> =>
    page.getByText(text).last().waitFor({ timeout: 15_000 });
  /** The customer's card in the channel. */
  const card = (): Locator => page.getByRole('article').filter({ hasText: CUSTOMER }).first();
  const press = (name: string): Promise<void> =>
    card().getByRole('button', { name, exact: true }).first().click();
  const dialog = (): Locator => page.getByRole('dialog');
  const save = (name: string): Promise<void> => dialog().getByRole('button', { name, exact: true }).click();
  const record = (): Promise<Loose> => program.partnerCenter(deal.id);

  it('is accepted with one missing field, the phone', async () => {
    await press('Accept');
    await dialog().getByLabel(/phone/i).fill('+49 228 5550100');
    await takeShot(page, 'life-1-accept');
    await save('Accept');
    await see('✓ Accepted');
    expect(await record()).toMatchObject({ status: 'Active', substatus: 'Accepted' });
  });

  it('is worked on: another close date, a note', async () => {
    await press('Edit deal');
    await dialog()
      .getByLabel(/close date/i)
      .fill('2026-05-29');
    await save('Save');
    await see(/29 May 2026/);
    await press('Add note');
    await dialog().getByLabel(/^Note/).fill('They want it before the summer.');
    await save('Save');
    await program.settle();
    expect((await record()).details.notes).toMatch(/Megan Bowen: They want it before the summer\./);
  });

  it('is won once it can be registered', async () => {
    await program.advance('P4D');
    await press('Close deal');
    await takeShot(page, 'life-2-close');
    await dialog()
      .getByRole('button', { name: /Mark won/ })
      .click();
    await save('Mark won');
    await dialog().getByRole('button', { name: 'Undo' }).waitFor();
    await page.keyboard.press('Escape');
    await program.advance('PT2M');
    expect(await record()).toMatchObject({ status: 'Closed', substatus: 'Won' });
  });

  it('is registered, and the card says that Microsoft looks at it', async () => {
    await takeShot(page, 'life-3-won');
    await press('Register deal');
    await dialog()
      .getByLabel(/contract value/i)
      .fill('90000');
    await dialog()
      .getByLabel(/signed on/i)
      .fill('2026-03-05');
    await dialog()
      .getByLabel(/starts on/i)
      .fill('2026-03-05');
    await save('Next');
    await dialog()
      .getByLabel(/value of the solution/i)
      .fill('60000');
    await takeShot(page, 'life-3-register');
    await save('Register deal');
    await takeShot(page, 'life-4-registered');
    await see(/Microsoft is looking at it/);
    await program.settle();
    expect(await record()).toMatchObject({ registrationStatus: 'ReviewPending' });
  });

  it('what somebody may do in Partner Center with their own sign-in is chosen under What if…', async () => {
    await page.getByText('What if…').click();
    const role = page.getByRole('group', { name: /Megan Bowen’s own role in Partner Center/ });
    await role.getByRole('button', { name: 'None' }).click();
    await role.getByRole('button', { name: 'None', pressed: true }).waitFor();
    await page.getByRole('button', { name: 'End Megan Bowen’s sign-in' }).click();
    await page.getByRole('button', { name: 'Megan Bowen has to sign in anew' }).waitFor();
    await takeShot(page, 'life-5-what-if');
    const rights = await program.get('/sandbox/partner-center/roles');
    expect(rights[0]).toEqual({ person: 'Megan Bowen', role: 'none', revoked: true });
  });

  it('has logged no error in the browser', () => {
    expect(errors).toEqual([]);
  });
});
