/** A call as people read it: without what a browser needs alone. */
export function callText(url: string): string {
  return url.replace(/^(https?:\/\/|tel:)/, '').replace(/\/$/, '');
}

/** Whether a call is a number to ring. */
export function isPhoneCall(url: string): boolean {
  return url.startsWith('tel:');
}
