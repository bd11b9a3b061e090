import { DEAL_FIELDS } from '../deal/fields';
import { lackingOf } from '../deal/lacking';
import { dealChange, dealForm, dealHolding, dealStart } from '../forms/deal';
import type { Field } from '../forms/form';
import { registrableFrom } from '../referral/registrable';
import { ended } from './end';
import { isInPlanning } from './joint-planning';
import { noteOf } from './note';
import type { Doing, ReferralOperation, Standing } from './operation';

/** What the deal came to, and a note: afterwards only its registration can be added. */
const ASKED = DEAL_FIELDS.filter(({ kind }) => ['money', 'currency', 'notes'].includes(kind));

/** When Partner Center is told: not before it can be registered, or at once. */
const GOES = ['registrable', 'now'] as const;

/** The moment to wait for, where there is something to wait for. */
const waitFor = ({ referral, current, facts }: Standing): number | undefined =>
  registrableFrom(referral, current, facts);

const goesInput = (at: number): Field => ({
  id: 'goes',
  kind: 'choice',
  required: true,
  maxLength: 20,
  more: false,
  choices: GOES.map((value) => ({ value, title: { key: `forms.mark-won.goes.${value}`, at } })),
});

const BY_FORM: readonly string[] = ASKED.map(({ id }) => id);

/**
 * "State changes fail if required deal data is missing" (psc-to-pc page, of co-sell): what cannot be given in the form of a win is
 * said before it, and not by Partner Center afterwards.
 */
function lackingToWin({ referral, current }: Standing): readonly string[] {
  const isShared = current.kind === 'co-sell-inbound' || current.kind === 'co-sell-outbound';
  if (referral.truth !== 'partner-center' || !isShared) return [];
  return lackingOf(current)?.what.filter((what) => !BY_FORM.includes(what)) ?? [];
}

/** A deal that was made. */
export const markWon: ReferralOperation = {
  on: 'referral',
  name: 'mark-won',
  where: { accepted: 'involved' },
  audit: 'marked-won',
  brings: true,
  holds: true,
  waits: waitFor,
  hindered(standing) {
    const lacks = isInPlanning(standing.current) ? ['planning'] : lackingToWin(standing);
    return lacks.length > 0 ? { kind: 'lacking', lacks } : undefined;
  },
  alone: true,
  form(about) {
    const form = dealForm('mark-won', ASKED, about.current, about.facts.desk);
    const at = waitFor(about);
    return at === undefined ? form : { ...form, fields: [...form.fields, goesInput(at)] };
  },
  start: (about) => ({
    ...dealStart(ASKED, about.current, about.facts.desk),
    ...(waitFor(about) === undefined ? {} : { goes: GOES[0] }),
  }),
  stands: ({ current }) => dealHolding(ASKED, current),
  change(doing) {
    const { notes = '', ...deal } = dealChange(ASKED, doing.answers, doing.began);
    const change = { stage: 'archived', archivedAs: 'won', ...deal, ...noteOf(doing, notes) } as const;
    return ended(doing, change, waitedFor(doing));
  },
};

const waitedFor = (doing: Doing): number | undefined =>
  doing.answers['goes'] === GOES[0] ? waitFor(doing) : undefined;
