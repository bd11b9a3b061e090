// Looks for installed programs.
import fs from 'node:fs';
import path from 'node:path';

const isProgram = (file) => {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
};

/** The full path of a program on the PATH, or undefined. */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find(isProgram);
}

/** {binary} or {reason}: a Chromium or Chrome for the browser test. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) return isProgram(named) ? { binary: named } : { reason: `CHROMIUM=${named} is not a program` };
  const installed = [
    '/usr/bin/chromium',
    ...['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'].map(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const binary = installed.find((file) => file && isProgram(file));
  return binary ? { binary } : { reason: 'no Chromium or Chrome found; install one or name it in CHROMIUM' };
}
