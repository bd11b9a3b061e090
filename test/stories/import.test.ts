import fs from 'node:fs';
import path from 'node:path';
import { importFile } from '../../src/import';
import { accept, DIEGO, fail, LIDIA, MEGAN, say } from './doing';
import { csv, pressImport, sendFile } from './files';
import { buttonsOf, cardOf, startProgram, textOf, type Program } from './program';

let program: Program;
beforeEach(async () => {
  program = await startProgram({ PARTNER_CENTER: 'none' });
});
afterEach(() => program.stop());

const TITLES = [
  ...['Referral ID', 'Deal Name', 'Customer Name', 'Customer City', 'Customer Country'],
  ...['Partner Referral Status', 'Partner Referral Substatus', 'Estimated Deal Value', 'Currency'],
  ...['Estimated Close Date', 'Notes', 'Team member 1', 'Favourite colour'],
];
const row = (name: string, more: Record<string, string> = {}): string[] => {
  const cells: Record<string, string> = {
    ...{ 'Deal Name': `${name}: seats`, 'Customer Name': name, 'Customer Country': 'DE' },
    ...{ 'Estimated Deal Value': '40000', Currency: 'EUR', 'Estimated Close Date': '03/31/2026' },
    ...more,
  };
  return TITLES.map((title) => cells[title] ?? '');
};

describe('a bulk file', () => {
  it('is checked and counted before anything is taken in, and imported once, also after a restart', async () => {
    const file = csv(
      TITLES,
      row('Adatum'),
      row('Fabrikam', { 'Referral ID': 'ref-2', Notes: 'Two\r\nlines; "so"' }),
    );
    const preview = await sendFile(program, MEGAN, file);
    expect(preview.text).toContain('deals.csv: checked, nothing is taken in yet');
    expect(preview.text).toContain('2 new referrals');
    expect(preview.text).toContain('do not know this column: Favourite colour');
    await program.settle();
    expect(JSON.stringify(await program.channel())).not.toContain('Adatum');
    program = await program.restart();
    const answers = await Promise.all([1, 2].map(() => pressImport(program, MEGAN, preview.id)));
    expect(answers.join('\n')).toContain('2 new referrals');
    await program.settle();
    const cards = (await program.channel()).filter((one) => /Adatum|Fabrikam/.test(textOf(one)));
    expect(cards).toHaveLength(2);
    const said = await say(program, MEGAN, 'import');
    expect(said).toContain('Imported already');
    expect(said).not.toContain('come to the channel');
    expect(await say(program, MEGAN, 'import somebody')).toContain('Nothing matches "import somebody"');
    const again = await sendFile(program, MEGAN, file);
    expect(again.text).toContain('2 rows say what is here already');
    expect(again.text).not.toContain('Import\n');
  });

  it('takes nothing when one row is wrong, and names row, column and what is right', async () => {
    const text = (
      await sendFile(
        program,
        MEGAN,
        csv(
          TITLES,
          row('Good'),
          row('', {}),
          row('Bad date', { 'Estimated Close Date': '31/31/2026' }),
          row('Bad money', { 'Estimated Deal Value': 'much', Currency: 'Taler' }),
          row('Bad status', { 'Partner Referral Status': 'Open' }),
          row('Bad pair', { 'Partner Referral Status': 'Closed', 'Partner Referral Substatus': 'Engaged' }),
          row('Bad place', { 'Customer Country': 'Atlantis' }),
          row('Bad id', { 'Referral ID': 'a b' }),
          row('Bad person', { 'Team member 1': 'a,b,c,d,e' }),
          row('Good'),
          [...row('Wide'), 'more'],
        ),
      )
    ).text;
    for (const words of [
      /Row 3, Customer Name: Please fill this in/,
      /Row 4, Estimated Close Date: This is not a date/,
      /Row 5, Estimated Deal Value: This is not an amount/,
      /Row 5, Currency: This is not a currency/,
      /Row 6, Partner Referral Status: This is none of New, Active, Closed/,
      /Row 7, Partner Referral Substatus: With the status Closed it is one of Won, Lost, Declined, Expired/,
      /Row 8, Customer Country: /,
      /Row 9, Referral ID: An id has/,
      /Row 10, Team member 1: This has too many parts/,
      /Row 11, Deal Name: Row 2 is the same deal/,
      /Row 12: It has more cells than there are titles/,
    ])
      expect(text).toMatch(words);
    expect(text).toContain('Nothing was taken in');
    expect(await say(program, MEGAN, 'import')).toContain('No file waits here');
    expect(await say(program, MEGAN, 'inbox')).not.toContain('Good');
  });

  it('changes what is here, and leaves what somebody here has changed', async () => {
    const id = 'ref-7';
    const first = await sendFile(program, MEGAN, csv(TITLES, row('Adatum', { 'Referral ID': id })));
    await pressImport(program, MEGAN, first.id);
    await program.settle();
    const card = cardOf(await program.channel(), 'Adatum');
    await accept(program, card.id, MEGAN, { ...DEAL, dealValue: '55,000' });
    await program.settle();
    const file = csv(
      TITLES,
      row('Adatum', { 'Referral ID': id, 'Customer City': 'Köln', 'Estimated Deal Value': '60000' }),
    );
    const second = await sendFile(program, MEGAN, Buffer.from(`\ufeff${file}`, 'utf16le'));
    expect(second.text).toContain('1 referral changes');
    expect(second.text).toContain('1 cell stays as somebody here has changed it since');
    expect(await say(program, MEGAN, 'import')).toContain('1 changed');
    await program.settle();
    const shown = textOf(cardOf(await program.channel(), 'Adatum'));
    expect(shown).toContain('Köln');
    expect(shown).toContain('55,000');
  });

  it('of semicolons and of many rows is one list in the channel', async () => {
    const names = [...Array(40).keys()].map((n) => `Customer ${String(n)} Ltd`);
    const lines = ['Customer Name;Estimated Close Date', ...names.map((name) => `${name};31.03.2026`)];
    const preview = await sendFile(program, MEGAN, lines.join('\n'));
    expect(preview.text).toContain('40 new referrals');
    await pressImport(program, MEGAN, preview.id);
    await program.settle();
    expect(JSON.stringify(await program.channel())).toMatch(/40 new referrals|40 referrals/);
    expect(await say(program, MEGAN, 'inbox')).toContain('40');
  });
});

const DEAL = { name: 'Seats', dealValue: '40,000', currency: 'EUR', closeDate: '2026-04-30', notes: '' };

describe('what is no such file', () => {
  it('is said in words, whatever it is', async () => {
    const zip = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe, 0x00]);
    const tries: readonly (readonly [string | Buffer, RegExp])[] = [
      ['', /empty/],
      [' \n', /empty/],
      [zip, /no CSV file in UTF-8/],
      ['Name,Other\nx,y', /not Partner Center's bulk file/],
      ['Customer Name,City', /titles and no rows/],
      ['Customer Name,City,City\na,b,c', /Titles stand there twice: City/],
      ['Customer Name\n"open', /cannot read line 2/],
      [`Customer Name\n${'x\n'.repeat(1_001)}`, /more than 1,000 rows/],
      [`Customer Name${','.repeat(3_000_000)}\nx`, /not Partner Center's bulk file/],
      [`Customer Name\n${'x'.repeat(4_300_000)}`, /too large: at most 4 MB/],
    ];
    for (const [content, words] of tries)
      expect((await sendFile(program, MEGAN, content)).text).toMatch(words);
  });

  it('is not even fetched for who may not set up', async () => {
    expect((await sendFile(program, DIEGO, 'x'.repeat(4_300_000))).text).toContain('Only an admin');
  });

  it('is for who may set up; another file takes the place of one that waits; a download that fails is said', async () => {
    for (const person of [DIEGO, LIDIA])
      expect((await sendFile(program, person, csv(TITLES, row('Adatum')))).text).toContain('Only an admin');
    expect(await say(program, MEGAN, 'import', 'Referrals')).toContain('our own chat');
    const first = await sendFile(program, MEGAN, csv(TITLES, row('Adatum')));
    await sendFile(program, MEGAN, csv(TITLES, row('Fabrikam')));
    expect(await pressImport(program, MEGAN, first.id)).toContain('another file since');
    await fail(program, { on: 'teams', answer: 503, times: 1 });
    expect((await sendFile(program, MEGAN, csv(TITLES, row('Adatum')))).text).toContain(
      'could not fetch the file',
    );
    expect(await say(program, MEGAN, 'import')).toContain('1 new referral');
    await program.settle();
    expect(JSON.stringify(await program.channel())).not.toContain('Adatum');
    expect(buttonsOf(cardOf(await program.channel(), 'Fabrikam'))).toContain('Accept');
  });
});

describe('npm run import', () => {
  const env = (): Record<string, string> => ({
    DATABASE_URL: `sqlite:${path.join(program.folder, 'desk.db')}`,
    PARTNER_CENTER: 'none',
  });
  async function run(args: readonly string[]): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const code = await importFile(env(), args, { say: (line) => void lines.push(line) });
    return { code, said: lines.join('\n') };
  }
  const file = (content: string): string => {
    const name = path.join(program.folder, 'deals.csv');
    fs.writeFileSync(name, content);
    return name;
  };

  it('checks, then takes in beside the running program, in its own time', async () => {
    const name = file(csv(TITLES, row('Adatum'), row('Fabrikam')));
    expect(await run([name, '--check'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('2 new referrals'),
    });
    expect(await run([name])).toMatchObject({ code: 0, said: expect.stringContaining('Imported') });
    await program.settle();
    const card = cardOf(await program.channel(), 'Adatum');
    expect(textOf(card)).toMatch(/answer by Tue/);
    expect((await run([name])).said).toContain('2 were as in the file already');
  });

  it('says what is wrong, and ends with a code', async () => {
    expect(await run([])).toMatchObject({ code: 64 });
    expect(await run(['nowhere.csv'])).toMatchObject({
      code: 66,
      said: expect.stringContaining('nowhere.csv'),
    });
    expect(await run([file('')])).toMatchObject({ code: 65 });
    expect(await run([file(csv(TITLES, row('')))])).toMatchObject({
      code: 65,
      said: expect.stringContaining('Row 2, Customer Name: Please fill this in'),
    });
    expect(await importFile({ PORT: 'x' }, [], { say: () => undefined })).toBe(78);
  });
});
