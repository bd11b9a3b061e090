import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accept, MEGAN } from './doing';
import { openBrowser, openPage, takeShot, withBrowser } from './open-browser';
import { startProgram, type Loose, type Program } from './program';

const FILE = `name,type\n${Array.from({ length: 100 }, (_, at) => `Power Tool ${at},Microsoft`).join('\n')}`;

withBrowser('a solution of a long catalogue', () => {
  let program: Program;
  let browser: Browser;
  let page: Page;
  let activity: string;
  const errors: string[] = [];

  beforeAll(async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
    fs.writeFileSync(path.join(folder, 'solutions.csv'), FILE);
    program = await startProgram({ SOLUTIONS_CATALOGUE: path.join(folder, 'solutions.csv') }, folder);
    await program.settle();
    const [first] = await program.channel();
    activity = first.id;
    await accept(program, activity);
    await program.settle();
    browser = await openBrowser();
    page = await openPage(browser, { viewport: { width: 900, height: 900 } }, errors);
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  it('is found by typing, chosen, and filled in', async () => {
    await program.act({ person: MEGAN, activity, button: 'Add solution' });
    await page.goto(program.url);
    const box = page.getByRole('dialog').locator('input[list]').first();
    await box.pressSequentially('tool 99');
    await page.locator('option[value="Power Tool 99"]').waitFor({ state: 'attached' });
    await takeShot(page, 'search-solutions');
    await box.fill('Power Tool 99');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await program.settle();
    const all: Loose[] = (await program.get('/sandbox/partner-center/v1.0/engagements/referrals')).value;
    expect(all.flatMap((one) => one.details.requirements.solutions)).toContainEqual({
      ...{ name: 'Power Tool 99', type: 'Name', solutionType: '1P' },
    });
    expect(errors).toEqual([]);
  });
});
