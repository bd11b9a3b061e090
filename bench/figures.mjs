// Figures of several rounds, in words.

export const percentile = (values, share) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

const median = (values) => percentile(values, 0.5);

const digits = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** "61.2 (58.0–63.1)": the median of the rounds and their spread. */
export function spread(values) {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return '–';
  return `${digits(median(known))} (${digits(Math.min(...known))}–${digits(Math.max(...known))})`;
}

/** The median of the rounds' own shares, in percent: both sides of a round ran one after the other. */
export const share = (ours, theirs) =>
  `${(median(ours.map((one, at) => one / theirs[at])) * 100).toFixed(0)} %`;

export const times = (ours, theirs) => `${median(ours.map((one, at) => one / theirs[at])).toFixed(1)} ×`;

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
