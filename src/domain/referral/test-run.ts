import type { PersonRef } from '../person/person-ref';
import type { Resource } from '../record/resource';
import { isoOf } from '../record/values';

/** An account that is never connected: what is done to a test is true once it is stored, and Partner Center hears nothing of it. */
export const TEST_ACCOUNT = 'test';

/** A test that nobody closes is over after so long. */
const LASTS_MS = 3_600_000;

/** A referral that somebody goes the whole way with, to see it: it is in no list, and nobody but them is told of it. */
export interface TestRun {
  readonly by: PersonRef;
  /** When it is over by itself; since when it is: business time, ms. */
  readonly until: number;
  readonly over?: number;
}

/** The projection's key of a desk's tests, the one that runs or was the last first. */
export const testKey = (desk: string): string => `test/${desk}`;

export const beginTest = (by: PersonRef, now: number): TestRun => ({ by, until: now + LASTS_MS });

type Tested = { readonly own: { readonly test?: TestRun } };

export const isTestOver = ({ own }: Tested): boolean => own.test?.over !== undefined;

/** When a test that still runs is over; undefined: none runs. */
export const testEndsAt = ({ own: { test } }: Tested): number | undefined =>
  test?.over === undefined ? test?.until : undefined;

/** What a test looks like: a lead by somebody who does not exist and wants to be contacted. `number`: of the desk's tests, from 1. */
export const testResource = (desk: string, number: number, now: number): Resource => ({
  id: `${desk}-${String(number)}`,
  name: 'Contoso: Microsoft 365',
  createdDateTime: isoOf(now),
  status: 'New',
  substatus: 'Pending',
  type: 'Independent',
  qualification: 'Direct',
  direction: 'Incoming',
  customerProfile: {
    name: 'Contoso',
    size: '51to250employees',
    address: { city: 'Bonn', country: 'DE' },
    team: [{ firstName: 'Adele', lastName: 'Vance', email: 'adele.vance@contoso.example' }],
  },
  details: {
    notes: 'We are 80 people and would like to move to Microsoft 365. Please call us.',
    customerRequestedContact: true,
    requirements: { products: [{ id: 'Microsoft365' }] },
  },
});

/** The number of a test by its record's id. */
export const testNumber = ({ id }: Resource): number => Number(id.slice(id.lastIndexOf('-') + 1));
