import fc from 'fast-check';
import type { KeepHistoryEffect } from '../../../src/domain/effects';
import { MOST_TRIES } from '../../../src/domain/living/outbox';
import { linesHere, nextToKeep } from '../../../src/domain/referral/history';
import { audit } from '../../../src/domain/referral/parts';
import type { AuditLine, PastLine, Referral } from '../../../src/domain/referral/referral';
import { HOUR, T0, called, facts, fromPartnerCenter, go, hotLead, megan, run, stored } from '../builders';

const owed = ({ outbox }: Referral): KeepHistoryEffect | undefined =>
  outbox.find((effect): effect is KeepHistoryEffect => effect.kind === 'keep-history' && !effect.dead);

/** One thing more happens in its life. */
const call = (referral: Referral, n: number): Referral =>
  go(referral, run(called(megan, 'reached', `c${String(n)}`)), T0 + n);

const calls = (referral: Referral, from: number, to: number): Referral => {
  let next = referral;
  for (let n = from; n <= to; n += 1) next = call(next, n);
  return next;
};

const settled = (referral: Referral, upTo: number): Referral =>
  go(
    referral,
    { kind: 'settled', effect: owed(referral)?.id ?? '', settlement: { kind: 'kept', upTo } },
    T0 + HOUR,
  );

const failing = (referral: Referral, at: number): Referral => {
  const settlement = { kind: 'retry' as const, at: at + 1, problem: 'the store is unavailable' };
  return go(referral, { kind: 'settled', effect: owed(referral)?.id ?? '', settlement }, at);
};

const born = (): Referral => fromPartnerCenter(hotLead());
/** What it is born with. */
const FIRST = born().audit.length;

describe('the newest 50 lines', () => {
  it('are all there is, until there is one more: that leaves, and is owed to the history', () => {
    const full = calls(born(), 1, 50 - FIRST);
    expect([full.audit.length, full.leaving, owed(full)]).toEqual([50, undefined, undefined]);

    const over = call(full, 99);
    expect(over.audit).toHaveLength(50);
    expect(over.leaving).toEqual([{ n: 1, at: T0, what: 'created' }]);
    expect(owed(over)).toMatchObject({ since: 3, lane: 'history', notBefore: T0 + 99 });
    expect(over.wakeAt).toBeLessThanOrEqual(T0 + 99);
  });

  it('has left when that is settled; what came meanwhile is owed next', () => {
    const over = calls(born(), 1, 60);
    const { n } = over.leaving!.at(-1)!;
    const next = settled(call(over, 61), n);
    expect(next.leaving?.map((line) => line.n)).toEqual([n + 1]);
    expect(owed(next)?.id).not.toBe(owed(over)?.id);

    const done = settled(next, n + 1);
    expect([done.leaving, owed(done)]).toEqual([undefined, undefined]);
    expect(linesHere(done).map((line) => line.n)).toEqual(
      Array.from({ length: 50 }, (_, at) => FIRST + 61 - at),
    );
  });

  it('leave earlier where they are very long', () => {
    const to = Array.from({ length: 40 }, (_, at) => ({
      to: { id: `t/${'x'.repeat(60)}${String(at)}`, name: 'Megan Bowen' },
      rule: 'answers' as const,
    }));
    let referral = born();
    for (let n = 0; n < 300; n += 1) referral = audit(referral, 'told', facts(T0 + n), undefined, { to });
    expect(JSON.stringify(referral.audit).length).toBeLessThan(17_000);
    expect(JSON.stringify(referral.leaving).length).toBeLessThan(13_000);
    expect(referral.audited).toBe(FIRST + 300);
  });

  it('of an older document are numbered by what is left of them', () => {
    const { audited: _, ...old } = calls(born(), 1, 50 - FIRST);
    const next = call(old, 99);
    expect([next.audited, next.leaving?.map(({ n }) => n)]).toEqual([51, [1]]);
  });
});

describe('while the history takes nothing', () => {
  it('tries again, tells the admins once it is given up, and begins anew', () => {
    let referral = calls(born(), 1, 60);
    for (let tries = 0; tries < MOST_TRIES; tries += 1) referral = failing(referral, T0 + HOUR + tries);
    expect(referral.outbox.filter(({ kind, dead }) => kind === 'keep-history' && dead)).toHaveLength(1);
    expect(referral.outbox).toContainEqual(
      expect.objectContaining({
        kind: 'tell',
        to: 'admins',
        notice: expect.objectContaining({ effect: 'keep-history' }),
      }),
    );
    expect(owed(referral)).toMatchObject({ tries: 0 });

    const done = settled(referral, 1_000);
    expect(done.outbox.filter(({ kind }) => kind === 'keep-history')).toEqual([]);
  });

  it('counts what Partner Center changed in one line, and keeps each thing that somebody did', () => {
    let referral = born();
    for (let n = 0; n < 400; n += 1)
      referral = n % 10 === 0 ? call(referral, n) : audit(referral, 'observed', facts(T0 + n));
    const lines = referral.leaving!;
    expect(JSON.stringify(lines).length).toBeLessThan(9_000);
    expect(lines.filter(({ times }) => times !== undefined)).toMatchObject([{ what: 'observed' }]);
    const all = [...linesHere(referral)];
    expect(all.filter(({ what }) => what === 'called')).toHaveLength(40);
    expect(sum(all)).toBe(FIRST + 400);
  });

  it('sums up what was done longest ago when even that is too much', () => {
    const referral = calls(born(), 1, 500);
    expect(JSON.stringify(referral.leaving).length).toBeLessThan(9_000);
    expect(referral.leaving?.filter(({ what }) => what === 'summed-up').length).toBeLessThanOrEqual(1);
    expect(sum(linesHere(referral))).toBe(FIRST + 500);
  });
});

const sum = (lines: readonly PastLine[]): number => lines.reduce((all, { times = 1 }) => all + times, 0);

/** A history as a store keeps it: the first line under a number stays. */
function historyOf() {
  const rows = new Map<number, PastLine>();
  return {
    rows,
    keep: (lines: readonly PastLine[]) => {
      for (const line of lines) if (!rows.has(line.n)) rows.set(line.n, line);
    },
  };
}

/** One line; a try that is settled, one that is killed before that, one of which only a part was written, and one that failed. */
const happens = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('observed', 'observed', 'called', 'noted') },
  { weight: 1, arbitrary: fc.constantFrom('kept', 'killed', 'in-part', 'failed', 'late') },
);

it('whatever happens, up to 500 lines: none is lost, none is there twice, and they stay in order', () => {
  fc.assert(
    fc.property(fc.array(happens, { maxLength: 540, size: 'max' }), (life) => {
      let referral = born();
      const history = historyOf();
      const all: AuditLine[] = [...referral.audit];
      let before = referral;
      for (const [at, what] of life.entries()) {
        const now = T0 + at;
        const next = nextToKeep(referral);
        if (what === 'kept' || what === 'killed') history.keep(next);
        if (what === 'in-part') history.keep(next.slice(0, Math.ceil(next.length / 2)));
        // A process that was stopped for long writes what it read before.
        if (what === 'late') history.keep(nextToKeep(before));
        if (what === 'kept' && owed(referral)) referral = settled(referral, next.at(-1)?.n ?? 0);
        if (what === 'failed' && owed(referral)) referral = failing(referral, now);
        if (['kept', 'killed', 'in-part', 'failed', 'late'].includes(what)) continue;
        if (at % 7 === 0) before = referral;
        referral = stored(audit(referral, what, facts(now), megan));
        // As any step does at its end.
        if (!owed(referral)) referral = go(referral, { kind: 'wake' }, now);
        all.push({ at: now, what });
      }
      const here = linesHere(referral);
      const oldest = here.at(-1)!.n;
      const older = [...history.rows.values()].filter(({ n }) => n < oldest).sort((a, b) => b.n - a.n);
      const lines = [...here, ...older].reverse();

      expect(sum(lines)).toBe(all.length);
      expect(lines.every(({ n }, at) => at === 0 || n > lines[at - 1]!.n)).toBe(true);
      for (const { n, at, what, times } of lines) {
        if (what !== 'summed-up') expect({ n, at, what }).toEqual({ n, ...pick(all[n - 1]) });
        else expect(times).toBeGreaterThan(1);
      }
      expect(JSON.stringify(referral.leaving ?? []).length).toBeLessThan(9_000);
    }),
    { numRuns: 25 },
  );
});

const pick = (line: AuditLine | undefined) => line && { at: line.at, what: line.what };
