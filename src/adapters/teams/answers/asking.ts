import type { Directory } from '../../../application/ports/ports';
import type { UseCases } from '../../../application/application';
import type { Turn } from './turn';

/** What the handlers of commands and buttons are given: who asks, where, and whom they may ask. */
export interface Asking {
  readonly turn: Turn;
  readonly useCases: UseCases;
  readonly directory: Directory;
}
