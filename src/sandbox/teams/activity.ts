/** A card or anything else as JSON brought it: nothing in it is trusted. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly [more: string]: unknown;
}

/** One message as it stands now. */
export interface StoredActivity {
  readonly id: string;
  /** Without a thread's suffix. */
  readonly conversation: string;
  /** The message that it hangs under; null: a post of its own, or a personal chat. */
  readonly thread: string | null;
  readonly from: { readonly id: string; readonly name: string; readonly bot: boolean };
  /** Business time, ISO 8601. */
  readonly timestamp: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly attachments: readonly Attachment[];
  readonly entities: readonly unknown[];
  readonly updates: number;
  /** Gone for everyone; kept so that its thread stays a thread. */
  readonly deleted?: true;
}

/** As one person's client shows it. */
export interface ActivityView extends Omit<StoredActivity, 'deleted'> {
  readonly own?: boolean;
}

/** `19:…@thread.tacv2;messageid=17…` names a thread of a channel (Microsoft: proactive messages). */
export function splitThread(id: string): { readonly conversation: string; readonly root: string | null } {
  const at = id.indexOf(';messageid=');
  if (at < 0) return { conversation: id, root: null };
  return { conversation: id.slice(0, at), root: id.slice(at + ';messageid='.length) };
}

export const threadId = (conversation: string, root: string): string => `${conversation};messageid=${root}`;

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
