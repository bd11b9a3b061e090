import { Unavailable } from '../ports/faults';
import type { Directory, TeamAddress } from '../ports/ports';

/**
 * What a channel is called: as Teams lists it. General has no name there and goes by its team's. '' when Teams has neither, or
 * does not say now.
 */
export async function channelName(directory: Directory, channel: string, team: TeamAddress): Promise<string> {
  try {
    const names = await directory.names(team);
    return (names.channels[channel] ?? names.team ?? '').trim();
  } catch (error) {
    if (error instanceof Unavailable) return '';
    throw error;
  }
}
