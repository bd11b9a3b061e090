import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

interface Settings {
  appId: string;
  publicUrl?: string;
  signOn?: { clientId: string; uri: string };
  version: string;
  commands: { scope: 'team' | 'personal'; commands: { title: string; description?: string }[] }[];
}

interface AppPackage {
  makePackage(
    folder: string,
    settings: Settings,
  ): Promise<{ manifest?: Record<string, unknown>; bytes?: Buffer; problems?: string[] }>;
  inLowestVersion(manifest: object): Promise<{ manifest?: { manifestVersion: string }; problems?: string[] }>;
}

const { makePackage, inLowestVersion } = jest.requireActual<AppPackage>(
  '../../scripts/manifest/app-package.cjs',
);
const folder = path.join(__dirname, '..', '..', 'manifest');
const APP_ID = '1b7f0f5e-3c1d-4a52-9c1a-0d6a3f0e8b21';

const commandsNamed = (count: number): { title: string; description: string }[] =>
  Array.from({ length: count }, (_, i) => ({ title: `command ${i + 1}`, description: 'What it does' }));

const settings = (changes: Partial<Settings> = {}): Settings => ({
  appId: APP_ID,
  publicUrl: 'https://desk.example.com:8443',
  version: '0.1.0',
  commands: [
    { scope: 'team', commands: commandsNamed(10) },
    { scope: 'personal', commands: commandsNamed(3) },
  ],
  ...changes,
});

describe('the Teams app package', () => {
  it('holds the manifest and the icons at its root, filled in from the settings and the command table', async () => {
    const { manifest, bytes } = await makePackage(folder, settings());
    const entries = unzipSync(bytes!);
    expect(Object.keys(entries).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(Buffer.from(entries['manifest.json']!).toString())).toEqual(manifest);
    expect(manifest).toMatchObject({
      id: APP_ID,
      version: '0.1.0',
      validDomains: ['desk.example.com:8443'],
      bots: [
        {
          botId: APP_ID,
          scopes: ['team', 'personal'],
          supportsFiles: true,
          commandLists: [{ scopes: ['team'] }, { scopes: ['personal'], commands: commandsNamed(3) }],
        },
      ],
    });
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
  });

  it('is the same to the byte each time', async () => {
    const [one, other] = await Promise.all([
      makePackage(folder, settings()),
      makePackage(folder, settings()),
    ]);
    expect(one.bytes!.equals(other.bytes!)).toBe(true);
  });

  it('has the lowest version whose schema knows every field, and a newer field raises it', async () => {
    const { manifest } = await makePackage(folder, settings());
    expect(manifest!['manifestVersion']).toBe('1.9');
    expect(manifest!['$schema']).toContain('/v1.9/');
    const { $schema, manifestVersion, ...rest } = manifest!;
    const older = { ...rest, defaultInstallScope: undefined, defaultGroupCapability: undefined };
    const newer = { ...rest, supportsChannelFeatures: 'tier1' };
    const plain = (value: object): object => JSON.parse(JSON.stringify(value)) as object;
    expect((await inLowestVersion(plain(older))).manifest?.manifestVersion).toBe('1.5');
    expect((await inLowestVersion(newer)).manifest?.manifestVersion).toBe('1.25');
  });

  it('names the application that Teams gives people’s tokens for, where there is one', async () => {
    const signOn = { clientId: APP_ID, uri: `api://botid-${APP_ID}` };
    const { manifest } = await makePackage(folder, { ...settings(), signOn });
    expect(manifest).toMatchObject({ webApplicationInfo: { id: APP_ID, resource: signOn.uri } });
  });

  it('works without a public address', async () => {
    const { publicUrl, ...without } = settings();
    expect((await makePackage(folder, without)).manifest).toMatchObject({ validDomains: [] });
  });

  it.each([
    [
      'a scope without commands',
      { commands: [{ scope: 'team', commands: [] }] },
      /no commands in scope team/,
    ],
    ['a version of two parts', { version: '1.0' }, /\/version must be three numbers/],
  ] as [string, Partial<Settings>, RegExp][])('is not made with %s', async (_what, changes, words) => {
    const { bytes, problems } = await makePackage(folder, settings(changes));
    expect(bytes).toBeUndefined();
    expect(problems!.join('\n')).toMatch(words);
  });

  it('names all that is wrong with it in one go', async () => {
    const wrong = [{ title: 'x' }, { title: 'x'.repeat(129), description: 'y' }, ...commandsNamed(9)];
    const { bytes, problems } = await makePackage(
      folder,
      settings({ appId: 'my-bot', commands: [{ scope: 'team', commands: wrong }] }),
    );
    expect(bytes).toBeUndefined();
    for (const words of [
      '/id must match pattern',
      'title must NOT have more than',
      'command "x" has no description',
      '11 commands in scope team',
    ])
      expect(problems!.join('\n')).toContain(words);
  });

  it('is not made with icons of another size or kind', async () => {
    const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'referral-desk-manifest-'));
    fs.copyFileSync(path.join(folder, 'manifest.json'), path.join(copy, 'manifest.json'));
    fs.copyFileSync(path.join(folder, 'color.png'), path.join(copy, 'outline.png'));
    fs.copyFileSync(path.join(folder, 'color.svg'), path.join(copy, 'color.png'));
    const { problems } = await makePackage(copy, settings());
    fs.rmSync(copy, { recursive: true });
    expect(problems).toEqual(['icon color is not a PNG', 'icon outline is 192×192 instead of 32×32']);
  });
});

interface Picture {
  width: number;
  height: number;
  /** [red, green, blue, alpha] of each pixel. */
  pixels: number[][];
}

/** Decodes an 8-bit PNG without interlacing (W3C PNG §9 filters). */
function decode(file: string): Picture {
  const bytes = fs.readFileSync(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = bytes[25] === 6 ? 4 : 3;
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + length));
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * channels;
  let above = new Array<number>(stride).fill(0);
  const pixels: number[][] = [];
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)]!;
    const row: number[] = [];
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [row[x - channels] ?? 0, above[x]!, above[x - channels] ?? 0];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      row.push((raw[y * (stride + 1) + 1 + x]! + guess) & 255);
    }
    for (let x = 0; x < stride; x += channels) {
      pixels.push([row[x]!, row[x + 1]!, row[x + 2]!, channels === 4 ? row[x + 3]! : 255]);
    }
    above = row;
  }
  return { width, height, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

describe('the icons', () => {
  it('the outline is white on nothing but transparency, 32 by 32', () => {
    const { width, height, pixels } = decode(path.join(folder, 'outline.png'));
    expect([width, height, pixels.length]).toEqual([32, 32, 1_024]);
    const visible = pixels.filter(([, , , alpha]) => alpha! > 0);
    expect(visible.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    expect(visible.length).toBeGreaterThan(200);
    expect(pixels.length - visible.length).toBeGreaterThan(200);
  });

  it('the coloured one fills its square of 192 without a gap, with the sign in the middle', () => {
    const { width, height, pixels } = decode(path.join(folder, 'color.png'));
    expect([width, height]).toEqual([192, 192]);
    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
    const white = pixels.flatMap(([red, green, blue], i) => (red! + green! + blue! === 765 ? [i] : []));
    const columns = white.map((i) => i % 192);
    expect(Math.min(...columns)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...columns)).toBeLessThanOrEqual(152);
  });
});
