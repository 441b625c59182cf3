'use client';

import { useRef, useState, type MouseEvent } from 'react';
import { Download } from 'lucide-react';
import { Button, buttonClass } from '@/ui/button';
import { FieldError } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { fetchExport, type Progress } from './download';

const FORMATS = [
  { format: 'csv', label: 'CSV', for: 'for a spreadsheet' },
  { format: 'json', label: 'JSON', for: 'for programs' },
  { format: 'md', label: 'Markdown', for: 'to read' },
] as const;

type Format = (typeof FORMATS)[number];

/** What can be saved, in three formats. Without scripts each is a plain link; with them one sees how far it is. */
export function ExportLinks({ address }: { address: string }) {
  const [running, setRunning] = useState<Format>();
  const [progress, setProgress] = useState<Progress>();
  const [told, setTold] = useState<{ saved?: string; failed?: string }>({});
  const stop = useRef<AbortController>(undefined);

  async function save(event: MouseEvent, format: Format) {
    event.preventDefault();
    if (running) return;
    const asked = (stop.current = new AbortController());
    setRunning(format);
    setProgress(undefined);
    setTold({});
    try {
      const { file, name } = await fetchExport(`${address}/${format.format}`, format.format, setProgress, asked.signal);
      saveAs(file, name);
      setTold({ saved: `${name} is saved.` });
    } catch {
      setTold(
        asked.signal.aborted
          ? { saved: 'Stopped. Nothing was saved.' }
          : { failed: 'The export broke off, and nothing was saved. Try again.' },
      );
    } finally {
      setRunning(undefined);
    }
  }

  const done = progress ? Math.floor((100 * progress.rows) / Math.max(progress.total, 1)) : 0;
  return (
    <div>
      <div className="row wrap">
        {FORMATS.map((one) => (
          <a
            key={one.format}
            className={buttonClass({})}
            href={`${address}/${one.format}`}
            download
            aria-disabled={running ? true : undefined}
            onClick={(event) => void save(event, one)}
          >
            <Icon as={Download} />
            {one.label}
            <span className="meta">{one.for}</span>
          </a>
        ))}
      </div>
      {running && (
        <div className="row wrap mt-4">
          <progress className="grow" max={100} value={done} aria-label={`The export as ${running.label}`} />
          <span className="meta num">{done} %</span>
          <Button size="sm" variant="plain" onClick={() => stop.current?.abort()}>
            Stop
          </Button>
        </div>
      )}
      <p className="meta mt-3" role="status">
        {told.saved}
      </p>
      {told.failed && <FieldError>{told.failed}</FieldError>}
    </div>
  );
}

function saveAs(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
