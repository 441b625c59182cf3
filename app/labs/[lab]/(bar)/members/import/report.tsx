import { capital, counted } from '@/domain/number-words';
import { CopyButton } from '@/ui/copy-button';
import type { InvitedLine } from './actions';
import { LineTable } from './line-table';

/** What came of a list, line by line, with everybody's link. */
export function Report({ mails, lines }: { mails: boolean; lines: InvitedLine[] }) {
  const invited = lines.filter(({ link }) => link !== undefined);
  const all = invited.map(({ email, link }) => `${email} ${link}`).join('\n');
  return (
    <section className="mt-6" aria-label="What came of it">
      <div className="row between wrap">
        <p role="status">
          {capital(counted(invited.length, 'person', 'people'))} invited.{' '}
          {invited.length > 0 &&
            (mails
              ? 'Their mails are on their way.'
              : 'Send each their link: it is not shown again, but can be made anew.')}
        </p>
        {invited.length > 0 && <CopyButton text={all}>Copy all links</CopyButton>}
      </div>
      <LineTable
        lines={lines}
        outcome={({ link = '', email }) => (
          <span className="row wrap">
            <span className="link">{link}</span>
            <CopyButton text={link} aria-label={`Copy the link of ${email}`} />
          </span>
        )}
      />
    </section>
  );
}
