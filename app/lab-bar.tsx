import { Plus } from 'lucide-react';
import { labsOf, type OwnLab } from '@/db/labs';
import type { Account } from '@/db/people';
import { mayInLab } from '@/domain/lab-permissions';
import { LinkButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { TopBar } from '@/ui/top-bar';
import { LabSwitcher } from './lab-switcher';
import { PersonMenu } from './person-menu';

interface LabBarProps {
  person: Pick<Account, 'id' | 'name' | 'initials'>;
  membership: OwnLab;
}

/** The bar over a lab's pages: where one is, what there is for one's role, one's other labs, and oneself. */
export async function LabBar({ person, membership }: LabBarProps) {
  const { lab, role } = membership;
  const home = `/labs/${lab.slug}`;
  const nav = [
    { href: home, label: 'Lab', exact: true },
    { href: `${home}/history`, label: 'History', also: `${home}/scenarios` },
    { href: `${home}/insights`, label: 'Insights', more: true },
    { href: '/me/why', label: 'My why', more: true },
    { href: `${home}/schedule`, label: 'Schedule', more: true },
    ...(mayInLab(membership, 'member.list') ? [{ href: `${home}/members`, label: 'Members', more: true }] : []),
    ...(mayInLab(membership, 'lab.settings') ? [{ href: `${home}/settings`, label: 'Settings', more: true }] : []),
  ];
  const labs = (await labsOf(person.id)).map(({ lab: { slug, name, archivedAt } }) => ({
    slug,
    name,
    archived: archivedAt !== null,
  }));
  const switcher = labs.length > 1 && <LabSwitcher here={{ slug: lab.slug, name: lab.name }} labs={labs} />;
  return (
    <TopBar home={home} lab={{ name: lab.name, href: home, switcher }} nav={nav}>
      {mayInLab(membership, 'scenario.bring') && (
        <LinkButton variant="ink" size="sm" className="hide" href={`${home}/bring`}>
          <Icon as={Plus} />
          Bring a deal
        </LinkButton>
      )}
      <PersonMenu person={person} role={role} />
    </TopBar>
  );
}
