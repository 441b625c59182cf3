import type { Metadata } from 'next';
import { passwordLinkByToken } from '@/db/password-links';
import { face } from '@/server/face';
import { Link } from '@/ui/link';
import { ClosedLink } from '../../shut-link';
import { Split } from '../../split';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: 'New password', robots: { index: false } };

interface PasswordPageProps {
  params: Promise<{ token: string }>;
}

export default async function PasswordPage({ params }: PasswordPageProps) {
  const { token } = await params;
  const link = await passwordLinkByToken(token);
  if (!link) {
    return (
      <ClosedLink>
        Perhaps a part of it is missing, or a newer one has replaced it, or the password was set since. <Another />
      </ClosedLink>
    );
  }
  if (link.state === 'other_lab') {
    return (
      <ClosedLink>
        You are in a lab now that {link.madeBy} doesn’t host, so their link sets your password no more. <Another />
      </ClosedLink>
    );
  }
  if (link.state !== 'open') {
    const span = link.madeBy ? 'a day' : 'an hour';
    const why = link.state === 'used' ? 'has been used: it works once' : `is past its end: it holds for ${span}`;
    return (
      <ClosedLink>
        This link {why}. <Another madeBy={link.madeBy} />
      </ClosedLink>
    );
  }
  const provider = link.madeBy ? undefined : face().config.oidc?.name;
  return (
    <Split>
      <h1>A new password</h1>
      <p className="soft mt-[10px] mb-[30px]">
        For {link.name}, {link.email}. Setting it ends every sign-in that you have
        {provider && `, and unlinks ${provider}`}.
      </p>
      <PasswordForm token={token} email={link.email} />
    </Split>
  );
}

/** Whom to ask for another link: the host who made it, or the server itself. */
function Another({ madeBy }: { madeBy?: string | undefined }) {
  if (madeBy || !face().mail.sends) return <>Ask {madeBy ?? 'your host'} for a new one.</>;
  return <Link href="/forgot">Have a new one sent.</Link>;
}
