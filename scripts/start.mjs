// Builds when needed, then runs the program in this same process, so that signals reach it.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, compiler, isStale } from './build.mjs';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

if (isStale() && compiler()) {
  console.error('building…');
  if (!(await build({ onlyIfStale: true }))) {
    console.error('Not started: the sources have the errors above. Correct them and start again.');
    process.exit(1);
  }
}

if (!fs.existsSync(main)) {
  console.error(
    'Not started: dist/main.js is missing and what builds it is not installed. Run "npm install" with development ' +
      'dependencies and "npm run build", or bring a built dist folder.',
  );
  process.exit(1);
}

await createRequire(import.meta.url)(main).run();
