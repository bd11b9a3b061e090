import { DIEGO, LIDIA, MEGAN, say } from './doing';
import { cardOf, startProgram, type Program } from './program';

let program: Program;
const hears = (text: string): Promise<string> => say(program, MEGAN, text);

async function comes(kind: string, name: string): Promise<void> {
  await program.sample(kind, { customerProfile: { name, team: [] } });
  await program.settle();
}

beforeEach(async () => {
  program = await startProgram();
  await hears('hello');
  await say(program, DIEGO, 'hello');
  await comes('sales-qualified', 'Relecloud');
  await comes('co-sell-inbound', 'Proseware');
});
afterEach(() => program.stop());

describe('favourites', () => {
  it('are set and taken off in words; lists have a heart beside them, of this person alone', async () => {
    expect(await hears('favourites')).toMatch(/You have no favourite yet/);
    expect(await hears('favourite relecloud')).toMatch(/^♥ Relecloud is a favourite of yours/m);
    expect(await hears('favorites')).toMatch(/1 referral\b[^]*♥ Relecloud/);
    expect(await hears('leads')).toMatch(/♥ Relecloud/);
    expect(await hears('leads favourites')).toMatch(/♥ Relecloud/);
    expect(await hears('co-sell favourites')).toMatch(/No open co-sell opportunity is a favourite/);
    expect(await say(program, DIEGO, 'leads')).not.toContain('♥');
    expect(await say(program, DIEGO, 'favourites')).toMatch(/You have no favourite yet/);
    expect(await hears('favourite relecloud')).toMatch(/no favourite of yours any more/);
    expect(await hears('favourites')).toMatch(/You have no favourite yet/);
  });

  it('are set and taken off by buttons', async () => {
    const activity = cardOf(await program.channel(), 'Relecloud').id;
    const press = async (button: string): Promise<string> => {
      await program.act({ person: MEGAN, activity, button: 'Details' });
      return JSON.stringify(await program.act({ person: MEGAN, activity, button }));
    };
    expect(await press('Favourite')).toMatch(/Relecloud is a favourite of yours/);
    expect(await hears('favourites')).toMatch(/♥ Relecloud/);
    expect(await press('Not a favourite')).toMatch(/no favourite of yours/);
    expect(await hears('favourites')).toMatch(/You have no favourite yet/);
  });

  it('stay when they have ended, behind what is open', async () => {
    await hears('favourite relecloud');
    await hears('favourite proseware');
    const activity = cardOf(await program.channel(), 'Relecloud').id;
    const inputs = { reason: '5' };
    await program.act({ person: DIEGO, activity, button: 'Decline' });
    await program.act({ person: DIEGO, activity, button: 'Decline and tell the customer', inputs });
    await program.settle();
    expect(await hears('favourites')).toMatch(/♥ Proseware[^]*♥ Relecloud/);
    expect(await hears('favourite relecloud')).toMatch(/no favourite of yours any more/);
    expect(await hears('favourites')).not.toContain('Relecloud');
  });

  it('are nobody else’s: what is said in the channel has no heart, and the list goes to the personal chat', async () => {
    await hears('favourite relecloud');
    expect(await say(program, MEGAN, 'leads', 'Referrals')).not.toContain('♥');
    await say(program, MEGAN, 'favourites', 'Referrals');
    expect(JSON.stringify(await program.channel())).not.toMatch(/♥|Your favourites/);
    expect(JSON.stringify((await program.chat(MEGAN)).at(-1))).toContain('♥ Relecloud');
  });

  it('cannot be what one may not see, or what is not there', async () => {
    expect(await say(program, LIDIA, 'favourite relecloud')).not.toMatch(/favourite of yours/);
    expect(await say(program, LIDIA, 'favourites')).not.toContain('Relecloud');
    expect(await hears('favourite zebra')).toMatch(/Nothing matches "zebra"/);
    expect(await hears('favourite')).toMatch(/Which one\? Write "favourite" and some words/);
  });
});
