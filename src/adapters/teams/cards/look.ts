import type { ReferralView } from '../../../application/ports/messages';
import type { Notice } from '../../../domain/notices';
import type { QuietWhy } from '../../../domain/record/quiet';
import type { ClockName } from '../../../domain/referral/clock-name';
import type { Operation } from '../../../domain/operations/operation';
import type { StringKey } from './string-key';
import type { Stage } from '../../../domain/referral/referral';

/** A place where a command is said. */
export type Scope = 'channel' | 'personal';

/** The typed command of an operation. */
export interface TypedCommand {
  /** What is typed; without: the operation's name. */
  readonly name?: string;
  readonly also: readonly string[];
  readonly inManifest: readonly Scope[];
  readonly inHelp: readonly Scope[];
}

/**
 * Where a button stands on a referral's card: in sight, or under "…" (Adaptive Cards, `mode` of an action). Of one place the
 * lower number comes first.
 */
export interface Stand {
  readonly mode: 'primary' | 'secondary';
  readonly order: number;
}

export const primary = (order: number): Stand => ({ mode: 'primary', order });
export const secondary = (order: number): Stand => ({ mode: 'secondary', order });

/** How an operation looks in Teams: the second table, beside the one of what it does. */
export interface Look {
  readonly operation: Operation;
  /** The stages in which its button stands on the card, and where. */
  readonly card?: Readonly<Partial<Record<Stage, Stand>>>;
  /** Under "…" while this is so. */
  readonly quiet?: (view: Pick<ReferralView, 'microsoft'>) => boolean;
  /** Its button stands in the row of what is so, in the list of what nobody need act on. */
  readonly row?: QuietWhy;
  /** What this clock waits for: as long as it does, on an accepted deal, the button is the first in sight. */
  readonly next?: ClockName;
  /** Its button stands on the card for as long as that alone. */
  readonly onlyNext?: true;
  /** Messages whose card offers it, before the buttons of the referral's stage. */
  readonly notices?: readonly Notice['kind'][];
  /** Of its button, and of the one that saves its form. */
  readonly style?: 'positive' | 'destructive';
  /** What saving its form is called; without: Save. A key of the strings. */
  readonly save?: StringKey | ((view: ReferralView) => StringKey);
  /** Its form says how the deal stands with what its registration will need. */
  readonly weighs?: 'registration';
  readonly command?: TypedCommand;
  /** Offered as buttons where somebody is asked how it went: the first answer of its form, '' the form itself. */
  readonly answers?: readonly string[];
  /** Said with its command, the first answer of its form is a text of any length: "note tailspin call back on monday". */
  readonly says?: 'text';
  /** It takes back what was done just now: offered with the answer to that. */
  readonly undoes?: true;
  /** What somebody tells of a customer in their own words fills in its form. */
  readonly tells?: true;
  /** Offered with the answer that all is over. */
  readonly afterwards?: true;
  /** A new channel is offered it. */
  readonly greets?: true;
  /** What is shown when it is done, instead of a sentence. */
  readonly ends?: 'contacts';
}

/** The row of that operation; undefined: of another program, or forged. */
export const lookOf = (looks: readonly Look[], name: string): Look | undefined =>
  looks.find(({ operation }) => operation.name === name);

/** An operation with the place of its button in one view. */
export interface Standing {
  readonly look: Look;
  readonly stand: Stand;
}

type Judged = Pick<ReferralView, 'current' | 'offers' | 'clocks' | 'microsoft'>;

/** The operations whose button stands on the card of this view. */
export function standingOn(looks: readonly Look[], view: Judged): readonly Standing[] {
  const all = looks.flatMap((look) => {
    const stand = look.card?.[view.current.stage];
    if (!stand || !view.offers.includes(look.operation.name)) return [];
    if (look.quiet?.(view)) return [{ look, stand: secondary(stand.order) }];
    if (isNext(look, view)) return [{ look, stand: primary(stand.order - FIRST) }];
    return look.onlyNext ? [] : [{ look, stand }];
  });
  const stands = ({ name }: Operation): boolean => all.some(({ look }) => look.operation.name === name);
  // What only leads to others makes way for them.
  return all.filter(
    ({ look: { operation } }) => operation.on !== 'referral' || !operation.leads?.every((one) => stands(one)),
  );
}

/** Before all others of its card. */
const FIRST = 1_000;

const isNext = ({ next }: Look, { current: { stage }, clocks }: Judged): boolean =>
  stage === 'accepted' &&
  clocks.some(({ clock, state }) => clock === next && (clock !== 'close' || state === 'passed'));
