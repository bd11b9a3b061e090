import { memberOf, statusOf } from '../../domain/deal/change';
import { DEAL_FIELDS, type DealField } from '../../domain/deal/fields';
import { KINDS, standing } from '../../domain/deal/value-kinds';
import type { Change, Colleague } from '../../domain/referral/referral';
import type { Resource } from '../../domain/record/resource';
import { reasonToWire } from './reason-wording';

/** Partner Center takes these two operations of RFC 6902 and no others (patch-a-referral page). */
export interface PatchOperation {
  readonly op: 'replace' | 'add';
  readonly path: string;
  readonly value: unknown;
}

/**
 * A change as JSON Patch against the resource read. An empty text clears its field; a day is written as its midnight in
 * `zone`. Status and substatus always go together. What has no parent in the resource yet (no `details`, no `team`) is
 * added whole: an operation below it would have nothing to stand on.
 */
export function toPatch(
  resource: Resource,
  change: Change,
  zone = 'UTC',
  fields: readonly DealField[] = DEAL_FIELDS,
): PatchOperation[] {
  const written = fields.flatMap((field) => {
    const text = (change as Readonly<Record<string, string | undefined>>)[field.id];
    return text === undefined
      ? []
      : [{ at: field.at, value: KINDS[field.kind].write(text, standing(resource, field), zone) }];
  });
  return [
    ...written.filter(({ at }) => at.length === 1).map(({ at, value }) => replace(`/${at[0]}`, value)),
    ...below(
      resource,
      written.flatMap(({ at: [parent, field], value }) =>
        field === undefined ? [] : [{ parent, field, value }],
      ),
    ),
    ...(change.colleague ? [addColleague(resource, change.colleague)] : []),
    ...stage(change),
  ];
}

const replace = (path: string, value: unknown): PatchOperation => ({ op: 'replace', path, value });

interface Below {
  readonly parent: string;
  readonly field: string;
  readonly value: unknown;
}

function below(resource: Resource, written: readonly Below[]): PatchOperation[] {
  const parents = [...new Set(written.map(({ parent }) => parent))];
  return parents.flatMap((parent) => {
    const fields = written.filter((one) => one.parent === parent);
    if (resource[parent]) return fields.map(({ field, value }) => replace(`/${parent}/${field}`, value));
    const whole = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
    return [{ op: 'add' as const, path: `/${parent}`, value: whole }];
  });
}

function addColleague(resource: Resource, colleague: Colleague): PatchOperation {
  const member = memberOf(colleague);
  return resource.team
    ? { op: 'add', path: '/team/-', value: member }
    : { op: 'add', path: '/team', value: [member] };
}

function stage(change: Change): PatchOperation[] {
  const status = statusOf(change);
  return [
    ...(change.reason === undefined ? [] : [replace('/statusReason', orNull(reasonToWire(change.reason)))]),
    ...(status ? [replace('/status', status.status), replace('/substatus', status.substatus)] : []),
  ];
}

const orNull = (text: string | undefined): string | null | undefined => (text === '' ? null : text);
