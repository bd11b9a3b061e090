import { OFFERED } from '../../src/adapters/teams/operations/looks';
import type { ReferralOperation } from '../../src/domain/operations/operation';
import { BOT, TENANT } from '../../src/sandbox/teams/world';
import { fakeTeams, type FakeTeams } from '../adapters/teams/out/fake-teams';
import { MANAGER } from './doing';
import { startProgram, textOf, type Loose, type Program } from './program';

type Stage = 'received' | 'accepted' | 'archived';

interface Sample {
  readonly kind: string;
  readonly stage: Stage;
  /** `substatus` of the closed. */
  readonly end: string;
}

const LEADS = [
  ...['customer-inquiry', 'marketplace-lead', 'marketing-qualified', 'sales-qualified', 'joint-planning'],
  ...['co-sell-inbound', 'other'],
];
const OWN = ['co-sell-outbound', 'partner-led', 'private'];
const ENDS = ['Declined', 'Expired', 'Lost', 'Won'];

/** Words find the same rows as buttons do: they are tried with some kinds. */
const IN_WORDS = ['customer-inquiry', 'joint-planning', 'partner-led', 'other'];

/** One referral of each kind in each stage that it may have, the ends in turn. */
const SAMPLES: readonly Sample[] = [
  ...LEADS.map((kind) => ({ kind, stage: 'received' as const, end: '' })),
  ...[...LEADS, ...OWN].map((kind) => ({ kind, stage: 'accepted' as const, end: '' })),
  ...LEADS.map((kind, at) => ({ kind, stage: 'archived' as const, end: ENDS[at % 4] ?? '' })),
  ...OWN.map((kind, at) => ({ kind, stage: 'archived' as const, end: ENDS[2 + (at % 2)] ?? '' })),
];

const RECORD: Readonly<Record<Stage, (end: string) => Loose>> = {
  received: () => ({}),
  accepted: () => ({
    status: 'Active',
    substatus: 'Accepted',
    details: { closingDateTime: '2026-09-30T00:00:00Z' },
  }),
  archived: (end) => ({
    ...{ status: 'Closed', substatus: end, closedDateTime: '2026-03-02T08:30:00Z' },
    ...(end === 'Lost' || end === 'Declined' ? { statusReason: '5' } : {}),
  }),
};

const ENDED: Readonly<Record<string, RegExp>> = {
  Won: /was won on 2 Mar 2026, 09:30\. Nothing can be changed any more/,
  Lost: /was lost on 2 Mar 2026, 09:30 \(Not a customer\)\. Nothing can be changed any more/,
  Declined: /was declined on 2 Mar 2026, 09:30 \(Not a customer\)\. Nothing can be changed any more/,
  Expired: /expired on 2 Mar 2026, 09:30: nobody answered before\. Nothing can be changed any more/,
};
const ended = ({ end }: Sample): RegExp => ENDED[end] ?? /never/;

const NOT_ITS_KIND = /can only be answered in Partner Center itself|not possible for .*: its kind is/;

/** Deals of one's own have him on them, and so he holds them. */
const DIEGOS = /Diego Siciliani was first and holds|is Diego Siciliani's/;

/** By the table: undefined where it is allowed, as far as stage and kind go. */
function refusal({ where, kinds }: ReferralOperation, sample: Sample): RegExp | undefined {
  const { kind, stage } = sample;
  if (stage === 'archived' && !where.archived) return ended(sample);
  const isForIt = kinds === 'every' || (kinds ? kinds.some((one) => one === kind) : kind !== 'other');
  if (!isForIt) return NOT_ITS_KIND;
  if (where[stage]) return undefined;
  if (stage === 'accepted' && where.received)
    return OWN.includes(kind) ? DIEGOS : /has already been accepted in Partner Center/;
  return stage === 'received' && where.accepted ? /nobody has accepted .* yet/ : /is not closed yet/;
}

const nothingWaits = (sample: Sample): RegExp =>
  sample.stage === 'archived' ? ended(sample) : /There is nothing left to do/;
const isCoSell = ({ kind }: Sample): boolean => kind.startsWith('co-sell');

/** What the table allows on a condition, which these do not meet; undefined: this one does. */
const CONDITIONS: Readonly<Record<string, (sample: Sample) => RegExp | undefined>> = {
  undo: nothingWaits,
  'try-again': nothingWaits,
  'send-again': () => /There is nothing to send again/,
  'take-over': ({ kind }) => (OWN.includes(kind) ? DIEGOS : undefined),
  'add-contact': (sample) => (isCoSell(sample) ? /has the contacts of .* already/ : undefined),
  'change-person': ({ kind }) =>
    kind === 'co-sell-inbound' ? /nobody and nothing to choose from/ : undefined,
  evaluate: () => /is not qualified yet/,
  'mark-won': ({ kind }) =>
    kind === 'co-sell-inbound'
      ? /Missing: a colleague/
      : kind === 'joint-planning'
        ? /Missing: Qualify and Evaluate/
        : undefined,
  postpone: () => /meant to close .*, which is not past/,
  'invite-again': () => /has not said no/,
  'go-on-alone': () => /has not said no/,
  'register-deal': (sample) => {
    if (sample.end !== 'Won') return ended(sample);
    return OWN.includes(sample.kind) || isCoSell(sample) ? /Missing: / : /Only co-sell and partner-led deals/;
  },
  'keep-mine': () => /Nothing is left to choose between/,
  'take-theirs': () => /Nothing is left to choose between/,
};

const LOOKS = OFFERED.looks.flatMap(({ operation, command }) =>
  operation.on === 'referral' ? [{ operation, typed: command && (command.name ?? operation.name) }] : [],
);

let program: Program;
/** Typed words go from and to a Teams without limits: thousands of answers in one chat are not what is looked at here. */
let teams: FakeTeams;
let said: Loose[] = [];
const referrals = new Map<Sample, { readonly id: string; readonly customer: string }>();
let manager: Loose;
let message: string;

beforeAll(async () => {
  program = await startProgram();
  teams = await fakeTeams((call) => {
    said.push(call.body);
    return { status: 201, body: { id: String(Date.now()) } };
  });
  for (const sample of SAMPLES) {
    const { id, customerProfile } = await program.sample(sample.kind, RECORD[sample.stage](sample.end));
    referrals.set(sample, { id, customer: customerProfile.name });
  }
  await program.settle();
  manager = (await program.get('/sandbox/people')).find((one: Loose) => one.name === MANAGER);
  const { activities } = await program.act({ person: MANAGER, conversation: 'personal', text: 'inbox' });
  message = activities[0].id;
});
afterAll(async () => {
  await program.stop();
  await teams.stop();
});

/** A button of this name, pressed on any message: what the dialog says. */
async function press(operation: string, id: string): Promise<string> {
  const desk = { v: 1, do: operation, referral: `sandbox/${id}` };
  const action = { type: 'Action.Submit', data: { desk, msteams: { type: 'task/fetch' } } };
  const { dialog, card } = await program.act({ person: MANAGER, activity: message, action });
  await program.act({ person: MANAGER, dialog: 'close' });
  return textOf({ attachments: [{ content: dialog?.card ?? card }] });
}

async function type(text: string): Promise<string> {
  said = [];
  await program.post('/api/messages', {
    ...{ type: 'message', id: `typed-${text}`, text, channelId: 'msteams', serviceUrl: teams.url },
    from: { id: manager.id, name: MANAGER, aadObjectId: manager.aadObjectId },
    recipient: BOT,
    conversation: { id: 'a:typed', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  });
  return said.map(textOf).join('\n');
}

/** All that anybody reads of it here, and all that Partner Center has. */
const standing = async (id: string): Promise<Loose> => ({
  here: await press('details', id),
  there: await program.partnerCenter(id),
});

it.each(SAMPLES)(
  '$kind, $stage $end: what the table does not allow is refused with the reason, by card and typed, and changes nothing',
  async (sample) => {
    const { id, customer } = referrals.get(sample) ?? { id: '', customer: '' };
    const before = await standing(id);
    const wrong: string[] = [];
    for (const { operation, typed } of LOOKS) {
      const says = refusal(operation, sample) ?? CONDITIONS[operation.name]?.(sample);
      if (!says) continue;
      const answers = [await press(operation.name, id)];
      if (typed !== undefined && IN_WORDS.includes(sample.kind)) answers.push(await type(`${typed} ${id}`));
      const offers = says === ENDED[sample.end] && sample.kind !== 'other' ? 'New deal like this' : '';
      for (const answer of answers)
        if (!says.test(answer) || !answer.includes(customer) || !answer.includes(offers))
          wrong.push(`${operation.name}: ${answer}`);
    }
    expect(wrong).toEqual([]);
    expect(await standing(id)).toEqual(before);
  },
);
