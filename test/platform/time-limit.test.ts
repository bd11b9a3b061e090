import { within } from '../../src/platform/time-limit';

const late = (): Error => new Error('late');

describe('a time limit', () => {
  it('gives what the work gives', async () => {
    await expect(within(1_000, late, async () => 'done')).resolves.toBe('done');
    await expect(within(1_000, late, () => Promise.reject(new Error('its own')))).rejects.toThrow('its own');
  });

  it('ends work that does not answer, and tells it to send nothing more', async () => {
    let told: AbortSignal | undefined;
    const never = (signal: AbortSignal): Promise<never> => {
      told = signal;
      return new Promise(() => undefined);
    };
    await expect(within(1, late, never)).rejects.toThrow('late');
    expect(told?.aborted).toBe(true);
  });
});
