// The figures as docs/performance.md has them.
import os from 'node:os';
import { table } from './figures.mjs';

/** Before each section stands which measure it is; the last is written by hand. */
const mark = (name) => `<!-- ${name} -->`;
const BY_HAND = 'by hand';

const INTRO = `# Performance

Measured by \`npm run bench\`, against botbuilder and restify that answer the same cards with as many calls to Teams, without
logic and without a store. Each side is a process of its own, driven over HTTP, the sides in turn; Teams is played on the same
machine and answers at once. Shown are medians (smallest–largest).`;

const machine = () =>
  `${os.cpus().length} cores (${os.arch()}), ${os.type()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`;

const section = ({ name, title, text, head, rows, rounds }) =>
  [
    mark(name),
    `## ${title}`,
    text,
    `${rounds === 1 ? 'One run' : `${rounds} rounds`}; ${machine()}.`,
    table(head, rows),
  ].join('\n\n');

/** The page: what was measured now, and of `before` (the page as it is) what was not, and what is written by hand. */
export function markdown(measured, names, before = '') {
  const kept = (name) => {
    const [, found] = before.split(`${mark(name)}\n`);
    return found === undefined ? undefined : `${mark(name)}\n${found.split('\n<!-- ')[0].trimEnd()}`;
  };
  const parts = [...names, BY_HAND].map((name) => {
    const now = measured.find((one) => one.name === name);
    return now ? section(now) : kept(name);
  });
  return `${[INTRO, ...parts.filter((part) => part !== undefined)].join('\n\n')}\n`;
}
