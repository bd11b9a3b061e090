import type { Contact } from '../../../../src/domain/record/current';
import { draw } from '../../../cards/draw';
import { nodes } from '../../../cards/reading';
import { receivedView } from '../../../cards/samples';
import { renderer } from '../cards/drawing';

const KIM = { name: 'Kim Akers', phone: '+49 (228) 00 00-12', email: 'kim@tailspin.example' };

/** The buttons of one contact, by title. */
function ways(contact: Contact, current: Parameters<typeof receivedView>[0] = {}): Record<string, string> {
  const view = receivedView({ ...current, current: { contacts: [contact], ...current.current } });
  const { card } = draw(renderer, { kind: 'contacts', view }, 'dialog');
  const set = nodes(card['body']).find(({ type }) => type === 'ActionSet');
  const actions = (set?.['actions'] ?? []) as { title: string; url: string }[];
  return Object.fromEntries(actions.map(({ title, url }) => [title, url]));
}

describe('a contact', () => {
  it('is called, written to with a draft, and met in Teams', () => {
    const { Call, 'E-mail': mail = '', Meet = '' } = ways(KIM);
    expect(Call).toBe('tel:+49228000012');
    const letter = new URL(mail);
    expect([letter.protocol, decodeURIComponent(letter.pathname)]).toEqual(['mailto:', KIM.email]);
    expect(letter.searchParams.get('subject')).toBe('Your request: Microsoft 365');
    expect(letter.searchParams.get('body')).toBe(
      'Hello Kim Akers,\r\n\r\nthank you for your request. You wrote: ' +
        '“We need help moving 80 seats to Microsoft 365 before the summer.”' +
        '\r\n\r\nWhen may we call you, and on which number?\r\n\r\nKind regards',
    );
    expect(Meet).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meeting\/new\?/);
    expect(new URL(Meet).searchParams.get('attendees')).toBe(KIM.email);
  });

  it('of a lead that somebody else sent is not told that they wrote', () => {
    const current = { sender: { kind: 'microsoft-seller' } } as const;
    const body = new URL(ways(KIM, { current })['E-mail'] ?? '').searchParams.get('body');
    expect(body).toContain('we have heard that you are looking for help with Microsoft 365.');
    expect(body).not.toContain('You wrote');
  });

  it.each<[string, Partial<Contact>, string[]]>([
    ['without a phone', { phone: '' }, ['E-mail', 'Meet']],
    ['with words for a phone', { phone: 'ask the desk' }, ['E-mail', 'Meet']],
    ['with too many digits', { phone: '1'.repeat(16) }, ['E-mail', 'Meet']],
    ['with no address', { email: 'kim' }, ['Call']],
    ['with two addresses', { email: 'a@b.example,c@d.example' }, ['Call']],
    ['with a header in the address', { email: 'a@b.example\r\nBcc: x@y.example' }, ['Call']],
    ['with nothing', { phone: '', email: '' }, []],
  ])('%s has the buttons that can work', (_, over, titles) => {
    expect(Object.keys(ways({ ...KIM, ...over }))).toEqual(titles);
  });

  it('cannot add to the address what does not belong there', () => {
    const { 'E-mail': mail = '' } = ways({ ...KIM, email: 'a?bcc=x&y@b.example', name: 'A&body=evil' });
    expect([...new URL(mail).searchParams.keys()]).toEqual(['subject', 'body']);
  });
});
