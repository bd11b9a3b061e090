const { Choice } = globalThis.AdaptiveCards;

/** Teams answers these itself; nobody does here. */
const ofTeams = (dataset) => String(dataset).startsWith('graph.microsoft.com/');

const WAIT_MS = 250;

/**
 * The card without what the package cannot search by itself, and what each of its inputs is searched in. Where Teams would answer,
 * the choices on the card are all there are.
 */
export function searched(content) {
  const datasets = new Map();
  const without = (part) => {
    if (Array.isArray(part)) return part.map(without);
    if (typeof part !== 'object' || part === null) return part;
    const { 'choices.data': query, ...rest } = part;
    const all = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, without(value)]));
    if (!query) return all;
    if (ofTeams(query.dataset)) return { ...all, style: 'compact' };
    datasets.set(part.id, query.dataset);
    return { ...all, style: 'filtered' };
  };
  return { card: without(content), datasets };
}

/** What is typed there is asked for; what is found can be chosen beside what stands there. */
export function searchIn(card, datasets, search) {
  for (const [id, dataset] of datasets) {
    const input = card.getAllInputs(true).find((one) => one.id === id);
    const box = input?.renderedElement?.querySelector('input[list]');
    if (!box) continue;
    let waiting;
    box.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => offer(input, box, (await search(dataset, box.value)) ?? []), WAIT_MS);
    });
  }
}

function offer(input, box, found) {
  for (const { title, value } of found) {
    if (input.choices.some((choice) => choice.value === value)) continue;
    input.choices.push(new Choice(title, value));
    const option = document.createElement('option');
    option.value = title;
    box.list.append(option);
  }
}
