import { randomUUID } from 'node:crypto';
import os from 'node:os';

/** Who holds this process's leases: the host, the process, and a name that no other start has. */
export const newHolder = (): string => `${os.hostname()}/${String(process.pid)}/${randomUUID()}`;

/**
 * Whether a holder's process is no more, as far as this host can tell: it ran here, and its number is free or has come to
 * this process. What ran on another host may live: its leases run out by themselves.
 */
export function isGone(holder: string, own: string, isAlive: (pid: number) => boolean = runs): boolean {
  const [host, pid] = placeOf(holder);
  const [ownHost, ownPid] = placeOf(own);
  if (host !== ownHost || holder === own || !Number.isInteger(pid)) return false;
  return pid === ownPid || !isAlive(pid);
}

function placeOf(holder: string): readonly [string, number] {
  const [host = '', pid = ''] = holder.split('/');
  return [host, pid === '' ? Number.NaN : Number(pid)];
}

/** Signal 0 asks and does nothing (https://nodejs.org/api/process.html#processkillpid-signal). */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be signalled, and runs.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
