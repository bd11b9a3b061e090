import { z } from 'zod/v4';
import { said, type Answer } from '../answers/answer';
import { messageOf } from '../answers/message';
import { fileInfo } from '../cards/file-card';
import { exporting } from '../commands/exporting';
import type { Went, Working } from './working';

/** What the client sends once a person has said whether they take the file. */
export const FILE_CONSENT = 'fileConsent/invoke';

const short = z.string().min(1).max(400);
const address = z.string().min(1).max(8_192);

const Consent = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('accept'),
    uploadInfo: z.object({
      name: short,
      uploadUrl: address,
      contentUrl: address,
      uniqueId: short,
      fileType: short,
    }),
  }),
  z.object({ action: z.literal('decline') }),
]);

/** Puts the file, as it is now, to where Teams says; nothing else in what came is trusted. */
export async function onFileConsent(work: Working): Promise<Went> {
  const { exchange, parts, reader } = work;
  const consent = Consent.safeParse(exchange.activity.value).data;
  const result = await answered(work, consent);
  // The question has its answer: what comes of it is a message of its own.
  if (result.ends) await exchange.removePressed();
  await exchange.send(
    'file' in result ? fileInfo(result.file) : messageOf(parts.renderer, result.answer, { reader }),
  );
  await exchange.respond({ status: 200 });
  return { name: 'file-consent', result: result.name };
}

type Answered = { readonly name: string; readonly ends: boolean } & (
  | { readonly file: Parameters<typeof fileInfo>[0] }
  | { readonly answer: Exclude<Answer, { kind: 'typed' }> }
);

async function answered(
  { asking, parts }: Working,
  consent: z.output<typeof Consent> | undefined,
): Promise<Answered> {
  if (!consent) return { name: 'malformed', ends: false, answer: said('bulk.export-again') };
  if (consent.action === 'decline')
    return { name: 'declined', ends: true, answer: said('bulk.export-declined') };
  const made = await exporting(asking);
  if ('kind' in made) return { name: made.kind, ends: true, answer: made };
  const { uploadInfo: file } = consent;
  const problem = await parts.files.upload(file.uploadUrl, made.bytes);
  if (problem === undefined) return { name: 'uploaded', ends: true, file };
  parts.log.warn({ problem }, 'a file was not taken');
  return { name: problem, ends: false, answer: said('bulk.export-again') };
}
