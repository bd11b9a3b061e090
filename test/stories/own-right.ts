import { DEAL, MANAGER, MEGAN, say } from './doing';
import { cardOf, type Loose, type Program } from './program';

/** The sandbox's Partner Center: what somebody's own sign-in may do there, and whether it still holds. */
export const role = (program: Program, person: string, standing: Loose): Promise<unknown> =>
  program.post('/sandbox/partner-center/roles', { person, ...standing });

/** What is saved into the channel's form of rules; answers with the card that says so. */
export async function writesAs(program: Program, value: string): Promise<Loose> {
  const { activities } = await program.act({ person: MANAGER, conversation: 'Referrals', text: 'bind' });
  const inputs = { writesAs: value };
  return program.act({
    person: MANAGER,
    activity: activities[0].id,
    button: 'Save',
    inputs,
    unchecked: true,
  });
}

export const linkIn = (said: string): string => /http:\/\/[\d.:]+\/connect\/[\w.-]+/.exec(said)?.[0] ?? '';
export const linkOf = async (program: Program, person: string): Promise<string> =>
  linkIn(JSON.stringify(await program.act({ person, conversation: 'personal', text: 'sign in' })));

/** Opens a link and says on the sandbox's sign-in page that they are `who`. */
export async function comeBackAs(
  program: Program,
  who: string,
  url: string,
): Promise<{ status: number; text: string; back: string }> {
  const page = await (await fetch(url)).text();
  const href = new RegExp(`<a href="([^"]+)">${who}<`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const back = new URL(href, program.url).href;
  const end = await fetch(back);
  return { status: end.status, text: await end.text(), back };
}

export const signIn = async (program: Program, person: string): Promise<unknown> =>
  comeBackAs(program, person, await linkOf(program, person));
export const signOut = (program: Program, person: string): Promise<string> =>
  say(program, person, 'sign out');

/** Opens Accept on this customer's card; what happens `meanwhile` does so before it is sent. */
export async function accepts(
  program: Program,
  customer: string,
  meanwhile: () => unknown = () => undefined,
): Promise<void> {
  const { id: activity } = cardOf(await program.channel(), customer);
  await program.act({ person: MEGAN, activity, button: 'Accept' });
  await meanwhile();
  await program.act({ person: MEGAN, activity, button: 'Accept', inputs: DEAL });
  await program.settle();
}
