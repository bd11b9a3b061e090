import type { ReferralView } from '../../../application/ports/messages';
import type { PointStanding } from '../../../domain/referral/registrable';
import type { Fact } from './facts';
import { money } from './figures';
import { duration, moment } from './moments';
import { splitWords } from './names';
import { inline, line } from './plain-text';
import type { Reader } from './reader';
import type { Model } from './templates';

/** How far the registration of a won deal is, with Microsoft's explanation; unknown words as they came. */
export function registrationFact(reader: Reader, { current: { registration } }: ReferralView): Fact {
  if (!registration) return { key: 'registration', value: '' };
  const { status, reason } = registration;
  const words = reader.lookup('registrations', status) ?? splitWords(status);
  return { key: 'registration', value: line([words, reason].filter(Boolean).join(': '), 400) };
}

/** What Microsoft says to the deal, and who of Microsoft takes part. */
export function microsoftFact(reader: Reader, { microsoft }: ReferralView): Fact {
  return { key: 'microsoft', value: microsoft ? line(microsoftWords(reader, microsoft), 400) : '' };
}

function microsoftWords(reader: Reader, answer: NonNullable<ReferralView['microsoft']>): string {
  switch (answer.kind) {
    case 'waiting':
      return answer.until === undefined
        ? reader.say('microsoft.waiting')
        : reader.say('microsoft.waiting-until', { moment: moment(reader, answer.until) });
    case 'accepted':
      return answer.seller
        ? [answer.seller.name, answer.seller.email].filter(Boolean).join(', ')
        : reader.say('microsoft.accepted');
    default: {
      const why = answer.reason === undefined ? '' : `: ${inline(answer.reason, 200)}`;
      const what = `${reader.say(`microsoft.${answer.kind}`)}${why}`;
      return answer.goneOn ? reader.say('microsoft.gone-on', { what }) : what;
    }
  }
}

function pointWords(reader: Reader, { point, state, needs, at }: PointStanding): string {
  const what = reader.say(`registering.points.${point}`, {
    least: money(reader, String(needs ?? 0), 'USD'),
    after: duration(reader, needs ?? 0),
  });
  return at === undefined
    ? reader.say(`registering.${state}`, { what })
    : reader.say('registering.later', { what, moment: moment(reader, at) });
}

/** The same before the deal is won, while what is missing can still be mended. */
export const registrableIfWon = (reader: Reader, view: ReferralView): Model[] =>
  registrable(reader, {
    ...view,
    registrable: view.registrable?.filter(({ point }) => point !== 'won') ?? [],
  });

/** What a registration needs, each point with whether it is met: as long as it is not made. */
export function registrable(reader: Reader, { registrable: points = [], current }: ReferralView): Model[] {
  const isOver = current.registration || (current.stage === 'archived' && current.archivedAs !== 'won');
  if (points.length === 0 || isOver) return [];
  const lines = [...points.map((point) => pointWords(reader, point)), reader.say('registering.self')];
  return [{ label: reader.say('facts.registrable'), paragraphs: lines.map((text) => ({ text })) }];
}
