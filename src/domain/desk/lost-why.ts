/**
 * Why a desk cannot be written to. `removed`: the app was taken out of its team, or that is closed; `refused`: Teams has refused
 * again and again, and does not say why.
 */
export type LostWhy = 'removed' | 'channel-deleted' | 'refused';
