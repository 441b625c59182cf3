import { capital, counted } from '@/domain/number-words';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';

/** For hosts: somebody asks to join. */
export function Asking({ slug, count }: { slug: string; count: number }) {
  return (
    <Notice className="mb-6">
      {capital(counted(count, 'person asks', 'people ask'))} to join.{' '}
      <Link href={`/labs/${slug}/members#requests`}>Read and answer</Link>
    </Notice>
  );
}
