import type { PartnerCenterAnswer } from '../../application/ports/ports';
import type { Resource } from '../../domain/record/resource';
import { defined } from '../../domain/record/values';
import type { Change } from '../../domain/referral/referral';

type Write = (resource: Resource, change: Change, zone?: string) => Promise<PartnerCenterAnswer<Resource>>;

interface Parts {
  readonly fields: Change;
  readonly stage: Change;
}

/** A change of stage and what else it holds; undefined: it is one of them alone. */
function partsOf({ stage, archivedAs, reason, ...fields }: Change): Parts | undefined {
  return stage && Object.keys(fields).length > 0
    ? { fields, stage: { stage, ...defined({ archivedAs, reason }) } }
    : undefined;
}

/** What a refusal names that is about no field in particular. */
const ABOUT_ALL: readonly (string | undefined)[] = [undefined, 'referral'];

const isRefusedAsOne = (answer: PartnerCenterAnswer<Resource>): boolean =>
  answer.kind === 'refused' && answer.why === 'invalid' && ABOUT_ALL.includes(answer.at?.toLowerCase());

/** Whether an account takes a stage and fields apart alone, as its calls have shown; undefined: none has yet. */
export interface KnownApart {
  readonly load: () => Promise<boolean | undefined>;
  readonly keep: (apart: boolean) => Promise<void>;
}

/**
 * A stage and the fields that go with it in one PATCH, as Accept needs them. That one call may hold both is an inference from
 * the documented operations: where it never has, and is refused without a field named, the fields are written first and the stage
 * after them, from then on each time. Where it once has, a refusal is one, and nothing of it is written.
 */
export function stageApart(
  write: Write,
  known: KnownApart,
): { readonly patch: Write; readonly apart: () => boolean | undefined } {
  let apart: boolean | undefined;
  const learn = async (found: boolean): Promise<void> => {
    if (apart === found) return;
    apart = found;
    // What cannot be kept is learnt again.
    await known.keep(found).catch(() => undefined);
  };
  const oneByOne = async (resource: Resource, { fields, stage }: Parts, zone?: string) => {
    const written = await write(resource, fields, zone);
    return written.kind === 'ok' ? write(written.value, stage, zone) : written;
  };
  return {
    apart: () => apart,
    patch: async (resource, change, zone) => {
      const parts = partsOf(change);
      if (!parts) return write(resource, change, zone);
      apart ??= await known.load();
      if (apart) return oneByOne(resource, parts, zone);
      const answer = await write(resource, change, zone);
      if (answer.kind === 'ok') await learn(false);
      if (apart === false || !isRefusedAsOne(answer)) return answer;
      const again = await oneByOne(resource, parts, zone);
      if (again.kind === 'ok') await learn(true);
      return again.kind === 'refused' ? answer : again;
    },
  };
}
