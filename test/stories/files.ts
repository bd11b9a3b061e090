import { textOf, type Loose, type Program } from './program';

/** Somebody sends the bot a file in their own chat; what it answered. */
export async function sendFile(
  program: Program,
  person: string,
  content: string | Buffer,
  name = 'deals.csv',
): Promise<Loose> {
  const base64 = Buffer.from(content).toString('base64');
  const { activities, ...refused } = await program.act({
    person,
    conversation: 'personal',
    file: { name, base64 },
  });
  if (!activities) throw new Error(JSON.stringify(refused));
  return { id: activities.at(-1)?.id, text: activities.map(textOf).join('\n') };
}

/** Presses Import on the preview; what stands there then. */
export const pressImport = async (program: Program, person: string, activity: string): Promise<string> =>
  JSON.stringify(await program.act({ person, activity, button: 'Import' }));

export const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
