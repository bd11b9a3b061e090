import { generateKeyPairSync } from 'node:crypto';
import { createAdapter, type BotRegistration } from '../../../../src/adapters/teams/out/adapter';

const wire = { allowed: () => true, real: () => 0 };
const appId = '7d8f0a52-6b57-4c7e-8f0e-0b1f6a5f2f11';
const tenantId = '3f1c2b9e-9d1f-4a64-9b5f-6a0d4f9a7c21';

const CERTIFICATE = `
-----BEGIN CERTIFICATE-----
MIIBlzCCAT2gAwIBAgIUPcn1wbonVYQZWSTALyszsgKqGGswCgYIKoZIzj0EAwIw
IDEeMBwGA1UEAwwVcmVmZXJyYWwtZGVzay5leGFtcGxlMCAXDTI2MTEyMTA5NTEw
M1oYDzIxMjYxMDI4MDk1MTAzWjAgMR4wHAYDVQQDDBVyZWZlcnJhbC1kZXNrLmV4
YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATrSWcol/kt6cR+Mlen3OXN
aTLmqb7C/esx+lgu0YhSt9aDnrfJp8W57ne7i3NuhM1ZPxE1loft/NRPtBMOY18I
o1MwUTAdBgNVHQ4EFgQU1/gzv7ny4sGk6R3o80548qrWq7kwHwYDVR0jBBgwFoAU
1/gzv7ny4sGk6R3o80548qrWq7kwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQD
AgNIADBFAiAGDRNCvMJfLefMw9+oxQAxVKbqhve7DHud49UzV+Nr5gIhAKLNht0x
kTFwrPuuxPPl2OIAIsf3uNQ6/ELHepXmfUWA
-----END CERTIFICATE-----
`;
const THUMBPRINT = 'CBAFAC264AE22EB088025B3E6001CA3746982EC5';

describe('the bot signs in as it is registered', () => {
  const complete: [string, BotRegistration][] = [
    ['one tenant, password', { appId, appType: 'SingleTenant', tenantId, password: 'p' }],
    ['many tenants, password', { appId, appType: 'MultiTenant', password: 'p' }],
    ['managed identity', { appId, appType: 'UserAssignedMSI', tenantId }],
  ];
  it.each(complete)('%s', async (_, bot) => {
    const adapter = createAdapter(bot, wire);
    expect(adapter.authenticates).toBe(true);
    await expect(adapter.connectorFor('https://smba.trafficmanager.net/emea/')).resolves.toBeDefined();
  });

  it.each(['SingleTenant', 'MultiTenant'] as const)(
    '%s, certificate, known by its thumbprint',
    async (appType) => {
      const { privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      });
      const bot = { appId, appType, tenantId, certificatePem: CERTIFICATE, certificateKeyPem: privateKey };
      const { credentials } = await createAdapter(bot, wire).connectorFor(
        'https://smba.trafficmanager.net/emea/',
      );
      expect(credentials).toMatchObject({ appId, certificateThumbprint: THUMBPRINT });
    },
  );

  const incomplete: [string, BotRegistration][] = [
    ['one tenant without a password', { appId, appType: 'SingleTenant', tenantId }],
    ['one tenant, and which is not said', { appId, appType: 'SingleTenant', password: 'p' }],
    ['managed identity with a password', { appId, appType: 'UserAssignedMSI', tenantId, password: 'p' }],
    [
      'a certificate that is none',
      { appId, appType: 'SingleTenant', tenantId, certificatePem: 'x', certificateKeyPem: 'y' },
    ],
  ];
  it.each(incomplete)('%s is refused at the start', (_, bot) => {
    expect(() => createAdapter(bot, wire)).toThrow();
  });

  it('without an app id it believes everybody: the sandbox', () => {
    expect(createAdapter({ appType: 'SingleTenant' }, wire).authenticates).toBe(false);
  });
});
