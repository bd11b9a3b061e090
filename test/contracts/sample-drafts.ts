import { NEW_DOCUMENT } from '../../src/domain/living/document';
import type { AnyDocument } from '../../src/domain/documents';
import type { Draft } from '../../src/domain/draft/draft';
import type { ReadEffect } from '../../src/domain/effects';
import type { Projection } from '../../src/domain/projection';

type Sample = Partial<Draft> & Partial<Projection>;

/** A small document that says itself what a store shall index of it (`projectSample`). */
export function sample(id: string, overrides: Sample = {}): Draft {
  const { stage, owner, desk, urgency = 0, dueAt, money, words = [], keys = [], ...rest } = overrides;
  const projection = { stage, owner, desk, urgency, dueAt, money, words, keys };
  return {
    ...NEW_DOCUMENT,
    kind: 'draft',
    id,
    form: 'accept',
    of: 'referral',
    by: { id: 'tenant/ada', name: 'Ada' },
    command: 'command',
    state: 'open',
    openedAt: 0,
    touchedAt: 0,
    initial: {},
    answers: { projection: JSON.stringify(projection) },
    seen: [],
    ...rest,
  };
}

export function projectSample(document: AnyDocument): Projection {
  const said = document.kind === 'draft' ? document.answers.projection : undefined;
  return said === undefined ? { urgency: 0, words: [], keys: [] } : (JSON.parse(said) as Projection);
}

export const owed = (overrides: Partial<ReadEffect>): ReadEffect => ({
  kind: 'read',
  because: 'confirm',
  id: 'effect',
  since: 1,
  lane: 'partner-center',
  owedAt: 0,
  notBefore: 0,
  tries: 0,
  ...overrides,
});
