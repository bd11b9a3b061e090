import { sign } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SANDBOX_KEY } from '../../src/sandbox/partner-center/certificate';
import { bodyOf, RECORDS } from '../support/partner-center-bodies';
import { fail, inPartnerCenter, MANAGER, MEGAN, noMoreFaults, say } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

/** What stands in test/fixtures/partner-center, played to the whole program: it is what Partner Center has and answers. */
let program: Program;
beforeAll(async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
  await inPartnerCenter(folder, RECORDS.length, (n) => bodyOf(RECORDS[n - 1] ?? 'lead'));
  program = await startProgram({ TIME_ZONE: 'Europe/Berlin' }, folder);
  await program.advance('PT10S');
});
afterAll(() => program.stop());

const shown = (customer: string): Promise<string> => say(program, MEGAN, `show ${customer}`);

it('what is open is found at the first start, once each, and Microsoft’s record is none of them', async () => {
  const posted = (await program.channel()).map(textOf).join('\n');
  expect(posted).toContain('5 open referrals found in Partner Center');
  for (const customer of ['Tailspin Toys', 'Wingtip Toys', 'Fabrikam Residences', 'Adatum Corporation'])
    expect(posted.split(`\n${customer}\n`)).toHaveLength(2);
});

it.each([
  [
    'lead',
    'Tailspin Toys',
    /Customer|inquiry|lead/i,
    ['contact by Wed', 'Need help moving 80 seats', 'Bonn'],
  ],
  ['marketplace lead', 'Wingtip Toys', /Marketplace/i, ['Leeds', 'AppSource']],
  [
    'co-sell inbound',
    'Fabrikam Residences',
    /co-sell/i,
    ['€40,000', '30 Apr 2026', 'Please show a proof of concept', 'Proof of concept'],
  ],
  [
    'co-sell outbound',
    'Northwind Traders',
    /co-sell/i,
    ['$125,000.50', '30 Jun 2026', 'Megan Bowen', 'Microsoft'],
  ],
  [
    'joint planning',
    'Adatum Corporation',
    /Joint planning/i,
    ['$18,000', 'From the plan for this half-year'],
  ],
  ['won', 'Litware Inc', /Won/, ['CA$64,000.50', 'regist']],
])('%s: people read it so', async (_, customer, kind, words) => {
  const card = await shown(customer);
  expect(card).toMatch(kind);
  for (const one of words) expect(card.toLowerCase()).toContain(one.toLowerCase());
  expect(card).not.toMatch(/undefined|null|\[object|\$\{/);
});

it('what is over is in the archive, with its registration', async () => {
  expect(await say(program, MEGAN, 'archive')).toContain('Litware Inc');
});

describe('what Partner Center says no with', () => {
  const edit = async (inputs: Loose): Promise<string> => {
    const text = 'show northwind traders';
    const { activities } = await program.act({ person: MEGAN, conversation: 'personal', text });
    const before = (await program.chat(MEGAN)).length;
    const press = { person: MEGAN, activity: activities[0].id };
    await program.act({ ...press, button: 'Edit deal' });
    await program.act({ ...press, button: 'Save', inputs });
    await program.act({ ...press, dialog: 'close' });
    await program.advance('PT2M');
    return (await program.chat(MEGAN)).slice(before).map(textOf).join('\n');
  };
  afterEach(() => noMoreFaults(program));

  it('its own error: the author reads why, and the field is named', async () => {
    const answer = { on: 'partner-center', answer: 400, method: 'PATCH', body: bodyOf('error') };
    await fail(program, answer);
    expect(await edit({ closeDate: '2026-07-31' })).toContain('The close date lies in the past.');
  });

  it('the older API’s: as well', async () => {
    const answer = { on: 'partner-center', answer: 400, method: 'PATCH', body: bodyOf('error-older') };
    await fail(program, answer);
    expect(await edit({ dealValue: '90000' })).toContain('a character that is not allowed');
  });

  it('too many calls: it waits as long as it was asked to, and goes through', async () => {
    const body = bodyOf('error-throttled');
    await fail(program, {
      on: 'partner-center',
      answer: 429,
      retryAfter: 7,
      method: 'PATCH',
      times: 2,
      body,
    });
    await edit({ dealValue: '80000' });
    const { id } = bodyOf('co-sell-outbound');
    expect((await program.partnerCenter(id)).details.dealValue).toBe(80_000);
  });
});

describe('what its webhook tells', () => {
  const deliver = async (event: Loose): Promise<number> => {
    const body = JSON.stringify(event);
    const signature = sign('RSA-SHA256', Buffer.from(body), SANDBOX_KEY).toString('base64');
    const headers = {
      'content-type': 'application/json',
      'x-ms-signature': `Signature ${signature}`,
      'x-ms-certificate-url': `${program.url}/sandbox/partner-center/cert/sandbox.cer`,
      'x-ms-signature-algorithm': 'rsa-sha256',
    };
    return (await fetch(`${program.url}/api/partner-center/events`, { method: 'POST', body, headers }))
      .status;
  };

  it('each of its events is taken', async () => {
    for (const event of bodyOf('events')) {
      expect([event.EventName, await deliver(event)]).toEqual([event.EventName, 200]);
      await program.settle();
    }
  });

  it('an event of a record wakes a read of it, whatever else it says', async () => {
    const event = bodyOf('events').find((one: Loose) => one.EventName === 'referral-updated');
    await program.advance('PT15M');
    await fail(program, { on: 'partner-center', answer: 404, times: 50, method: 'GET' });
    const later = { ...event, ResourceChangeUtcDate: '2026-03-02T09:30:00.0000000+00:00', AuditUri: 'x' };
    expect(await deliver(later)).toBeLessThan(300);
    await program.settle();
    expect(((await program.get('/sandbox/faults')) as Loose[])[0]?.times).toBeLessThan(50);
    await noMoreFaults(program);
  });
});

it('a manager has heard nothing of all that but what is due', async () => {
  expect((await program.chat(MANAGER)).map(textOf).join()).not.toContain('Wingtip');
  expect(cardOf(await program.channel(), 'Litware Inc')).toBeUndefined();
});
