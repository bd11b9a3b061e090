// Makes build/referral-desk.zip, the Teams app package for the settings given. Exit code 78: settings are wrong.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, isStale } from './build.mjs';
import appPackage from './manifest/app-package.cjs';

/** Stands for the bot where none is registered; Teams does not know it. */
const SANDBOX_ID = 'b07f3d52-6a1c-4e98-8f25-d4c93e7a0b16';
const at = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const require = createRequire(import.meta.url);

/** Prints and ends the process. */
function stop(code, line, details = []) {
  console.error([line, ...details.map((detail) => `- ${detail}`)].join('\n'));
  process.exit(code);
}

/** The settings that a manifest shows; the others may be unset where it is made. */
function readSettings() {
  const { loadEnv } = require(at('dist/config.js'));
  const { settings } = require(at('dist/settings/fields.js'));
  const env = loadEnv();
  const names = ['MicrosoftAppId', 'PUBLIC_URL', 'PARTNER_CENTER_CLIENT_ID', 'SSO_APP_ID_URI'];
  const values = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined]));
  const picked = settings.pick(Object.fromEntries(names.map((name) => [name, true])));
  const { data, error } = picked.safeParse(values);
  if (data) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  return stop(78, 'No package made: the settings need correcting.', problems);
}

/** The command table's marked commands, with their descriptions in English. */
function readCommands() {
  const { commandsFor, manifestCommands } = require(at('dist/adapters/teams/commands/table.js'));
  const { OFFERED } = require(at('dist/adapters/teams/operations/looks.js'));
  const strings = JSON.parse(fs.readFileSync(at('cards/strings/en.json'), 'utf8'));
  const textOf = (key) => key.split('.').reduce((inner, part) => inner?.[part], strings);
  return manifestCommands(commandsFor(OFFERED.looks)).map(({ scope, commands }) => ({
    scope,
    commands: commands.map(({ title, key }) => ({ title, description: textOf(key) })),
  }));
}

if (isStale() && !(await build({ onlyIfStale: true }))) {
  stop(1, 'No package made: the sources have the errors above.');
}
const {
  MicrosoftAppId: appId,
  PUBLIC_URL: publicUrl,
  PARTNER_CENTER_CLIENT_ID: clientId,
  SSO_APP_ID_URI: uri,
} = readSettings();
const { manifest, bytes, problems } = await appPackage.makePackage(at('manifest'), {
  appId: appId ?? SANDBOX_ID,
  publicUrl,
  signOn: clientId && uri ? { clientId, uri } : undefined,
  version: JSON.parse(fs.readFileSync(at('package.json'), 'utf8')).version,
  commands: readCommands(),
});
if (problems) stop(1, 'No package made: Teams would refuse it.', problems);

fs.mkdirSync(at('build'), { recursive: true });
fs.writeFileSync(at('build/referral-desk.zip'), bytes);
const counts = manifest.bots[0].commandLists.map(
  ({ scopes, commands }) => `${commands.length} in ${scopes[0]}`,
);
console.log(
  `build/referral-desk.zip: ${bytes.length} bytes, manifest version ${manifest.manifestVersion}, commands: ${counts.join(', ')}`,
);
if (!appId) {
  console.log(
    'MicrosoftAppId is not set: this package is for looking at; Teams needs one with your bot’s id.',
  );
}
if (manifest.developer.websiteUrl.startsWith('https://example.com/')) {
  console.log(
    'The developer’s addresses in manifest/manifest.json are examples: put your own there before you publish.',
  );
}
