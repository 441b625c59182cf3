import { noteOn } from '@/db/notes';
import type { NoteSubject } from '@/domain/notes';
import { NotePad } from './note-pad';

/** One's own note at the foot of a page, and never on paper. Nothing where there is nothing of one's own to note about. */
export async function NotesPart({
  viewerId,
  subject,
  label,
}: {
  viewerId: string;
  subject: NoteSubject;
  label: string;
}) {
  const note = await noteOn(viewerId, subject);
  if (!note) return null;
  return (
    <section className="no-print border-t border-rule pt-6 pb-8" aria-label="My notes">
      <h2 className="mb-4 text-5">My notes</h2>
      <div className="max-w-[680px]">
        <NotePad viewerId={viewerId} subject={subject} initial={note} label={label} />
      </div>
    </section>
  );
}
