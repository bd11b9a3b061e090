// The figures as docs/performance.md has them.
import os from 'node:os';
import { table } from './figures.mjs';

const machine = () =>
  `${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${os.type()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;

export function markdown(sections, { rounds }) {
  const parts = sections.map(
    ({ title, text, head, rows }) => `## ${title}\n\n${text}\n\n${table(head, rows)}`,
  );
  return `# Performance

Measured by \`npm run bench\`, against botbuilder and restify that answer the same cards with as many calls to Teams, without
logic and without a store. Each side is a process of its own, driven over HTTP; Teams is played on the same machine and
answers at once. Medians of ${rounds} rounds (smallest–largest), the sides in turn: ${machine()}.

${parts.join('\n\n')}
`;
}
