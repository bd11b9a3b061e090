import type { ClockView, ReferralView } from '../../../application/ports/messages';
import type { ClockName } from '../../../domain/referral/clock-name';
import type { Model } from './templates';
import { moment } from './moments';
import type { Reader } from './reader';

const clock = (view: ReferralView, name: ClockName): ClockView | undefined =>
  view.clocks.find((one) => one.clock === name);

const deadline = (text: string, color: string): Model => ({ text, color });

function respond(reader: Reader, view: ReferralView): Model[] {
  const one = clock(view, 'respond');
  if (!one || one.state === 'passed') return [];
  const when = { moment: moment(reader, one.deadline) };
  if (one.state === 'soon') return [deadline(reader.say('clocks.answer-soon', when), 'Warning')];
  return [deadline(reader.say('clocks.answer-by', when), 'Default')];
}

function expiry(reader: Reader, view: ReferralView): Model[] {
  const one = clock(view, 'expiry');
  if (!one || one.state === 'passed') return [];
  const when = { moment: moment(reader, one.deadline) };
  if (one.state === 'soon') return [deadline(reader.say('clocks.expiry-soon', when), 'Warning')];
  return [deadline(reader.say('clocks.expires', when), 'Default')];
}

/** Deadlines as moments, never as time left: the card stands for days. */
export const deadlines = (reader: Reader, view: ReferralView): Model[] => [
  ...respond(reader, view),
  ...expiry(reader, view),
];

/** What is overdue, in the colour of what cannot wait: past its date, else past the time to answer. */
function overdue(reader: Reader, view: ReferralView): Model[] {
  const passed = (name: ClockName) => view.clocks.find((one) => one.clock === name && one.state === 'passed');
  const [expired, answer] = [passed('expiry'), passed('respond')];
  if (expired) {
    const key = view.connected ? 'clocks.expiry-asking' : 'clocks.expiry-passed';
    return [{ text: reader.say(key, { moment: moment(reader, expired.deadline) }), style: 'attention' }];
  }
  return answer
    ? [
        {
          text: reader.say('clocks.answer-passed', { moment: moment(reader, answer.deadline) }),
          style: 'attention',
        },
      ]
    : [];
}

/** What stands first on a card: what is overdue, then what the customer asks for. */
export const banners = (reader: Reader, view: ReferralView): Model[] => [
  ...overdue(reader, view),
  ...flame(reader, view),
];

/** The customer asked to be contacted, and nobody has reached them: as long as that clock runs. */
function flame(reader: Reader, view: ReferralView): Model[] {
  const one = clock(view, 'contact');
  if (!one) return [];
  const when = { moment: moment(reader, one.deadline) };
  if (one.state === 'passed')
    return [{ text: reader.say('clocks.contact-passed', when), style: 'attention' }];
  const until = reader.say('clocks.contact-by', when);
  return [{ text: `${reader.say('clocks.contact-flame')} ${until}`, style: 'warning' }];
}

/** The deadline that comes first, in words, for the notification line. */
export const firstDeadline = (reader: Reader, view: ReferralView): string => {
  const open = view.clocks.filter((one) => one.state !== 'passed').sort((a, b) => a.deadline - b.deadline);
  const one = open.find((candidate) => candidate.clock === 'respond') ?? open[0];
  if (!one) return '';
  const keys = {
    respond: 'clocks.answer-by',
    contact: 'lists.contact-by',
    expiry: 'clocks.expires',
  } as const;
  return reader.say(keys[one.clock], { moment: moment(reader, one.deadline) });
};
