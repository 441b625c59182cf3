import { OUTCOME_DRAWING, MARK_DRAWING, STYLES, STYLE_SHEET } from './look';
import type { FootLinks, Letter, Part } from './letter';

/** A letter as HTML: one column, both colour schemes, nothing loaded from anywhere. Whatever people wrote is escaped. */
export function letterHtml({ title, lead, parts, foot }: Letter, links: FootLinks): string {
  const ways = [
    ...(links.choices ? [` ${anchor(links.choices, 'Change what you get')}.`] : []),
    ...(links.off ? [` ${anchor(links.off, 'Turn these off')}.`] : []),
  ].join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body class="paper"${style('paper')}>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center"${style('around')}>
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" border="0"${style('card')}><tr><td${style('inside')}>
<p class="ink"${style('mark')}>${MARK_DRAWING}Whetstone</p>
<h1 class="ink"${style('title')}>${escaped(title)}</h1>
<p class="soft"${style('lead')}>${lead.map(broken).join('<br>')}</p>
${parts.map(partHtml).join('\n')}
<p class="meta"${style('foot')}>${escaped(foot)}${ways}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function partHtml(part: Part): string {
  switch (part.type) {
    case 'said':
      return `<p class="ink rule"${style('label')}>${escaped(part.label)}</p>
<p class="ink"${style('voice')}>${broken(part.words)}</p>`;
    case 'asked':
      return `<p class="ink"${style('question')}>${broken(part.words)}</p>
<p class="meta"${style('detail')}>${escaped(part.detail)}</p>`;
    case 'list':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"${style('list')}>
${part.items.map(itemHtml).join('\n')}
</table>`;
    case 'button':
      return `<p${style('action')}><a class="button" href="${escaped(part.url)}"${style('button')}>${escaped(part.label)}</a></p>`;
    case 'link':
      return `<p class="soft"${style('link')}>${escaped(part.label)}: ${anchor(part.url, part.text ?? bare(part.url))}</p>`;
    case 'outcomes':
      return `<p class="ink"${style('hidden')}>${escaped(part.label)}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"${style('outcomes')}>
${pairs(part.choices.map(outcomeHtml)).join('\n')}
</table>`;
    case 'note':
      return `<p class="meta"${style('note')}>${escaped(part.text)}</p>`;
  }
}

function itemHtml({ title, details }: { title: string; details: string[] }): string {
  const told = details.map(escaped).join(': ');
  const detail = told && `<br><span class="meta"${style('detail')}>${told}</span>`;
  return `<tr><td class="rule"${style('item')}><b class="ink">${escaped(title)}</b>${detail}</td></tr>`;
}

type Choice = Extract<Part, { type: 'outcomes' }>['choices'][number];

function outcomeHtml({ outcome, label, url }: Choice): string {
  return `<td width="50%"${style('cell')}><a class="choice" href="${escaped(url)}"${style('choice')}>${OUTCOME_DRAWING[outcome]}${escaped(label)}</a></td>`;
}

function pairs(cells: readonly string[]): string[] {
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    rows.push(`<tr>${cells[at] ?? ''}${cells[at + 1] ?? '<td></td>'}</tr>`);
  }
  return rows;
}

function anchor(url: string, text: string): string {
  return `<a class="steel" href="${escaped(url)}"${style('anchor')}>${escaped(text)}</a>`;
}

function bare(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
}

function style(name: keyof typeof STYLES): string {
  return ` style="${STYLES[name]}"`;
}

function broken(text: string): string {
  return escaped(text).replace(/\r?\n/g, '<br>');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
