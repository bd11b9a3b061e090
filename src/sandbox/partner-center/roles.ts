import { z } from 'zod';
import type { Route, RouteReply, RouteRequest } from '../../adapters/http/route';
import { problem } from '../../adapters/http/problem';
import type { Records } from '../../application/ports/store';
import type { Resource } from '../../domain/record/resource';
import { PERSON_TOKEN, PROGRAM_TOKEN } from '../program-token';
import { findPerson, PEOPLE, type SandboxPerson } from '../teams/world';
import { refusals } from './refusals';

const PATH = '/sandbox/partner-center/roles';
const TABLE = 'partner-center-roles';

/** partner-center.md §1.3: a Referrals user reads only what they are on. */
const ROLES = ['admin', 'user', 'none'] as const;

const shape = z
  .object({
    person: z.string({ message: 'is a person of the sandbox' }),
    role: z.enum(ROLES, { message: `is one of: ${ROLES.join(', ')}` }).optional(),
    revoked: z.boolean({ message: 'is true or false' }).optional(),
  })
  .strict();

interface Standing {
  readonly role: (typeof ROLES)[number];
  /** What they have signed in with is not taken any more, until they sign in again. */
  readonly revoked?: boolean | undefined;
}

/** Who of the sandbox's people may do what in Partner Center with their own sign-in: all are Referrals admins until told otherwise. */
export class Roles {
  readonly #known = new Map<string, Standing>();

  constructor(private readonly records: Records) {}

  async load(): Promise<void> {
    for (const { key, value } of await this.records.all(TABLE))
      this.#known.set(key, JSON.parse(value) as Standing);
  }

  readonly routes: Route[] = [
    { method: 'GET', path: PATH, handle: async () => ({ status: 200, body: PEOPLE.map(this.#shown) }) },
    { method: 'POST', path: PATH, handle: (request) => this.#set(request) },
  ];

  readonly #shown = ({ name, aadObjectId }: SandboxPerson): object => {
    const { role, revoked = false } = this.#of(aadObjectId);
    return { person: name, role, revoked };
  };

  /** They have signed in: what was revoked is over. */
  async signedIn({ aadObjectId }: SandboxPerson): Promise<void> {
    await this.#keep(aadObjectId, { ...this.#of(aadObjectId), revoked: false });
  }

  /** Why a call with this token is refused whatever it is about; undefined: it is not. */
  barred(token: string | undefined): RouteReply | undefined {
    const person = personOf(token);
    if (person === undefined) return undefined;
    const { role, revoked } = this.#of(person);
    if (revoked) return refusals.unauthenticated();
    return role === 'none' ? refusals.noRole() : undefined;
  }

  /** Whether the one who comes with this token is shown the record. */
  shows(token: string | undefined, { team }: Pick<Resource, 'team'>): boolean {
    const person = personOf(token);
    if (person === undefined || this.#of(person).role === 'admin') return true;
    const address = findPerson(person)?.userPrincipalName;
    return team?.some(({ email }) => email?.toLowerCase() === address) === true;
  }

  #of(person: string): Standing {
    return this.#known.get(person) ?? { role: 'admin' };
  }

  async #keep(person: string, standing: Standing): Promise<void> {
    this.#known.set(person, standing);
    await this.records.put(TABLE, person, JSON.stringify(standing));
  }

  async #set({ body }: RouteRequest): Promise<RouteReply> {
    const { data, error } = shape.safeParse(body);
    const [issue] = error?.issues ?? [];
    if (!data) return problem(400, `"${issue?.path.join('/') ?? ''}" ${issue?.message ?? 'is wrong'}.`);
    const person = findPerson(data.person);
    if (!person) return problem(404, 'There is nobody of that name.');
    const before = this.#of(person.aadObjectId);
    const { role = before.role, revoked = before.revoked ?? false } = data;
    await this.#keep(person.aadObjectId, { role, revoked });
    return { status: 200, body: this.#shown(person) };
  }
}

const personOf = (token: string | undefined): string | undefined =>
  token?.startsWith(PERSON_TOKEN) ? token.slice(PERSON_TOKEN.length) : undefined;

/** The program's own calls, with its account's right or a person's. */
export const isOfProgram = (token: string | undefined): boolean =>
  token === PROGRAM_TOKEN || personOf(token) !== undefined;
