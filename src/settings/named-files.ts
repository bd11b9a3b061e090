import { X509Certificate } from 'node:crypto';
import { accounts, type Account, type SettingName, type Settings } from './fields';
import { Secret } from './secret';
import type { KnownSolution } from '../domain/deal/solution';
import { readCatalogue } from './solutions-catalogue';

/** What stands in the files that settings name. */
export interface NamedFiles {
  certificatePem?: string;
  certificateKeyPem?: Secret;
  certificateRoots?: readonly X509Certificate[];
  accounts?: readonly Account[];
  solutions?: readonly KnownSolution[];
}

/** Reads them; what is wrong with one goes to `problems`, without anything of its content. */
export function readFiles(
  given: Settings,
  readFile: (file: string) => string,
  problems: string[],
): NamedFiles {
  const read = (name: SettingName, file: string | undefined): string | undefined => {
    if (file === undefined) return undefined;
    try {
      return readFile(file);
    } catch {
      problems.push(`${name} names a file that cannot be read: correct the path or who may read it`);
      return undefined;
    }
  };
  const pem = (name: SettingName, file: string | undefined): string | undefined => {
    const content = read(name, file);
    if (content !== undefined && !content.includes('-----BEGIN ')) {
      problems.push(`${name} must name a PEM file, with a line "-----BEGIN …"`);
    }
    return content;
  };
  const certificatePem = pem('MicrosoftAppCertificatePath', given.MicrosoftAppCertificatePath);
  const key = pem('MicrosoftAppCertificateKeyPath', given.MicrosoftAppCertificateKeyPath);
  const roots = rootsIn(
    pem('PARTNER_CENTER_CERTIFICATE_ROOTS', given.PARTNER_CENTER_CERTIFICATE_ROOTS),
    problems,
  );
  const listed = readAccounts(read('PARTNER_CENTER_ACCOUNTS', given.PARTNER_CENTER_ACCOUNTS), problems);
  const solutions = catalogueIn(read('SOLUTIONS_CATALOGUE', given.SOLUTIONS_CATALOGUE), problems);
  return {
    ...(certificatePem !== undefined && { certificatePem }),
    ...(key !== undefined && { certificateKeyPem: new Secret(key) }),
    ...(roots && { certificateRoots: roots }),
    ...(listed && { accounts: listed }),
    ...(solutions && { solutions }),
  };
}

function readAccounts(json: string | undefined, problems: string[]): readonly Account[] | undefined {
  if (json === undefined) return undefined;
  try {
    const parsed = accounts.safeParse(JSON.parse(json));
    for (const issue of parsed.error?.issues ?? []) {
      problems.push(
        `PARTNER_CENTER_ACCOUNTS: its file at /${issue.path.map(String).join('/')}: ${issue.message}`,
      );
    }
    return parsed.data;
  } catch {
    problems.push(
      'PARTNER_CENTER_ACCOUNTS must name a JSON file, for example [{"tenantId":"…","clientId":"…","clientSecret":"…","refreshToken":"…"}]',
    );
    return undefined;
  }
}

function catalogueIn(content: string | undefined, problems: string[]): readonly KnownSolution[] | undefined {
  if (content === undefined) return undefined;
  const catalogue = readCatalogue(content);
  if ('solutions' in catalogue) return catalogue.solutions;
  problems.push(...catalogue.problems.map((problem) => `SOLUTIONS_CATALOGUE: its file, ${problem}`));
  return undefined;
}

/** Roots alone: who stands below one may sign for it, who stands in its place may not. */
function rootsIn(content: string | undefined, problems: string[]): readonly X509Certificate[] | undefined {
  const blocks = content?.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g);
  if (content === undefined || !content.includes('-----BEGIN ')) return undefined;
  try {
    const found = (blocks ?? []).map((block) => new X509Certificate(block));
    if (found.length > 0 && found.every((one) => one.ca && one.checkIssued(one))) return found;
  } catch {
    // Told below: what is in the file is not.
  }
  problems.push(
    'PARTNER_CENTER_CERTIFICATE_ROOTS must name a PEM file of root certificates and nothing else',
  );
  return undefined;
}
