import { createHash } from 'node:crypto';
import type { RenderedActivity } from './shown';

/**
 * Asks the client for the person's token for that application (learn.microsoft.com/microsoftteams/platform/bots/how-to/authentication/bot-sso-code).
 * Where it gives one, it shows nothing; else text and button lead to the sign-in page. No connection of Bot Framework's stands behind
 * it, as the bot exchanges the token itself: so does Microsoft's TeamsFx (TeamsBotSsoPrompt). `id`: by which a client that asks twice is known.
 */
export function oauthCard(
  { uri, id }: { readonly uri: string; readonly id: string },
  { text, title, link }: { readonly text: string; readonly title: string; readonly link: string },
): RenderedActivity {
  const card = {
    contentType: 'application/vnd.microsoft.card.oauth' as const,
    name: title,
    content: {
      text,
      connectionName: '',
      buttons: [{ type: 'signin', title, value: link }],
      tokenExchangeResource: { id, uri },
    },
  };
  const fingerprint = createHash('sha256').update(JSON.stringify(card)).digest('base64url');
  return { files: [card], summary: text, fingerprint };
}
