// package-lock.json must install everywhere: no addresses of one machine's registry in it, and an entry for each
// optional package of each platform (npm leaves out those that it could not see when the lock was made).
import fs from 'node:fs';

const { packages } = JSON.parse(fs.readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));

function isPresent(from, name) {
  if (packages[`${from && `${from}/`}node_modules/${name}`]) return true;
  return from !== '' && isPresent(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

const problems = [];
for (const [key, entry] of Object.entries(packages)) {
  if (entry.resolved) problems.push(`${key}: has "resolved"`);
  if (key && !entry.link && !entry.inBundle && !entry.integrity) problems.push(`${key}: has no "integrity"`);
  const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isPresent(key, name));
  if (missing.length)
    problems.push(`${key || 'package.json'}@${entry.version}: no entry for ${missing.join(', ')}`);
}

if (problems.length) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`lock complete: ${Object.keys(packages).length - 1} packages`);
}
