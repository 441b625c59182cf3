import { Plus } from 'lucide-react';
import { mayInLab } from '@/domain/lab-permissions';
import type { Role } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { TopBar } from '@/ui/top-bar';
import { PersonMenu } from './person-menu';

interface LabBarProps {
  person: { name: string };
  lab: { slug: string; name: string };
  role: Role;
}

/** The bar over a lab's pages: where one is, what there is for one's role, and oneself. */
export function LabBar({ person, lab, role }: LabBarProps) {
  const home = `/labs/${lab.slug}`;
  const nav = [
    { href: home, label: 'Lab', exact: true },
    { href: `${home}/history`, label: 'History' },
    { href: `${home}/schedule`, label: 'Schedule' },
    { href: `${home}/insights`, label: 'Insights' },
    ...(mayInLab(role, 'member.list') ? [{ href: `${home}/members`, label: 'Members', more: true }] : []),
    ...(mayInLab(role, 'schedule.change') ? [{ href: `${home}/settings`, label: 'Settings', more: true }] : []),
  ];
  return (
    <TopBar home={home} lab={{ name: lab.name, href: home }} nav={nav}>
      {mayInLab(role, 'scenario.bring') && (
        <LinkButton variant="ink" size="sm" className="hide" href={`${home}/bring`}>
          <Icon as={Plus} />
          Bring a deal
        </LinkButton>
      )}
      <PersonMenu person={person} role={role} />
    </TopBar>
  );
}
