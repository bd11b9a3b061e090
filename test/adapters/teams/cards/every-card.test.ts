import type { ReferralView } from '../../../../src/application/ports/messages';
import { everywhere, gallery } from '../../../cards/gallery';
import { lint } from '../../../cards/lint';
import { nodes, visible } from '../../../cards/reading';
import { rendererWith } from './drawing';

const HOSTILE: readonly (readonly [string, string])[] = [
  ['markdown', '**bold** _it_ [click](https://evil.example) # head\n- item `code` ~~x~~'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;<b>'],
  [
    'a template',
    '${1+1} ${customer.name} $' + '{$root} {{DATE(2026-01-01T00:00:00Z)}} $t(buttons.save) {{name}}',
  ],
  ['a mention', '<at>Everybody</at> </at><at>Boss'],
  ['10,000 characters', 'long words '.repeat(910)],
  ['10,000 line breaks', 'x\n'.repeat(5_000)],
  ['10,000 quotes', '"\\'.repeat(5_000)],
  ['right to left', 'شركة الألعاب \u202e gnp.exe \u2066 x'],
  ['control characters', 'a\u0000b\u0007c\u001b[31m\ud800 d'],
  ['a prototype', '__proto__'],
  ['a link', 'javascript:alert(1)'],
];

describe.each(['dialog', 'card'] as const)('every card, with forms as %s', (forms) => {
  const renderer = rendererWith(forms);

  const all = gallery(renderer, (view) => view, 'Plain words', forms);
  it.each(all.map(([name, card, title]) => ({ name, card, titled: title !== undefined })))(
    '$name has nothing to complain about',
    ({ card, titled }) => {
      expect(lint(card, { titled })).toEqual([]);
      expect(visible(card).filter((text) => /^[a-z][\w-]*(\.[\w-]+)+$/u.test(text))).toEqual([]);
    },
  );

  it.each(HOSTILE)('takes %s as words and nothing else', (_name, text) => {
    for (const [name, card, title] of gallery(renderer, everywhere(text), text, forms)) {
      expect([name, lint(card, { free: true, titled: title !== undefined })]).toEqual([name, []]);
    }
  });
});

describe('the language of a card', () => {
  it('is a plain tag, whatever the client calls it', () => {
    const renderer = rendererWith('dialog');
    const odd = (view: ReferralView): ReferralView => ({ ...view, language: 'en-US-u-hc-h12' });
    for (const [, card] of gallery(renderer, odd, 'x', 'dialog')) expect(card['lang']).toBe('en');
  });
});

describe('text from outside', () => {
  const renderer = rendererWith('dialog');
  const blocks = (text: string): string[] =>
    gallery(renderer, everywhere(text), text, 'dialog').flatMap(([, card]) => [
      String(card['fallbackText']),
      ...nodes(card)
        .filter((node) => node['type'] === 'TextBlock')
        .map((node) => String(node['text'])),
    ]);

  it('never reaches a place that reads markdown or markup', () => {
    const marked = [...blocks('*x* _x_ [x](y) `x` <b>x</b> &lt;'), ...blocks('${1+1} {{DATE(x)}}')];
    for (const text of marked) expect(text.replace(/<\/?at>/gu, '')).not.toMatch(/[*_[\]`<>{}&]/u);
  });

  it('is never worked out as an expression', () => {
    const all = JSON.stringify(gallery(renderer, everywhere('${40+2}'), '${40+2}', 'dialog'));
    expect(all).toContain('${40+2}');
    expect(all).not.toContain('"42"');
  });

  it('cannot turn our sentences round or hide in them', () => {
    const mean = 'ab\u202ecd\u0007';
    const read = gallery(renderer, everywhere(mean), mean, 'dialog').flatMap(([, card]) => visible(card));
    expect(read.join('\n')).toContain('ab');
    expect(read.filter((text) => text.includes('\u202e') || text.includes('\u0007'))).toEqual([]);
  });

  it('makes a button only of a link that is https or on this machine', () => {
    const urls = ['javascript:alert(1)', 'http://evil.example/', 'data:text/html,x', 'no link', ''];
    for (const webUrl of urls) {
      const cards = gallery(renderer, (view) => ({ ...view, webUrl }), 'x', 'dialog').map(([, card]) => card);
      const opened = nodes(cards).filter(({ type }) => type === 'Action.OpenUrl');
      const others = opened.filter(
        ({ url }) =>
          !/^(tel:|mailto:|https:..(teams.microsoft.com.l|microsoft.com.devicelogin|crm.example|desk.example.connect))/.test(
            String(url),
          ),
      );
      expect(others).toEqual([]);
    }
    const local = JSON.stringify(
      gallery(renderer, (view) => ({ ...view, webUrl: 'http://127.0.0.1:3978/x' }), 'x', 'dialog'),
    );
    expect(local).toContain('"url":"http://127.0.0.1:3978/x"');
  });
});
