import type { World } from '../ports/world';
import { endOwnSignIn, isOwnTicket, ownSignInAddress } from './own-sign-in';
import { endSignIn, signInAddress, type SignInEnd } from './signing-in';

/** Microsoft's page for who comes by a link, the account's or a person's own; undefined: it holds no more. */
export const addressBehind = (world: World, ticket: string): Promise<string | undefined> =>
  isOwnTicket(ticket) ? ownSignInAddress(world, ticket) : signInAddress(world, ticket);

/** What somebody came back with from that page. */
export const endBehind = (world: World, ticket: string, code: string): Promise<SignInEnd> =>
  isOwnTicket(ticket) ? endOwnSignIn(world, ticket, code) : endSignIn(world, ticket, code);
