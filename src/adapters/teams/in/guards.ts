import { z } from 'zod/v4';

export interface InboundRules {
  /** Entra tenant ids whose people may use the bot. Not asked in sandbox mode, where every tenant is made up. */
  readonly tenants: readonly string[];
  readonly channelIds: readonly string[];
  readonly serviceUrlAllowed: (serviceUrl: string) => boolean;
  readonly sandbox: boolean;
}

export type Verdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly why: 'malformed' | 'channel' | 'service-url' | 'tenant' };

/** Bot Framework's channel ids: Teams alone, and what Microsoft's test clients call themselves in sandbox mode. */
export const channelIdsOf = (sandbox: boolean): readonly string[] =>
  sandbox ? ['msteams', 'emulator', 'webchat', 'directline'] : ['msteams'];

const filled = z.string().min(1);
const tenant = filled.nullish();

/** What every activity has that the bot can do anything with. */
const Head = z.object({
  type: filled,
  channelId: filled,
  serviceUrl: filled,
  from: z.object({ id: filled }),
  conversation: z.object({ id: filled, tenantId: tenant }),
  channelData: z.object({ tenant: z.object({ id: tenant }).nullish() }).nullish(),
});

const refused = (why: (Verdict & { kind: 'refused' })['why']): Verdict => ({ kind: 'refused', why });

function tenantAllowed(named: readonly string[], rules: InboundRules): boolean {
  if (new Set(named).size > 1) return false;
  if (rules.sandbox) return true;
  const [only] = named;
  return only !== undefined && rules.tenants.some((tenantId) => tenantId.toLowerCase() === only);
}

/**
 * Whether an activity, its token already checked, may reach the bot. Both places that name the tenant must agree, and name one of
 * those allowed. `activity` may be anything.
 */
export function allowed(activity: unknown, rules: InboundRules): Verdict {
  const head = Head.safeParse(activity).data;
  if (!head) return refused('malformed');
  if (!rules.channelIds.includes(head.channelId)) return refused('channel');
  if (!rules.serviceUrlAllowed(head.serviceUrl)) return refused('service-url');
  const named = [head.channelData?.tenant?.id, head.conversation.tenantId].flatMap((id) =>
    id == null ? [] : [id.toLowerCase()],
  );
  return tenantAllowed(named, rules) ? { kind: 'allowed' } : refused('tenant');
}
