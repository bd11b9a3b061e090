import { randomUUID } from 'node:crypto';
import type { Clock } from '../../application/ports/ports';
import type { Records } from '../../application/ports/store';
import type { Resource } from '../../domain/record/resource';
import { stampOf, ticksOf } from './stamps';

const TABLE = 'partner-center';

/** `by`: the bearer token of whoever changed it; undefined: the service itself. */
type Listener = (id: string, by: string | undefined) => void;

/** The referrals of the sandbox's Partner Center: in memory, each write passed on to the records in order. */
export class Ledger {
  readonly #referrals = new Map<string, Resource>();
  readonly #listeners: Listener[] = [];
  #lastTicks = 0n;
  #writes: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly records: Records,
  ) {}

  async load(): Promise<void> {
    for (const { value } of await this.records.all(TABLE)) {
      const resource = JSON.parse(value) as Resource;
      this.#referrals.set(resource.id, resource);
      const ticks = ticksOf(resource.updatedDateTime) ?? 0n;
      if (ticks > this.#lastTicks) this.#lastTicks = ticks;
    }
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  now(): number {
    return this.clock.now();
  }

  all(): Resource[] {
    return [...this.#referrals.values()];
  }

  get(id: string): Resource | undefined {
    return this.#referrals.get(id) ?? this.#referrals.get(id.toLowerCase());
  }

  /** Stores it as changed now, with a new eTag. Changes are in order: no two have the same moment. `by`: the caller's token. */
  async write(resource: Resource, by?: string): Promise<Resource> {
    const now = BigInt(Math.floor(this.clock.now())) * 10_000n;
    this.#lastTicks = now > this.#lastTicks ? now : this.#lastTicks + 1n;
    const written: Resource = { ...resource, updatedDateTime: stampOf(this.#lastTicks), eTag: newETag() };
    this.#referrals.set(written.id, written);
    const put = this.#writes.then(() => this.records.put(TABLE, written.id, JSON.stringify(written)));
    this.#writes = put.catch(() => undefined);
    await put;
    for (const listener of this.#listeners) listener(written.id, by);
    return written;
  }
}

/** An entity tag as live records have it: quoted, in the form of Cosmos DB's. */
const newETag = (): string => `"${randomUUID().slice(0, 8)}-0000-0000-0000-${randomUUID().slice(24)}"`;
