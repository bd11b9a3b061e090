import { accept } from './doing';
import { cardOf, textOf, type Loose, type Program } from './program';

export const route = (id: string): string => `/sandbox/partner-center/v1.0/engagements/referrals/${id}`;

/** An accepted lead, worth 40,000 EUR. */
export async function accepted(
  program: Program,
  name: string,
): Promise<{ readonly id: string; readonly activity: string }> {
  const { id } = await program.sample('customer-inquiry', { customerProfile: { name } });
  await program.settle();
  const activity = cardOf(await program.channel(), name).id;
  await accept(program, activity);
  await program.settle();
  return { id, activity };
}

/** Somebody changes it in Partner Center, and the desk reads it. */
export async function changedThere(program: Program, id: string, values: Loose): Promise<void> {
  const operations = Object.entries(values).map(([path, value]) => ({ op: 'replace', path, value }));
  await program.patch(route(id), operations);
  await program.advance('PT5M');
}

/** What stands beside the fields of the dialog that was answered with. */
export const marksIn = (answer: Loose): string =>
  textOf({ attachments: [{ content: answer.dialog?.card ?? {} }] })
    .split('\n')
    .filter((line) => line.startsWith('⚠'))
    .join('\n');
