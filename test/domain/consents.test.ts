import { withConsentNames } from '../../src/domain/record/consents';
import type { Resource } from '../../src/domain/record/resource';

const read = (consent: unknown): unknown =>
  withConsentNames({ id: 'a', createdDateTime: '', customerProfile: { name: 'A' }, consent } as Resource)
    .consent;

it.each([
  [{ ConsentToContact: true }, { consentToContact: true }],
  [
    { consentToContact: 'True', ConsentToShare: 'false' },
    { consentToContact: true, consentToShare: false },
  ],
  [{ consentToContact: false, ConsentToContact: true }, { consentToContact: false }],
  [{ ConsentToContact: true, consentToContact: false }, { consentToContact: false }],
  [
    { consentToContact: 'perhaps', '': 1, X: null },
    { consentToContact: 'perhaps', '': 1, x: null },
  ],
  [null, null],
  [undefined, undefined],
  [{}, {}],
])('%j is read as %j', (consent, expected) => {
  expect(read(consent)).toEqual(expected);
});

it('a record that needs nothing is the very same', () => {
  const resource = {
    id: 'a',
    createdDateTime: '',
    customerProfile: { name: 'A' },
    consent: { consentToContact: true },
  };
  expect(withConsentNames(resource)).toBe(resource);
});
