import type { Model } from './templates';

/** A letter to be looked through and sent by a person. */
export interface Draft {
  readonly subject: string;
  readonly body: string;
}

/** Longer links are cut, or not opened at all: what Windows hands on to a mail program has about 2,000 characters. */
const LONGEST = 2_000;
const LONGEST_SUBJECT = 500;

/** A text that may be cut, encoded into at most so many characters; an ellipsis stands for the rest. */
function within(written: string, most: number): string {
  // Half a character has no encoding.
  const text = written.replace(/\p{Cs}/gu, '');
  const whole = encodeURIComponent(text);
  if (whole.length <= most) return whole;
  const rest = encodeURIComponent('…');
  let kept = '';
  for (const character of text) {
    const next = encodeURIComponent(character);
    if (kept.length + next.length + rest.length > most) break;
    kept += next;
  }
  return kept + rest;
}

/** A link that fills in a subject and a text, cut where it would be too long. `head`: all before the subject's name. */
export function filledLink(head: string, { subject, body }: Draft, names: readonly [string, string]): string {
  const before = `${head}${names[0]}=${within(subject, LONGEST_SUBJECT)}&${names[1]}=`;
  return before + within(body, LONGEST - before.length);
}

/** A draft in the person's mail program (RFC 6068: line breaks are CR LF); without an address they fill that in. */
export const mailUrl = (email: string, { subject, body }: Draft): string =>
  filledLink(`mailto:${encodeURIComponent(email)}?`, { subject, body: body.replaceAll('\n', '\r\n') }, [
    'subject',
    'body',
  ]);

/** An address that is made here, whatever its scheme. */
export const opening = (title: string, url: string): Model[] =>
  url === '' ? [] : [{ type: 'Action.OpenUrl', title, url }];
