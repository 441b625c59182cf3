import { describe, expect, it } from 'vitest';
import { settingMadeOnce } from '@/db/settings';
import { useTestDatabase } from '../support/database';

useTestDatabase();

describe('a setting that is made once', () => {
  it('is the same for everyone who asks, also at once', async () => {
    const asked = Array.from({ length: 8 }, (_, index) => settingMadeOnce('secret', () => `made by ${index}`));
    const values = new Set(await Promise.all(asked));
    expect(values.size).toBe(1);
    expect(values).toContain(await settingMadeOnce('secret', () => 'made again'));
  });
});
