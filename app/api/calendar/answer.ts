import { createHash } from 'node:crypto';
import { siteOrigin } from '@/app/site-origin';
import type { LabCalendar } from '@/db/calendar-feeds';
import { calendarText } from './calendar-text';

/** Answers with a calendar, or that it hasn't changed; the same for everybody who has no business with it. */
export async function calendarAnswer(
  request: Request,
  calendar: LabCalendar | undefined,
  download?: string,
): Promise<Response> {
  if (!calendar) return new Response('There is no such calendar.', { status: 404, headers: PRIVATE });
  const text = calendarText(calendar, await siteOrigin());
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const changed = Math.max(0, ...calendar.sessions.map(({ revisedAt }) => revisedAt));
  const headers = { ...PRIVATE, etag, 'last-modified': new Date(changed).toUTCString() };
  if (known(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': download ? `attachment; filename="${download}.ics"` : 'inline; filename="lab.ics"',
    },
  });
}

const PRIVATE = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' };

function known(asked: string | null, etag: string): boolean {
  return (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
