import { api, Refused } from './api.js';
import { goTo } from './hash.js';
import { changed, state } from './state.js';
import { toast } from './toasts.js';

export const KINDS = [
  ['customer-inquiry', 'Customer inquiry'],
  ['marketplace-lead', 'Marketplace lead'],
  ['marketing-qualified', 'Marketing qualified'],
  ['sales-qualified', 'Sales qualified'],
  ['joint-planning', 'Joint planning'],
  ['co-sell-inbound', 'Co-sell inbound'],
  ['co-sell-outbound', 'Co-sell outbound'],
  ['partner-led', 'Partner-led deal'],
  ['private', 'Private deal'],
];

/** Reads Partner Center's newest page of referrals, and the chosen one if it is not among them. */
export async function refreshReferrals() {
  const body = await api.referrals();
  state.older = await olderOf(body.value, state.referral);
  const before = state.referrals && marksOf(state.referrals);
  state.referrals = body.value;
  state.referralsTotal = body['@odata.count'] ?? body.value.length;
  const news = before !== undefined && before !== marksOf(body.value);
  state.referralsNews = state.place !== 'partner-center' && (state.referralsNews || news);
  changed('referrals', 'unread');
}

async function olderOf(newest, id) {
  if (id === undefined || newest.some((one) => one.id === id)) return undefined;
  try {
    return await api.referral(id);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null;
    throw error;
  }
}

/** The chosen referral; null: Partner Center does not know it; undefined: none is chosen, or it is being read. */
export function chosenReferral() {
  const found = (state.referrals ?? []).find((one) => one.id === state.referral);
  if (found !== undefined || state.referral === undefined) return found;
  return state.older === null || state.older?.id === state.referral ? state.older : undefined;
}

const marksOf = (referrals) => referrals.map((one) => one.eTag).join();

/** A new sample; it is shown where Partner Center shows it. */
export async function addSample(kind) {
  const made = await api.sample(kind);
  await refreshReferrals();
  toast(`${made.customerProfile.name} is new in Partner Center.`, 'good');
  goTo({ place: 'partner-center', referral: made.id });
}

/** Writes as somebody in Partner Center itself would: the desk only learns of it. */
export async function changeReferral(referral, operations, done) {
  await api.patchReferral(referral, operations);
  toast(done, 'good');
  await refreshReferrals();
}
