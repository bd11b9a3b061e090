/** Which kind of something new is wanted, and the referral that it is to be like. */
export interface WantedNew {
  readonly variant: string;
  /** The referral document's id. */
  readonly like?: string;
}

/** As one text: what a draft and a button say. */
export const sayWanted = ({ variant, like }: WantedNew): string =>
  like === undefined ? variant : `${variant} ${like}`;

export function readWanted(of: string): WantedNew {
  const [variant = '', ...like] = of.split(' ');
  return like.length === 0 ? { variant } : { variant, like: like.join(' ') };
}
