import { StoreBusy } from '../../src/application/ports/faults';
import type { Delivery } from '../../src/application/ports/ports';
import type { Store } from '../../src/application/ports/store';
import { startPolling } from '../../src/application/sync/poll';
import { seen } from '../../src/domain/referral/face';
import { NEW_DOCUMENT } from '../../src/domain/living/document';
import { DAY, HOUR, T0, hotLead, lead } from '../domain/builders';
import { openDesk, PRESS, type Desk0 } from './support';

let desk: Desk0;
afterEach(() => desk.close());

/** Resolves once `met` holds; a dispatcher that works on nothing can only be watched. */
async function until(met: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500 && !met(); turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(met()).toBe(true);
}

async function bound(options: Parameters<typeof openDesk>[0] = {}): Promise<void> {
  desk = await openDesk(options);
  await desk.bind('19:sales', [await desk.person('megan')], [await desk.person('nestor')]);
}

it('an account that is no longer connected sleeps: nobody looks at it again and again', async () => {
  desk = await openDesk({ connected: false });
  await desk.store.insert('account', { ...NEW_DOCUMENT, kind: 'account', id: 'sandbox', wakeAt: T0 });
  await desk.at(T0);
  expect((await desk.store.get('account', 'sandbox'))?.wakeAt).toBeNull();
});

it('a card that cannot be drawn is an effect that fails: it is tried again later, and given up in the end', async () => {
  await bound({ connected: false });
  desk.teams.answers = ({ message }) => (message.kind === 'card' ? 'throws' : undefined);
  await desk.useCases.receive.intake(lead());
  await desk.at(T0);
  expect(desk.teams.sent).toHaveLength(1);
  expect((await desk.referral()).outbox).toMatchObject([{ kind: 'show', tries: 1 }]);
  expect(desk.logged).not.toEqual([]);
});

it('a store that fails for one document is asked again a moment later, and the others go on', async () => {
  const state = { asked: 0, broken: true };
  const failing = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return async (...given: unknown[]) => {
          const answer = await member.apply(target, given);
          if (name === 'get' && state.broken && given[1] === 'acme/r-1' && answer !== undefined) {
            state.asked += 1;
            throw new StoreBusy();
          }
          return answer;
        };
      },
    });
  await bound({ connected: false, store: failing });
  await desk.useCases.receive.intake(lead());
  await desk.useCases.receive.intake(lead({ id: 'r-2' }));
  await desk.at(T0);
  await desk.at(T0);
  const posted = (id: string) =>
    desk.teams.posted('channel').filter(({ message }) => 'view' in message && message.view.referralId === id);
  expect(posted('r-2')).toHaveLength(1);
  expect((await desk.store.get('referral', 'acme/r-2'))?.outbox).toEqual([]);
  expect(state.asked).toBeLessThan(10);

  state.broken = false;
  desk.realTime(2_000);
  await desk.at(T0);
  expect((await desk.referral()).outbox).toEqual([]);
  expect(posted('r-2')).toHaveLength(1);
});

it('a fault in one lane does not let go of the document while another lane still sends', async () => {
  let answer: (value: { kind: 'retry'; problem: string }) => void = () => undefined;
  let read: () => void = () => undefined;
  const state = { fail: false };
  const failing = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return async (...given: unknown[]) => {
          if (name === 'save' && given[0] === 'referral' && state.fail) {
            state.fail = false;
            throw new StoreBusy();
          }
          return member.apply(target, given);
        };
      },
    });
  await bound({ store: failing });
  desk.partnerCenter.has(lead());
  await desk.useCases.receive.intake(lead());
  desk.teams.answers = () => new Promise((resolve) => (answer = resolve));
  desk.partnerCenter.before = () => new Promise((resolve) => (read = resolve));
  desk.dispatcher.kick();
  await until(() => desk.teams.sent.length === 1 && desk.partnerCenter.calls.length === 1);
  state.fail = true;
  read();
  await until(() => !state.fail);
  for (let turn = 0; turn < 50; turn += 1) {
    desk.dispatcher.kick();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(desk.teams.sent).toHaveLength(1);
  desk.partnerCenter.before = () => Promise.resolve();
  desk.teams.answers = () => undefined;
  answer({ kind: 'retry', problem: 'late' });
  await desk.at(T0);
  desk.realTime(2_000);
  await desk.at(T0 + HOUR);
  expect(desk.teams.posted('channel')).toHaveLength(2);
});

it('one lane that hangs holds up no other: Partner Center is written to while Teams does not answer', async () => {
  await bound();
  const by = await desk.person('megan');
  desk.partnerCenter.has(lead());
  await startPolling(desk.world);
  await desk.at(T0);
  let answer: (value: { kind: 'retry'; problem: string }) => void = () => undefined;
  desk.teams.answers = ({ address }) =>
    address.to === 'channel' ? new Promise((resolve) => (answer = resolve)) : undefined;
  const form = await desk.useCases.operate.begin('accept', 'acme/r-1', by, PRESS);
  if (form.kind !== 'form') throw new Error(form.kind);
  await desk.useCases.operate.answer(form.draft, by, {
    kind: 'sheet',
    answers: { ...form.values, dealValue: '40000' },
  });
  await until(() => desk.partnerCenter.calls.includes('patch r-1'));
  desk.teams.answers = () => undefined;
  answer({ kind: 'retry', problem: 'hung' });
  await desk.at(T0);
  await desk.at(T0 + 10_000);
  expect((await desk.referral()).intents).toEqual([]);
  expect(seen(await desk.referral()).stage).toBe('accepted');
});

it('once told to stop, it begins no further effect', async () => {
  await bound({ connected: false });
  const customerProfile = { name: 'Tailspin Toys', team: [{ firstName: 'Kim' }] };
  await desk.useCases.receive.intake(hotLead({ customerProfile }));
  let answer: (value: undefined) => void = () => undefined;
  desk.teams.answers = () => new Promise((resolve) => (answer = resolve as never)) as never;
  desk.dispatcher.kick();
  await until(() => desk.teams.sent.length === 1);
  const by = await desk.person('megan');
  await desk.useCases.operate.begin('contact', 'acme/r-1', by, { id: 'press' });
  const stopped = desk.dispatcher.stop();
  answer({ kind: 'delivered', activity: 'a', conversation: 'c', shown: 'f' } as never);
  await stopped;
  expect(desk.teams.sent).toHaveLength(1);
  expect((await desk.referral()).outbox.some((effect) => effect.kind === 'say')).toBe(true);
});

it('after an outage of two weeks the thread and the manager hear one message each', async () => {
  await bound({ connected: false });
  await desk.useCases.receive.intake(hotLead());
  await desk.at(T0);
  await desk.at(T0 + 13 * DAY + HOUR);
  expect(desk.teams.notices().sort()).toEqual(['escalation', 'reminder']);
});

it('a reminder that was owed before somebody accepted mentions who owns it now', async () => {
  await bound({ connected: false });
  const diego = await desk.person('diego');
  await desk.useCases.receive.intake(hotLead());
  await desk.at(T0);
  desk.teams.answers = ({ message }) =>
    message.kind === 'notice' ? { kind: 'retry', afterMs: HOUR, problem: '429' } : undefined;
  await desk.at(T0 + HOUR);
  const form = await desk.useCases.operate.begin('accept', 'acme/r-1', diego, PRESS);
  if (form.kind !== 'form') throw new Error(form.kind);
  await desk.useCases.operate.answer(form.draft, diego, {
    kind: 'sheet',
    answers: { ...form.values, dealValue: '40000' },
  });
  desk.teams.answers = () => undefined;
  await desk.at(T0 + 3 * HOUR);
  const reminder = desk.teams.sent.filter(({ message }) => message.kind === 'notice').at(-1)?.message;
  expect(reminder).toMatchObject({ notice: { kind: 'reminder' }, mention: [{ name: 'diego' }] });
});

it('a document that was read before an effect ended is read again: nothing is sent twice', async () => {
  const gate = { armed: false, held: false, open: (): void => undefined };
  const slow = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const member = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return async (...given: unknown[]) => {
          const read = await member.apply(target, given);
          if (name !== 'get' || given[0] !== 'referral' || !gate.armed) return read;
          Object.assign(gate, { armed: false, held: true });
          await new Promise<void>((resolve) => (gate.open = resolve));
          return read;
        };
      },
    });
  await bound({ connected: false, store: slow });
  let delivered = (_: Delivery): void => undefined;
  desk.teams.answers = () => new Promise<Delivery>((resolve) => (delivered = resolve));
  await desk.useCases.receive.intake(lead());
  const working = desk.at(T0);
  await until(() => desk.teams.sent.length === 1);
  gate.armed = true;
  desk.dispatcher.kick();
  await until(() => gate.held);
  desk.teams.answers = () => undefined;
  delivered({ kind: 'delivered', activity: 'a1', conversation: '19:sales', shown: 'f1' });
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  gate.open();
  await working;
  expect(desk.teams.sent).toHaveLength(1);
});
