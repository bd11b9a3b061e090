// Accept by dialog: the button (task/fetch), Save (task/submit), and all that follows it in Teams, as many at a time as given.
import { actionOf, inParallel, inputsOf, invoke, personOf } from './client.mjs';
import { percentile } from './figures.mjs';
import { heard, leads, quiet, withCards } from './leads.mjs';
import { bindDesk, startBare, startDesk } from './subjects.mjs';

/** One at a time says how long one takes; this many, how much fits. */
const WIDTH = 16;

/** One Accept; `kept` gets what was answered. */
export async function acceptOne(bot, { activity, card }, person, kept = {}) {
  const data = bot.data ?? actionOf(card, 'Accept').data;
  kept.fetch = await invoke(bot, person, 'task/fetch', { data, context: { theme: 'default' } }, activity);
  const form = kept.fetch.task.value.card.content;
  const inputs = { ...inputsOf(form), dealValue: '40,000' };
  const begun = performance.now();
  kept.submit = await invoke(
    bot,
    person,
    'task/submit',
    { data: { ...actionOf(form, 'Accept').data, ...inputs } },
    activity,
  );
  return performance.now() - begun;
}

/** Accepts all of them. Over only when Teams has everything that follows: `callsEach` calls for each. */
async function acceptAll(bot, teams, cards, callsEach, width) {
  const answers = [];
  const begun = performance.now();
  const all = heard(teams, cards.length * callsEach);
  await inParallel(cards, width, async (card, index) => {
    answers.push(await acceptOne(bot, card, personOf(index)));
  });
  await all;
  const seconds = (performance.now() - begun) / 1000;
  return { rate: cards.length / seconds, p50: percentile(answers, 0.5), p99: percentile(answers, 0.99) };
}

/** One round on one store: warmed up, then `count` alone and at once. */
export async function acceptOnDesk(teams, store, kept, count) {
  const desk = await startDesk(teams, store.fresh());
  await bindDesk(desk, teams);
  const alone = Math.max(10, Math.round(count / 10));
  const cards = await withCards(desk, teams, leads(count * 2 + alone));
  await quiet(teams);
  const calls = kept.calls.length;
  await acceptAll(desk, teams, cards.slice(0, count), calls, WIDTH);
  const one = await counted(desk, store, alone, () =>
    acceptAll(desk, teams, cards.slice(count, count + alone), calls, 1),
  );
  const many = await counted(desk, store, count, () =>
    acceptAll(desk, teams, cards.slice(count + alone), calls, WIDTH),
  );
  await desk.stop();
  return { ...many, alone: one };
}

async function counted(desk, store, count, work) {
  const before = await store.commits();
  await desk.ask('reset');
  const result = await work();
  const { commits, syncs, stallMs, rss, cpuMs } = await desk.ask('read');
  const after = await store.commits();
  const written = after === undefined ? commits : after - before;
  return {
    ...result,
    stallMs,
    rss,
    cpuMs: cpuMs / count,
    commits: written / count,
    syncs: after === undefined ? syncs / count : undefined,
  };
}

export async function acceptOnBare(teams, kept, count) {
  const bare = { ...(await startBare(teams, kept)), data: { bench: true } };
  const cards = (length) => Array.from({ length }, (_, index) => ({ activity: `17${index}` }));
  await acceptAll(bare, teams, cards(count), kept.calls.length, WIDTH);
  const alone = await acceptAll(
    bare,
    teams,
    cards(Math.max(10, Math.round(count / 10))),
    kept.calls.length,
    1,
  );
  await bare.ask('reset');
  const many = await acceptAll(bare, teams, cards(count), kept.calls.length, WIDTH);
  const { rss, cpuMs } = await bare.ask('read');
  await bare.stop();
  return { ...many, alone, rss, cpuMs: cpuMs / count };
}
