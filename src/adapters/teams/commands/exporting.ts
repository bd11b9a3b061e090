import { writeCsv } from '../../../platform/csv';
import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';
import type { FileOffer } from '../answers/file-offer';
import type { Refusal } from '../../../application/people/refusal';

/** A file of what this person may see, as it is now. */
export interface Exporting {
  readonly bytes: Buffer;
  readonly count: number;
  readonly more: boolean;
}

export async function exporting({ turn, useCases }: Asking): Promise<Exporting | Refusal> {
  const exported = await useCases.bulk.export(turn.person);
  if (exported.kind !== 'exported') return exported;
  const { rows, count, more } = exported;
  return { bytes: writeCsv(rows), count, more };
}

/** `export`: the file is offered; it is made anew when they take it. */
export async function exportFile(asking: Asking): Promise<Answer> {
  const made = await exporting(asking);
  if ('kind' in made) return made;
  const { bytes, count, more } = made;
  if (count === 0) return said('bulk.nothing-to-export');
  const offer: FileOffer = { kind: 'file-offer', size: bytes.length, count, more };
  return offer;
}
