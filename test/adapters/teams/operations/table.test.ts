import { ACTIONS } from '../../../../src/adapters/teams/operations/table';
import { BUTTON_VERBS } from '../../../../src/adapters/teams/cards/make-button';
import { acceptedView, declinedView, receivedView, sampleList } from '../../../cards/samples';
import { nodes } from '../../../cards/reading';
import { rendererWith } from '../cards/drawing';
import type { Json } from '../out/fake-teams';
import { draw } from '../../../cards/draw';

/** Every verb on the cards that people get. */
function verbsDrawn(): Set<string> {
  const renderer = rendererWith('dialog');
  const cards = [receivedView(), acceptedView(), declinedView()].flatMap((view) => [
    renderer.message({ kind: 'card', view }).attachments,
    draw(renderer, { kind: 'details', view }, 'message').card,
    draw(renderer, { kind: 'more', view }, 'dialog').card,
  ]);
  const list = draw(renderer, sampleList({ next: { urgency: 1, id: 'x' } }), 'message').card;
  const verbs = nodes([...cards, list]).flatMap((node: Json) =>
    node.data?.desk ? [node.data.desk.do as string] : [],
  );
  return new Set(verbs);
}

describe('the card-action table', () => {
  it('has a handler for each verb, and no other', () => {
    expect(Object.keys(ACTIONS).sort()).toEqual([...BUTTON_VERBS].sort());
  });

  it('knows each verb that a card holds', () => {
    const drawn = verbsDrawn();
    expect(drawn.size).toBeGreaterThan(5);
    for (const verb of drawn) expect(Object.keys(ACTIONS)).toContain(verb);
  });
});
