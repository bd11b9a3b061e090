import { isTold, readTold } from '../../../../src/adapters/teams/words/told';

const AT = { language: 'en-GB', zone: 'Europe/Berlin', today: '2026-02-10', currency: 'EUR' };
const about = (text: string, name: string): unknown => {
  const told = readTold(text);
  const customer = told?.customers.find(({ words }) => words === name);
  return told && customer && { note: customer.note, ...told.answers(AT) };
};

describe('What is told of a customer in one sentence', () => {
  it.each([
    [
      'called contoso, wants 120 seats, 40k, in march',
      'contoso',
      {
        note: 'wants 120 seats, 40k, in march',
        result: 'reached',
        dealValue: '40000',
        closeDate: '2026-03-31',
      },
    ],
    [
      'Spoke to Contoso Bank: they take 80 seats for $1.5m by 31/3',
      'Contoso Bank',
      {
        note: 'they take 80 seats for $1.5m by 31/3',
        ...{ result: 'reached', dealValue: '1500000', currency: 'USD', closeDate: '2026-03-31' },
      },
    ],
    ['couldn’t reach contoso - voice mail, again next week', 'contoso', undefined],
    ['called wingtip toys not reached', 'wingtip', undefined],
    ['emailed contoso, offer sent', 'contoso', { note: 'offer sent', result: 'mailed' }],
    ['contoso: meeting moved to next tuesday', 'contoso', { note: 'meeting moved to next tuesday' }],
    [
      'contoso: demo on 24/2, they decide by 31/3',
      'contoso',
      { note: 'demo on 24/2, they decide by 31/3', closeDate: '2026-03-31' },
    ],
    ['contoso wants a demo', 'contoso', { note: 'wants a demo' }],
    ['missed contoso, voicemail', 'contoso', { note: 'voicemail', result: 'not-reached' }],
    ['met contoso, 40k or 50k', 'contoso', { note: '40k or 50k', result: 'reached' }],
    [
      'met contoso, 120 seats, room 4, 3 people',
      'contoso',
      { note: '120 seats, room 4, 3 people', result: 'reached' },
    ],
    [
      'contoso: budget EUR 40.000,50 until end of march',
      'contoso',
      {
        note: 'budget EUR 40.000,50 until end of march',
        ...{ dealValue: '40000.50', currency: 'EUR', closeDate: '2026-03-31' },
      },
    ],
    ['called contoso, met them on 3/2', 'contoso', { note: 'met them on 3/2', result: 'reached' }],
  ])('%s', (text, name, expected) => {
    expect(about(text, name) ?? undefined).toEqual(expected);
  });

  it.each(['called contoso', 'called contoso reached', 'called contoso, not reached', 'contoso', ''])(
    '"%s" is a name or a command',
    (text) => {
      expect(about(text, 'contoso')).toBeUndefined();
    },
  );

  it('only what begins with a call or is a mail goes before commands', () => {
    expect(['called contoso', 'we just met contoso', 'From: a@b.example\nx\ny'].map(isTold)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['inbox', 'note contoso wants 40k', 'search a, b'].map(isTold)).toEqual([false, false, false]);
  });
});

const MAIL = `From: "Kim Akers" <kim.akers@mail.contoso.example>
Subject: Our seats

Hi Megan,

we would take 120 seats, about 40k EUR, and start by end of march.

Best regards,
Kim Akers
Head of IT
Contoso Bank AG | Berlin
T +49 30 1234567
> On Monday Megan wrote:
> 99k EUR`;

describe('A pasted mail', () => {
  it('fills in contact, value and day; what it says is the note', () => {
    expect(about(MAIL, 'Contoso Bank AG')).toEqual({
      note: 'Our seats\nwe would take 120 seats, about 40k EUR, and start by end of march.',
      ...{ dealValue: '40000', currency: 'EUR', closeDate: '2026-03-31' },
      ...{ contactFirstName: 'Kim', contactLastName: 'Akers' },
      ...{ contactPhone: '+49 30 1234567', contactEmail: 'kim.akers@mail.contoso.example' },
    });
  });

  it('is looked for by its sender, its signature and its domain', () => {
    const words = readTold(MAIL)?.customers.map((one) => one.words);
    expect(words).toEqual(['kim.akers@mail.contoso.example', 'Head of IT', 'Contoso Bank AG', 'contoso']);
  });

  it('a name with a colon above it says whom it is about', () => {
    expect(readTold(`Fabrikam:\n${MAIL}`)?.customers.map((one) => one.words)).toEqual(['Fabrikam']);
  });

  it('much of it is cut, and none of it breaks the reading', () => {
    const long = `${'wörd '.repeat(2_000)}\n\n\nKind regards\n${'x'.repeat(5_000)}\na@b.example`;
    expect(readTold(long)?.customers[0]?.note.length).toBeLessThanOrEqual(1_500);
    readTold('a@'.repeat(15_000));
    readTold(`1,${'1'.repeat(20_000)}`)?.answers(AT);
    readTold(`${'+1 2'.repeat(7_000)}\nx\ny\nregards\n${'(0'.repeat(9_000)}`);
  });

  it.each([
    ['an address without an end', `From: ${'a@'.repeat(14_000)}\n\nb\nc\nRegards\nKim`],
    ['an address of dots', `x\ny\nRegards\n${'a@a.'.repeat(7_000)}`],
    ['many words before a day', `called contoso, ${'in '.repeat(9_000)}`],
    ['many days', `called contoso, ${'1/2 '.repeat(7_000)}`],
    ['marks within', `called contoso and four more words, ${', '.repeat(14_000)}x`],
    ['an amount without an end', `called contoso, ${"1'".repeat(14_000)}`],
  ])(
    'nobody waits for the reading of %s',
    (_, text) => {
      const begun = process.hrtime.bigint();
      readTold(text)?.answers(AT);
      expect(Number(process.hrtime.bigint() - begun) / 1e9).toBeLessThan(4);
    },
    60_000,
  );

  it('an address is found between brackets and marks, and ends before a full stop', () => {
    const mail = 'From: "Ana Silva" <ana@mail.adatum.example>\nWe take it.\nRegards\nSent to (x@y).';
    expect(about(mail, 'adatum')).toMatchObject({ contactEmail: 'ana@mail.adatum.example' });
    expect(about('Offer taken.\nRegards\nAna Silva\nWrite to ana@adatum.example.', 'adatum')).toMatchObject({
      contactEmail: 'ana@adatum.example',
    });
  });
});
