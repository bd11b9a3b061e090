/** So many in any stretch of that length. */
export interface Window {
  readonly ms: number;
  readonly most: number;
}

/**
 * What Teams takes of one bot in one conversation (a channel with all its threads, or a chat), and of one app in one tenant:
 * Microsoft Learn, "Optimize your bot with rate limiting in Teams". Changes and removals are not listed there; they count
 * like what is sent.
 */
export const PUBLISHED = {
  conversation: [
    { ms: 1_000, most: 7 },
    { ms: 2_000, most: 8 },
    { ms: 30_000, most: 60 },
    { ms: 3_600_000, most: 1_800 },
  ],
  tenant: [{ ms: 1_000, most: 50 }],
} as const satisfies Readonly<Record<string, readonly Window[]>>;

export type LimitOf = keyof typeof PUBLISHED;

/** A part of them, in percent: at least one message in every window, so that nothing waits for ever. */
export const partOf = (windows: readonly Window[], percent: number): Window[] =>
  windows.map(({ ms, most }) => ({ ms, most: Math.max(1, Math.floor((most * percent) / 100)) }));
