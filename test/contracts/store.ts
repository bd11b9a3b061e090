import type { History, Records, Store } from '../../src/application/ports/store';
import type { AnyDocument, DocumentKind } from '../../src/domain/documents';
import type { Projection } from '../../src/domain/projection';
import { keepsDocuments } from './store-documents';
import { isInspected } from './store-inspected';
import { keepsHistory } from './store-history';
import { keepsLists } from './store-lists';
import { keepsRecords } from './store-records';
import { keepsTallies } from './store-tallies';
import { keepsWakes } from './store-wakes';
import { setsAside } from './store-unreadable';
import { findsWords } from './store-words';
import { projectSample } from './sample-drafts';

export interface Opened {
  readonly store: Store;
  readonly records: Records;
  readonly history: History;
}

/** Where a store is tried out. */
export interface Ground {
  /** Makes the place empty, before each test. */
  readonly clear: () => Promise<void>;
  /** Opens the place; more than once in one test. */
  readonly open: (project: (document: AnyDocument) => Projection) => Promise<Opened>;
  /** Makes a document's body one that cannot be read; what it gives back mends it. */
  readonly spoil: (kind: DocumentKind, id: string) => Promise<() => Promise<void>>;
}

export type Open = () => Promise<Opened>;

/** What every store must do. Call it once for each kind of database. */
export function storeContract(name: string, ground: Ground): void {
  describe(`a store on ${name}`, () => {
    const opened: Opened[] = [];
    const open: Open = async () => {
      const one = await ground.open(projectSample);
      opened.push(one);
      return one;
    };
    beforeEach(() => ground.clear());
    afterEach(async () => {
      await Promise.all(opened.splice(0).map(({ store }) => store.close()));
    });

    keepsDocuments(open);
    keepsWakes(open);
    keepsLists(open);
    findsWords(open);
    setsAside(open, ground.spoil);
    keepsRecords(open);
    keepsTallies(open);
    keepsHistory(open);
    isInspected(open);
  });
}
