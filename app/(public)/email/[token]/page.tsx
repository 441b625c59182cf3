import type { Metadata } from 'next';
import { emailLinkByToken } from '@/db/email-links';
import { ClosedLink, LinkToNowhere } from '../../shut-link';
import { Split } from '../../split';
import { Confirmed, ConfirmForm } from './confirm-form';

export const metadata: Metadata = { title: 'Confirm your address', robots: { index: false } };

interface EmailPageProps {
  params: Promise<{ token: string }>;
}

/** Whether an address is somebody's. Opening the page changes nothing: programs that read mail follow links. */
export default async function EmailPage({ params }: EmailPageProps) {
  const { token } = await params;
  const link = await emailLinkByToken(token);
  if (!link) return <LinkToNowhere />;
  // Without scripts the page is drawn anew once its form was sent.
  if (link.state === 'confirmed') {
    return (
      <Split>
        <Confirmed />
      </Split>
    );
  }
  if (link.state !== 'open') {
    const why = link.state === 'used' ? 'It has been used: it works once.' : 'It is past its end.';
    return <ClosedLink>{why} A new one can be sent from your account.</ClosedLink>;
  }
  return (
    <Split>
      <h1>Is this your address?</h1>
      <p className="soft mt-[10px] mb-[30px] break-words">
        {link.email}, for the account of {link.name}. You sign in with it from then on.
      </p>
      <ConfirmForm token={token} />
    </Split>
  );
}
