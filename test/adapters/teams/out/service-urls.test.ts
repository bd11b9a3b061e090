import { serviceUrlAllowed } from '../../../../src/adapters/teams/out/service-urls';

describe('which service URLs the bot may call', () => {
  const live = serviceUrlAllowed(false);
  const sandbox = serviceUrlAllowed(true);

  it.each([
    'https://smba.trafficmanager.net/emea/8f0d/',
    'https://smba.trafficmanager.net/teams/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://smba.infra.gov.teams.microsoft.us/teams',
    'https://smba.infra.dod.teams.microsoft.us/teams',
    'https://webchat.botframework.com/',
  ])('%s outside the sandbox', (url) => {
    expect(live(url)).toBe(true);
    expect(sandbox(url)).toBe(false);
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evilsmba.trafficmanager.net/',
    'https://evil-botframework.com/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:secret@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'not a url',
    '',
  ])('%p nowhere', (url) => {
    expect(live(url)).toBe(false);
    expect(sandbox(url)).toBe(false);
  });

  it.each(['http://127.0.0.1:3978/sandbox/teams', 'http://localhost:56150/_connector', 'http://[::1]:80/'])(
    '%s in the sandbox alone',
    (url) => {
      expect(live(url)).toBe(false);
      expect(sandbox(url)).toBe(true);
    },
  );

  it.each(['http://127.0.0.1.evil.example/', 'http://10.0.0.1/', 'http://localhost.evil.example/'])(
    '%s is not loopback',
    (url) => expect(sandbox(url)).toBe(false),
  );
});
