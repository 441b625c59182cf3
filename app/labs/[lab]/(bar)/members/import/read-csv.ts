import Papa from 'papaparse';
import { MOST_LIST_CHARS, readList, type ReadList } from '@/domain/member-list';

const TOO_LONG = `This list is too long: at most ${MOST_LIST_CHARS.toLocaleString('en')} characters are read at once.`;

/** The text of a file as spreadsheets save it: UTF-8 or UTF-16 by its mark, or else what older ones write in the west. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Reads a list of people from CSV, with commas, semicolons or tabs. */
export function readCsv(text: string): ReadList {
  if (text.length > MOST_LIST_CHARS) return { refused: TOO_LONG };
  if (text.includes('\0')) return { refused: 'This is no text. Save the list as CSV, and choose that file.' };
  // The parser takes the first line's end for that of all.
  const lines = text.replace(/\r\n?/g, '\n');
  // An empty line at the end would hide what separates the columns.
  const { data, errors } = Papa.parse<string[]>(lines, {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: 'greedy',
  });
  const wrong = errors.find(({ type }) => type === 'Quotes');
  if (wrong) {
    // Its row counts no line end within quotes; the text does.
    const line = lines.slice(0, wrong.index).split('\n').length;
    return {
      refused: `Line ${line}, counting the headings, has a quotation mark that is open, or stands alone. Mend it there.`,
    };
  }
  return readList(data);
}
