import type { Metadata } from 'next';
import { wantsMail } from '@/db/mail-choices';
import { MAIL_NAMES } from '@/domain/mail/names';
import { face } from '@/server/face';
import { LinkButton } from '@/ui/button';
import { Split } from '../../../split';
import { TurnForm } from './turn-form';

export const metadata: Metadata = { title: 'Mail', robots: { index: false } };

interface OffPageProps {
  params: Promise<{ token: string }>;
}

/** Where a mail's "Turn these off" leads. Opening it changes nothing: programs that read mail follow links. */
export default async function OffPage({ params }: OffPageProps) {
  const { token } = await params;
  const link = face().mail.readOffLink(token);
  if (!link) {
    return (
      <Split>
        <h1>This link is not whole</h1>
        <p className="soft mt-[10px] mb-[30px]">Open it again from the mail, or choose on your account page.</p>
        <LinkButton href="/me#mail">My account</LinkButton>
      </Split>
    );
  }
  const { name, when } = MAIL_NAMES[link.kind];
  return (
    <Split>
      <h1>{name}</h1>
      <p className="soft mt-[10px] mb-[30px]">The mail that comes {when}.</p>
      <TurnForm token={token} wanted={await wantsMail(link.reader, link.kind)} />
    </Split>
  );
}
