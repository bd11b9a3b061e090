/** Languages, zones, service URLs are few; keys come from outside, so that there is an end to them. */
const MOST = 500;

/** What `work` gives for a key, worked out once: a formatter, a look at a zone, a client of the SDK take long to make. */
export function remembered<T>(work: (key: string) => T): (key: string) => T {
  const results = new Map<string, T>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    if (results.size >= MOST) results.clear();
    const result = work(key);
    results.set(key, result);
    return result;
  };
}
