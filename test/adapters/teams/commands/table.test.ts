import { commandKey } from '../../../../src/adapters/teams/commands/command';
import { commandsFor, manifestCommands } from '../../../../src/adapters/teams/commands/table';
import { matchCommand } from '../../../../src/adapters/teams/commands/match';
import { renderer } from '../cards/drawing';
import { OFFERED } from '../../../../src/adapters/teams/operations/looks';

const COMMANDS = commandsFor(OFFERED.looks);

describe('the command table', () => {
  it('has each name and alias once, and finds the row by it', () => {
    const names = COMMANDS.flatMap((command) => [command.name, ...command.also]);
    expect(new Set(names).size).toBe(names.length);
    for (const command of COMMANDS) {
      for (const name of [command.name, ...command.also]) {
        expect([name, matchCommand(COMMANDS, name)?.command.name]).toEqual([name, command.name]);
      }
    }
  });

  it('has words for each row', () => {
    for (const command of COMMANDS) {
      const key = `commands.${commandKey(command)}` as const;
      expect(renderer.say(key, {}, 'en')).not.toBe(key);
    }
  });

  it('offers at most ten commands a scope to Teams, each of which is a command there', () => {
    const scopes = manifestCommands(COMMANDS);
    expect(scopes.map(({ scope }) => scope)).toEqual(['team', 'personal']);
    for (const { scope, commands } of scopes) {
      expect(commands.length).toBeGreaterThan(4);
      expect(commands.length).toBeLessThanOrEqual(10);
      for (const { title, key } of commands) {
        const row = matchCommand(COMMANDS, title)?.command;
        expect(row?.scopes).toContain(scope === 'team' ? 'channel' : 'personal');
        expect(key).toMatch(/^commands\./);
      }
    }
    expect(scopes[0]!.commands.map(({ title }) => title)).toContain('bind');
    expect(scopes[1]!.commands.map(({ title }) => title)).not.toContain('bind');
  });
});
