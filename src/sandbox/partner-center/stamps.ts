/** 100 ns since 1970, as exact as Partner Center writes times: "2026-01-05T09:12:41.3000000Z". */
export function ticksOf(text: string | null | undefined): bigint | undefined {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,7})\d*)?(Z|[+-]\d{2}:\d{2})$/i.exec(
    text ?? '',
  );
  const seconds = match ? Date.parse(`${match[1] ?? ''}${match[3] ?? 'Z'}`) : NaN;
  return Number.isNaN(seconds)
    ? undefined
    : BigInt(seconds) * 10_000n + BigInt((match?.[2] ?? '').padEnd(7, '0'));
}

/** The text of such a moment, with seven decimals. */
export function stampOf(ticks: bigint): string {
  const seconds = new Date(Number(ticks / 10_000_000n) * 1_000).toISOString().slice(0, 19);
  return `${seconds}.${(ticks % 10_000_000n).toString().padStart(7, '0')}Z`;
}

/** A moment in ms UTC, with seven decimals. */
export const stampOfMs = (ms: number): string => stampOf(BigInt(Math.floor(ms)) * 10_000n);
