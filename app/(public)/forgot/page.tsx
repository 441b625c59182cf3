import type { Metadata } from 'next';
import { face } from '@/server/face';
import { Link } from '@/ui/link';
import { Split } from '../split';
import { ForgotForm } from './forgot-form';

export const metadata: Metadata = { title: 'Forgot your password' };

/** A link to a new password, by mail; without a mail server a host makes one. */
export default function ForgotPage() {
  const mails = face().mail.sends;
  return (
    <Split>
      <h1>Forgot your password</h1>
      <p className="soft mt-[10px] mb-[30px]">
        {mails
          ? 'Write the email of your account. A link to a new password comes by mail.'
          : 'This server sends no mail. A host of your lab can make you a link to a new password: on their page of members, at your name. Ask them for it.'}
      </p>
      {mails && <ForgotForm />}
      <p className="meta mt-[18px]">
        <Link className="reach" href="/sign-in">
          Back to the sign-in
        </Link>
      </p>
    </Split>
  );
}
