import path from 'node:path';
import fc from 'fast-check';
import { openSqlite } from '../../src/adapters/sqlite/open-sqlite';
import { seen } from '../../src/domain/referral/face';
import { accept, MANAGER, fail, MEGAN, noMoreFaults } from './doing';
import { cardOf, startProgram, textOf, type Loose, type Program } from './program';

/** What is changed on both sides: in the form, in Partner Center, and as it reads in a message. */
const FIELDS = [
  { id: 'name', at: '/name', of: (record: Loose): unknown => record.name, write: (n: number) => `Deal-${n}` },
  {
    id: 'crmId',
    at: '/externalReferenceId',
    of: (record: Loose): unknown => record.externalReferenceId,
    write: (n: number) => `CRM-${n}`,
  },
  {
    id: 'dealValue',
    at: '/details/dealValue',
    of: (record: Loose): unknown => Number(record.details.dealValue),
    write: (n: number) => 10_000 + n,
  },
] as const;
type Field = (typeof FIELDS)[number];
const CUSTOMERS = ['Wingtip Sales', 'Tailspin Freight'];

const reads = (value: string | number): string =>
  typeof value === 'number' ? value.toLocaleString('en') : value;

/** One step of a random story. */
type Step =
  | { readonly do: 'here'; readonly customer: number; readonly field: number; readonly by: string }
  | { readonly do: 'there'; readonly customer: number; readonly field: number }
  | { readonly do: 'fault'; readonly answer: Loose; readonly times: number; readonly method: string }
  | { readonly do: 'time'; readonly by: string }
  | { readonly do: 'restart' };

const customer = fc.nat({ max: CUSTOMERS.length - 1 });
const field = fc.nat({ max: FIELDS.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('here' as const),
      customer,
      field,
      by: fc.constantFrom(MEGAN, MANAGER),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('there' as const), customer, field }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      answer: fc.constantFrom<Loose[]>(
        ...[503, 500, 412, 404, 'reset', 'html'].map((answer) => ({ answer })),
        ...[500, 'reset'].map((answer) => ({ answer, after: true })),
      ),
      times: fc.integer({ min: 1, max: 4 }),
      method: fc.constantFrom('GET', 'PATCH', 'PATCH'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('time' as const), by: fc.constantFrom('PT20S', 'PT5M', 'PT1H') }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
);

interface Typed {
  readonly customer: number;
  readonly field: Field;
  readonly by: string;
  readonly value: string | number;
}

/** One random story, and what is known of it afterwards. */
class Story {
  private n = 0;
  readonly typed: Typed[] = [];
  readonly metThere = new Set<string | number>();

  private constructor(
    private program: Program,
    readonly records: readonly Loose[],
  ) {}

  static async begin(): Promise<Story> {
    const program = await startProgram();
    const records: Loose[] = [];
    for (const name of CUSTOMERS) {
      records.push(await program.sample('customer-inquiry', { customerProfile: { name } }));
      await program.settle();
      await accept(program, cardOf(await program.channel(), name).id);
    }
    await program.advance('PT1M');
    return new Story(program, records);
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'here':
        await this.editHere(step);
        break;
      case 'there':
        await this.editThere(step);
        break;
      case 'fault':
        await fail(this.program, {
          on: 'partner-center',
          by: 'desk',
          times: step.times,
          method: step.method,
          ...step.answer,
        });
        break;
      case 'time':
        await this.program.advance(step.by);
        break;
      case 'restart':
        this.program = await this.program.restart();
    }
    await this.look();
  }

  private async editHere({ customer, field: at, by }: Extract<Step, { do: 'here' }>): Promise<void> {
    const field = FIELDS[at]!;
    const value = field.write((this.n += 1));
    const activity = cardOf(await this.program.channel(), CUSTOMERS[customer]!).id;
    await this.program.act({ person: by, activity, button: 'Edit deal' });
    const save = async (): Promise<string> =>
      JSON.stringify(
        await this.program.act({
          ...{ person: by, activity, button: 'Save' },
          inputs: { [field.id]: typeof value === 'number' ? String(value) : value },
        }),
      );
    let answer = await save();
    // The form has said what changed under it, and asks.
    if (answer.includes('while the form was open')) answer = await save();
    // What is refused is told at once, with what they wrote, and a record that is gone has no form:
    // only what was taken must not be lost.
    if (answer.includes('Saved: the deal with')) this.typed.push({ customer, field, by, value });
  }

  private async editThere({ customer, field: at }: Extract<Step, { do: 'there' }>): Promise<void> {
    const field = FIELDS[at]!;
    const route = `/sandbox/partner-center/v1.0/engagements/referrals/${this.records[customer]!.id}`;
    await this.program.patch(route, [{ op: 'replace', path: field.at, value: field.write((this.n += 1)) }]);
  }

  private async look(): Promise<void> {
    for (const { id } of this.records) {
      const record = await this.program.partnerCenter(id);
      for (const field of FIELDS) this.metThere.add(field.of(record) as string | number);
    }
  }

  /** All is well again, and hours go by. */
  async end(): Promise<void> {
    await noMoreFaults(this.program);
    for (let hours = 0; hours < 5; hours += 1) await this.program.advance('PT1H');
    await this.look();
  }

  /** What is lost without a word, and what differs between the sides. */
  async faults(): Promise<string[]> {
    const there = await Promise.all(this.records.map(({ id }) => this.program.partnerCenter(id)));
    const told = (await Promise.all([MEGAN, MANAGER].map((person) => this.program.chat(person))))
      .flat()
      .map((one) => `${textOf(one)} ${JSON.stringify(one.attachments ?? [])}`)
      .join('\n');
    const thread = (await this.program.channel()).map(textOf).join('\n');
    const cards = CUSTOMERS.map(
      async (name) =>
        (await this.program.channel()).filter(
          (one) => (one.thread ?? null) === null && textOf(one).includes(name),
        ).length,
    );
    const counts = await Promise.all(cards);
    await this.program.stop();
    return [
      ...(await this.differences(there)),
      ...this.typed.flatMap((one) => this.lost(one, told)),
      ...counts.flatMap((count, at) => (count === 1 ? [] : [`${CUSTOMERS[at]} has ${count} cards`])),
      ...(/given up/.test(thread) ? ['something was given up'] : []),
    ];
  }

  stop(): Promise<void> {
    return this.program.stop();
  }

  private async differences(there: readonly Loose[]): Promise<string[]> {
    const { store } = await openSqlite(path.join(this.program.folder, 'desk.db'));
    const found: string[] = [];
    for (const [at, { id }] of this.records.entries()) {
      const referral = await store.get('referral', `sandbox/${id}`);
      if (!referral) throw new Error('the referral is not there');
      const { name, crmId, dealValue } = seen(referral).deal;
      const here = [name, crmId, Number(dealValue)];
      FIELDS.forEach((field, index) => {
        const other = field.of(there[at]);
        if ((here[index] ?? null) !== (other ?? null))
          found.push(`${field.id} of ${CUSTOMERS[at]}: ${here[index]} here, ${String(other)} there`);
      });
      if (referral.intents.length > 0)
        found.push(`${CUSTOMERS[at]} still waits with ${referral.intents.length}`);
    }
    await store.close();
    return found;
  }

  private lost({ customer, field, value }: Typed, told: string): string[] {
    const mine = this.typed.filter((one) => one.customer === customer && one.field === field);
    const isNewest = mine.at(-1)?.value === value;
    const known =
      this.metThere.has(value) || !isNewest || told.includes(reads(value)) || told.includes(String(value));
    return known ? [] : [`${String(value)} of ${CUSTOMERS[customer]} is lost without a word`];
  }
}

const RUNS = Number(process.env.BOTH_SIDES_RUNS ?? 6);

it('whatever happens on both sides in whatever order, they end equal and nobody’s words are lost silently', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const story = await Story.begin();
      try {
        for (const one of steps) await story.take(one);
        await story.end();
      } catch (error) {
        await story.stop();
        throw error;
      }
      expect(await story.faults()).toEqual([]);
    }),
    {
      numRuns: RUNS,
      plugins: [fc.interruptAfterTimeLimit(120_000, { failOnInterrupt: false })],
      endOnFailure: process.env.CI !== undefined,
    },
  );
}, 600_000);
