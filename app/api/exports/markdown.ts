import { escapeMarkdown, inline } from '@/domain/recap-markdown';
import type { ExportRow, ExportTable } from '@/db/exports/table';
import { toldRow } from './in-words';

/** Columns that hold what a person wrote; they are quoted under the rest. */
const WORDS = new Set([
  'body',
  'story',
  'ask',
  'tried',
  'nextStep',
  'note',
  'pipelineNote',
  'about',
  'pledge',
  'words',
]);
/** Columns that tie tables together, which nobody reads. */
const TIES = /^id$|Id$|^replyTo$|^uses$|^for$/;

/**
 * Every table under a heading, a row a paragraph with what was written quoted below; what was said or decided in a turn
 * stands under its deal. Each row ends with an empty line, and holds no other.
 */
export async function* markdownText(tables: readonly ExportTable[], title: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`# ${escapeMarkdown(title)}\n`);
  for (const table of tables) {
    let heading = `\n## ${table.name[0]?.toUpperCase()}${table.name.slice(1)}\n`;
    let turn: unknown;
    for await (const page of table.rows()) {
      let text = heading;
      heading = '';
      for (const row of page) {
        const under = row.turnId !== undefined && row.turnId !== turn ? `${dealHeading(row)}\n` : '';
        turn = row.turnId;
        text += `\n${under}${paragraph(row)}\n`;
      }
      yield encoder.encode(text);
    }
  }
}

/** The deal of a turn, or where its reader may not know that any more, where it was brought. */
function dealHeading({ deal, lab }: ExportRow): string {
  return `### ${inline(String(deal ?? ['A deal', lab].filter(Boolean).join(' in ')))}`;
}

function paragraph(row: ExportRow): string {
  const { texts, rungs } = toldRow(row);
  const told = texts.filter(([name]) => !TIES.test(name) && (name !== 'deal' || row.turnId === undefined));
  const facts = told.filter(([name]) => !WORDS.has(name)).map(([name, text]) => `**${spelled(name)}** ${inline(text)}`);
  const words = told.filter(([name]) => WORDS.has(name));
  const quoted = words.map(([name, text]) => {
    const label = words.length > 1 ? `> *${spelled(name)}*\n>\n` : '';
    return (
      label +
      text
        .split(/\r\n?|\n/)
        .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
        .join('\n')
    );
  });
  return [facts.join(' · '), ...rungs.map((rung) => `- ${inline(rung)}`), quoted.join('\n>\n')]
    .filter(Boolean)
    .join('\n');
}

/** "startedAt": "started at". */
function spelled(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
