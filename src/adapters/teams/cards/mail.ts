import type { Model } from './templates';

/** A letter to be looked through and sent by a person. */
export interface Draft {
  readonly subject: string;
  readonly body: string;
}

export const encoded = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** A draft in the person's mail program (RFC 6068: line breaks are CR LF); without an address they fill that in. */
export const mailUrl = (email: string, { subject, body }: Draft): string =>
  `mailto:${encodeURIComponent(email)}?${encoded({ subject, body: body.replaceAll('\n', '\r\n') })}`;

/** An address that is made here, whatever its scheme. */
export const opening = (title: string, url: string): Model[] =>
  url === '' ? [] : [{ type: 'Action.OpenUrl', title, url }];
