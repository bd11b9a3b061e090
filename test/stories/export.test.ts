import fs from 'node:fs';
import path from 'node:path';
import { exportFile } from '../../src/export';
import { readCsv } from '../../src/platform/csv';
import { accept, DIEGO, fail, LIDIA, MEGAN, say } from './doing';
import { sendFile } from './files';
import { cardOf, startProgram, type Loose, type Program } from './program';

let program: Program;
afterEach(() => program.stop());

/** What a spreadsheet would run, line breaks, signs that part cells, and names with commas. */
const ODD = {
  customerProfile: {
    name: '=HYPERLINK("http://x")',
    address: { addressLine1: '+49 street', city: "'=Bonn", country: 'DE' },
    team: [{ firstName: '@Ada', lastName: '-Lovelace', phoneNumber: '+49 228 1', email: 'ada@x.example' }],
    ids: [{ profileType: 'Duns', id: '150483782' }],
  },
  details: { notes: 'One, "two";\nthree\t', dealValue: 1234.5, currency: 'EUR' },
};
const record = (id: string, more: Loose = {}): Loose => ({
  ...{ id, createdDateTime: '2026-03-01T09:00:00Z', status: 'New', substatus: 'Pending' },
  ...{ type: 'Independent', qualification: 'Direct', direction: 'Incoming' },
  customerProfile: { name: `Customer ${id}` },
  ...more,
});

async function offer(person = MEGAN): Promise<Loose> {
  const { activities } = await program.act({ person, conversation: 'personal', text: 'export' });
  return activities.at(-1);
}

/** Allows it; the file as it lies in their OneDrive then. */
async function allow(asked: Loose, person = MEGAN): Promise<string> {
  const { activities, status } = await program.act({ person, activity: asked.id, button: 'Allow' });
  expect(status).toBe(200);
  const info = activities.at(-1).attachments[0];
  expect(info.contentType).toBe('application/vnd.microsoft.teams.card.file.info');
  return (await fetch(info.contentUrl)).text();
}

async function intake(...resources: Loose[]): Promise<void> {
  const { status } = await program.post('/api/referrals', resources, { authorization: 'Bearer sandbox' });
  expect(status).toBe(200);
  await program.settle();
}

describe('standing alone', () => {
  beforeEach(async () => {
    program = await startProgram({ PARTNER_CENTER: 'none' });
  });

  it('what goes out comes in unchanged, whatever stands in it, and runs nowhere', async () => {
    await intake(
      record('plain'),
      record('odd', ODD),
      record('deal', {
        ...{
          direction: 'Outgoing',
          qualification: 'SalesQualified',
          status: 'Active',
          substatus: 'Accepted',
        },
        consent: { consentToToShareInfoWithOthers: true, consentToShareReferralWithMicrosoftSellers: true },
        inviteContext: { assistanceRequestCode: 'QuotesOrLicensing', notes: 'Licences for 40 seats' },
        team: [
          { firstName: 'A, B', lastName: '"C"', phoneNumber: '12345', email: 'a@b.example', title: 'Boss' },
        ],
        details: {
          closingDateTime: '2026-05-31T22:00:00Z',
          requirements: {
            solutions: [
              { id: 'S-1', name: 'Sol', price: 10, currency: 'EUR', quantity: 3 },
              { name: 'No id' },
            ],
            additionalRequirements: {
              attributes: [{ type: 'CustomerMarketplaceIntent', id: 'HaveNotDecided' }],
            },
          },
        },
      }),
      record('over', { status: 'Closed', substatus: 'Lost', statusReason: '3' }),
    );
    await accept(program, cardOf(await program.channel(), 'Customer plain').id);
    await program.settle();
    const asked = await offer();
    expect(asked.attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'referrals.csv',
      content: { description: "4 referrals that you may see, as Partner Center's bulk CSV" },
    });
    const file = await allow(asked);
    for (const cell of file.split(/[,\n]/)) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
    expect(file).toContain('Have not decided');
    expect(file).toContain(',4,Yes,Licences for 40 seats,Yes,');
    expect(file).toMatch(/0[56]\/(?:31|01)\/2026/);
    const again = await sendFile(program, MEGAN, file, 'referrals.csv');
    expect(again.text).toContain('There is nothing to take in');
    expect(again.text).toContain('4 rows say what is here already');
    expect(again.text).not.toMatch(/new referral|change/);
  });

  it('by npm run export is the same, into a file that is not there yet', async () => {
    await intake(record('odd', ODD));
    const env = { DATABASE_URL: `sqlite:${path.join(program.folder, 'desk.db')}`, PARTNER_CENTER: 'none' };
    const lines: string[] = [];
    const tools = { say: (line: string) => void lines.push(line) };
    const file = path.join(program.folder, 'out.csv');
    expect(await exportFile(env, [file], tools)).toBe(0);
    expect(lines.join()).toContain('1 referral is in');
    expect(fs.statSync(file).mode & 0o077).toBe(0);
    const read = readCsv(fs.readFileSync(file));
    expect('rows' in read && read.rows[1]).toEqual(
      expect.arrayContaining([ODD.customerProfile.name, "'=Bonn"]),
    );
    expect(await exportFile(env, [file], tools)).toBe(73);
    expect(lines.at(-1)).toContain('out.csv is there already: name a file that is not, or delete it.');
    expect(await exportFile(env, [], tools)).toBe(64);
    expect(await exportFile({ PORT: 'x' }, [file], tools)).toBe(78);
    expect((await sendFile(program, MEGAN, fs.readFileSync(file))).text).toContain('1 row says what is here');
  });
});

describe('with Partner Center', () => {
  beforeEach(async () => {
    program = await startProgram();
    await program.settle();
  });

  it('is of what a person may see, and comes in unchanged', async () => {
    await program.sample('co-sell-inbound');
    await program.settle();
    const file = await allow(await offer());
    expect(file.match(/\r\n/g)).toHaveLength(3);
    expect((await sendFile(program, MEGAN, file)).text).toContain('2 rows say what is here already');
    expect(await say(program, LIDIA, 'export')).toContain('not a member');
    expect((await offer(DIEGO)).attachments[0].name).toBe('referrals.csv');
    expect(await say(program, MEGAN, 'export', 'Referrals')).toContain('our own chat');
  });

  it('is not when they decline; what fails or is forged is said, and nothing goes elsewhere', async () => {
    const first = await offer();
    const declined = await program.act({ person: MEGAN, activity: first.id, button: 'Decline' });
    expect(JSON.stringify(declined)).toContain('No file, then');
    expect((await program.chat(MEGAN)).some(({ id }) => id === first.id)).toBe(false);
    const second = await offer();
    await fail(program, { on: 'teams', answer: 503, times: 1 });
    const failed = await program.act({ person: MEGAN, activity: second.id, button: 'Allow' });
    expect(JSON.stringify(failed)).toContain('could not be put into your OneDrive');
    expect(await allow(second)).toContain('Customer Name');
  });
});
