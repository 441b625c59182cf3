import { expect } from '@playwright/test';
import { LiveClient } from '@/tests/support/live-client';
import { Newcomer } from './newcomer';

export { PASSWORD } from './newcomer';
export { LAPTOP, PHONE, type Equipment } from './screen';

/** Somebody in a browser of their own, told what to do in the words that they would use. */
export class Person extends Newcomer {
  /** Brings a stuck deal to the lab's next session. */
  async bring(deal: Deal): Promise<void> {
    const { page } = this;
    await page.goto(`${this.labPath}/bring`);
    await page.getByLabel('Name the deal in one line').fill(deal.title);
    await page.getByLabel('The story').fill(this.storyOf(deal.title));
    await page.getByLabel('The ask').fill(deal.ask);
    for (const [rung, answer] of deal.answers.entries()) {
      const choices = page.getByRole('group', { name: `Rung ${rung + 1}:` });
      await choices.getByRole('radio', { name: answer, exact: true }).check();
      await choices.getByLabel(`Evidence for rung ${rung + 1}`).fill(evidenceOf(deal.title, rung));
    }
    await page.getByRole('radio', { name: '4', exact: true }).check();
    await page.getByRole('button', { name: /^Put it in/ }).click();
    await expect(page).not.toHaveURL(/bring/);
  }

  /** Has brought a stuck deal already, for a test of what comes after: over the wire, past the form. */
  async hasBrought({ title, ask, answers, ...more }: Deal): Promise<void> {
    const client = await this.onWire();
    await client.does('scenario.submit', {
      title,
      ask,
      story: this.storyOf(title),
      ...more,
      ladder: answers.map((answer, rung) => ({ answer: WORDS[answer], evidence: evidenceOf(title, rung) })),
      pipeline: { otherLiveDeals: 0, lifeOrDeath: 4 },
    });
    client.close();
  }

  /** Their own way into the lab's next session past the screens; whoever takes it closes it. */
  async onWire(): Promise<LiveClient> {
    const home = await (await this.context.request.get(this.labPath)).text();
    const sessionId = /\/sessions\/([0-9a-f-]{36})/.exec(home)?.[1];
    const cookie = (await this.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    return new LiveClient(this.baseURL, cookie, { sessionId }).ready();
  }

  /** The page in which they are has fetched what comes later: it misses nothing when the server goes away. */
  async hasAllParts(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('fetched-ahead').length > 0);
  }

  private storyOf(title: string): string {
    return `${this.name} tells the story of ${title}.`;
  }

  /** Goes from the lab's home to its session. */
  async enter(): Promise<void> {
    await this.page.goto(this.labPath);
    await this.page
      .getByRole('link', { name: /lobby|room/i })
      .first()
      .click();
    await expect(this.page).toHaveURL(/\/live$/);
    await this.here();
  }

  /** Waits until the room is there again. */
  async here(): Promise<void> {
    await expect(this.page.getByText(/Joining the room|Fetching this part/)).toBeHidden();
    await expect(this.page.getByText(/You’re offline|Reconnecting/)).toBeHidden();
  }

  /** Loads the page anew, as somebody does who is not sure. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.here();
  }

  /** Writes to the room in the composer, and leaves it there. */
  async write(body: string, kind?: string): Promise<void> {
    if (kind) await this.page.getByRole('radio', { name: kind, exact: true }).check({ force: true });
    await this.composer.fill(body);
  }

  async say(body: string, kind?: string): Promise<void> {
    await this.write(body, kind);
    await this.send();
  }

  /** Sends what stands in the composer. */
  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(this.composer).toHaveValue('');
  }

  get composer() {
    return this.page.locator('form.compose textarea');
  }

  /** Gives a blind read of the deal on the hot seat. */
  async vote(answers: readonly Answer[]): Promise<void> {
    const read = this.page.getByRole('region', { name: 'Your blind read' });
    for (const [rung, answer] of answers.entries()) {
      await read
        .getByRole('group', { name: `Rung ${rung + 1}` })
        .getByRole('radio', { name: answer, exact: true })
        .check({ force: true });
    }
    await read.getByRole('button', { name: /my read/ }).click();
    await expect(read.getByRole('status')).toContainText('Your read is in.');
  }

  async commit(decision: string, nextStep: string, dueOn: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${decision}`) }).check({ force: true });
    await this.page.getByLabel(/^Next step/).fill(nextStep);
    await this.page.getByLabel('By when').fill(dueOn);
    await this.press(/Commit in front of the room|^Commit/);
    await this.sees('The room has it.');
  }

  /** On the hot seat: marks what somebody said as helpful. */
  async marksHelpful(body: string): Promise<void> {
    const said = this.page.getByRole('listitem').filter({ hasText: body }).last();
    await said.getByRole('button', { name: /helpful/i }).click();
  }

  /** Answers the question on the floor. */
  async answer(body: string): Promise<void> {
    await this.page.getByLabel('Your answer').fill(body);
    await this.page
      .getByRole('button', { name: /answer/i })
      .first()
      .click();
    await this.sees(body);
  }

  async leaveTakeaway(body: string): Promise<void> {
    await this.page.getByLabel('Your takeaway, in one line').fill(body);
    await this.press('Leave it');
    await this.sees(body);
  }

  /** Goes from the live room to its recap. */
  async recap(): Promise<void> {
    await this.page.goto(this.page.url().replace(/live.*/, 'recap'));
  }

  /** The clock as this person's screen shows it, in seconds left. */
  async secondsLeft(): Promise<number> {
    const text = (await this.page.getByRole('timer').first().textContent()) ?? '';
    const [minutes, seconds] = text.replace('+', '-').split(':').map(Number);
    return (minutes ?? 0) * 60 + (seconds ?? 0);
  }
}

export type Answer = 'Yes' | 'Not sure' | 'No';
const WORDS = { Yes: 'yes', 'Not sure': 'unsure', No: 'no' } as const;

export interface Deal {
  title: string;
  ask: string;
  answers: readonly Answer[];
  story?: string;
  amount?: { minor: number; currency: string };
  deadline?: string;
}

function evidenceOf(title: string, rung: number): string {
  return `${title}, evidence ${rung + 1}`;
}
