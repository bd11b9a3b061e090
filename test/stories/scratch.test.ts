import { cardOf, startProgram, textOf, buttonsOf, type Loose } from './program';
it('dump', async () => {
  const program = await startProgram();
  const referral = await program.sample('customer-inquiry', { details: { customerRequestedContact: true, notes: 'Call us' } });
  await program.settle();
  const customer = referral.customerProfile.name;
  const seen = new Set<string>();
  let face = '';
  const dump = async (label: string) => {
    const out: string[] = [];
    const channel = await program.channel();
    const card = cardOf(channel, customer);
    for (const one of channel.filter((o) => o.thread === card.id)) if (!seen.has(one.id)) { seen.add(one.id); out.push(`THREAD ${one.timestamp} ${textOf(one)} ${JSON.stringify(one.entities)}`); }
    for (const one of await program.chat('Nestor Wilke')) if (!seen.has(one.id) && JSON.stringify(one).includes(customer)) { seen.add(one.id); out.push(`MANAGER ${one.timestamp} ${textOf(one)} ${buttonsOf(one)}`); }
    const now = textOf(card); if (now !== face) { face = now; out.push(`CARD ${card.updates} ${now}  ${card.summary} ${buttonsOf(card)}`); }
    if (out.length) console.log(`== ${label} ${(await program.get('/sandbox/clock')).now}\n${out.join('\n')}`);
  };
  await dump('start');
  for (let i = 0; i < 84; i++) { await program.advance('PT1H'); await dump(`h${i}`); }
  for (let i = 0; i < 24; i++) { await program.advance('PT12H'); await dump(`d${i}`); }
  await program.settle(); await dump('end');
  console.log((await program.get('/health/ready')));
  await program.stop();
}, 60000);
