import { cardsFor, fail, MEGAN, noMoreFaults, repliesTo, say } from './doing';
import { textOf, type Loose } from './program';
import {
  answers,
  card,
  CUSTOMER,
  eachWithProgram,
  invited,
  messages,
  press,
  program,
  theirs,
} from './invitations';

eachWithProgram();

describe("Microsoft's answer", () => {
  it('yes: the seller’s name and e-mail are on the card, and in a message to the owner', async () => {
    const deal = await invited();
    await answers(deal, true);
    expect(await press('Details')).toMatch(/Microsoft accepted/);
    expect(textOf(await card())).toContain('Microsoft: Joni Sherman, joni@microsoft.example');
    expect(await messages()).toContain('Their seller: Joni Sherman joni@microsoft.example');
    expect((await repliesTo(program, (await card()).id)).join('\n')).not.toContain('joni@');
    expect(JSON.stringify(await card())).not.toContain('Invite again');
  });

  it('no: the owner is told why, and invites again; the old no is not taken for the new answer', async () => {
    const deal = await invited();
    await answers(deal, false, 'No Microsoft seller manages this customer directly');
    expect(await messages()).toContain(
      `Microsoft declined to take part in ${CUSTOMER}. The reason: No Microsoft seller manages this customer directly. You can invite them again`,
    );
    await press('Invite again');
    await press('Invite again', { help: 'GeneralOrOther', helpNotes: 'They signed a letter of intent' });
    await program.settle();
    expect((await theirs(deal)).map(({ substatus }) => substatus)).toEqual(['Declined', 'Pending']);
    expect(textOf(await card())).toContain('Microsoft: Has until');
    await answers(deal, true);
    expect(textOf(await card())).toContain('Microsoft: Joni Sherman');
  });

  it('is read by the engagement, where the list of our records does not have Microsoft’s', async () => {
    await fail(program, { on: 'partner-center', answer: 'no-siblings' });
    const deal = await invited();
    await noMoreFaults(program);
    await answers(deal, true);
    await fail(program, { on: 'partner-center', answer: 'no-siblings' });
    await program.advance('PT10M');
    expect(textOf(await card())).toContain('Microsoft: Joni Sherman, joni@microsoft.example');
  });

  it('none in 14 days: the owner is told, and goes on alone; the card stops asking', async () => {
    const deal = await invited();
    await program.advance('P15D');
    expect((await theirs(deal))[0].substatus).toBe('Expired');
    const told = (await cardsFor(program, MEGAN, CUSTOMER)).filter((one) =>
      textOf(one).includes('Microsoft did not answer in time'),
    );
    expect(told).toHaveLength(1);
    expect(textOf(await card())).toContain('Microsoft: Did not answer in time');
    await program.act({ person: MEGAN, activity: told[0]?.id, button: 'Go on without Microsoft' });
    await program.settle();
    expect(textOf(await card())).not.toContain('Microsoft: Did not answer');
    expect(await say(program, MEGAN, 'show adatum')).toContain('we go on without Microsoft');
    expect(await say(program, MEGAN, 'invite again adatum')).toContain('What help would you like');
  });
});

describe('no answer for a week', () => {
  const asked = async (): Promise<Loose[]> =>
    (await cardsFor(program, MEGAN, CUSTOMER)).filter((one) =>
      textOf(one).includes('partner development manager can ask'),
    );

  it('the owner gets one message, with a mail to be copied or sent', async () => {
    await invited();
    await program.advance('P6DT23H');
    expect(await asked()).toEqual([]);
    await program.advance('PT2H');
    const [message, ...more] = await asked();
    expect(more).toEqual([]);
    expect(textOf(message)).toContain('Could you help us to find who looks after this customer');
    const mail = JSON.stringify(message).match(/mailto:[^"]*/)?.[0] ?? '';
    expect(decodeURIComponent(mail)).toContain(
      'Co-sell with Adatum Corporation: no answer from Microsoft yet',
    );
    await program.advance('P3D');
    expect(await asked()).toHaveLength(1);
  });

  it('nobody is reminded of what Microsoft has answered', async () => {
    await answers(await invited(), true);
    await program.advance('P8D');
    expect(await asked()).toEqual([]);
  });
});
