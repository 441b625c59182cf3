import type { FootLinks, Letter, Part } from './letter';

const WIDTH = 72;

/** The plain-text twin of a letter: it says the same. */
export function letterText({ title, lead, parts, foot }: Letter, links: FootLinks): string {
  const choices = links.choices ? `\nChange what you get:\n${links.choices}` : '';
  const off = links.off ? `\nTurn these off:\n${links.off}` : '';
  return [
    [title.toUpperCase(), ...lead].map((line) => wrapped(line)).join('\n'),
    ...parts.map(partText),
    `--\n${wrapped(foot)}${choices}${off}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function partText(part: Part): string {
  switch (part.type) {
    case 'said':
    case 'asked':
      return `${part.label}:\n${wrapped(part.words, '  ')}`;
    case 'list':
      return part.items.map((item, at) => itemText(item, part.numbered ? `${at + 1}. ` : '- ')).join('\n');
    case 'button':
      return `${part.label}:\n${part.url}`;
    case 'link':
      return `${part.label}:\n${part.text ?? part.url}`;
    case 'outcomes':
      return [`${part.label}:`, ...part.choices.map(({ label, url }) => `${label.padEnd(11)}${url}`)].join('\n');
    case 'note':
      return wrapped(part.text);
  }
}

function itemText({ title, details }: { title: string; details: string[] }, mark: string): string {
  const indent = ' '.repeat(mark.length);
  const lines = [title, ...details].map((line) => wrapped(line, indent)).join('\n');
  return mark + lines.slice(mark.length);
}

/** Breaks lines between words, and keeps those that were written. */
function wrapped(text: string, indent = ''): string {
  return text
    .split(/\r?\n/)
    .flatMap((line) => brokenUp(line, WIDTH - indent.length))
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n');
}

function brokenUp(line: string, width: number): string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
