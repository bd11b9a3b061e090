/**
 * Partner Center's words for the codes of `DECLINE_REASONS` (bulk import of co-sell deals). `statusReason` is "a free
 * descriptive message" (referral resources page): its readers there get the words, not our code.
 */
const WORDS: Readonly<Record<string, string>> = {
  '1': 'Project budget is not adequate',
  '2': 'Customer did not respond',
  '3': 'Customer chose another vendor',
  '4': 'Customer requirement not met',
  '5': 'Not a customer',
  '6': 'Proposed time line was too short',
  '7': 'Report as abuse, spam or phishing',
  '8': 'Others',
};

export const reasonToWire = (code: string): string => WORDS[code] ?? code;

/** The code of a known reason, so that it can be shown in the reader's language; other words stay as they are. */
export function reasonFromWire(words: string): string {
  const known = Object.entries(WORDS).find(([, text]) => text.toLowerCase() === words.trim().toLowerCase());
  return known?.[0] ?? words;
}
