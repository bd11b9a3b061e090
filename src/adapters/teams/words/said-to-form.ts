import { folded } from './wording';

/** What somebody may say instead of an answer. */
export type SaidToForm = 'skip' | 'back' | 'cancel' | 'help' | 'save' | 'yes' | 'no' | 'none';

const WORDS: Readonly<Record<SaidToForm, string>> = {
  skip: 'skip|skip it|skip this|next|keep|keep it|keep that|leave it|leave it as it is|as it is|as is|same|unchanged|pass',
  back: 'back|go back|previous|one back|undo that',
  cancel: 'cancel|cancel it|stop|quit|exit|abort|never mind|nevermind|forget it',
  help: 'help|?|what|what do you mean|how',
  save: 'save|save it|save that|submit|send|send it|done|finish|that is all|confirm',
  yes: 'yes|y|yep|yeah|ok|okay|sure|right|correct|that is right|fine|looks good|all good|good',
  no: 'no|n|nope|not yet|wrong',
  none: 'none|nothing|no notes|no note|empty|leave it empty|leave empty|clear|nil|n/a|-|–',
};

const MEANING = new Map(
  (Object.keys(WORDS) as SaidToForm[]).flatMap((said) =>
    WORDS[said].split('|').map((words) => [words, said] as const),
  ),
);

const COURTESY = /^(?:please|pls) |,? (?:please|pls|thanks|thank you)$/g;

/** The one thing that these words mean to any form; undefined: they are an answer. */
export function saidToForm(text: string): SaidToForm | undefined {
  const words = folded(text)
    .replace(/[’']s\b/g, ' is')
    .replace(/(?<![.!])[.!]+$/, '')
    .replace(COURTESY, '')
    .trim();
  return MEANING.get(words) ?? MEANING.get(words.replace(/(?<!\?)\?+$/, ''));
}
