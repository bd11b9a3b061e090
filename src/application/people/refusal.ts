import type { LostWhy } from '../../domain/desk/lost-why';

/** Why a person may not, or what was not found: never thrown. */
export type Refusal =
  | { readonly kind: 'not-found' }
  /** Not this person's, or over. */
  | { readonly kind: 'no-form' }
  /** Not one of the people of the desk that it belongs to. */
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'no-desk' }
  /** Their desks (by name) are out of reach, and nobody can say who belongs to them. */
  | { readonly kind: 'desk-lost'; readonly desks: readonly string[]; readonly why?: LostWhy }
  /** Not an admin. */
  | { readonly kind: 'admin-only' };
