import { LIST, startPartnerCenter, type Loose, type UnderTest } from './under-test';

let center: UnderTest;
beforeEach(async () => {
  center = await startPartnerCenter();
});
afterEach(() => center.close());

const PATH = '/details/requirements/solutions';
const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }];

it.each<[string, Loose, number]>([
  [
    '50 solutions',
    replace(
      PATH,
      Array.from({ length: 50 }, () => ({ name: 'x' })),
    ),
    200,
  ],
  [
    '51 solutions',
    replace(
      PATH,
      Array.from({ length: 51 }, () => ({ name: 'x' })),
    ),
    400,
  ],
  ['a solution assessment', replace(PATH, [{ name: 'x', solutionType: 'SolutionAssessment' }]), 200],
  ['it and another', replace(PATH, [{ solutionType: 'SolutionAssessment' }, { name: 'x' }]), 400],
  ['solutions that are none', replace(PATH, 'x'), 400],
  ['a sales stage', replace('/salesStage', '40'), 200],
  ['a sales stage that there is not', replace('/salesStage', '55'), 400],
])('%s: %j is answered with %d', async (_, body, status) => {
  const { id } = await center.sandbox.sample('private');
  const headers = { prefer: 'return=representation' };
  expect((await center.call('PATCH', `${LIST}/${id}`, body, headers)).status).toBe(status);
});
