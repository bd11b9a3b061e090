import { project } from '../../src/domain/projection';
import type { Resource } from '../../src/domain/record/resource';
import { fromPartnerCenter, iso, lead, T0 } from './builders';

const keysOf = (over: Partial<Resource>): readonly string[] => project(fromPartnerCenter(lead(over))).keys;
const active = { status: 'Active', substatus: 'Accepted' };
const closed = (at: number): Resource =>
  lead({ status: 'Closed', substatus: 'Won', closedDateTime: iso(at) });

describe('what lists find a referral by', () => {
  it.each([
    [{}, 'tab/leads/marketplace'],
    [{ referralSource: 'AppSource' }, 'tab/leads/marketplace'],
    [{ qualification: 'SalesQualified' }, 'tab/leads/qualified'],
    [{ qualification: 'MarketingQualified' }, 'tab/leads/qualified'],
    [{ type: 'Shared' }, 'tab/co-sell/inbound'],
    [{ ...active, direction: 'Outgoing', inviteContext: null }, 'tab/co-sell/outbound'],
  ])('%j is in the tab of its kind: %s', (over, key) => {
    const keys = keysOf(over);
    expect(keys).toContain(key);
    expect(keys).toContain(key.slice(0, key.lastIndexOf('/')));
  });

  it('what has ended, and what is of no known kind, is in no tab', () => {
    expect(project(fromPartnerCenter(closed(T0))).keys.join()).not.toContain('tab/');
    expect(keysOf({ type: 'Something new' }).join()).not.toContain('tab/');
  });

  it('a deal that is worked on lacks its CRM id until it has one', () => {
    expect(keysOf(active)).toContain('lacks/crm-id');
    expect(keysOf({ ...active, externalReferenceId: 'CRM-7' })).not.toContain('lacks/crm-id');
    expect(keysOf({})).not.toContain('lacks/crm-id');
  });

  it('what has ended comes last, the latest first', () => {
    const urgency = (resource: Resource): number => project(fromPartnerCenter(resource)).urgency;
    const far = lead({ expirationDateTime: '2099-01-01T00:00:00Z' });
    expect(urgency(closed(T0))).toBeGreaterThan(urgency(far));
    expect(urgency(closed(T0))).toBeLessThan(urgency(closed(T0 - 1_000)));
    expect(Number.isSafeInteger(urgency(closed(T0)))).toBe(true);
  });
});
