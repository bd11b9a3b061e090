import { createHash, randomUUID } from 'node:crypto';

/** A new GUID for each call, by which Microsoft's support traces it. */
export const newCallId = (): string => randomUUID();

/**
 * The GUID of one request, the same however often it is sent. Partner Center's header page: `request-id` serves
 * idempotency, "on timeout retry with the same value". What is written against another eTag is another request.
 */
export function requestGuid(requestId: string, eTag: string): string {
  const hash = createHash('sha256').update(requestId).update('\n').update(eTag).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
