import { deskChat, type DeskChat } from './chat';

let chat: DeskChat;
beforeEach(async () => {
  chat = await deskChat();
});
afterEach(() => chat.stop());

it.each([
  {},
  { action: 'accept' },
  { action: 'accept', uploadInfo: { uploadUrl: 'https://evil.example/x' } },
  { action: 'take', uploadInfo: null },
])('the answer to a file that was not offered so (%j) puts nothing anywhere', async (value) => {
  expect((await chat.invoke('fileConsent/invoke', value)).status).toBe(200);
  expect(JSON.stringify(chat.posted())).toContain('could not be put into your OneDrive');
});
