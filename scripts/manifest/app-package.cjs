'use strict';
// Makes the Teams app package: manifest, icons, zip. Limits: Microsoft's app manifest schema and "Prepare your app
// package" (learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package).
const fs = require('node:fs');
const path = require('node:path');
const { AppManifestUtils } = require('@microsoft/app-manifest');
const { zipSync } = require('fflate');

/** Teams shows no more than this many commands a scope in every client. */
const MOST_COMMANDS = 10;
const ICONS = { color: 192, outline: 32 };
const VERSION = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

const schemaUrl = (version) =>
  `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;

/** The versions whose schema @microsoft/app-manifest brings along, oldest first. */
function knownVersions() {
  const folder = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');
  return fs
    .readdirSync(folder)
    .filter((name) => /^v\d+\.\d+$/.test(name))
    .map((name) => name.slice(1))
    .sort((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]));
}

/** Everything but the version: the template with what the settings and the command table say. */
function fillIn(template, { appId, publicUrl, version, commands, signOn }) {
  const [bot] = template.bots;
  const commandLists = commands.map(({ scope, commands: list }) => ({
    scopes: [scope],
    commands: list.map(({ title, description }) => ({ title, description })),
  }));
  return {
    ...template,
    version,
    id: appId,
    bots: [{ ...bot, botId: appId, commandLists }],
    validDomains: publicUrl ? [new URL(publicUrl).host] : [],
    // By which Teams gives the bot a person's token for that application.
    ...(signOn ? { webApplicationInfo: { id: signOn.clientId, resource: signOn.uri } } : {}),
  };
}

/**
 * The manifest in the lowest version whose schema has every field used; {manifest} or, when no version takes it,
 * {problems} of the newest.
 */
async function inLowestVersion(manifest) {
  let problems = [];
  for (const version of knownVersions()) {
    const candidate = { $schema: schemaUrl(version), manifestVersion: version, ...manifest };
    // The validator fills the object in with empty fields: it gets a copy.
    problems = await AppManifestUtils.validateAgainstSchema(structuredClone(candidate));
    if (problems.length === 0) return { manifest: candidate };
  }
  return { problems };
}

/** What the schema does not say and Teams refuses. */
function furtherProblems(manifest, files) {
  const lists = manifest.bots[0].commandLists;
  const bare = lists.flatMap(({ commands }) => commands.filter(({ description }) => !description));
  return [
    ...(VERSION.test(manifest.version)
      ? []
      : ['/version must be three numbers without leading zeros, like 1.0.0']),
    ...bare.map(({ title }) => `command "${title}" has no description in the strings`),
    ...lists
      .filter(({ commands }) => commands.length > MOST_COMMANDS)
      .map(
        ({ scopes, commands }) =>
          `${commands.length} commands in scope ${scopes[0]}: at most ${MOST_COMMANDS}; unmark some in the command table`,
      ),
    ...lists
      .filter(({ commands }) => commands.length === 0)
      .map(({ scopes }) => `no commands in scope ${scopes[0]}`),
    ...Object.entries(ICONS).flatMap(([name, size]) => iconProblems(name, size, files[manifest.icons[name]])),
  ];
}

function iconProblems(name, size, bytes) {
  const file = `icon ${name}`;
  if (!bytes || !bytes.subarray(0, PNG.length).equals(PNG)) return [`${file} is not a PNG`];
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width === size && height === size
    ? []
    : [`${file} is ${width}×${height} instead of ${size}×${size}`];
}

/** The same bytes for the same content: entries in a fixed order, with a fixed time (of zip's zoneless kind). */
function zip(manifest, files) {
  const entries = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), ...files };
  return Buffer.from(zipSync(entries, { mtime: new Date(2020, 0, 1), level: 9 }));
}

/** {manifest, bytes} of the package, or {problems} in plain words. `folder` holds the template and the icons. */
async function makePackage(folder, settings) {
  const template = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const names = Object.values(template.icons);
  const files = Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folder, name))]));
  const filled = fillIn(template, settings);
  const { manifest, problems = [] } = await inLowestVersion(filled);
  const all = [...problems, ...furtherProblems(filled, files)];
  return all.length > 0 ? { problems: all } : { manifest, bytes: zip(manifest, files) };
}

module.exports = { makePackage, inLowestVersion };
