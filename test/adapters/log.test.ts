import { createLog, type LogLevel } from '../../src/adapters/log';

function record(level: LogLevel = 'info'): { log: ReturnType<typeof createLog>; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog({ level, write: (line) => void lines.push(line) }), lines };
}

interface Entry {
  [fact: string]: unknown;
  err: { stack: string[] };
  member: { firstName: string };
  time: string;
}

/** What one line holds, with the text of the whole line. */
function written(facts: object, line = 'a line'): { entry: Entry; text: string } {
  const { log, lines } = record();
  log.warn(facts, line);
  expect(lines).toHaveLength(1);
  return { entry: JSON.parse(lines[0]!) as Entry, text: lines[0]! };
}

describe('the log', () => {
  it('writes one JSON line with level, time, facts and words', () => {
    const { entry, text } = written({ reference: 'r-1', ms: 12, ok: true, none: null }, 'turn');
    expect(entry).toMatchObject({ level: 40, reference: 'r-1', ms: 12, ok: true, none: null, msg: 'turn' });
    expect(entry.time).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(text.indexOf('\n')).toBe(text.length - 1);
  });

  it('writes from its level on', () => {
    const { log, lines } = record('warn');
    log.info({}, 'quiet');
    log.warn({}, 'heard');
    log.error({}, 'heard too');
    expect(lines).toHaveLength(2);
    const silent = record('silent');
    silent.log.error({}, 'no');
    expect(silent.lines).toEqual([]);
  });

  it('shows no secret and no contact data, however deep and whatever the spelling', () => {
    const facts = {
      headers: { Authorization: 'Bearer SECRET-1', cookie: 'SECRET-2', 'X-Api-Key': 'SECRET-3' },
      options: [{ clientSecret: 'SECRET-4', refresh_token: 'SECRET-5', MicrosoftAppPassword: 'SECRET-6' }],
      member: {
        firstName: 'SECRET-7',
        lastName: 'SECRET-8',
        phoneNumber: 'SECRET-9',
        email: 'SECRET-10',
        eMail: 'SECRET-10b',
        name: 'SECRET-11',
      },
      activity: { text: 'SECRET-12', from: { name: 'SECRET-13', userPrincipalName: 'SECRET-14' } },
      deal: { notes: 'SECRET-15' },
      contacts: [{ any: 'SECRET-16' }],
      phone: 'SECRET-17',
      customerProfile: { x: 'SECRET-18' },
      addressLine1: 'SECRET-19',
      kept: 'shown',
    };
    const { entry, text } = written(facts);
    expect(text).not.toContain('SECRET');
    expect(entry.member.firstName).toBe('[redacted]');
    expect(entry.kept).toBe('shown');
  });

  it('takes tokens, credentials and addresses of people out of texts', () => {
    const { text } = written(
      {
        why: 'GET failed with Authorization: Bearer abc.DEF-1_2~3/4+5== for sam.rivera+x@contoso.co.uk',
        url: 'mongodb://user:pass-word@db.example.com/desk',
        jwt: 'eyJhbGciOi.eyJzdWIiOi.sig-nature',
        conversation: '19:abc@thread.tacv2;messageid=1',
      },
      'from ann@contoso.com',
    );
    for (const hidden of ['abc.DEF', 'sam.rivera', 'pass-word', 'user:', 'eyJ', 'ann@']) {
      expect(text).not.toContain(hidden);
    }
    expect(text).toContain('19:abc@thread.tacv2;messageid=1');
    expect(text).toContain('db.example.com/desk');
  });

  it('cannot be made to fake a line, turn text round or grow without end', () => {
    const evil = 'ok\r\n{"level":50}\u2028\u2029\u0085\u001b[31m\u202egnp.exe\u0000';
    const { text, entry } = written({ why: evil, [evil]: 1, long: 'x'.repeat(100_000) }, `words ${evil}`);
    // oxlint-disable-next-line no-control-regex
    expect(text.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]|\\u00|\\r|\\n/);
    expect(entry.why).toBe('ok {"level":50} [31mgnp.exe');
    expect(entry.long).toHaveLength(500);
    const deep: Record<string, unknown> = {};
    deep['self'] = deep;
    expect(written({ deep, many: Array(10_000).fill(1) }).text.length).toBeLessThan(1_000);
  });

  it('tells of an error what helps: type, words, code, cause and where, but not what hangs on it', () => {
    const cause = Object.assign(new TypeError('connection\nlost'), { code: 'ECONNRESET' });
    const error = Object.assign(new Error('call failed for ann@contoso.com', { cause }), {
      statusCode: 502,
      request: { headers: { authorization: 'SECRET' } },
      response: 'SECRET',
    });
    const { entry, text } = written({ err: error });
    expect(entry.err).toMatchObject({
      type: 'Error',
      message: 'call failed for [e-mail]',
      statusCode: 502,
      cause: { type: 'TypeError', message: 'connection lost', code: 'ECONNRESET' },
    });
    expect(entry.err.stack[0]).toMatch(/^at .*log\.test/);
    expect(text).not.toContain('SECRET');
  });

  it('does not fall over facts that are odd', () => {
    const { entry } = written({
      big: 10n,
      when: new Date('2026-03-02T09:00:00Z'),
      never: new Date(Number.NaN),
      bytes: Buffer.from('SECRET'),
      call: () => 1,
      nothing: undefined,
      __proto__: { polluted: 1 },
    });
    expect(entry).toMatchObject({
      big: '10',
      when: '2026-03-02T09:00:00.000Z',
      never: null,
      bytes: '[bytes]',
    });
    expect(entry).not.toHaveProperty('call');
  });
});
