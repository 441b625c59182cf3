import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/server/auth';
import { face } from '@/server/face';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** NextAuth's own addresses: `csrf`, `callback/credentials`, `session`, `signout`. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions(face())) as Promise<Response>;
}

export { answer as GET, answer as POST };
