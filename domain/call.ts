const NUMBER = String.raw`(\+?[\d\s().-]{5,40})`;
/** What is dialled once somebody answers, after a pause each. */
const DIALLED = String.raw`((?:[,;][\d\s*#,;-]{0,60}[\d*#])?)`;
const EXTENSION = String.raw`(?:(?:;?\s*ext(?:ension)?[.:=]?|x)\s*(\d{1,10}))?`;
const PHONE = new RegExp(`^(?:tel:)?(?=(?:\\D*\\d){3})${NUMBER}${DIALLED}${EXTENSION}$`, 'i');

/** The link that rings a number as it is typed (RFC 3966); undefined where it is none. */
export function phoneLink(typed: string): string | undefined {
  const [, number, dialled = '', extension] = PHONE.exec(typed) ?? [];
  if (number === undefined) return undefined;
  const after = dialled.replace(/[\s-]/g, '').replaceAll(';', ',').replaceAll('#', '%23');
  return `tel:${number.replace(/[^\d+]/g, '')}${after}${extension ? `;ext=${extension}` : ''}`;
}

/** Where a call leads: a link of the web is one, a number becomes one. */
export function callLink(call: string): string {
  return phoneLink(call) ?? call;
}

/** A call as people read it: without what a browser needs alone. */
export function callText(call: string): string {
  return call.replace(/^(https?:\/\/|tel:)/i, '').replace(/\/$/, '');
}

/** A call where it stands by itself, as in a calendar: a number as it was typed, else the whole link. */
export function callWhole(call: string): string {
  return isPhoneCall(call) ? callText(call) : call;
}

/** Whether a call is a number to ring. */
export function isPhoneCall(call: string): boolean {
  return phoneLink(call) !== undefined;
}
