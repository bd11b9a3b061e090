import type { ChangedBy } from '../forms/form';
import type { PersonRef } from '../person/person-ref';
import type { Referral } from './referral';

/**
 * Who changed a deal since a moment (business time, ms UTC), as far as what happened tells: Partner Center alone, one person alone
 * beside `me`, or it may have been several.
 */
export function changedBy(
  { audit, truth }: Pick<Referral, 'audit' | 'truth'>,
  since: number,
  me: Pick<PersonRef, 'id'>,
): ChangedBy {
  const lines = audit.filter(({ at, what }) => at >= since && what !== 'told');
  const there = lines.some(({ what }) => what === 'observed');
  const people = new Map(
    lines.flatMap(({ by }) => (by && by.id !== me.id ? [[by.id, by.name] as const] : [])),
  );
  const [name, ...others] = people.values();
  if (name === undefined) return there && truth === 'partner-center' ? 'there' : 'somebody';
  return there || others.length > 0 ? 'somebody' : { name };
}
