export interface Progress {
  rows: number;
  total: number;
}

/** What ends a row in each format; it stands nowhere else. */
const ENDS: Record<string, string> = { csv: '\r\n', json: '\n', md: '\n\n' };

/** Counts how often a mark of one or two bytes occurs in what comes piece by piece. */
export function counterOf(mark: string): (piece: Uint8Array) => number {
  const [first = 0, second] = new TextEncoder().encode(mark);
  let count = 0;
  let before = -1;
  return (piece) => {
    for (const byte of piece) {
      if (second === undefined ? byte === first : before === first && byte === second) {
        count += 1;
        before = -1;
      } else before = byte;
    }
    return count;
  };
}

/** Reads an export to its end, saying how far it is. Throws where it breaks off: half an export is none. */
export async function fetchExport(
  address: string,
  format: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<{ file: Blob; name: string }> {
  const answer = await fetch(address, { signal });
  if (!answer.ok || !answer.body) throw new Error(`The export was answered with ${answer.status}.`);
  const total = Number(answer.headers.get('x-export-rows') ?? 0);
  const count = counterOf(ENDS[format] ?? '\n');
  const pieces: BlobPart[] = [];
  const reader = answer.body.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    pieces.push(value);
    onProgress({ rows: Math.min(count(value), total), total });
  }
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const type = answer.headers.get('content-type') ?? '';
  return { file: new Blob(pieces, { type }), name: named ? decodeURIComponent(named) : `export.${format}` };
}
