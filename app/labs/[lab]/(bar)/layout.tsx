import { Archive } from 'lucide-react';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { memberOf } from '@/app/current-person';
import { LabBar } from '@/app/lab-bar';
import { viewerHere } from '@/app/viewer';
import { noteTimeZone } from '@/db/people';
import { ARCHIVED } from '@/domain/lab-permissions';
import { Notice } from '@/ui/notice';

interface LabLayoutProps {
  params: Promise<{ lab: string }>;
  children: ReactNode;
}

const NOT_HERE = 'Not here · Whetstone';

export async function generateMetadata({ params }: LabLayoutProps): Promise<Metadata> {
  const member = await memberOf((await params).lab).catch(() => undefined);
  // Whatever a page would be called: for whoever has no place here it isn't there.
  if (!member) return { title: { default: NOT_HERE, template: NOT_HERE } };
  const { name } = member.membership.lab;
  return { title: { default: name, template: `%s · ${name} · Whetstone` } };
}

/** The bar over a lab's pages. */
export default async function LabLayout({ params, children }: LabLayoutProps) {
  const { person, membership } = await memberOf((await params).lab);
  const { zone } = await viewerHere();
  if (zone) await noteTimeZone(person.id, zone);
  return (
    <>
      <LabBar person={person} membership={membership} />
      {membership.lab.archivedAt && (
        <Notice strip icon={Archive}>
          {ARCHIVED}
        </Notice>
      )}
      {children}
    </>
  );
}
