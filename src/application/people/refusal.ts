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
  /** Partner Center does not let them change this record by their own right, or show it to them. `ask`: who may help, by name. */
  | { readonly kind: 'no-right'; readonly why: 'forbidden' | 'hidden'; readonly ask: readonly string[] }
  /** Not an admin. `ask`: who is, by name. */
  | { readonly kind: 'admin-only'; readonly ask: readonly string[] };
