import { z } from 'zod/v4';
import type { RouteReply } from '../../adapters/http/route';
import { problem } from '../../adapters/http/problem';

const anything = z.record(z.string(), z.unknown());

const actRequest = z.strictObject({
  /** Teams id, Entra object id, user principal name, name or role. */
  person: z.string().min(1),
  /** A conversation's id or name, or "personal". */
  conversation: z.string().min(1).optional(),
  text: z.string().optional(),
  /** A file that is sent with it, in a personal chat: its bytes in base64. */
  file: z.strictObject({ name: z.string().min(1).max(200), base64: z.base64() }).optional(),
  /** The root of the thread to answer in. */
  thread: z.string().optional(),
  /** False: a channel message that does not mention the bot. */
  mention: z.boolean().optional(),
  activity: z.string().optional(),
  /** A button's title. */
  button: z.string().optional(),
  /** Which of several buttons with that title, from 1. */
  nth: z.int().min(1).optional(),
  /** A button's action itself, as a client has it: nothing is looked up or checked. */
  action: z.looseObject({ type: z.string(), verb: z.string().optional(), data: z.unknown() }).optional(),
  /** What is typed into an input that the bot searches for. */
  search: z.strictObject({ dataset: z.string(), text: z.string() }).optional(),
  inputs: anything.optional(),
  /** True: sends what a client would refuse to send. */
  unchecked: z.boolean().optional(),
  dialog: z.literal('close').optional(),
  repeat: z.int().min(1).max(5).optional(),
});

export type ActRequest = z.infer<typeof actRequest>;

/** The request of POST /sandbox/act, or a 400 that names each wrong field. */
export function readActRequest(body: unknown): { readonly act: ActRequest } | { readonly reply: RouteReply } {
  const read = actRequest.safeParse(body);
  if (read.success) return { act: read.data };
  const errors = read.error.issues.map((issue) => ({
    pointer: `/${issue.path.join('/')}`,
    detail: issue.message,
  }));
  const detail =
    'Give {person, conversation, text}, {person, activity, button, inputs} or {person, dialog: "close"}.';
  return { reply: problem(400, detail, { errors }) };
}
