const SETTLE_MS = 60;
const MAX_RETRY_MS = 5_000;

/**
 * Follows the server's news without end. `heard(what, ids)` gets each kind of news once for all that comes within
 * a moment; `online(true)` after each (re)connection: everything may have changed then.
 */
export function followEvents({ heard, online }) {
  let waiting = new Map();
  const flush = () => {
    const told = waiting;
    waiting = new Map();
    for (const [what, ids] of told) heard(what, ids);
  };
  let retry = 500;
  const connect = () => {
    const source = new EventSource('/sandbox/events');
    source.addEventListener('open', () => {
      retry = 500;
      online(true);
    });
    source.addEventListener('message', ({ data }) => {
      const { what, id } = JSON.parse(data);
      if (waiting.size === 0) setTimeout(flush, SETTLE_MS);
      waiting.set(what, (waiting.get(what) ?? new Set()).add(id));
    });
    source.addEventListener('error', () => {
      online(false);
      // The browser gives up for good after an answer that is no stream, so the page connects anew itself.
      source.close();
      setTimeout(connect, retry);
      retry = Math.min(retry * 2, MAX_RETRY_MS);
    });
  };
  connect();
}
