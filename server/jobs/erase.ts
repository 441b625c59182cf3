import { eraseLabs } from '@/db/lab-deletion';
import { eraseLeavers } from '@/db/leaving';
import type { Logger } from '../log';
import type { Queue } from './jobs';

/** Every hour: accounts and labs that were deleted long enough ago are erased. */
export function eraseQueue(log: Logger): Queue {
  return {
    name: 'erase',
    retries: 0,
    atOnce: 1,
    cron: '11 * * * *',
    run: async () => {
      const [labs, users] = [await eraseLabs(), await eraseLeavers()];
      if (labs.length + users.length > 0) log.info({ labs, users }, 'what was deleted is erased');
    },
  };
}
