import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { pledgedMemberWho } from '@/app/pledged';
import { siteOrigin } from '@/app/site-origin';
import { zoneGroups } from '@/app/time-zones';
import { memberZones } from '@/db/members';
import { isPublic } from '@/db/public-lab';
import { scheduleOf } from '@/db/schedules';
import { aheadOf } from '@/db/sessions-ahead';
import { callWhole } from '@/domain/call';
import type { Phase } from '@/domain/vocabulary';
import { face } from '@/server/face';
import { Link } from '@/ui/link';
import { ArchivePart, RestorePart } from './archive-part';
import { CallPart } from './call-part';
import { NamePart } from './name-part';
import { PartsNav } from './parts-nav';
import { PhasesPart } from './phases-part';
import { PledgePart } from './pledge-part';
import { PublicPart } from './public-part';
import { SchedulePart } from './schedule-part';
import { StrictPart } from './strict-part';

interface SettingsPageProps {
  params: Promise<{ lab: string }>;
}

const PARTS = [
  ['schedule', 'Schedule'],
  ['phases', 'Phases'],
  ['strictness', 'Strictness'],
  ['pledge', 'Pledge'],
  ['public', 'Public page'],
  ['call', 'The call'],
  ['name', 'Name'],
  ['archive', 'Archive'],
  ['more', 'Beyond the lab'],
] as const;

const memberHere = (slug: string) => pledgedMemberWho(slug, 'lab.settings', `/labs/${slug}/settings`);

export async function generateMetadata({ params }: SettingsPageProps): Promise<Metadata> {
  await memberHere((await params).lab);
  return { title: 'Settings' };
}

/** What hosts decide about their lab; each part is saved by itself. */
export default async function SettingsPage({ params }: SettingsPageProps) {
  const { membership } = await memberHere((await params).lab);
  const { lab } = membership;
  if (lab.archivedAt) return <ArchivedSettings lab={lab} />;
  const [{ rules, skipped }, ahead, zones] = await Promise.all([
    scheduleOf(lab.id),
    aheadOf(membership),
    memberZones(membership),
  ]);
  return (
    <main id="main" className="page">
      <h1>{lab.name}, settings</h1>
      <p className="soft mt-[10px] mb-9">Every host can change these.</p>
      <div className="parts">
        <PartsNav parts={PARTS} />
        <div>
          <Part
            id="schedule"
            heading="Schedule"
            note="When the lab meets. Times are kept in the lab’s zone; everyone sees their own."
          >
            <SchedulePart
              slug={lab.slug}
              rules={rules}
              skipped={skipped}
              ahead={ahead}
              fallback={{ timeZone: lab.timeZone, durationMinutes: lab.durationMinutes }}
              members={zones}
              zones={zoneGroups()}
              now={serverNow()}
            />
          </Part>
          <Part id="phases" heading="Phases" note="Minutes of one turn. Nothing moves on by itself.">
            <PhasesPart
              slug={lab.slug}
              minutes={minutesOf(lab.settings.phaseSeconds)}
              sessionMinutes={lab.durationMinutes}
            />
          </Part>
          <Part id="strictness" heading="Strictness" note="How firmly the room holds to the phases.">
            <StrictPart slug={lab.slug} strict={lab.settings.strict} />
          </Part>
          <Part id="pledge" heading="Pledge" note="Agreed to once, by everybody.">
            <PledgePart slug={lab.slug} pledge={lab.pledge} />
          </Part>
          <Part id="public" heading="Public page" note="Where somebody finds the lab, and asks to join.">
            <PublicPart
              slug={lab.slug}
              url={`${await siteOrigin()}/join/${lab.slug}`}
              about={lab.about}
              shown={await isPublic(membership)}
            />
          </Part>
          <Part id="call" heading="The call" note="Where you talk.">
            <CallPart slug={lab.slug} callUrl={lab.callUrl && callWhole(lab.callUrl)} />
          </Part>
          <Part id="name" heading="Name" note="What everybody calls it.">
            <NamePart slug={lab.slug} name={lab.name} />
          </Part>
          <Part id="archive" heading="Archive" note="When the lab has done its work.">
            <ArchivePart slug={lab.slug} name={lab.name} mails={face().mail.sends} />
          </Part>
          <Part id="more" heading="Beyond the lab" note="Other programs, and your own files.">
            <ul className="list">
              <li className="py-3">
                <Link href={`/labs/${lab.slug}/settings/webhooks`}>Webhooks</Link>
                <p className="meta">Tell a CRM what becomes of the deals.</p>
              </li>
              <li className="py-3">
                <Link href={`/labs/${lab.slug}/settings/data`}>Export and delete</Link>
                <p className="meta">Take the lab along, or end it.</p>
              </li>
            </ul>
          </Part>
        </div>
      </div>
    </main>
  );
}

function ArchivedSettings({ lab }: { lab: { slug: string; name: string } }) {
  return (
    <main id="main" className="page narrow">
      <h1 className="mb-6">{lab.name}, settings</h1>
      <RestorePart slug={lab.slug} name={lab.name} />
      <p className="meta mt-9">
        <Link href={`/labs/${lab.slug}/settings/data`}>Export and delete</Link>
      </p>
    </main>
  );
}

interface PartProps {
  id: string;
  heading: string;
  note: string;
  children: ReactNode;
}

function Part({ id, heading, note, children }: PartProps) {
  return (
    <section className="set" id={id} aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{heading}</h2>
        <p className="meta">{note}</p>
      </div>
      {children}
    </section>
  );
}

/** Seconds as the minutes that a host types. */
function minutesOf(seconds: Record<Phase, number>): Record<Phase, string> {
  const minutes = (phase: Phase) => String(Math.round(seconds[phase] / 60));
  return {
    present: minutes('present'),
    clarify: minutes('clarify'),
    coach: minutes('coach'),
    commit: minutes('commit'),
  };
}

function serverNow(): number {
  return Date.now();
}
