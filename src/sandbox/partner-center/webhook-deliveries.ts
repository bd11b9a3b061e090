import { randomUUID, sign } from 'node:crypto';
import { SANDBOX_KEY } from './certificate';

/** "10 attempts, then parked" (partner-center-webhooks page); their spacing is unpublished: minutes, doubling, is an inference. */
const MOST_TRIES = 10;
const FIRST_WAIT_MS = 60_000;
const LIMIT_MS = 5_000;
const MOST_KEPT = 1_000;
const TAKEN = '200';

/** One delivery of one event. `at`: its next try, business time in ms; absent: delivered, or given up. */
interface Delivery {
  readonly id: string;
  readonly body: string;
  readonly results: readonly string[];
  readonly at?: number;
}

export interface DeliveriesOptions {
  readonly now: () => number;
  /** Where the certificate of the signatures stands. */
  readonly certificateUrl: () => string;
}

/** Events on their way, each signed and tried ten times at most. */
export class Deliveries {
  #all: readonly Delivery[] = [];

  constructor(private readonly options: DeliveriesOptions) {}

  /** Resolves after the first try, with the delivery's id. */
  async send(url: string, event: object): Promise<string> {
    const delivery = { id: randomUUID(), body: JSON.stringify(event), results: [] };
    await this.#attempt(delivery, url);
    return delivery.id;
  }

  /** How it went so far (validationEvents). */
  resultOf(id: string): { readonly status: string; readonly results: readonly string[] } | undefined {
    const found = this.#all.find((one) => one.id === id);
    if (!found) return undefined;
    const ended = found.results.at(-1) === TAKEN ? 'completed' : 'failed';
    return { status: found.at === undefined ? ended : 'pending', results: found.results };
  }

  nextTry(): number | undefined {
    const times = this.#all.flatMap(({ at }) => at ?? []);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  async tryDue(url: string): Promise<void> {
    const due = this.#all.filter(({ at }) => at !== undefined && at <= this.options.now());
    for (const delivery of due) await this.#attempt(delivery, url);
  }

  async #attempt({ id, body, results: before }: Delivery, url: string): Promise<void> {
    const results = [...before, await this.#post(url, body)];
    const again = results.at(-1) !== TAKEN && results.length < MOST_TRIES;
    const at = this.options.now() + FIRST_WAIT_MS * 2 ** before.length;
    const others = this.#all.filter((one) => one.id !== id);
    this.#all = [...others, { id, body, results, ...(again ? { at } : {}) }].slice(-MOST_KEPT);
  }

  /** One try: the status, or that there was no answer. */
  async #post(url: string, body: string): Promise<string> {
    const signature = sign('RSA-SHA256', Buffer.from(body), SANDBOX_KEY).toString('base64');
    const headers = {
      'content-type': 'application/json',
      'x-ms-signature': `Signature ${signature}`,
      'x-ms-certificate-url': this.options.certificateUrl(),
      'x-ms-signature-algorithm': 'rsa-sha256',
    };
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      await answer.arrayBuffer();
      return String(answer.status);
    } catch {
      return 'no answer';
    }
  }
}
