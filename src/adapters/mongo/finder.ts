import type { Document } from 'mongodb';
import type { ListQuery, RowKey, Totals } from '../../application/ports/store';
import { sumMoney } from '../../domain/record/money';
import type { DocumentKind } from '../../domain/documents';
import { filterOf, withWord, wordsOf } from './list-filter';
import type { Session } from './session';
import type { StoredDocument } from './stored-document';

/** A word of at most so many documents is looked up and its documents sorted; with more, the list's order leads to a page sooner. */
const FEW = 2_000;

export type Listed = Pick<StoredDocument, 'kind' | 'id' | 'urgency' | 'body' | 'escaped'>;

/** Finds documents by the indexes: in the order of lists, or how many and how much money. */
export class Finder {
  constructor(private readonly session: Session) {}

  async inOrder(kind: DocumentKind, query: ListQuery, limit: number, after?: RowKey): Promise<Listed[]> {
    const words = await this.#words(kind, query);
    if (words === 'none') return [];
    const projection = { kind: 1, id: 1, urgency: 1, body: 1, escaped: 1 };
    const hint =
      words === 'few' ? { hint: 'words' } : words === 'many' ? { hint: listIndex(query) } : runsOut(query);
    return this.session.ask(() =>
      this.session.documents
        .find(filterOf(kind, query, after), { projection, ...hint })
        .sort({ urgency: 1, id: 1 })
        .limit(limit)
        .toArray(),
    );
  }

  async count(kind: DocumentKind, query: ListQuery, atMost: number): Promise<number> {
    return (await this.#some(kind, query, atMost, { _id: 1 })).length;
  }

  async totals(kind: DocumentKind, query: ListQuery, atMost: number): Promise<Totals> {
    const found = await this.#some(kind, query, atMost, { _id: 0, money: 1 });
    if (found.length >= atMost) return { count: found.length, sums: [] };
    const values = new Map<string, string[]>();
    for (const { money } of found) {
      if (money) values.set(money.currency, [...(values.get(money.currency) ?? []), money.value]);
    }
    const sums = [...values].map(([currency, each]) => ({ currency, value: sumMoney(each) }));
    return { count: found.length, sums };
  }

  async #some(
    kind: DocumentKind,
    query: ListQuery,
    atMost: number,
    projection: Document,
  ): Promise<readonly StoredDocument[]> {
    if (atMost < 1) return [];
    const hint = wordsOf(query).length > 0 ? { hint: 'words' } : runsOut(query);
    return this.session.ask(() =>
      this.session.documents
        .find(filterOf(kind, query), { projection, batchSize: atMost, ...hint })
        .limit(atMost)
        .toArray(),
    );
  }

  /** How many documents have the query's rarest word; undefined: it has no word. */
  async #words(kind: DocumentKind, query: ListQuery): Promise<'none' | 'few' | 'many' | undefined> {
    const words = wordsOf(query);
    if (words.length === 0) return undefined;
    const counts = await Promise.all(
      words.map((word) =>
        this.session.ask(() =>
          this.session.documents.countDocuments(
            { kind, ...withWord(word) },
            { limit: FEW + 1, hint: 'words' },
          ),
        ),
      ),
    );
    const least = Math.min(...counts);
    return least === 0 ? 'none' : least <= FEW ? 'few' : 'many';
  }
}

/** Few have a deadline that is near: left to itself the server may go through all there is in the list's order. */
const runsOut = ({ dueBefore }: ListQuery): { hint?: string } =>
  dueBefore === undefined ? {} : { hint: 'ahead' };

/** The index whose order is the list's. */
function listIndex({ stage, desks, owner }: ListQuery): string {
  if (stage === undefined) return 'all';
  return owner !== undefined ? 'owner' : desks !== undefined ? 'desk' : 'stage';
}
