import { readConfig, type Environment } from '../../src/config';

const read = (env: Environment) => readConfig(env, () => '');

it.each<readonly [string, Environment]>([
  ['with a thousands sign', { REGISTRATION_LEAST_USD: '25,000' }],
  ['below zero', { REGISTRATION_LEAST_USD: '-1' }],
  ['in words', { REGISTRATION_AFTER: '72 hours' }],
  ['that is none', { REGISTRATION_AFTER: 'PT0S' }],
  ['backwards', { REGISTRATION_AFTER: '-PT72H' }],
  ['a currency without a rate', { USD_RATES: 'EUR' }],
  ['a rate of nothing', { USD_RATES: 'EUR=0' }],
  ['a currency that there is not', { USD_RATES: 'EUR=1.08,XYZ=2' }],
  ['in small letters', { USD_RATES: 'eur=1.08' }],
  ['with a decimal comma', { USD_RATES: 'EUR=1,08' }],
  ['nothing but commas', { USD_RATES: ',,' }],
  ['an id without a name', { CO_SELL_SOLUTIONS: '=SOL-20411-CON' }],
  ['two ids', { CO_SELL_SOLUTIONS: 'Factory Insights=SOL-1=SOL-2' }],
  ['an id that is none', { CO_SELL_SOLUTIONS: 'Factory Insights=SOL 1' }],
  ['a name beyond length', { CO_SELL_SOLUTIONS: 'x'.repeat(251) }],
  ['beyond length', { PARTNER_CENTER_JOINT_PLANNING_PROGRAMS: `Joint,${'x'.repeat(201)}` }],
  ['nothing but commas', { PARTNER_CENTER_JOINT_PLANNING_PROGRAMS: ', ,' }],
])('refused, with what is right: %s %j', (_what, env) => {
  const answer = read(env);
  const [name = ''] = Object.keys(env);
  expect('problems' in answer && answer.problems).toEqual([
    expect.stringMatching(`^${name} must be .*, for example `),
  ]);
});

it('what a registration needs, rates, solutions and programmes are read', () => {
  const answer = read({
    ...{ REGISTRATION_LEAST_USD: '10000', REGISTRATION_AFTER: 'P1D', USD_RATES: 'EUR=1.08, JPY=0.0067' },
    CO_SELL_SOLUTIONS: 'Factory Insights = SOL-20411-CON, Shop Floor',
    PARTNER_CENTER_JOINT_PLANNING_PROGRAMS: 'Alpha, Beta',
  });
  expect('config' in answer && answer.config).toMatchObject({
    registration: { leastUsd: 10_000, afterMs: 86_400_000, usd: { EUR: 1.08, JPY: 0.0067 } },
    solutions: [{ name: 'Factory Insights', id: 'SOL-20411-CON' }, { name: 'Shop Floor' }],
    partnerCenter: { jointPlanning: ['Alpha', 'Beta'] },
  });
});
