import { escapeUTF8 } from 'entities';
import type { Route, RouteReply } from '../adapters/http/route';
import { SIGN_IN_PATH } from '../application/sync/signing-in';
import { PEOPLE } from './teams/world';

const PATH = '/sandbox/sign-in';
const TICKET = /^[\w.-]{1,200}$/;

export const signInAddressOf = (url: string, ticket: string): string => `${url}${PATH}?state=${ticket}`;

/** Stands for Microsoft's sign-in page: who is it? What comes back as the code is their Entra id. */
export const signInRoutes = (): Route[] => [
  {
    method: 'GET',
    path: PATH,
    handle: async ({ query }): Promise<RouteReply> => {
      const ticket = query.get('state') ?? '';
      if (!TICKET.test(ticket)) return { status: 404 };
      const choices = PEOPLE.map(({ name, userPrincipalName, aadObjectId }) => {
        const back = String(new URLSearchParams({ state: ticket, code: aadObjectId }));
        return `<li><a href="${SIGN_IN_PATH}/done?${escapeUTF8(back)}">${escapeUTF8(name)}</a> ${escapeUTF8(userPrincipalName)}</li>`;
      });
      return {
        status: 200,
        headers: {
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
          'content-type': 'text/html; charset=utf-8',
        },
        body: page(choices.join('')),
      };
    },
  },
];

const page = (choices: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in</title><style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem}li{margin:.5rem 0}</style><h1>Sign in</h1><p>The sandbox stands for Microsoft’s sign-in. Who are you?</p><ul>${choices}</ul></html>`;
