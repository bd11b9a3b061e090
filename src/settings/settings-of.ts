import type { World } from '../application/ports/world';
import type { Config } from '../config';

/** What use cases must know of the settings. `sandboxRecord`: where the sandbox shows a record. */
export function settingsOf(config: Config, sandboxRecord: () => string): World['settings'] {
  const { partnerCenter } = config;
  return {
    webUrl: () => partnerCenter.webUrl ?? sandboxRecord(),
    coSellWebUrl: () => partnerCenter.coSellWebUrl ?? sandboxRecord(),
    solutions: config.solutions,
    ...(config.crmUrl === undefined ? {} : { crmUrl: config.crmUrl }),
    jointPlanning: partnerCenter.jointPlanning,
    registration: config.registration,
    budgetPercent: config.teamsBudget,
    admins: config.admins,
    language: config.language,
    zone: config.timeZone,
  };
}
