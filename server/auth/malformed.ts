import { z } from 'zod';

/**
 * The answer to a request that NextAuth would stumble over; undefined where it may have it. NextAuth takes a form or a
 * JSON object, and signs in by POST alone.
 */
export async function answerToMalformed(request: Request, [action, provider]: string[]): Promise<Response | undefined> {
  // By it whoever asks could write what they like into our log.
  if (action === '_log') return said(404, 'There is nothing here.');
  if (request.method === 'POST') {
    return (await hasForm(request)) ? undefined : said(400, 'Send a form or a JSON object.');
  }
  const signsIn = action === 'callback' && provider === 'credentials';
  return signsIn ? said(405, 'Signing in is a POST.', { allow: 'POST' }) : undefined;
}

async function hasForm(request: Request): Promise<boolean> {
  const type = request.headers.get('content-type') ?? '';
  const text = await request.clone().text();
  if (type.includes('application/x-www-form-urlencoded')) return text !== '';
  return type.includes('application/json') && z.looseObject({}).safeParse(parsed(text)).success;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function said(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ message }, { status, headers });
}
