import { z } from 'zod/v4';

const filled = z.string().min(1);
/** It goes into an address. */
const id = z.string().regex(/^[^\p{Cc}]+$/u);
const text = z.string().nullish();
const account = z.looseObject({ id: text, name: text, aadObjectId: text });
const members = z.array(account).nullish();
const named = z.looseObject({ id: text, name: text }).nullish();

/**
 * An activity as far as the SDK and the bot read it: all that Bot Framework's schema says of those fields (botframework-schema,
 * "Activity"), and any others beside them.
 */
const Posted = z.looseObject({
  type: filled,
  channelId: filled,
  serviceUrl: filled,
  from: account.extend({ id }),
  conversation: z.looseObject({
    id,
    name: text,
    tenantId: text,
    conversationType: text,
    isGroup: z.boolean().nullish(),
  }),
  recipient: account.nullish(),
  channelData: z.looseObject({ tenant: named, team: named, channel: named, eventType: text }).nullish(),
  entities: z.array(z.looseObject({ type: text })).nullish(),
  attachments: z.array(z.looseObject({})).nullish(),
  membersAdded: members,
  membersRemoved: members,
  id: text,
  name: text,
  action: text,
  text: text,
  textFormat: text,
  replyToId: text,
  locale: text,
  localTimezone: text,
  deliveryMode: text,
  callerId: text,
});
export type PostedActivity = z.output<typeof Posted>;

/** @param body of a request, anything; undefined: it is no activity that anything can be done with. */
export const readPosted = (body: unknown): PostedActivity | undefined => Posted.safeParse(body).data;
