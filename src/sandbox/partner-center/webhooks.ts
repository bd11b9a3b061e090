import { randomUUID, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import type { Route, RouteReply, RouteRequest } from '../../adapters/http/route';
import { problem } from '../../adapters/http/problem';
import type { Records } from '../../application/ports/store';
import type { Faults } from '../faults';
import { PROGRAM_TOKEN } from '../program-token';
import { SANDBOX_CERTIFICATE } from './certificate';
import type { Ledger } from './ledger';
import { refusals } from './refusals';
import { Deliveries } from './webhook-deliveries';

const PATH = '/sandbox/partner-center/webhooks/v1/registration';
/** The events of referrals (partner-center-webhook-events page). */
const EVENTS = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  'test-created',
] as const;
const TABLE = 'partner-center-webhook';
const CHANGED = 'https://api.partnercenter.microsoft.com/engagements/v1/referrals';

const Registration = z.object({
  WebhookUrl: z.string().url(),
  WebhookEvents: z.array(z.enum(EVENTS)).min(1),
});
type Event = (typeof EVENTS)[number];

export interface WebhooksOptions {
  readonly ledger: Ledger;
  readonly records: Records;
  readonly faults: Pick<Faults, 'take'>;
  /** `…/sandbox/partner-center`. */
  readonly baseUrl: () => string;
}

/** Partner Center's webhook of one tenant: one address and one list of events. */
export class Webhooks {
  readonly #known = new Set<string>();
  readonly #deliveries: Deliveries;
  #registration: z.infer<typeof Registration> | undefined;

  constructor(private readonly options: WebhooksOptions) {
    const { ledger, baseUrl } = options;
    this.#deliveries = new Deliveries({
      now: () => ledger.now(),
      certificateUrl: () => `${baseUrl()}/cert/sandbox.cer`,
    });
  }

  /** Takes up the registration that was kept. */
  async load(): Promise<void> {
    const [kept] = await this.options.records.all(TABLE);
    if (kept) this.#registration = Registration.parse(JSON.parse(kept.value));
    for (const { id } of this.options.ledger.all()) this.#known.add(id);
  }

  /** Whether somebody is to be told of changes. */
  registered(): boolean {
    return this.#registration !== undefined;
  }

  /** This record has changed: its event is sent. Resolves after the first try. */
  async changed(id: string): Promise<void> {
    const what = this.#known.has(id) ? 'updated' : 'created';
    this.#known.add(id);
    const related = isOthers(this.options.ledger, id) ? 'related-' : '';
    await this.#send(`${related}referral-${what}`, `${CHANGED}/${id}`);
  }

  /** The next try of what was not taken, ms of business time. */
  nextTry(): number | undefined {
    return this.#deliveries.nextTry();
  }

  async tryDue(): Promise<void> {
    if (this.#registration) await this.#deliveries.tryDue(this.#registration.WebhookUrl);
  }

  routes(): Route[] {
    const open: Route = {
      method: 'GET',
      path: '/sandbox/partner-center/cert/sandbox.cer',
      handle: certificate,
    };
    return [
      open,
      ...[...this.#registrationRoutes(), ...this.#testRoutes()].map((route) => this.#signedIn(route)),
    ];
  }

  #registrationRoutes(): Route[] {
    const read = async (): Promise<RouteReply> =>
      this.#registration ? { status: 200, body: this.#registration } : refusals.notFound();
    return [
      { method: 'GET', path: `${PATH}/events`, handle: async () => ({ status: 200, body: EVENTS }) },
      { method: 'GET', path: PATH, handle: read },
      { method: 'POST', path: PATH, handle: async ({ body }) => this.#register(body, false) },
      { method: 'PUT', path: PATH, handle: async ({ body }) => this.#register(body, true) },
    ];
  }

  #testRoutes(): Route[] {
    const test = async (): Promise<RouteReply> => {
      const correlationId = await this.#send('test-created', `${this.options.baseUrl()}/webhooks/v1/test`);
      return correlationId === undefined
        ? refusals.invalid('test-created is not registered.')
        : { status: 200, body: { correlationId } };
    };
    const result = ({ params }: { readonly params: Readonly<Record<string, string>> }): RouteReply => {
      const found = this.#deliveries.resultOf(params['id'] ?? '');
      return found ? { status: 200, body: found } : problem(404, 'There is no such event.');
    };
    return [
      { method: 'POST', path: `${PATH}/validationEvents`, handle: test },
      { method: 'GET', path: `${PATH}/validationEvents/:id`, handle: async (request) => result(request) },
    ];
  }

  /** A POST over a registration is refused ("use PUT"; webhook pages of the REST API). */
  async #register(body: unknown, exists: boolean): Promise<RouteReply> {
    const wanted = Registration.safeParse(body);
    if (!wanted.success) return refusals.invalid('The registration is not valid.', 'WebhookUrl');
    if (exists !== this.registered())
      return refusals.invalid(
        exists ? 'There is no registration.' : 'There is a registration already. Use PUT.',
      );
    this.#registration = wanted.data;
    await this.options.records.put(TABLE, 'registration', JSON.stringify(wanted.data));
    for (const { id } of this.options.ledger.all()) this.#known.add(id);
    return { status: 200, body: { SubscriberId: randomUUID(), ...wanted.data } };
  }

  /** Its token is another than the one for referrals (partner-center-webhooks page). */
  #signedIn(route: Route): Route {
    const handle = async (request: RouteRequest): Promise<RouteReply> => {
      const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (token === undefined || token === PROGRAM_TOKEN) return refusals.unauthenticated();
      return this.options.faults.take('webhooks', { method: request.method }) ?? route.handle(request);
    };
    return { ...route, handle };
  }

  async #send(event: Event, resourceUri: string): Promise<string | undefined> {
    if (!this.#registration?.WebhookEvents.includes(event)) return undefined;
    return this.#deliveries.send(this.#registration.WebhookUrl, {
      EventName: event,
      ResourceUri: resourceUri,
      ResourceName: event === 'test-created' ? 'test' : 'referral',
      AuditUri: null,
      ResourceChangeUtcDate: new Date(this.options.ledger.now()).toISOString(),
    });
  }
}

const certificate = async (): Promise<RouteReply> => ({
  status: 200,
  headers: { 'content-type': 'application/pkix-cert' },
  body: new X509Certificate(SANDBOX_CERTIFICATE).raw,
});

/** Of the sides of one engagement ours is the one that was there first (of this sandbox's own making). */
function isOthers(ledger: Ledger, id: string): boolean {
  const { engagementId } = ledger.get(id) ?? {};
  return engagementId != null && ledger.all().find((one) => one.engagementId === engagementId)?.id !== id;
}
