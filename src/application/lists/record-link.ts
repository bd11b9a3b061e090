/** An id as Partner Center's and the intake's are. */
const ID = /^[\w.:-]{1,100}$/;
/** Of a link so many parts are looked at, the last first. */
const MOST_PARTS = 4;
const LONGEST_LINK = 2_000;

/** The link that a text is, and nothing else: pasted bare, in brackets, or as Markdown has it. */
function linkOf(text: string): URL | undefined {
  const bare = text
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .replace(/^\[[^\]]*\]\((.*)\)$/s, '$1');
  if (bare.length > LONGEST_LINK || !/^https?:\/\/\S+$/i.test(bare) || !URL.canParse(bare)) return undefined;
  return new URL(bare);
}

export const isLink = (text: string): boolean => linkOf(text) !== undefined;

/** What may be a referral's id: the text itself, or parts of the link that it is, the last of its path first. */
export function idsIn(text: string): readonly string[] {
  const link = linkOf(text);
  if (!link) return ID.test(text.trim()) ? [text.trim()] : [];
  const inHash = link.hash.slice(1).split(/[/?&=]/);
  const parts = [...link.pathname.split('/'), ...link.searchParams.values(), ...inHash];
  return parts
    .map(decoded)
    .filter((part) => ID.test(part) && /\d/.test(part))
    .reverse()
    .slice(0, MOST_PARTS);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
