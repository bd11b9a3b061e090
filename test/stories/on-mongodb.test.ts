import { describeWithMongod, startSingle } from '../adapters/mongo/servers';
import { cardOf, startProgram, textOf, type Program } from './program';

describeWithMongod('the whole way on MongoDB', () => {
  let server: Awaited<ReturnType<typeof startSingle>>;
  let program: Program;

  beforeAll(async () => {
    server = await startSingle();
    program = await startProgram({ DATABASE_URL: server.getUri('story') });
  });
  afterAll(async () => {
    await program.stop();
    await server.stop();
  });

  it('a referral is accepted, confirmed, listed, and all is still there after a restart', async () => {
    const referral = await program.sample('customer-inquiry');
    await program.settle();
    const { id } = cardOf(await program.channel(), referral.customerProfile.name);
    await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept' });
    const inputs = { name: 'On MongoDB', dealValue: '1,000', closeDate: '2026-04-30' };
    await program.act({ person: 'Megan Bowen', activity: id, button: 'Accept', inputs });
    await program.settle();
    expect(await program.partnerCenter(referral.id)).toMatchObject({ name: 'On MongoDB', status: 'Active' });
    const before = await program.get('/sandbox/clock');
    program = await program.restart();
    expect(Date.parse((await program.get('/sandbox/clock')).now)).toBeGreaterThanOrEqual(
      Date.parse(before.now),
    );
    expect(textOf(cardOf(await program.channel(), 'On MongoDB'))).toContain('✓ Accepted');
    const { activities } = await program.act({
      person: 'Megan Bowen',
      conversation: 'personal',
      text: 'my active deals',
    });
    expect(activities.map(textOf).join('\n')).toContain('On MongoDB');
  });
});
