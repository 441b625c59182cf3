import { later } from '@/ui/later';

/** What plays the bells. A bell whose moment comes before this was fetched stays silent: late, it would say what isn't so. */
export const player = later(() => import('./chime'));
