import { ACTION_MS } from '@/ui/toasts';
import { expect, test } from './support/fixtures';
import { holdTime } from './support/held';
import { inspect } from './support/look';

const SENTENCE = 'I wonder why not, and then again on Monday when nobody can say.';

const DEAL = { title: 'The plant', ask: 'Who signs?', answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'] } as const;

test('who writes goes on writing, whatever phase, turn or screen ends under their hands, and no letter of theirs moves the meeting', async ({
  gathered,
}) => {
  test.setTimeout(240_000);
  const { host, rep, peer, everyone } = await gathered.inClarify(DEAL, {
    ...DEAL,
    title: 'The plant next door',
    story: 'They like us, and nothing moves. '.repeat(60),
  });

  await test.step('the hot seat answers in Commit too, and writes on where a phase or the turn ends', async () => {
    await peer.say('Who has said no so far?');
    const typesOn = async (field: ReturnType<typeof rep.page.getByLabel>, end: string, moves: () => Promise<void>) => {
      await expect(field).toBeFocused();
      await rep.page.keyboard.type('Nobody, ');
      await moves();
      await expect(field).toBeFocused();
      await rep.page.keyboard.type(end);
      await expect(field).toHaveValue(`Nobody, ${end}`);
    };

    await rep.press(/^Answer/);
    await typesOn(rep.page.getByLabel('Your answer'), 'in person.', async () => {
      await host.press(/^Next: Coach/);
      await host.press(/^Next: Commit/);
      await rep.heading(/what will you do about/);
    });
    await inspect(rep, 'commit, with an answer begun');
    await rep.press('Send the answer');
    await peer.sees('Nobody, in person.');

    await rep.page.getByRole('radio', { name: /^Change/ }).check({ force: true });
    const step = rep.page.getByLabel(/^Next step/);
    await step.focus();
    await peer.composer.pressSequentially('Ask them ');
    await typesOn(step, 'and so I ask them.', async () => {
      await host.pressAndConfirm(/^End the turn/, /^End/);
      await rep.sees(/Your turn ended without a commitment/);
    });
    await expect(peer.composer).toBeFocused();
    await expect(peer.composer, 'below a long story too').toBeInViewport({ ratio: 1 });
    await peer.composer.fill('');
  });

  await test.step('a reveal takes no word from anybody, nor does the closing round', async () => {
    await host.press(/^Seat Marisol/);
    await host.press(/^Next: Clarify/);
    await host.press(/^Open the vote/);
    await peer.vote(['Yes', 'Yes', 'Not sure', 'No', 'No']);
    // The same host at another device.
    const desk = await gathered.open('host');
    await desk.enter();

    const writes = async ({ composer, page }: typeof host) => {
      await composer.click();
      await page.keyboard.type(SENTENCE, { delay: 40 });
    };
    const reveals = async () => {
      await expect(host.composer).not.toHaveValue('');
      await expect(peer.composer).not.toHaveValue('');
      await desk.press(/^Reveal/);
      await desk.sees('Lowest open rung: 3');
      await expect(peer.page.getByRole('button', { name: 'Look at it' })).toBeVisible();
    };
    const pass = await holdTime(peer, ACTION_MS);
    await Promise.all([writes(host), writes(peer), reveals()]);
    for (const { composer } of [host, peer]) await expect(composer).toHaveValue(SENTENCE);
    const offer = peer.page.getByRole('button', { name: 'Look at it' });
    await offer.focus();
    await pass();
    await expect(offer, 'it stays while it has the focus').toBeFocused();
    await peer.composer.focus();
    await pass();
    await expect(offer, 'and goes some time after that').toBeHidden();
    await rep.sees('Lowest open rung: 3');
    for (const { page } of [host, peer, rep])
      await expect(
        page.getByRole('log', { name: 'Announcements' }),
        'each rung is said, to who writes too',
      ).toContainText(/Rung 1: .*Rung 3: .* The lowest open rung\..*Rung 5: /);
    await expect(host.page.getByRole('button', { name: /^Start Coach|^Next: Coach/ }).first()).toBeVisible();

    await desk.press('Hide the ladder');
    // Where the field goes with its screen, what is typed on is nobody's command: N would go on to Coach, E would end it.
    const typesOn = host.page.keyboard.type('then nobody ends the even one ended then', { delay: 60 });
    await desk.pressAndConfirm('Open the floor', 'Open the floor');
    await typesOn;
    for (const person of [host, peer]) await person.heading('The closing round');
    await expect(host.page.getByRole('alertdialog')).toBeHidden();
  });
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
