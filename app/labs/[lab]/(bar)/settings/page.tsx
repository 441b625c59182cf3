import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { memberOf } from '@/app/current-person';
import { siteOrigin } from '@/app/site-origin';
import { zoneGroups } from '@/app/time-zones';
import { endedSlots } from '@/db/lab-home';
import { memberZones } from '@/db/members';
import { isPublic } from '@/db/public-lab';
import { scheduleOf } from '@/db/schedules';
import { callText, isPhoneCall } from '@/domain/call';
import { mayInLab } from '@/domain/lab-permissions';
import { CallPart } from './call-part';
import { PublicPart } from './public-part';
import { SchedulePart } from './schedule-part';

export const metadata: Metadata = { title: 'Settings' };

interface SettingsPageProps {
  params: Promise<{ lab: string }>;
}

const PARTS = [
  ['schedule', 'Schedule'],
  ['call', 'The call'],
  ['public', 'Public page'],
] as const;

/** What hosts decide about their lab; each part is saved by itself. */
export default async function SettingsPage({ params }: SettingsPageProps) {
  const { membership } = await memberOf((await params).lab);
  const { lab } = membership;
  if (!mayInLab(membership, 'lab.settings')) notFound();
  const [{ rules, skipped }, cancelled, zones] = await Promise.all([
    scheduleOf(lab.id),
    endedSlots(membership),
    memberZones(membership),
  ]);
  return (
    <main id="main" className="page">
      <h1>{lab.name}, settings</h1>
      <p className="soft mt-[10px] mb-9">Every host can change these.</p>
      <div className="parts">
        <nav aria-label="Parts">
          {PARTS.map(([id, label]) => (
            <a key={id} href={`#${id}`}>
              {label}
            </a>
          ))}
        </nav>
        <div>
          <section className="set" id="schedule" aria-labelledby="schedule-title">
            <div>
              <h2 id="schedule-title">Schedule</h2>
              <p className="meta">When the lab meets. Times are kept in the lab’s zone; everyone sees their own.</p>
            </div>
            <SchedulePart
              slug={lab.slug}
              rules={rules}
              skipped={skipped}
              cancelled={cancelled}
              fallback={{ timeZone: lab.timeZone, durationMinutes: lab.durationMinutes }}
              members={zones}
              zones={zoneGroups()}
              now={serverNow()}
            />
          </section>
          <section className="set" id="call" aria-labelledby="call-title">
            <div>
              <h2 id="call-title">The call</h2>
              <p className="meta">Where you talk.</p>
            </div>
            <CallPart
              slug={lab.slug}
              callUrl={lab.callUrl && isPhoneCall(lab.callUrl) ? callText(lab.callUrl) : lab.callUrl}
            />
          </section>
          <section className="set" id="public" aria-labelledby="public-title">
            <div>
              <h2 id="public-title">Public page</h2>
              <p className="meta">Where somebody finds the lab, and asks to join.</p>
            </div>
            <PublicPart
              slug={lab.slug}
              url={`${await siteOrigin()}/join/${lab.slug}`}
              about={lab.about}
              shown={await isPublic(membership)}
            />
          </section>
          <section className="set" aria-labelledby="more-title">
            <div>
              <h2 id="more-title">Beyond the lab</h2>
            </div>
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
          </section>
        </div>
      </div>
    </main>
  );
}

function serverNow(): number {
  return Date.now();
}
