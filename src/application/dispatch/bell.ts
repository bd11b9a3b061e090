/** Wakes whoever waits for the next ring. A ring that nobody waits for is not kept. */
export interface Bell {
  readonly ring: () => void;
  readonly next: () => Promise<void>;
}

export function createBell(): Bell {
  let ring = (): void => undefined;
  let next = new Promise<void>((resolve) => (ring = resolve));
  return {
    ring: () => {
      const rung = ring;
      next = new Promise<void>((resolve) => (ring = resolve));
      rung();
    },
    next: () => next,
  };
}
