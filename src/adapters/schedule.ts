import { schedule } from 'node-cron';
import type { Log } from '../application/ports/ports';

export interface Schedule {
  /** No more runs begin; one that is running ends on its own. */
  stop(): Promise<void>;
}

/**
 * Runs `task` every so many seconds on the wall clock, never twice at a time; what it throws is logged and the
 * schedule goes on. There are no jobs at a time of day: node-cron leaves out a run that falls into the hour that
 * is skipped in spring. Throws RangeError unless `seconds` divides a minute evenly.
 */
export function every(seconds: number, task: () => Promise<void>, log: Log): Schedule {
  if (!Number.isInteger(seconds) || seconds < 1 || 60 % seconds !== 0) {
    throw new RangeError(`every ${seconds} seconds does not divide a minute evenly`);
  }
  const pattern = seconds === 60 ? '0 * * * * *' : `*/${seconds} * * * * *`;
  const job = schedule(pattern, () => runOnce(task, log), {
    timezone: 'UTC',
    noOverlap: true,
    suppressMissedWarning: true,
    logger: quiet(log),
  });
  return {
    stop: async () => {
      await job.destroy();
    },
  };
}

async function runOnce(task: () => Promise<void>, log: Log): Promise<void> {
  try {
    await task();
  } catch (error) {
    log.error({ err: error }, 'a scheduled run failed');
  }
}

/** node-cron's own log writes coloured text to the console: only its errors are worth a line, in our log. */
const quiet = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (message: string | Error) => log.error({ err: message }, 'the schedule reports an error'),
});
