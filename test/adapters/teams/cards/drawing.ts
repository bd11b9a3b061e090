import { join } from 'node:path';
import { OFFERED } from '../../../../src/adapters/teams/operations/looks';
import { createRenderer } from '../../../../src/adapters/teams/cards/renderer';
import type { Renderer } from '../../../../src/adapters/teams/cards/drawing';
import type { Card, FormsMode, RenderedActivity } from '../../../../src/adapters/teams/cards/shown';
import type { ReferralView } from '../../../../src/application/ports/messages';

const cardsFolder = join(__dirname, '../../../../cards');

export const rendererWith = (forms: FormsMode, looks = OFFERED.looks): Renderer =>
  createRenderer({ forms, cardsFolder, looks });
export const renderer = rendererWith('dialog');

export function cardIn(activity: RenderedActivity): Card {
  const card = activity.attachments?.[0]?.content;
  if (!card) throw new Error('the message has no card');
  return card;
}

export const drawCard = (view: ReferralView): Card => cardIn(renderer.message({ kind: 'card', view }));
