import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { accept, DIEGO, inPartnerCenter as recordsThere, MEGAN, say } from './doing';
import { inPartnerCenter, made } from './new-deals';
import { cardOf, startProgram, type Loose, type Program } from './program';

let program: Program;
afterEach(() => program.stop());

async function accepted(name: string): Promise<string> {
  program = await startProgram();
  const lead = await program.sample('customer-inquiry', { customerProfile: { name } });
  await program.settle();
  await accept(program, cardOf(await program.channel(), name).id);
  await program.settle();
  return lead.id;
}

it('a field that Edit does not have is said to be none, with those that there are; one that it has is filled in', async () => {
  const id = await accepted('Litware Ltd.');
  const answer = await say(program, MEGAN, 'edit litware project code X-7');
  expect(answer).toContain('no field of Litware Ltd. is called "project code X-7"');
  expect(answer).toMatch(
    /Its fields: Deal name, Value, Currency, Close date, Sales stage, CRM id, Campaign id/,
  );
  expect(answer).not.toContain('Partner role');
  expect(await say(program, MEGAN, 'edit litware crm id X-7')).toContain('X-7');
  await say(program, MEGAN, 'save');
  await program.settle();
  expect(await program.partnerCenter(id)).toMatchObject({ externalReferenceId: 'X-7' });
});

it('a close date is said with the command, though a command begins as it is called', async () => {
  await accepted('Litware Ltd.');
  for (const words of ['close date 31 july 2026', 'date 31 july 2026', 'close date: 2026-07-31']) {
    expect(await say(program, MEGAN, `edit litware ${words}`)).toMatch(/Is this right\?[^]*31 Jul 2026/);
    await say(program, MEGAN, 'cancel');
  }
});

it('spam is no race: who reports what is somebody’s already reads whose it is', async () => {
  await accepted('Litware Ltd.');
  const { id: activity } = cardOf(await program.channel(), 'Litware Ltd.');
  const desk = { v: 1, do: 'spam', referral: (await target(activity)).referral };
  const action = { type: 'Action.Submit', data: { desk, msteams: { type: 'task/fetch' } } };
  const answer = JSON.stringify(await program.act({ person: DIEGO, activity, action }));
  expect(answer).not.toContain('Somebody was first');
  expect(answer).toContain('Not possible now');
  expect(answer).toMatch(/Litware Ltd\. is Megan Bowen's since/);
});

/** What the buttons of a card say of it. */
async function target(activity: string): Promise<Loose> {
  const card = (await program.channel()).find(({ id }) => id === activity);
  return card.attachments[0].content.actions.find((one: Loose) => one.data?.desk?.referral).data.desk;
}

it('a deal that many changes stand before is looked for on all their pages, and made', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-'));
  program = await startProgram({}, folder);
  await program.stop();
  await recordsThere(folder, 320, (n) => ({
    ...{ status: 'Closed', substatus: 'Declined', closedDateTime: '2026-03-02T08:00:00Z' },
    updatedDateTime: `2026-03-02T08:00:30.${String(n).padStart(7, '0')}Z`,
  }));
  program = await startProgram({}, folder);
  await made(program);
  await program.settle();
  expect(await inPartnerCenter(program)).toHaveLength(1);
});
