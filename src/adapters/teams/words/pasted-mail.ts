import { namesOf } from '../../../domain/forms/accept-start';
import { addressesIn, phoneIn } from './found-in';
import { figuresIn, type Named, type Told, type TellingContext } from './telling';

/** A mail that says more than this is a novel: what is noted of it ends here. */
const LONGEST_NOTE = 1_500;
const FEWEST_LINES = 3;
const MOST_SIGNED = 8;

const CLOSING =
  /^(?:(?:best|kind|warm|many)(?: regards| wishes)?|regards|thanks(?: a lot| again| in advance)?|thank you|cheers|sincerely|yours(?: sincerely| faithfully)?|mit (?:freundlichen|besten) gr(?:ü|ue)(?:ß|ss)en|(?:viele|beste|liebe) gr(?:ü|ue)(?:ß|ss)e|cordiali saluti|cordialement|un saludo|saludos|с уважением|--)[,.! ]*$/iu;
const GREETING =
  /^(?:hi|hello|dear|hallo|good (?:morning|afternoon)|guten (?:tag|morgen)|ciao|bonjour)\b.{0,60}$/iu;
/** "Contoso:" above a mail says whom it is about. */
const ABOVE = /^([^:\n]{2,80}):(?:\s|$)/u;
const HEADER = /^(from|to|cc|sent|date|subject|von|an|gesendet|betreff):\s*(.*)$/iu;

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

interface Parts {
  readonly from: string;
  readonly subject: string;
  readonly body: readonly string[];
  readonly signed: readonly string[];
}

/** Headers, what was written, and the signature; what is quoted below it is somebody else's. */
function partsOf(text: string): Parts {
  const lines = linesOf(text);
  const headers = new Map<string, string>();
  const rest = lines.filter((line) => {
    const header = HEADER.exec(line);
    if (header) headers.set((header[1] ?? '').toLowerCase(), header[2] ?? '');
    return !header && !line.startsWith('>');
  });
  const closing = rest.findIndex((line) => CLOSING.test(line));
  const end = closing < 0 ? rest.length : closing;
  return {
    from: headers.get('from') ?? headers.get('von') ?? '',
    subject: headers.get('subject') ?? headers.get('betreff') ?? '',
    body: rest.slice(0, end).filter((line) => line !== '' && !GREETING.test(line)),
    signed: rest
      .slice(end + 1)
      .filter((line) => line !== '')
      .slice(0, MOST_SIGNED),
  };
}

/** Several lines, and somebody who signs or sends it. */
export function isMail(text: string): boolean {
  if (linesOf(text).filter((line) => line !== '').length < FEWEST_LINES) return false;
  const { from, signed } = partsOf(text);
  return from !== '' || signed.length > 0 || addressesIn(text).length > 0;
}

const NAME = /^\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]*){0,2} \p{Lu}[\p{L}'’.-]+$/u;

function sender({ from, signed }: Parts): Readonly<Record<string, string>> {
  const named =
    signed.find((line) => NAME.test(line)) ??
    from
      .replace(/[<(].*$/, '')
      .replaceAll('"', '')
      .trim();
  const { firstName, lastName } = NAME.test(named) ? namesOf(named) : { firstName: '', lastName: '' };
  const [email] = addressesIn([...signed, from].join('\n'));
  const phone = signed.map(phoneIn).find((one) => one !== undefined);
  const parts = {
    contactFirstName: firstName,
    contactLastName: lastName,
    contactPhone: phone ?? '',
    contactEmail: email ?? '',
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}

/** Everybody has an address there: it names no company. */
const EVERYBODYS =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|me|aol|gmx|web|t-online|proton|protonmail|orange|free|mail)$/;

/** "contoso" of kim@mail.contoso.example: those who are known at its customer have such an address, too. */
function companyOf(address: string): string | undefined {
  const company = address.split('@')[1]?.toLowerCase().split('.').at(-2);
  return company === undefined || EVERYBODYS.test(company) ? undefined : company;
}

/** Whom a mail may be of: who sent it, where they work, and the lines of the signature. */
function customersOf({ from, signed }: Parts, note: string): readonly Named[] {
  const [address] = addressesIn([...signed, from].join('\n'));
  const company = address === undefined ? undefined : companyOf(address);
  const signer = signed.findIndex((line) => NAME.test(line));
  const lines = signed.filter(
    (line, at) => at !== signer && addressesIn(line).length === 0 && !phoneIn(line),
  );
  return [
    ...(address === undefined ? [] : [{ words: address, note, anything: true as const }]),
    ...lines.map((words) => ({ words: words.replace(/[|,].*$/, '').trim(), note })),
    ...(company === undefined ? [] : [{ words: company, note, anything: true as const }]),
  ].filter(({ words }) => words.length > 1);
}

/** A pasted mail: contact, value and day fill in the form, what it says becomes the note. */
export function readMail(text: string): Told {
  const above = ABOVE.exec(text);
  const named =
    above && !HEADER.test(linesOf(text)[0] ?? '') && !GREETING.test(above[0].trim()) ? (above[1] ?? '') : '';
  const parts = partsOf(named === '' ? text : text.slice(above?.[0].length));
  const said = [parts.subject, ...parts.body].filter(Boolean).join('\n');
  const note = said.length > LONGEST_NOTE ? `${said.slice(0, LONGEST_NOTE - 1).trimEnd()}…` : said;
  return {
    customers: named === '' ? customersOf(parts, note) : [{ words: named, note }],
    answers: (context: TellingContext) => ({ ...figuresIn(said, context), ...sender(parts) }),
    mail: true,
  };
}
