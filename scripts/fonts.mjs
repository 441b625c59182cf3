// `npm run fonts`: cuts the two families' Latin letters into what every page needs and the rest, in ui/fonts, with the style
// sheet that names them. A page of English loads the first cut alone, a third lighter than Fontsource's whole file; other
// scripts stay Fontsource's own files.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import subsetFont from 'subset-font';

const FOLDER = path.join('ui', 'fonts');

// English, its punctuation, and the signs that the interface writes.
const BASIC =
  'U+0020-007E, U+00A0, U+00B7, U+00D7, U+2013-2014, U+2018-2019, U+201C-201D, U+2026, U+202F, U+2192, U+2212';
// What else is in Fontsource's own Latin file.
const LATIN =
  'U+0000-001F, U+007F-009F, U+00A1-00B6, U+00B8-00D6, U+00D8-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, ' +
  'U+02DC, U+0304, U+0308, U+0329, U+2000-2012, U+2015-2017, U+201A-201B, U+201E-2025, U+2027-202E, U+2030-206F, U+20AC, U+2122, ' +
  'U+2191, U+2193, U+2215, U+FEFF, U+FFFD';
// As Fontsource has them.
const LATIN_EXT =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, ' +
  'U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';
const VIETNAMESE =
  'U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, ' +
  'U+0323, U+0329, U+1EA0-1EF9, U+20AB';

// `weights`: those that the design writes. The voice's running text has one, and titles have their own file; every script has
// both bands, for a browser takes all its letters from faces of one band.
const CUTS = [
  { font: 'bricolage-grotesque', family: 'Bricolage Grotesque Variable', band: '200 800', weights: [400, 700] },
  { font: 'newsreader', family: 'Newsreader Variable', band: '200 449', weights: [400, 400] },
  { font: 'newsreader', family: 'Newsreader Variable', band: '450 800', weights: [450, 700] },
];

const faces = ['/* Written by `npm run fonts`. */'];
for (const { font, family, band, weights } of CUTS) {
  const whole = (script) => `@fontsource-variable/${font}/files/${font}-${script}-opsz-normal.woff2`;
  faces.push(face(family, band, whole('vietnamese'), VIETNAMESE), face(family, band, whole('latin-ext'), LATIN_EXT));
  const letters = readFileSync(path.join('node_modules', whole('latin')));
  for (const [script, range] of Object.entries({ latin: LATIN, basic: BASIC })) {
    const name = `${font}-${weights[0]}-${script}.woff2`;
    const [min, max] = weights;
    const cut = await subsetFont(letters, lettersIn(range), {
      targetFormat: 'woff2',
      variationAxes: { wght: min === max ? min : { min, max } },
    });
    writeFileSync(path.join(FOLDER, name), cut);
    process.stdout.write(`${name}: ${cut.length} bytes, of ${letters.length}\n`);
    faces.push(face(family, band, `./${name}`, range));
  }
}
const sheet = path.join(FOLDER, 'faces.css');
writeFileSync(sheet, await format(faces.join('\n'), { ...(await resolveConfig(sheet)), filepath: sheet }));

function face(family, band, url, range) {
  return [
    '@font-face {',
    `  font-family: '${family}';`,
    '  font-style: normal;',
    '  font-display: swap;',
    `  font-weight: ${band};`,
    `  src: url('${url}') format('woff2-variations');`,
    `  unicode-range: ${range};`,
    '}',
  ].join('\n');
}

function lettersIn(range) {
  let letters = '';
  for (const part of range.replaceAll('U+', '').split(', ')) {
    const [first, last = first] = part.split('-').map((code) => parseInt(code, 16));
    for (let code = first; code <= last; code += 1) letters += String.fromCodePoint(code);
  }
  return letters;
}
