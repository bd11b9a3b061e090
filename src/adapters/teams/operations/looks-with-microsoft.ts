import { goOnAlone } from '../../../domain/operations/go-on-alone';
import { inviteAgain } from '../../../domain/operations/invite-again';
import { inviteMicrosoft } from '../../../domain/operations/invite-microsoft';
import { upgrade } from '../../../domain/operations/upgrade';
import { primary, secondary, type Look, type Scope } from '../cards/look';

const BOTH: readonly Scope[] = ['channel', 'personal'];
const NOWHERE: readonly Scope[] = [];

/** How what brings Microsoft into a deal looks, and what leaves it out. */
export const MICROSOFT_LOOKS: readonly Look[] = [
  { operation: upgrade, card: { accepted: secondary(40) }, save: () => 'buttons.upgrade' },
  {
    operation: inviteMicrosoft,
    card: { accepted: secondary(39) },
    notices: ['not-taken'],
    save: 'buttons.invite-microsoft',
    command: { name: 'invite', also: ['invite microsoft'], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: inviteAgain,
    card: { accepted: primary(12) },
    quiet: ({ microsoft }) => microsoft !== undefined && 'goneOn' in microsoft,
    notices: ['microsoft-answered'],
    save: 'buttons.invite-again',
    command: { name: 'invite again', also: [], inManifest: NOWHERE, inHelp: BOTH },
  },
  {
    operation: goOnAlone,
    card: { accepted: primary(13) },
    notices: ['microsoft-answered', 'not-taken'],
    command: { name: 'go on without microsoft', also: ['go on alone'], inManifest: NOWHERE, inHelp: BOTH },
  },
];
