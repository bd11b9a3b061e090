import { OFFERED } from '../../../../src/adapters/teams/operations/looks';
import { FIXED_VERBS } from '../../../../src/adapters/teams/cards/make-button';
import { OPERATIONS } from '../../../../src/domain/operations/table';
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
    draw(renderer, { kind: 'contacts', view }, 'dialog').card,
  ]);
  const list = draw(renderer, sampleList({ next: { urgency: 1, id: 'x' } }), 'message').card;
  const verbs = nodes([...cards, list]).flatMap((node: Json) =>
    node.data?.desk ? [node.data.desk.do as string] : [],
  );
  return new Set(verbs);
}

describe('the two tables of operations', () => {
  it('have the same rows, and no row has the name of another button', () => {
    const names = OPERATIONS.map(({ name }) => name);
    expect(OFFERED.looks.map(({ operation }) => operation)).toEqual(OPERATIONS);
    expect(new Set([...names, ...FIXED_VERBS]).size).toBe(names.length + FIXED_VERBS.length);
  });

  it('know each verb that a card holds', () => {
    const drawn = verbsDrawn();
    expect(drawn.size).toBeGreaterThan(5);
    const known = [...FIXED_VERBS, ...OPERATIONS.map(({ name }) => name)];
    for (const verb of drawn) expect(known).toContain(verb);
  });
});
