import { every } from '../../src/adapters/schedule';
import type { Log } from '../../src/application/ports/ports';

describe('the schedule', () => {
  const errors: string[] = [];
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_facts, line) => void errors.push(line),
  };
  beforeEach(() => {
    errors.length = 0;
    jest.useFakeTimers({ now: Date.UTC(2026, 2, 29, 0, 59, 30) });
  });
  afterEach(() => jest.useRealTimers());

  const seconds = (count: number): Promise<void> => jest.advanceTimersByTimeAsync(count * 1_000);

  it('runs every few seconds, through the hour that spring skips, until it is stopped', async () => {
    let runs = 0;
    const schedule = every(5, async () => void (runs += 1), log);
    await seconds(60);
    expect(runs).toBe(12);
    await schedule.stop();
    await seconds(60);
    expect(runs).toBe(12);
  });

  it('goes on after a run that failed, with one line in the log', async () => {
    let runs = 0;
    const schedule = every(
      10,
      async () => {
        runs += 1;
        throw new Error('no store');
      },
      log,
    );
    await seconds(30);
    await schedule.stop();
    expect(runs).toBe(3);
    expect(errors).toEqual(Array(3).fill('a scheduled run failed'));
  });

  it('never begins a run while the last one goes on', async () => {
    let running = 0;
    let most = 0;
    let begun = 0;
    const schedule = every(
      1,
      async () => {
        begun += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 3_500));
        running -= 1;
      },
      log,
    );
    await seconds(20);
    await schedule.stop();
    await seconds(4);
    expect(most).toBe(1);
    expect(begun).toBeGreaterThan(3);
    expect(begun).toBeLessThan(7);
    expect(errors).toEqual([]);
  });

  it('takes every minute, and refuses what does not divide one', async () => {
    let runs = 0;
    const schedule = every(60, async () => void (runs += 1), log);
    await seconds(180);
    await schedule.stop();
    expect(runs).toBe(3);
    for (const wrong of [0, 7, 61, 1.5, -5])
      expect(() => every(wrong, async () => undefined, log)).toThrow(RangeError);
  });
});
