/** Languages, zones and currencies are few; keys come from outside, so that there is an end to them. */
const MOST = 500;

/** What `work` gives for a key, worked out once: `Intl` takes long to make a formatter or to look at a zone. */
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
