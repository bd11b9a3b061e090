import type { Operation } from '../src/domain/operations/operation';

export function allowedTable(operations: readonly Operation[]): string;
