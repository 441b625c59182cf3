import type { Metadata } from 'next';
import { passwordLinkByToken } from '@/db/password-links';
import { LinkButton } from '@/ui/button';
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
      <Closed>Perhaps a part of it is missing, or a newer link has replaced it. Ask your host for a new one.</Closed>
    );
  }
  if (link.state !== 'open') {
    const why = link.state === 'used' ? 'has been used: it works once' : 'is past its end: it holds for a day';
    return (
      <Closed>
        This link {why}. Ask {link.madeBy} for a new one.
      </Closed>
    );
  }
  return (
    <Split>
      <h1>A new password</h1>
      <p className="soft mt-[10px] mb-[30px]">
        For {link.name}, {link.email}. It signs you out everywhere else.
      </p>
      <PasswordForm token={token} email={link.email} />
    </Split>
  );
}

function Closed({ children }: { children: React.ReactNode }) {
  return (
    <Split>
      <h1>This link is closed</h1>
      <p className="soft mt-[10px] mb-[30px]">{children}</p>
      <LinkButton href="/sign-in">Sign in</LinkButton>
    </Split>
  );
}
