import { ExportLinks } from '@/app/exports/export-links';

/** Everything that is kept of whoever is signed in, to be taken along. */
export function MyData() {
  return (
    <section className="set" id="data">
      <div>
        <h2>My data</h2>
        <p className="meta">From every lab you are in.</p>
      </div>
      <div>
        <p className="soft mb-4">
          Your deals, contributions, reads, commitments, check-ins, notes and drafts, and what is kept of your account.
          Nobody else’s words.
        </p>
        <ExportLinks address="/api/exports/me" />
      </div>
    </section>
  );
}
