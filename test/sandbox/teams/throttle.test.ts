import { createThrottle } from '../../../src/sandbox/teams/throttle';

/** How many of `calls` are let through at one moment, and the wait that the next one is told. */
function burst(operation: 'send' | 'members', threads: number, calls: number) {
  const time = { now: 1_000_000 };
  const throttle = createThrottle(() => time.now);
  const waits = Array.from({ length: calls }, (_, at) => throttle.take(operation, `thread ${at % threads}`));
  return { time, throttle, through: waits.filter((wait) => wait === undefined).length, wait: waits.at(-1) };
}

describe('the published rate limits', () => {
  it('let 7 sends and 14 roster calls a second through in one thread', () => {
    expect(burst('send', 1, 10)).toMatchObject({ through: 7, wait: 1 });
    expect(burst('members', 1, 20)).toMatchObject({ through: 14, wait: 1 });
  });

  it('let 50 calls a second through in the whole tenant', () => {
    expect(burst('send', 20, 60)).toMatchObject({ through: 50, wait: 1 });
  });

  it('let 60 sends through in half a minute, and say how long to wait then', () => {
    const { time, throttle } = burst('send', 1, 0);
    let sent = 0;
    let wait: number | undefined;
    while (wait === undefined) {
      wait = throttle.take('send', 'one');
      if (wait === undefined) sent++;
      time.now += 300;
    }
    expect([sent, wait]).toEqual([60, 12]);
    time.now += 12_000;
    expect(throttle.take('send', 'one')).toBeUndefined();
  });
});
