const SUFFIX = ';messageid=';

/** A channel's conversation id names a thread by its root message: `<channel>;messageid=<root>`. */
export function splitThread(conversation: string): { readonly channel: string; readonly root?: string } {
  const at = conversation.indexOf(SUFFIX);
  if (at < 0) return { channel: conversation };
  const root = conversation.slice(at + SUFFIX.length);
  return { channel: conversation.slice(0, at), ...(root !== '' && { root }) };
}

export const threadId = (channel: string, root: string): string => `${channel}${SUFFIX}${root}`;
