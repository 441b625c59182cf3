const HERE = 'http://here.invalid';

/** A path within this site, or the fallback: a link must not be able to send a signed-in person elsewhere. */
export function localPath(path: unknown, fallback = '/'): string {
  if (typeof path !== 'string' || !path.startsWith('/') || !URL.canParse(path, HERE)) return fallback;
  const { origin, pathname, search, hash } = new URL(path, HERE);
  // `/.//elsewhere` is here, and would be elsewhere once its dot is gone.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search + hash : fallback;
}
