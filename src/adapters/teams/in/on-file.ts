import { said, type Answer } from '../answers/answer';
import { MOST_BYTES, previewFile } from '../commands/importing';
import type { AttachedFile } from './attached-file';
import type { Working } from './working';

/** A file in a personal chat is Partner Center's bulk CSV: its rows are checked and shown before they are taken in. */
export async function onFile(
  { asking, parts }: Working,
  [file, ...more]: readonly [AttachedFile, ...AttachedFile[]],
): Promise<Answer> {
  // Nothing is fetched and read for who may not take it in.
  const refusal = await asking.useCases.bulk.mayImport(asking.turn.person);
  if (refusal) return refusal;
  if (more.length > 0) return said('bulk.file.several');
  const found = await parts.files.download(file.url, MOST_BYTES);
  if ('bytes' in found) return previewFile(asking, file.name, found.bytes);
  parts.log.warn({ problem: found.why }, 'a file was not fetched');
  return said(`bulk.file.${found.why}`);
}
