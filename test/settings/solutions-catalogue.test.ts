import { readConfig } from '../../src/config';
import { readCatalogue } from '../../src/settings/solutions-catalogue';

const SOLUTIONS = [
  { name: 'Factory Insights', id: 'SOL-20411-CON' },
  { name: 'Microsoft Teams, Premium', id: 'CFQ7', solutionType: '1P' },
  { name: 'Cloud Shop', solutionType: '3P' },
  { name: 'Azure assessment', id: 'A.1', solutionType: 'SolutionAssessment' },
];

const problemsIn = (content: string): readonly string[] => {
  const read = readCatalogue(content);
  return 'problems' in read ? read.problems : [];
};

it.each([
  [
    'CSV',
    'id,name,type\nSOL-20411-CON,Factory Insights,Partner’s own\nCFQ7,"Microsoft Teams, Premium",Microsoft\n,Cloud Shop,third-party\nA.1,Azure assessment,Solution assessment\n',
  ],
  [
    'a spreadsheet’s, with semicolons, a mark in front and empty rows',
    '\uFEFFType;Name;ID;Remark\r\nown;Factory Insights;SOL-20411-CON;x\r\n\r\n1P;Microsoft Teams, Premium;CFQ7\r\n3P;Cloud Shop;\r\nassessment;Azure assessment;A.1;y;z\r\n',
  ],
  [
    'JSON',
    JSON.stringify([
      { id: 'SOL-20411-CON', name: ' Factory Insights ', type: "Partner's own", more: 1 },
      { id: 'CFQ7', name: 'Microsoft Teams, Premium', type: 'Microsoft' },
      { id: null, name: 'Cloud Shop', type: 'Third party' },
      { id: 'A.1', name: 'Azure assessment', type: 'SOLUTION ASSESSMENT' },
    ]),
  ],
])('is read from %s', (_, content) => {
  expect(readCatalogue(content)).toEqual({ solutions: SOLUTIONS });
});

it.each([
  ['id,name\nA,B', 'row 1 must name the columns id, name and type: there is no "type"'],
  ['', 'row 1 must name the columns'],
  ['name,type\n', 'must name at least one solution'],
  ['name,type\nTeams,Google', 'row 2, column type: must be one of'],
  ['name,type\n\n,Microsoft', 'row 3, column name: must not be empty'],
  ['name,type\n"a\nb",own', 'row 2, column name: must be one line'],
  ['id,name,type\nA B,x,own', 'row 2, column id: must be letters'],
  [`name,type\n${'x'.repeat(201)},own`, 'row 2, column name: must have at most 200 characters'],
  ['id,name,type\nA,x,own\na,y,own', 'row 3, column id: is the same as in row 2'],
  ['name,type\nTeams,Microsoft\nTEAMS,1P', 'row 3, column name: is the same as in row 2'],
  ['name,type\n"a,own', 'cannot be read as CSV'],
  ['[{"name":"a"', 'cannot be read as JSON'],
  ['{"name":"a"}', 'must be a list'],
  ['[]', 'must name at least one solution'],
  ['[7]', 'row 1, all columns:'],
  ['[{"name":"a","type":7}]', 'row 1, column type: must be one of'],
  ['[{"name":["a"],"type":"own"}]', 'row 1, column name: must be a text'],
  [JSON.stringify(Array(5_001).fill({ name: 'a', type: 'own' })), 'must have at most 5000 solutions'],
])('%j: what is wrong is told with its row and column', (content, problem) => {
  expect(problemsIn(content)).toEqual([expect.stringContaining(problem)]);
});

it('tells of many wrong rows the first ten, and how many more there are', () => {
  const problems = problemsIn(`name,type\n${Array(15).fill(',own').join('\n')}`);
  expect(problems).toHaveLength(11);
  expect(problems.at(-1)).toBe('and 5 more like these');
});

const configWith = (content: string, env = {}) =>
  readConfig({ SOLUTIONS_CATALOGUE: '/srv/solutions.csv', ...env }, () => content);

it('a wrong file stops the start, and nothing of its content is told', () => {
  expect(configWith('name,type\nSecret Plan,Nobody')).toEqual({
    problems: [
      "SOLUTIONS_CATALOGUE: its file, row 2, column type: must be one of: Partner's own, Microsoft, third-party, solution assessment",
    ],
  });
});

it('a file that is not there is told, too', () => {
  const read = readConfig({ SOLUTIONS_CATALOGUE: '/nowhere.csv' }, () => {
    throw new Error('ENOENT');
  });
  expect(read).toEqual({
    problems: ['SOLUTIONS_CATALOGUE names a file that cannot be read: correct the path or who may read it'],
  });
});

it('stands beside the co-sell-ready ones that are named, each once; those of the file know more', () => {
  expect(
    configWith('id,name,type\nSOL-1,Factory Insights,own\n,Teams,Microsoft', {
      CO_SELL_SOLUTIONS: 'factory insights,Shop Floor=SOL-2',
    }),
  ).toMatchObject({
    config: {
      solutions: [
        { name: 'Shop Floor', id: 'SOL-2' },
        { name: 'Factory Insights', id: 'SOL-1' },
        { name: 'Teams', solutionType: '1P' },
      ],
    },
  });
});
