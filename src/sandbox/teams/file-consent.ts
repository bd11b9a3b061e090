import type { RouteReply } from '../../adapters/http/route';
import { problem } from '../../adapters/http/problem';
import type { ActRequest } from './act-request';
import { isObject, type StoredActivity } from './activity';
import { deliverTimes, type BotAnswer } from './deliver';
import type { Parts } from './parts';
import { invoke, type Doing } from './teams-activities';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';

/** The question of a file, if that is what a message is. */
export const consentOf = ({ attachments }: StoredActivity) =>
  attachments.find(({ contentType }) => contentType === CONSENT);

/** `Allow` and `Decline` under that question ("Send and receive files": fileConsent/invoke). */
export async function answerConsent(
  parts: Parts,
  doing: Doing,
  card: StoredActivity,
  { button, repeat = 1 }: ActRequest,
): Promise<{ readonly answer: BotAnswer } | { readonly reply: RouteReply }> {
  const asked = consentOf(card);
  const name = typeof asked?.['name'] === 'string' ? asked['name'] : '';
  const content = isObject(asked?.content) ? asked.content : {};
  const says = (action: 'accept' | 'decline', more: object) =>
    deliverTimes(
      parts,
      invoke(parts, doing, card.id, {
        name: 'fileConsent/invoke',
        value: { type: 'fileUpload', action, context: content[`${action}Context`], ...more },
      }),
      repeat,
    );
  switch (button?.toLowerCase()) {
    case 'decline':
      return { answer: await says('decline', {}) };
    case 'allow': {
      const uniqueId = parts.files.promise(name);
      const [uploadUrl, contentUrl] = ['uploads', 'files'].map(
        (part) => `${parts.serviceUrl()}/${part}/${uniqueId}`,
      );
      const fileType = name.slice(name.lastIndexOf('.') + 1);
      return {
        answer: await says('accept', { uploadInfo: { name, uploadUrl, contentUrl, uniqueId, fileType } }),
      };
    }
    default:
      return {
        reply: problem(404, `There is no button "${button ?? ''}" there. There are: "Allow", "Decline".`),
      };
  }
}
