import type { ReferralView } from '../../src/application/ports/messages';
import type { RosterMember } from '../../src/application/ports/ports';
import type { ListName, OpenForm, ReferralList } from '../../src/application/use-cases';
import type { Draft } from '../../src/domain/draft/draft';
import { acceptForm } from '../../src/domain/forms/accept';
import { bindForm } from '../../src/domain/forms/bind';
import { calledForm } from '../../src/domain/forms/called';
import { declineForm } from '../../src/domain/forms/decline';
import { values } from '../../src/domain/forms/engine';
import type { Form, FormName, Problem } from '../../src/domain/forms/form';

const READER = { language: 'en', zone: 'Europe/Berlin' };

export function formOf(name: FormName, members: readonly RosterMember[]): Form {
  const people = members.map(({ aadObjectId, name: called }) => ({ id: aadObjectId ?? '', name: called }));
  const forms: Record<FormName, () => Form> = {
    accept: () => acceptForm({ coSell: false }),
    decline: declineForm,
    called: calledForm,
    bind: () => bindForm({ people }),
  };
  return forms[name]();
}

export function openedForm(
  members: readonly RosterMember[],
  draft: Draft,
  view: ReferralView | undefined,
  problems: readonly Problem[],
): OpenForm {
  return {
    kind: 'form',
    form: formOf(draft.form, members),
    draft: draft.id,
    values: values(draft),
    problems,
    ...(draft.asking !== undefined && { asking: draft.asking }),
    ...(view && { view }),
    today: '2026-01-05',
    ...READER,
  };
}

const PAGE = 10;

export function page(list: ListName, words: string, rows: readonly ReferralView[], from = 1): ReferralList {
  const shown = rows.slice(from - 1, from - 1 + PAGE);
  const last = shown.at(-1);
  const desks = [...new Set(rows.map((row) => row.deskId))];
  return {
    kind: 'list',
    list,
    words,
    rows: shown,
    total: rows.length,
    sums: [],
    from,
    bound: true,
    ...(desks.length === 1 && desks[0] !== undefined && { desk: desks[0] }),
    ...(last && rows.length >= from + PAGE && { next: { urgency: 0, id: last.id } }),
    ...READER,
  };
}
