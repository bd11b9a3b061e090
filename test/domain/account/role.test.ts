import { roleSeen } from '../../../src/domain/account/role';
import { lead } from '../builders';

const DESK = 'desk@contoso.example';
const on = (...emails: string[]) => lead({ team: emails.map((email) => ({ email })) });

it.each([
  ['nobody is on a record that it reads', [on('Desk@Contoso.example'), on()], DESK, 'admin'],
  ['others alone are on one', [on('ana@contoso.example'), on(DESK)], DESK, 'admin'],
  ['it is on all of them', [on('Desk@Contoso.example', 'ana@contoso.example'), on(DESK)], DESK, 'user'],
  ['it reads none', [], DESK, undefined],
  ['nobody knows who it is, and somebody is on each', [on('ana@contoso.example')], undefined, undefined],
  ['nobody knows who it is, but nobody is on one', [on('ana@contoso.example'), on()], undefined, 'admin'],
])('the role, when %s', (_what, own, who, role) => {
  expect(roleSeen(own, who)).toBe(role);
});
