/** The decimals of a currency: 2 for most, 0 for yen. */
export function currencyDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

const SHORT: Record<string, number> = { k: 1_000, m: 1_000_000, bn: 1_000_000_000 };

/**
 * What somebody typed as an amount, in minor units: "184,000", "$184k", "1 200,50", "€1.2m".
 * Undefined where it can't be read as one. A mark before exactly three digits parts thousands; but a lone point does not
 * where the currency has three decimals.
 */
export function parseMoney(typed: string, currency: string): number | undefined {
  const match = /^\p{Sc}?\s*([\d\s.,'’]*\d)\s*(k|m|bn)?\s*(\p{Sc}|\p{L}{3})?$/iu.exec(typed.trim());
  if (!match?.[1]) return undefined;
  const short = match[2]?.toLowerCase();
  const digits = match[1].replace(/[\s'’]/g, '');
  const parts = digits.split(/[.,]/);
  const last = parts.at(-1) ?? '';
  const minorDigits = currencyDigits(currency);
  const lone = parts.length === 2;
  // "1.234" is a thousand and some; "1.2", "1.23", "1.234m" and a dinar's "1.234" are parts of one.
  const partsThousands =
    last.length === 3 && !(lone && (short !== undefined || (minorDigits === 3 && digits.includes('.'))));
  const isFraction = parts.length > 1 && !partsThousands;
  const whole = (isFraction ? parts.slice(0, -1) : parts).join('');
  const value = Number(`${whole}.${isFraction ? last : '0'}`) * (short ? (SHORT[short] ?? 1) : 1);
  const minor = Math.round(value * 10 ** minorDigits);
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** An amount in minor units as one would type it: "184000", "1200.50". */
export function typedMoney(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  const value = minor / 10 ** digits;
  return Number.isInteger(value) ? String(value) : value.toFixed(digits);
}
