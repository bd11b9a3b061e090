export * from './sample-answers';
export * from './sample-views';
