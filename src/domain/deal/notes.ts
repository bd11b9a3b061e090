/** A note as a line of the record: by whom and when, so that a running record stays readable. `day`: YYYY-MM-DD at the desk. */
export const noteLine = (day: string, name: string, text: string): string => `${day}, ${name}: ${text}`;
