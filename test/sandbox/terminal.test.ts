import { createLog, type LogLevel } from '../../src/adapters/log';
import { terminalLine } from '../../src/sandbox/terminal';

/** What somebody at the terminal reads of what the program logs. */
const printed = (write: (log: ReturnType<typeof createLog>) => void, level: LogLevel = 'info'): string => {
  const lines: string[] = [];
  write(createLog({ level, write: (line) => lines.push(terminalLine(line)) }));
  return lines.join('');
};

describe('the terminal in sandbox mode', () => {
  it('says what an effect did', () => {
    const facts = { referral: '11fb', effect: 'show', id: '1.1', result: 'shown', tries: 0, ms: 37 };
    expect(printed((log) => log.info(facts, 'effect'))).toMatch(
      /^\d\d:\d\d:\d\d A card is shown in Teams \(referral 11fb, 37 ms\)\n$/,
    );
  });

  it('says that one has to be tried again, and why', () => {
    const facts = {
      effect: 'tell',
      id: '7.1',
      result: 'retry',
      tries: 2,
      ms: 5,
      problem: 'Teams answered 502',
    };
    expect(printed((log) => log.info(facts, 'effect'))).toContain(
      'Not done: tell, retry (try 3) (problem Teams answered 502, 5 ms)',
    );
  });

  it('names an effect that it has no sentence for', () => {
    const facts = { desk: '19:x', effect: 'sweep', id: '2.1', result: 'swept', tries: 0, ms: 7 };
    expect(printed((log) => log.info(facts, 'effect'))).toContain('Done: sweep, swept (desk 19:x, 7 ms)');
  });

  it('says what a person did, and that it was answered', () => {
    const facts = { turn: 'message', did: 'my-active-deals', place: 'personal', result: 'list', ms: 89 };
    expect(printed((log) => log.info(facts, 'turn'))).toContain(
      'Somebody wrote in a personal chat: my-active-deals, answered with list (89 ms)',
    );
  });

  it('leaves any other line its words and facts, and an error its stack, line by line', () => {
    const text = printed((log) => {
      log.warn({ account: 'sandbox', problem: 'down' }, 'Partner Center could not be asked for news');
      log.error({ reference: 'r1', error: new TypeError('no such thing') }, 'turn failed');
    });
    expect(text).toContain(
      'warn: Partner Center could not be asked for news (account sandbox, problem down)\n',
    );
    expect(text).toMatch(/error: Turn failed \(reference r1\): TypeError: no such thing\n +at /);
  });

  it('holds to LOG_LEVEL, and hides what the log hides', () => {
    expect(printed((log) => log.info({}, 'turn'), 'warn')).toBe('');
    expect(printed((log) => log.info({ name: 'Kim Akers' }, 'somebody came'))).toContain('name [redacted]');
  });

  it('brings what is no line of the log as it is', () => {
    expect(terminalLine('listening\n')).toBe('listening\n');
    expect(terminalLine('7')).toBe('7');
  });
});
