import type { Current } from '../../../src/domain/record/current';
import { acceptForm } from '../../../src/domain/forms/accept';
import { acceptStart, type AcceptStart } from '../../../src/domain/forms/accept-start';
import { checked } from '../../../src/domain/forms/checked';
import type { Answers } from '../../../src/domain/forms/form';
import { inWords } from '../../../src/domain/forms/written-text';
import { toAccept } from '../../../src/domain/forms/to-accept';
import type { Deal } from '../../../src/domain/referral/referral';

const today = '2026-11-21';

const referral = (over: Partial<Current> = {}): Current => ({
  kind: 'customer-inquiry',
  sender: { kind: 'customer' },
  stage: 'received',
  customer: { name: 'Tailspin Toys' },
  contacts: [],
  colleagues: [],
  deal: {},
  lists: { colleagues: [], contacts: [], solutions: [], registrations: [] },
  products: ['Microsoft365'],
  services: [],
  industries: [],
  solutions: [],
  requestedContact: false,
  createdAt: 0,
  expiresAt: 0,
  ...over,
});

const start = (over: Partial<Current> = {}, more: Partial<AcceptStart> = {}): Answers =>
  acceptStart({
    current: referral(over),
    desk: { currency: 'EUR' },
    by: { name: 'Kim Akers' },
    today,
    ...more,
  });

describe('What the accept form opens with', () => {
  it('of a bare lead is its customer and product, the currency of the desk, the end of next month', () => {
    expect(start()).toEqual({
      name: 'Tailspin Toys – Microsoft 365',
      dealValue: '',
      currency: 'EUR',
      closeDate: '2026-12-31',
      notes: '',
      crmId: '',
      campaignId: '',
    });
  });

  it('leaves out what is asked for only while the deal is worked on, in the form as in what it opens with', () => {
    expect(acceptForm({ coSell: false }).fields.map(({ id }) => id)).not.toContain('salesStage');
    expect(start({ deal: { salesStage: '40' } })).not.toHaveProperty('salesStage');
  });

  it('of a fuller one is what the record holds', () => {
    const deal: Deal = {
      name: 'Lead 17',
      dealValue: '42000.5',
      currency: 'usd',
      closeDate: '2027-02-15',
      notes: '80 seats',
      crmId: 'A-17',
    };
    expect(start({ deal })).toMatchObject({
      dealValue: '42000.50',
      currency: 'USD',
      closeDate: '2027-02-15',
      notes: '',
      crmId: 'A-17',
    });
  });

  it('has no close date of the past, no value of zero, no currency that is none', () => {
    const deal = { closeDate: '2026-11-20', dealValue: '0', currency: 'GOLD' };
    expect(start({ deal })).toMatchObject({ closeDate: '2026-12-31', dealValue: '', currency: 'EUR' });
    expect(start({ deal }, { desk: undefined })).toMatchObject({ currency: 'USD' });
  });

  it('never turns a machine’s decimals into thousands', () => {
    const initial = start({ deal: { dealValue: '1.234', currency: 'EUR' } });
    const result = checked(acceptForm({ coSell: false }), initial, { today });
    expect(result).toMatchObject({ kind: 'ok', values: { dealValue: '1.23' } });
  });

  it.each([
    ['Kim Akers', 'Kim', 'Akers'],
    ['Akers, Kim', 'Kim', 'Akers'],
    ['Anna Maria Lopez', 'Anna Maria', 'Lopez'],
    ['Kim', 'Kim', ''],
  ])('of co-sell has %s, who accepts, as the colleague', (name, firstName, lastName) => {
    const initial = start({ kind: 'co-sell-inbound' }, { by: { name, email: 'kim@partner.example' } });
    expect(initial).toMatchObject({ firstName, lastName, email: 'kim@partner.example' });
  });

  it('keeps a long customer name within the rule of the form', () => {
    const initial = start({ customer: { name: 'T'.repeat(400) }, deal: { dealValue: '5' } });
    expect(checked(acceptForm({ coSell: false }), initial, { today }).kind).toBe('ok');
  });

  it.each([
    ['Microsoft365', 'Microsoft 365'],
    ['Dynamics365BusinessCentral', 'Dynamics 365 Business Central'],
    ['SQLServer', 'SQL Server'],
    ['PowerBI', 'Power BI'],
    ['azure', 'Azure'],
    ['ManagedServices', 'Managed Services'],
    ['Microsoft Azure', 'Microsoft Azure'],
    ['S4HANA', 'S4HANA'],
  ])('says %s as %s', (code, words) => {
    expect(inWords(code)).toBe(words);
  });
});

describe('What accepting changes', () => {
  const deal: Deal = {
    name: 'Tailspin Toys – Microsoft 365',
    dealValue: '42000.0',
    currency: 'EUR',
    closeDate: '2027-02-15',
    notes: 'x',
  };
  const current = referral({ deal });
  const initial = start({ deal });
  const accepted = (sent: Answers, now: Current = current) => {
    const result = checked(acceptForm({ coSell: false }), { ...initial, ...sent }, { today });
    return toAccept(result.kind === 'ok' ? result.values : {}, initial, now);
  };

  it('is nothing where all is left as the record has it', () => {
    expect(accepted({})).toEqual({ deal: {} });
  });

  it('is only what differs', () => {
    expect(accepted({ dealValue: '42k', closeDate: '2027-03-31', notes: '', crmId: 'A-17' })).toEqual({
      deal: { closeDate: '2027-03-31', crmId: 'A-17' },
    });
  });

  it('is all that the record did not have', () => {
    const bare = referral();
    const began = start();
    const values = { ...began, dealValue: '40000' };
    expect(toAccept(values, began, bare)).toEqual({
      deal: {
        name: 'Tailspin Toys – Microsoft 365',
        dealValue: '40000',
        currency: 'EUR',
        closeDate: '2026-12-31',
      },
    });
  });

  it('is not what somebody else changed meanwhile and this person left alone', () => {
    const meanwhile = referral({ deal: { ...deal, dealValue: '50000', notes: 'new' } });
    expect(accepted({ crmId: 'A-17' }, meanwhile)).toEqual({ deal: { crmId: 'A-17' } });
    expect(accepted({ dealValue: '45000' }, meanwhile)).toEqual({ deal: { dealValue: '45000' } });
  });

  it('adds a colleague who is not on it yet', () => {
    const kim = {
      firstName: 'Kim',
      lastName: 'Akers',
      phone: '+49 228 1234567',
      email: 'Kim@partner.example',
    };
    expect(accepted(kim)).toEqual({ deal: {}, colleague: { key: 'kim@partner.example', entry: kim } });
    const known = { key: 'kim@partner.example', entry: { ...kim, email: 'kim@partner.example' } };
    const there = referral({
      deal,
      lists: { colleagues: [known], contacts: [], solutions: [], registrations: [] },
    });
    expect(accepted(kim, there)).toEqual({ deal: {} });
  });
});
