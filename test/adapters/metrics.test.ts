import { createMetrics } from '../../src/adapters/metrics';

describe('the metrics', () => {
  it('are written as Prometheus reads them, with the process’s own figures', async () => {
    const metrics = createMetrics();
    metrics.effect('show', 'delivered', 120);
    metrics.effect('show', 'delivered', 6_000);
    metrics.turn('message', 'ok', 30);
    metrics.command('help', 'answered');
    metrics.intake('created');
    metrics.intake('created');
    const lines = (await metrics.text()).split('\n');
    expect(lines).toContain('referral_desk_effect_seconds_count{kind="show",result="delivered"} 2');
    expect(lines).toContain('referral_desk_effect_seconds_sum{kind="show",result="delivered"} 6.12');
    expect(lines).toContain(
      'referral_desk_effect_seconds_bucket{le="0.25",kind="show",result="delivered"} 1',
    );
    expect(lines).toContain('referral_desk_turn_seconds_count{kind="message",result="ok"} 1');
    expect(lines).toContain('referral_desk_commands_total{name="help",outcome="answered"} 1');
    expect(lines).toContain('referral_desk_intake_total{result="created"} 2');
    expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
  });

  it('of two instances do not mix, and a label cannot break or flood the text', async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.command(`evil"\n${'x'.repeat(1_000)}`, 'ok');
    const text = await one.text();
    expect(text).toContain('{name="evil\\"\\nxxx');
    expect(text).not.toContain('x'.repeat(61));
    expect(await other.text()).not.toContain('evil');
  });
});
