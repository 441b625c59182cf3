import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { signedIn } from '@/app/current-person';
import { siteOrigin } from '@/app/site-origin';
import { zoneChosenHere } from '@/app/viewer';
import { membershipIn } from '@/db/labs';
import { publicLab } from '@/db/public-lab';
import { listed } from '@/domain/listed';
import { inWords } from '@/domain/number-words';
import { PHASES, type Phase } from '@/domain/vocabulary';
import { face } from '@/server/face';
import { LinkButton } from '@/ui/button';
import { Ladder } from '@/ui/ladder/ladder';
import { TopBar } from '@/ui/top-bar';
import { AskForm } from './ask-form';
import { Meets } from './meets';

const ABOUT =
  'Salespeople, an hour or two a week, one stuck deal at a time. You take the hot seat, the room sharpens you, and you leave with one next step, or with the courage to let it go.';

const PHASE_WORDS: Record<Phase, [string, string]> = {
  present: ['Present', 'Tell the deal. Nobody interrupts.'],
  clarify: ['Clarify', 'Questions only. Everyone rates the ladder blind.'],
  coach: ['Coach', 'Advice, challenges, stories. You listen and mark what helps.'],
  commit: ['Commit', 'Pursue, change approach or move on. By when.'],
};

const MOST_DESCRIPTION = 200;

interface PublicPageProps {
  params: Promise<{ lab: string }>;
}

export async function generateMetadata({ params }: PublicPageProps): Promise<Metadata> {
  const lab = await publicLab((await params).lab);
  if (!lab) return { title: 'Not here' };
  const origin = await siteOrigin();
  const url = `${origin}/join/${lab.slug}`;
  const title = `${lab.name}: bring the deal that will not move`;
  const description = shortened(lab.about || ABOUT);
  const picture = { url: `${origin}/share.png`, width: 1200, height: 630, alt: 'The care ladder: five rungs.' };
  return {
    title: { absolute: title },
    description,
    alternates: { canonical: url },
    openGraph: { type: 'website', siteName: 'Whetstone', title, description, url, images: [picture] },
    twitter: { card: 'summary_large_image', title, description, images: [picture.url] },
  };
}

/** A lab's page for everybody: what it is, when it meets, and a way to ask. */
export default async function PublicLabPage({ params }: PublicPageProps) {
  const lab = await publicLab((await params).lab);
  if (!lab) notFound();
  const person = await signedIn();
  const isMember = person && (await membershipIn(person.id, lab.slug)) !== undefined;
  const minutes = Math.round(PHASES.reduce((sum, phase) => sum + lab.phaseSeconds[phase], 0) / 60);
  return (
    <>
      <TopBar>
        <LinkButton size="sm" href={isMember ? `/labs/${lab.slug}` : person ? '/' : '/sign-in'}>
          {person ? 'To your lab' : 'Sign in'}
        </LinkButton>
      </TopBar>
      <main id="main">
        <div className="public-page">
          <section className="lab-hero">
            <div>
              <p className="b soft text-5 mb-4">{lab.name}</p>
              <h1>Bring the deal that will not move.</h1>
              <p className="voice soft about">{lab.about || ABOUT}</p>
              <div className="row wrap mt-[30px]">
                <LinkButton variant="now" href="#join">
                  Ask to join
                </LinkButton>
                {lab.hosts.length > 0 && <span className="meta">Hosted by {listed(lab.hosts)}</span>}
              </div>
            </div>
            <div>
              <Ladder
                size="display"
                view={{ mode: 'solo', read: ['yes', 'yes', 'no', 'no', 'no'] }}
                open={3}
                hideAnswers
                label="The care ladder, of a deal that is stuck at the third rung"
              />
              <p className="meta mt-[30px]">
                The Care Ladder. Five rungs, climbed in order. A deal is stuck at the lowest one that is open.
              </p>
            </div>
          </section>
        </div>
        <Meets lab={lab} chosen={(await zoneChosenHere()) ?? ''} />
        <div className="public-page">
          <section className="pt-16">
            <h2 className="headline">One turn, {inWords(minutes)} minutes</h2>
            <ol className="lab-phases">
              {PHASES.map((phase) => (
                <li key={phase}>
                  <div className="hour num">{clockText(lab.phaseSeconds[phase])}</div>
                  <h3>{PHASE_WORDS[phase][0]}</h3>
                  <p className="soft">{PHASE_WORDS[phase][1]}</p>
                </li>
              ))}
            </ol>
          </section>
          <section className="lab-join" id="join" aria-labelledby="join-title">
            <div>
              <h2 className="headline" id="join-title">
                Ask to join
              </h2>
              <p className="voice soft text-5 mt-[14px]">
                A host reads every request. What is said in the lab stays in the lab: this page never shows deals, names
                of buyers or who said what.
              </p>
            </div>
            <AskForm
              slug={lab.slug}
              answered={face().mail.sends ? 'Their answer comes by mail, to' : 'They write back by themselves, to'}
            />
          </section>
        </div>
      </main>
    </>
  );
}

/** A few words for a list of results or a shared link: whole words, on one line. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= MOST_DESCRIPTION ? line : `${line.slice(0, MOST_DESCRIPTION).replace(/\s+\S*$/, '')}…`;
}

/** Seconds as a clock shows them: 3:00. */
function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
