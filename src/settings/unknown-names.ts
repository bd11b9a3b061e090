/** How many letters apart two words are, counted as insertions, deletions and replacements. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

const OURS =
  /^(?:microsoft_?app|partner_?cent(?:er|re)|sandbox_(?:teams|clock)|allowed_tenant|intake_key|metrics_key)/i;

/**
 * Names in the environment that look like ours and are not: a setting that is misspelt would be ignored, and a
 * misspelt MicrosoftAppId would start the sandbox. Names of others are left alone.
 */
export function unknownNames(names: readonly string[], known: readonly string[]): string[] {
  return names
    .filter((name) => !known.includes(name) && OURS.test(name))
    .map((name) => {
      const letters = name.toLowerCase().replaceAll('_', '');
      const [nearest] = known
        .map((other) => ({ other, far: distance(letters, other.toLowerCase().replaceAll('_', '')) }))
        .sort((a, b) => a.far - b.far);
      const hint = nearest && nearest.far <= 4 ? `: did you mean ${nearest.other}?` : '; remove it';
      return `${name} is not a setting of this program${hint}`;
    });
}
