export const isNone = (value: unknown): value is null | undefined => value === null || value === undefined;
export const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';
