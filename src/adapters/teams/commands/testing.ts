import type { Asking } from '../answers/asking';
import { said, type Answer } from '../answers/answer';
import { inline } from '../cards/plain-text';

/** `test referral`: a lead to try the whole way with, in this channel; elsewhere in the one whose name follows. */
export async function testReferral({ turn, useCases }: Asking, words: string): Promise<Answer> {
  const { place, person } = turn;
  const channel = place.kind === 'channel' ? place.place.channel : undefined;
  const begun = await useCases.receive.test(channel, words, person);
  switch (begun.kind) {
    case 'which-desk':
      return said('bot.which-desk', {
        command: 'test referral',
        desks: begun.desks.map((one) => inline(one)).join(', '),
      });
    case 'test-begun':
    case 'test-runs':
      return said(`bot.${begun.kind}`);
    default:
      return begun;
  }
}
