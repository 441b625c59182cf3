import type { Browser } from '@playwright/test';
import { openHouse, type House, type Lab, type SignedIn } from '@/bench/house';
import { acknowledged, LeanClient } from '@/bench/lean-client';
import { contribution } from '@/bench/load';
import { sqlClient } from '@/db/connection';
import { aDeal } from '@/tests/support/deals';
import { Person } from './person';
import { BUILT_SERVER } from './server';

/** A lab of any size on a server of its own: its people are there over the wire, and come by a browser when asked. */
export class Crowd {
  private readonly clients: LeanClient[] = [];

  private constructor(
    private readonly house: House,
    readonly lab: Lab,
    readonly sessionId: string,
    private readonly browser: Browser,
  ) {}

  /** So many reps with a host and an observer, all of them in the room. */
  static async gather(browser: Browser, reps: number): Promise<Crowd> {
    const house = await openHouse(BUILT_SERVER);
    await house.startServer();
    const lab = await house.addLab({ reps, observers: reps > 0 ? 1 : 0 });
    const crowd = new Crowd(house, lab, await lab.addSession(), browser);
    for (const one of [lab.host, ...lab.reps, ...lab.observers]) {
      const client = new LeanClient(lab.port, crowd.sessionId, one.cookie);
      await client.connect(true);
      crowd.clients.push(client);
    }
    return crowd;
  }

  async does(who: 'host' | number, type: string, data: object = {}): Promise<void> {
    const client = this.clients[who === 'host' ? 0 : 1 + who];
    if (!client) throw new Error('Nobody by that number is there.');
    await acknowledged(client.command({ id: crypto.randomUUID(), type, data }));
  }

  /** The first so many reps bring a deal each. */
  async bring(count: number): Promise<void> {
    for (let rep = 0; rep < count; rep += 1) {
      await this.does(rep, 'scenario.submit', aDeal(`Deal ${rep + 1}, which everybody likes and nobody signs`));
    }
  }

  /** The deal that the first rep brought sits down, and is coached with so many contributions. */
  async coach(count: number): Promise<void> {
    await this.does('host', 'session.start');
    const [first] = await sqlClient()<{ id: string }[]>`
      select id from scenarios where session_id = ${this.sessionId} order by id limit 1`;
    await this.does('host', 'turn.start', { scenarioId: first?.id });
    await this.does('host', 'turn.phase', { phase: 'coach' });
    const [turn] = await sqlClient()<{ id: string }[]>`select id from turns where session_id = ${this.sessionId}`;
    for (let said = 0; said < count; said += 1) {
      await this.does(1 + (said % 20), 'contribution.add', contribution(turn?.id ?? '').data);
    }
  }

  /** Somebody of them in a browser, in the room. */
  async open(who: SignedIn, name: string): Promise<Person> {
    const url = `http://localhost:${this.lab.port}`;
    const person = await Person.open(this.browser, url, name, {}, '/labs/thursday-lab');
    const [cookie = '', value = ''] = who.cookie.split('=');
    await person.context.addCookies([{ name: cookie, value, url }]);
    await person.page.goto(`/sessions/${this.sessionId}/live`);
    await person.here();
    return person;
  }

  async leave(): Promise<void> {
    for (const client of this.clients) client.cut();
    await this.house.close();
  }
}
