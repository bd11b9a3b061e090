import { api } from './api.js';
import { openOutside } from './card.js';
import { closeDialog, showDialog } from './dialog.js';
import { refreshConversation } from './conversations.js';
import { chatOf, state } from './state.js';
import { orToast, toast } from './toasts.js';

/** Says something where the person is. Resolves with whether it went out. */
export const say = (text, { conversation, thread }) =>
  saying(conversation, { text, ...(thread ? { thread } : {}) });

/** Sends a file to the bot, in the person's own chat. */
export async function sendFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return saying('personal', { file: { name: file.name, base64 } });
}

async function saying(conversation, said) {
  const person = state.me;
  const answer = await orToast(() => api.act({ person, conversation, ...said }));
  if (answer === undefined) return false;
  if (answer.status !== null && answer.status >= 400)
    toast('Referral Desk could not take that message.', 'bad');
  const shown = conversation === 'personal' ? chatOf(person)?.id : conversation;
  if (shown) await refreshConversation(shown);
  return true;
}

/** Presses a button of an activity's card, or of the dialog that it has opened. */
export async function pressButton(activity, { action, inputs }) {
  const person = state.me;
  const answer = await orToast(() => api.act({ person, activity: activity.id, action, inputs }));
  if (answer === undefined || person !== state.me) return;
  if (answer.url) openOutside(answer.url);
  if (answer.dialog) showDialog(answer.dialog);
  else if (closesDialog(answer)) closeDialog();
  if (answer.toast) toast(answer.toast, answer.problem ? 'bad' : 'plain');
  await refreshConversation(activity.conversation);
}

/** An open dialog stays open only when its app could not be reached. */
const closesDialog = (answer) => !answer.problem && !answer.card && answer.status !== null;

/** What the bot finds for what is typed into an input of this activity's card, or of the dialog that it has opened. */
export const searchOf = (activity) => async (dataset, text) => {
  const person = state.me;
  const answer = await orToast(() => api.act({ person, activity, search: { dataset, text } }));
  return answer?.body?.value?.results;
};

/** Presses a button of the client's own by its words. */
export async function pressTitled(activity, button) {
  const answer = await orToast(() => api.act({ person: state.me, activity: activity.id, button }));
  if (answer !== undefined) await refreshConversation(activity.conversation);
}
