import { NextResponse, type NextRequest } from 'next/server';

/** Gives every page a Content-Security-Policy of its own: only scripts that carry this answer's nonce may run. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = policyFor(nonce);
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request's policy, and puts it on its own scripts.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  // Where a page sends back to after signing in. An action that waited while the page changed is handed on by Next to the
  // pattern of its own page, which is no address: where it was sent to stands already.
  if (!headers.has('x-action-forwarded')) headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

function policyFor(nonce: string): string {
  // React needs eval in development, to show where an error on the server came from.
  const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // Widths and positions are style attributes, which can't carry a nonce.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {
  // Files stand at the root alone: deeper down what looks like one is a page all the same.
  matcher: [{ source: '/((?!api/|_next/static|_next/image|[^/]+\\.(?:svg|png|ico|webmanifest|txt)$).*)' }],
};
