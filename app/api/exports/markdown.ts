import { escapeMarkdown } from '@/domain/recap-markdown';
import type { Cell, ExportRow, ExportTable } from '@/db/exports/table';

/** Columns that hold what a person wrote; they are quoted under the rest. */
const WORDS = new Set(['body', 'story', 'ask', 'tried', 'nextStep', 'note', 'about', 'pledge', 'words']);
/** Columns that tie tables together, which nobody reads. */
const TIES = /^id$|Id$|^replyTo$|^uses$/;

/** Every table under a heading, a row a paragraph with what was written quoted below. Each row ends with an empty line. */
export async function* markdownText(tables: readonly ExportTable[], title: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`# ${escapeMarkdown(title)}\n`);
  for (const table of tables) {
    let first = true;
    for await (const page of table.rows()) {
      const heading = first ? `\n## ${table.name[0]?.toUpperCase()}${table.name.slice(1)}\n` : '';
      first = false;
      yield encoder.encode(heading + page.map((row) => `\n${paragraph(row)}\n`).join(''));
    }
  }
}

function paragraph(row: ExportRow): string {
  const told = Object.entries(row).filter(
    ([name, cell]) => !TIES.test(name) && cell !== null && cell !== '' && cell !== false,
  );
  const facts = told
    .filter(([name]) => !WORDS.has(name))
    .map(([name, cell]) => `**${wordsOf(name)}** ${escapeMarkdown(textOf(cell))}`);
  const words = told.filter(([name]) => WORDS.has(name));
  const quoted = words.map(([name, cell]) => {
    const label = words.length > 1 ? `> *${wordsOf(name)}*\n>\n` : '';
    return (
      label +
      textOf(cell)
        .split(/\r\n?|\n/)
        .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
        .join('\n')
    );
  });
  return [facts.join(' · '), ...quoted].filter(Boolean).join('\n');
}

function textOf(cell: Cell): string {
  if (cell === true) return 'yes';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** "startedAt": "started at". */
function wordsOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
