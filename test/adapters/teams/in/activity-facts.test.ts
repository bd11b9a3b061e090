import type { Json } from '../out/fake-teams';
import { placeOf, whoIs } from '../../../../src/adapters/teams/in/activity-facts';

const personal: Json = {
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:alba', name: 'Alba Brandt', aadObjectId: 'alba' },
  conversation: { id: 'a:alba', conversationType: 'personal', tenantId: 't1' },
  channelData: { tenant: { id: 't1' } },
  locale: 'de-DE',
  entities: [{ type: 'clientInfo', locale: 'en-US', country: 'DE', timezone: 'Europe/Berlin' }],
};

const inChannel: Json = {
  ...personal,
  conversation: { id: '19:ch@thread.tacv2;messageid=1700', conversationType: 'channel', isGroup: true },
  channelData: {
    tenant: { id: 't1' },
    team: { id: '19:gen@thread.tacv2' },
    channel: { id: '19:ch@thread.tacv2', name: 'Referrals' },
  },
};

describe('who has sent an activity', () => {
  it('is known with chat, language and zone in a personal chat', () => {
    expect(whoIs(personal)).toEqual({
      tenant: 't1',
      aadObjectId: 'alba',
      name: 'Alba Brandt',
      teamsId: '29:alba',
      conversation: 'a:alba',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      language: 'de-DE',
      zone: 'Europe/Berlin',
    });
  });

  it('has no personal chat when the activity comes from a channel', () => {
    expect(whoIs(inChannel)).not.toHaveProperty('conversation');
  });

  it('takes language and tenant from where they are', () => {
    const { locale: _, channelData: __, ...bare } = personal;
    expect(whoIs(bare)).toMatchObject({ tenant: 't1', language: 'en-US' });
  });

  it.each<[string, Json]>([
    ['without an object id', { ...personal, from: { id: '29:guest' } }],
    ['without a sender', { ...personal, from: undefined }],
    ['without a tenant', { ...personal, channelData: {}, conversation: { id: 'a:1' } }],
    ['with nonsense', { from: 'x', conversation: 7, channelData: [], entities: null }],
  ])('is nobody %s', (_, activity) => {
    expect(whoIs(activity)).toBeUndefined();
  });
});

describe('where it happens', () => {
  const place = {
    channel: '19:ch@thread.tacv2',
    team: '19:gen@thread.tacv2',
    tenant: 't1',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    name: 'Referrals',
  };

  it('in a thread of a channel', () => {
    expect(placeOf(inChannel)).toEqual({ kind: 'channel', place, thread: '1700' });
  });

  it('in a channel, outside any thread', () => {
    const conversation = { id: '19:ch@thread.tacv2', conversationType: 'channel' };
    expect(placeOf({ ...inChannel, conversation })).toEqual({ kind: 'channel', place });
  });

  it('in the General channel, which has the id of its team and no name', () => {
    const conversation = { id: '19:gen@thread.tacv2;messageid=1', conversationType: 'channel' };
    const channelData = {
      tenant: { id: 't1' },
      team: { id: '19:gen@thread.tacv2' },
      channel: { id: '19:gen@thread.tacv2' },
    };
    expect(placeOf({ ...inChannel, conversation, channelData })).toMatchObject({
      place: { channel: '19:gen@thread.tacv2', team: '19:gen@thread.tacv2', name: '' },
      thread: '1',
    });
  });

  it('in a channel of which only the conversation is known', () => {
    expect(placeOf({ ...inChannel, channelData: undefined })).toMatchObject({
      place: { channel: '19:ch@thread.tacv2', team: '19:ch@thread.tacv2', tenant: '' },
      thread: '1700',
    });
  });

  it('in a channel that an event of its team names', () => {
    const conversation = { id: '19:gen@thread.tacv2', conversationType: 'channel' };
    const channelData = { channel: { id: '19:ch@thread.tacv2' } };
    expect(placeOf({ ...inChannel, conversation, channelData })).toMatchObject({
      place: { channel: '19:ch@thread.tacv2', team: '19:ch@thread.tacv2' },
    });
  });

  it('in a personal chat, also of a client that does not say so', () => {
    expect(placeOf(personal)).toEqual({ kind: 'personal' });
    expect(placeOf({ ...personal, conversation: { id: 'x' } })).toEqual({ kind: 'personal' });
  });

  it('in a group chat', () => {
    const conversation = { id: '19:g@thread.v2', conversationType: 'groupChat', isGroup: true };
    expect(placeOf({ ...personal, conversation })).toEqual({ kind: 'group' });
  });
});
