import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { signedIn } from '@/app/current-person';
import { localPath } from '@/app/local-path';
import { Carried } from '@/app/carried';
import { signInByProvider } from '@/app/provider-actions';
import { providerWords } from '@/app/provider-words';
import { anyAccount } from '@/db/people';
import { DAYS_TO_RETURN } from '@/domain/leaving';
import { face } from '@/server/face';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { Split } from '../split';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<{ next?: string; callbackUrl?: string; error?: string; left?: string }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, callbackUrl, error, left } = await searchParams;
  const target = localPath(next ?? callbackUrl);
  const { oidc } = face().config;
  if (await signedIn()) redirect(target);
  if (!(await anyAccount())) redirect('/first-run');
  return (
    <Split foot="One account, every lab you belong to.">
      <h1>Back to the stone</h1>
      <p className="soft mt-[10px] mb-[30px]">
        {target === '/' ? 'Your lab is where you left it.' : 'Sign in, and you go on to where you were going.'}
      </p>
      {left && (
        <Notice tone="ok" className="mb-5">
          Your account is deleted, and you are signed out everywhere. Sign in within {DAYS_TO_RETURN} days to keep it.
        </Notice>
      )}
      <SignInForm next={target} message={providerWords(error, oidc?.name ?? 'the provider')} />
      {oidc && (
        <form action={signInByProvider} className="mt-3">
          <SubmitButton wide>Sign in with {oidc.name}</SubmitButton>
          <Carried next={target} />
        </form>
      )}
      <p className="meta mt-[18px]">
        <Link className="reach" href="/forgot">
          Forgot your password
        </Link>
      </p>
      <p className="meta mt-[6px]">No account yet? A host can invite you.</p>
    </Split>
  );
}
