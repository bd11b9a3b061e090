import type { Desk, WritesAs } from '../desk/desk';
import { LETTER_LENGTH, LETTER_WORDS } from '../desk/letter';
import type { DeskRules } from '../desk/step';
import type { Answers, Field, Form } from '../forms/form';
import { NEW_DOCUMENT } from '../living/document';
import type { PersonRef } from '../person/person-ref';
import { UNDO_MS } from './hold';
import type { DeskAbout, DeskDoing, DeskOperation } from './operation';

/** Languages that the product has strings for. */
const LANGUAGES = ['en'] as const;

const titled = (field: string, values: readonly string[]): NonNullable<Field['choices']> =>
  values.map((value) => ({ value, title: { key: `forms.bind.${field}.${value}` } }));

/** The language to choose from that a tag (`en-GB`) names, else the first. */
const languageOf = (tag: string): string =>
  LANGUAGES.find((language) => language === tag.split('-')[0]?.toLowerCase()) ?? LANGUAGES[0];

/** What ends the clock to contact a customer. */
const MAIL_COUNTS = 'mailed';
const CONTACTED = ['reached', MAIL_COUNTS] as const;

/** For so many minutes an end can be taken back. */
const UNDO_MINUTES = ['0', '1', '5', '10'] as const;
const MINUTE_MS = 60_000;

/** Fed by every account that no other desk names. */
const ALL = 'all';

/** With whose right it writes. */
const WRITES_AS = ['account', 'person', 'person-alone'] as const;

const writing = (ownRight: boolean | undefined): readonly Field[] =>
  ownRight
    ? [
        {
          id: 'writesAs',
          kind: 'choice',
          required: false,
          maxLength: 20,
          more: true,
          choices: titled('writesAs', WRITES_AS),
        },
      ]
    : [];

/** Room for the ids of everybody in a large team's roster. */
const PEOPLE_LENGTH = 50_000;

/** Who feeds it, where there are several accounts to choose from. */
function feeding(accounts: DeskAbout['accounts'] = []): readonly Field[] {
  if (accounts.length === 0) return [];
  const all = { value: ALL, title: { key: 'forms.bind.accounts.all' } };
  const each = accounts.map(({ id, name }) => ({ value: id, title: { text: name } }));
  const field = { id: 'accounts', kind: 'people', required: false, more: true, many: true } as const;
  return [{ ...field, maxLength: PEOPLE_LENGTH, choices: [all, ...each] }];
}

export function bindForm({
  people,
  accounts,
  ownRight,
}: Pick<DeskAbout, 'people' | 'accounts' | 'ownRight'>): Form {
  const choices = people.map(({ id, name }) => ({ value: id, title: { text: name } }));
  const whom = { kind: 'people', maxLength: PEOPLE_LENGTH, more: false, many: true, choices } as const;
  return {
    name: 'bind',
    fields: [
      { id: 'answers', required: true, ...whom },
      { id: 'managers', required: false, ...whom },
      {
        id: 'language',
        kind: 'choice',
        required: true,
        maxLength: 20,
        more: false,
        choices: titled('language', LANGUAGES),
      },
      { id: 'zone', kind: 'zone', required: true, maxLength: 60, more: false },
      { id: 'currency', kind: 'currency', required: true, maxLength: 20, more: false },
      {
        id: 'contacted',
        kind: 'choice',
        required: false,
        maxLength: 20,
        more: true,
        choices: titled('contacted', CONTACTED),
      },
      {
        id: 'undo',
        kind: 'choice',
        required: false,
        maxLength: 20,
        more: true,
        choices: titled('undo', UNDO_MINUTES),
      },
      ...feeding(accounts),
      ...writing(ownRight),
      {
        id: 'letter',
        kind: 'long-text',
        required: false,
        maxLength: LETTER_LENGTH,
        more: true,
        places: LETTER_WORDS,
      },
    ],
  };
}

/** Until somebody chooses another. */
const currencyIn = (zone = ''): string => (/^Europe\//.test(zone) ? 'EUR' : 'USD');

const idsOf = (people: readonly PersonRef[]): string => people.map(({ id }) => id).join(',');

/** How it deals with customers. */
const customersStart = (desk: Desk | undefined): Answers => ({
  contacted: desk?.mailCounts ? MAIL_COUNTS : 'reached',
  undo: String((desk?.undoMs ?? UNDO_MS) / MINUTE_MS),
  letter: desk?.letter ?? '',
});

/** An account that is connected no more is no choice. */
function feedingStart({ desk, accounts = [] }: DeskAbout): Answers {
  const named = accounts.map(({ id }) => id).filter((id) => desk?.accounts?.includes(id));
  return accounts.length === 0 ? {} : { accounts: named.join(',') || ALL };
}

/** Those chosen; none where all are. */
function accountsIn({ answers, accounts = [] }: DeskDoing): readonly string[] {
  if (accounts.length === 0) return [];
  const chosen = (answers['accounts'] ?? '').split(',').map((one) => one.trim());
  return chosen.includes(ALL) ? [] : chosen.filter((one) => one !== '');
}

const start = ({ desk, by, defaults, ...about }: DeskAbout): Answers => ({
  answers: idsOf(desk?.answers ?? [by]),
  managers: idsOf(desk?.managers ?? []),
  language: languageOf(desk?.language ?? defaults.language),
  zone: desk?.zone ?? by.zone ?? defaults.zone,
  currency: desk?.currency ?? currencyIn(by.zone),
  ...customersStart(desk),
  ...feedingStart({ desk, by, defaults, ...about }),
  ...(about.ownRight ? { writesAs: desk?.writesAs ?? 'account' } : {}),
});

/** A channel becomes a desk, or its rules change. For a new one the binder answers, in their zone. */
export const bind: DeskOperation = {
  on: 'desk',
  name: 'bind',
  audit: 'bound',
  form: bindForm,
  start,
  stands: (about) => ({ holds: start(about) }),
  born: (doing) => ({ ...newDesk(doing), ...rulesIn(doing) }),
  change: (doing) => ({ kind: 'ruled', rules: chosenAnew(doing), by: doing.by }),
};

/** What another admin chose in that very moment stays, but for what this one chose, too. */
function chosenAnew(doing: DeskDoing): Partial<DeskRules> {
  const rules = rulesIn(doing);
  const { desk } = doing;
  if (!desk) return rules;
  const isNew = (name: string): boolean =>
    JSON.stringify(desk[name as keyof Desk]) !== JSON.stringify(rules[name as keyof DeskRules]);
  return Object.fromEntries(Object.entries(rules).filter(([name]) => isNew(name)));
}

const writesAsIn = (answers: Answers): WritesAs =>
  WRITES_AS.find((one) => one === answers['writesAs']) ?? 'account';

function rulesIn(doing: DeskDoing): DeskRules {
  const { answers, people, place, defaults } = doing;
  const named = (field: string): PersonRef[] =>
    (answers[field] ?? '').split(',').flatMap((id) => people.filter((person) => person.id === id.trim()));
  return {
    answers: named('answers'),
    managers: named('managers'),
    language: answers['language'] ?? defaults.language,
    zone: answers['zone'] ?? defaults.zone,
    currency: answers['currency'] ?? 'USD',
    mailCounts: answers['contacted'] === MAIL_COUNTS,
    undoMs: answers['undo'] ? Number(answers['undo']) * MINUTE_MS : UNDO_MS,
    letter: answers['letter'] ?? '',
    accounts: accountsIn(doing),
    // Where it is not asked for it stays as it was.
    ...(doing.ownRight ? { writesAs: writesAsIn(answers) } : {}),
    team: place.team,
    name: place.name,
    serviceUrl: place.serviceUrl,
  };
}

function newDesk({ by, place, now, defaults }: DeskDoing): Desk {
  const { channel: id, team, tenant, name, serviceUrl } = place;
  const people = { answers: [], managers: [], boundBy: { id: by.id, name: by.name } };
  const rules = { ...defaults, currency: 'USD', reachable: true, boundAt: now };
  return { ...NEW_DOCUMENT, kind: 'desk', id, tenant, team, name, serviceUrl, ...people, ...rules };
}
