// `npm run fonts`: makes the light cut of the voice's font, ui/fonts/newsreader-latin-400.woff2: Latin letters in the one
// weight that running text has, at every optical size. It weighs less than half of the whole font, which only titles need.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';

const files = path.join('node_modules', '@fontsource-variable', 'newsreader', 'files');
const whole = readFileSync(path.join(files, 'newsreader-latin-opsz-normal.woff2'));
// The unicode-range of Fontsource's own Latin file.
const LATIN = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6],
  [0x2da],
  [0x2dc],
  [0x304],
  [0x308],
  [0x329],
  [0x2000, 0x206f],
  [0x20ac],
  [0x2122],
  [0x2191],
  [0x2193],
  [0x2212],
  [0x2215],
  [0xfeff],
  [0xfffd],
];
let letters = '';
for (const [first, last = first] of LATIN) {
  for (let code = first; code <= last; code += 1) letters += String.fromCodePoint(code);
}
const light = await subsetFont(whole, letters, { targetFormat: 'woff2', variationAxes: { wght: 400 } });
writeFileSync(path.join('ui', 'fonts', 'newsreader-latin-400.woff2'), light);
process.stdout.write(`${light.length} bytes, of ${whole.length}\n`);
