import { accept } from './accept';
import { bind } from './bind';
import { called } from './called';
import { contact } from './contact';
import { decline } from './decline';
import { keepMine, takeTheirs } from './whose-stands';
import { unbind } from './unbind';
import type { Operation } from './operation';

/** All that a person can do, in the order in which it is offered. */
export const OPERATIONS: readonly Operation[] = [
  accept,
  decline,
  called,
  contact,
  keepMine,
  takeTheirs,
  bind,
  unbind,
];
