export * from '../../src/sandbox/cards/samples';
