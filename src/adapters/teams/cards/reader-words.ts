import type { ReferralView } from '../../../application/ports/messages';
import { readersOf } from '../../../domain/record/readers';
import { inline } from './plain-text';
import type { Reader } from './reader';

/** Who will read what is written into this record; '' where it stays here. */
export function readerWords(
  reader: Reader,
  view: Pick<ReferralView, 'current' | 'connected'> | undefined,
): string {
  if (!view?.connected) return '';
  const readers = readersOf(view.current);
  return readers.kind === 'partner'
    ? reader.say('readers.partner', { partner: inline(readers.name, 80) })
    : reader.say(`readers.${readers.kind}`);
}
