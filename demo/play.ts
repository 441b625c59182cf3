import type { Id } from '@/domain/session';
import { ACTORS, type Actor } from './cast';
import { dayAfter, fieldsOf, readOf, type Deal, type Line, type PastSession, type Report, type Seat } from './script';
import type { Scribe } from './scribe';

/** Plays a whole session that is over, from the deals brought two days before to its end. */
export async function playSession(scribe: Scribe, script: PastSession): Promise<void> {
  const begins = scribe.now;
  scribe.wait(-2 * 86_400);
  for (const seat of script.seats) await bring(scribe, seat.deal, seat.secondedBy);
  for (const deal of script.waiting) await bring(scribe, deal, []);
  scribe.now = begins;
  await scribe.send('ruth', 'session.start');
  for (const report of script.rollCall) await checkIn(scribe, report);
  for (const seat of script.seats) {
    const turnId = await present(scribe, seat.deal);
    await clarify(scribe, seat);
    await reveal(scribe, seat);
    await coachAndCommit(scribe, seat, turnId);
  }
  await closingRound(scribe, script);
  await scribe.wereHere(ACTORS, begins - 300_000);
}

export async function bring(scribe: Scribe, deal: Deal, secondedBy: readonly Actor[]): Promise<void> {
  const made = await scribe.make(deal.rep, 'scenario.submit', 'scenario.submitted', fieldsOf(deal, scribe.now));
  for (const actor of secondedBy) {
    scribe.wait(1800);
    await scribe.send(actor, 'scenario.second', { scenarioId: made.data.id, on: true });
  }
}

/** A report on a commitment that the roll call asks about; nothing where it doesn't. */
export async function checkIn(scribe: Scribe, { deal, outcome, note, ladder, lookingBack }: Report): Promise<void> {
  const due = scribe.state.rollCall.find(({ title }) => title === deal.title);
  if (!due) return;
  scribe.wait(70);
  await scribe.send(deal.rep, 'checkin.record', {
    commitmentId: due.commitmentId,
    outcome,
    note,
    ...(ladder ? { ladder: readOf(ladder) } : {}),
    ...(lookingBack === undefined ? {} : { lookingBack }),
  });
}

/** Seats a deal; resolves to the turn's id. */
export async function present(scribe: Scribe, deal: Deal): Promise<Id> {
  const waiting = scribe.state.queue.find((id) => scribe.state.scenarios[id]?.title === deal.title);
  scribe.wait(20);
  const started = await scribe.make('ruth', 'turn.start', 'turn.started', { scenarioId: waiting });
  scribe.wait(165);
  return started.data.turnId;
}

export async function clarify(scribe: Scribe, { deal, clarify: lines }: Seat): Promise<void> {
  await scribe.send('ruth', 'turn.phase', { phase: 'clarify' });
  for (const line of lines) {
    scribe.wait(34);
    const asked = await say(scribe, line);
    scribe.wait(22);
    if (!line.answer) continue;
    await scribe.send(deal.rep, 'contribution.add', { kind: 'answer', body: line.answer, replyTo: asked });
  }
}

export async function reveal(scribe: Scribe, { reads }: Seat): Promise<void> {
  await scribe.send('tom', 'ladder.open');
  for (const [actor, letters] of Object.entries(reads)) {
    scribe.wait(7);
    await scribe.send(actor as Actor, 'ladder.vote', { answers: readOf(letters) });
  }
  scribe.wait(12);
  await scribe.send('ruth', 'ladder.reveal');
}

/** One line of coaching, marked helpful where the script says so; resolves to its id. */
export async function coachWith(scribe: Scribe, deal: Deal, line: Line): Promise<Id> {
  scribe.wait(62);
  const id = await say(scribe, line);
  scribe.wait(18);
  if (line.helpful) await scribe.send(deal.rep, 'contribution.helpful', { contributionId: id, on: true });
  return id;
}

/** The coaching, the commitment and what came late. */
async function coachAndCommit(scribe: Scribe, { deal, coach, commitment }: Seat, turnId: Id): Promise<void> {
  await scribe.send('tom', 'turn.phase', { phase: 'coach' });
  const uses: Id[] = [];
  for (const line of coach.filter(({ late }) => !late)) {
    const id = await coachWith(scribe, deal, line);
    if (line.helpful && commitment.uses.includes(line.by)) uses.push(id);
  }
  await scribe.send('tom', 'turn.phase', { phase: 'commit' });
  for (const { by, kind, body } of coach.filter(({ late }) => late)) {
    scribe.wait(5);
    await scribe.send(by, 'contribution.add', { kind, body, late: turnId });
  }
  scribe.wait(75);
  const { decision, nextStep, dueInDays } = commitment;
  await scribe.send(deal.rep, 'commitment.make', {
    decision,
    uses,
    ...(nextStep ? { nextStep } : {}),
    ...(dueInDays ? { dueOn: dayAfter(scribe.now, dueInDays) } : {}),
  });
  scribe.wait(15);
  await scribe.send('ruth', 'turn.end');
}

async function closingRound(scribe: Scribe, { question, takeaways }: PastSession): Promise<void> {
  if (question) await scribe.send('ellen', 'floor.ask', { body: question.body });
  await scribe.send('ruth', 'session.close');
  const asked = scribe.state.floor.questions[0];
  if (question && asked) {
    await scribe.send('ruth', 'floor.release', { questionId: asked.id });
    for (const [actor, body] of Object.entries(question.answers)) {
      scribe.wait(31);
      await scribe.send(actor as Actor, 'floor.answer', { questionId: asked.id, body });
    }
  }
  for (const [actor, body] of Object.entries(takeaways)) {
    scribe.wait(19);
    await scribe.send(actor as Actor, 'takeaway.leave', { body });
  }
  scribe.wait(40);
  await scribe.send('ruth', 'session.end');
}

async function say(scribe: Scribe, { by, kind, body }: Line): Promise<Id> {
  return (await scribe.make(by, 'contribution.add', 'contribution.added', { kind, body })).data.id;
}
