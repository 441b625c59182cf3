import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWords, snippetOf, typosBetween, typosIn, wordsIn } from '@/domain/search';

/** Any text at all, halves of surrogates too. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 400 }).map((codes) => String.fromCharCode(...codes));

const words = (text: string) => wordsIn(text).map(({ word }) => word);

describe('the words of a text', () => {
  it('are compared without case, accents and apostrophes', () => {
    expect(words('Café’s CFO won’t sign, “naïve” Ünal')).toEqual(['cafes', 'cfo', 'wont', 'sign', 'naive', 'unal']);
  });

  it('are letters and digits of any script, and nothing of what stands between', () => {
    expect(words('<script>alert("x")</script> 务 Привет 11,000 a_b')).toEqual([
      'script',
      'alert',
      'x',
      'script',
      '务',
      'привет',
      '11',
      '000',
      'a',
      'b',
    ]);
    expect(words('… — ! ')).toEqual([]);
  });

  it('are pictures too, each alone', () => {
    expect(words('Signed 👍🏽🎉!')).toEqual(['signed', '👍', '🎉']);
  });

  it('are compared with a sharp s as two', () => {
    expect(words('Straße GRÖẞE')).toEqual(words('STRASSE Grösse'));
  });

  it('are each character and each two that follow one another, where no space tells words apart', () => {
    expect(words('会社の契')).toEqual(['会社', '会', '社の', '社', 'の契', 'の', '契']);
    expect(words('約 AcmeのCRM、デタ')).toEqual(['約', 'acme', 'の', 'crm', 'テタ', 'テ', 'タ']);
    expect(words('계약 A').map((word) => word.normalize('NFC'))).toEqual(['계약', '계', '약', 'a']);
    expect(wordsIn('は\u3099か').map(({ from, to, of }) => [from, to, of])).toEqual([
      [0, 3, 'pair'],
      [0, 2, 'character'],
      [2, 3, 'character'],
    ]);
  });

  it('are asked for as two characters where there are two', () => {
    expect(askedWords('会社の契 約')).toEqual(['会社', '社の', 'の契', '約']);
  });

  it('say where they stand', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = wordsIn(text);
        const spaceless = (word = '') =>
          /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/u.test(word.normalize('NFKD'));
        const inOrder = found.every(({ word, from, to }, at) => {
          const before = found[at - 1] ?? { word: '', from: -1, to: 0 };
          const pairs = spaceless(word) && spaceless(before.word);
          return from < to && (pairs ? from >= before.from : from >= before.to);
        });
        expect(inOrder && found.every(({ word }) => /^[\p{L}\p{N}\p{Extended_Pictographic}]+$/u.test(word))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('are asked for eight at most, each once', () => {
    expect(askedWords('a b c d e f g h i j')).toHaveLength(8);
    expect(askedWords('Finance finance FINANCE')).toEqual(['finance']);
    expect(askedWords("'); drop table places; --")).toEqual(['drop', 'table', 'places']);
  });
});

describe('slips of the finger', () => {
  it.each([
    ['finance', 'finance', 0],
    ['finanse', 'finance', 1],
    ['fiannce', 'finance', 1],
    ['finnance', 'finance', 1],
    ['procurment', 'procurement', 1],
    ['porcuremnt', 'procurement', 2],
    ['price', 'pride', 1],
    ['', 'ab', 2],
  ])('%s is %s but for some: %i', (a, b, typos) => {
    expect(typosBetween(a, b, 2)).toBe(typos);
    expect(typosBetween(b, a, 2)).toBe(typos);
  });

  it('are not counted beyond the most that are asked for', () => {
    expect(typosBetween('finance', 'compressor', 2)).toBe(3);
    expect(typosBetween('abcdef', 'uvwxyz', 1)).toBe(2);
  });

  it('are none in a short word, one in a word, two in a long one', () => {
    expect([typosIn('cfo'), typosIn('price'), typosIn('procurement')]).toEqual([0, 1, 2]);
  });
});

describe('a snippet', () => {
  const marks = (text: string, found: string) => snippetOf(text, (word) => word === found);
  const whole = (text: string, found: string) =>
    marks(text, found)
      .map((piece) => piece.text)
      .join('');

  it('is the text in pieces, those that were found marked', () => {
    expect(marks('Who in finance knows?', 'finance')).toEqual([
      { text: 'Who in ', marked: false },
      { text: 'finance', marked: true },
      { text: ' knows?', marked: false },
    ]);
  });

  it('keeps markup as plain text', () => {
    expect(whole('<script>finance</script> & <mark>', 'finance')).toBe('<script>finance</script> & <mark>');
    expect(marks('<script>finance</script>', 'finance')[1]).toEqual({ text: 'finance', marked: true });
  });

  it('is cut round what was found where a text is long, between words', () => {
    const long = `${'before '.repeat(80)}finance ${'after '.repeat(80)}`;
    const pieces = marks(long, 'finance');
    expect(pieces.at(0)?.text).toBe('… ');
    expect(pieces.at(-1)?.text).toBe(' …');
    expect(pieces.some(({ text, marked }) => marked && text === 'finance')).toBe(true);
    expect(whole(long, 'finance').length).toBeLessThan(240);
    expect(whole(long, 'finance')).toMatch(/^… before /);
  });

  it('never holds anything that the text does not, whatever that is', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const pieces = snippetOf(text, (word) => word.length % 3 === seed % 3);
        const inner = pieces.filter((piece) => (piece.text !== '… ' && piece.text !== ' …') || piece.marked);
        expect(text).toContain(inner.map((piece) => piece.text).join(''));
      }),
      { numRuns: 40 },
    );
  });
});
