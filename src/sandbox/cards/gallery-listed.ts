import type { ReaderOf } from '../../adapters/teams/cards/shown';
import type { Message } from '../../application/ports/messages';
import * as samples from './samples';
import { SAMPLE_STATES } from './sample-states';
import { posted, type Named, type Reword, type Sitting } from './sitting';

type Listed = Extract<Message, { kind: 'listed' }>;
type ReadNow = ReaderOf & { readonly now: number };

/** The lists that come to a channel by themselves. */
export function listed(
  { renderer, reword, text }: Pick<Sitting, 'renderer' | 'reword' | 'text'>,
  reader: ReadNow,
): Named[] {
  const found = { ...newReferrals(reword, reader), imported: { late: 5, account: 'contoso.example' } };
  return [
    ['new referrals at once', posted(renderer, newReferrals(reword, reader))],
    ['new referrals: first import', posted(renderer, found)],
    ['new referrals: that may need nothing', posted(renderer, quiet(reword, text, reader))],
  ];
}

/** What came to a channel at once, and what has become of some of it. */
function newReferrals(reword: Reword, reader: ReadNow): Listed {
  const states = [...SAMPLE_STATES.slice(0, 6), ...SAMPLE_STATES.filter(([name]) => ENDED.has(name))];
  const rows = states.map(([, view]) => reword(view));
  return { kind: 'listed', rows, total: 32, answers: rows[0]?.responders ?? [], reader };
}

const ENDED: ReadonlySet<string> = new Set(['received: co-sell', 'accepted', 'declined', 'expired']);

/** A morning's list: what may be spam, what was installed, what has become of one. */
function quiet(reword: Reword, text: string, reader: ReadNow): Listed {
  const suspected = samples.receivedView({ quiet: 'suspected' });
  const installed = samples.receivedView({ quiet: 'installed', current: { request: text } });
  const declined = SAMPLE_STATES.filter(([name]) => name === 'declined').map(([, view]) => view);
  const rows = [suspected, installed, ...declined].map(reword);
  return { kind: 'listed', rows, total: 17, quiet: true, answers: [], reader };
}
