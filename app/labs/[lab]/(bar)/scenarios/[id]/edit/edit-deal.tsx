'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { useCommandId } from '@/app/deal/command-id';
import { DealForm, type Sending } from '@/app/deal/deal-form';
import { useKept } from '@/app/deal/use-kept';
import { dealDraft, type DealDraft } from '@/domain/deal-draft';
import { useToast } from '@/ui/announcer';
import { Button, LinkButton } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { useHydrated } from '@/ui/use-hydrated';
import { save, withdraw, type ReadAt } from './actions';

interface EditDealProps {
  slug: string;
  labName: string;
  viewerId: string;
  scenarioId: string;
  /** It was on the hot seat: it stays. */
  heard: boolean;
  /** Whose it is, where it isn't one's own. */
  rep: string | undefined;
  read: ReadAt;
}

/** An edit on this device: what it was read as, and what it is to be. */
const edited = z.object({ from: z.object({ base: z.int(), draft: dealDraft }), draft: dealDraft });

const parse = (stored: unknown) => edited.safeParse(stored).data;

/** A deal that waits, to be changed. */
export function EditDeal(props: EditDealProps) {
  const here = useHydrated();
  return <EditSheet key={String(here)} {...props} />;
}

function EditSheet({ slug, labName, viewerId, scenarioId, heard, rep, read }: EditDealProps) {
  const router = useRouter();
  const toast = useToast();
  const commandId = useCommandId();
  const [stuck, setStuck] = useState<string>();
  const sheet = useKept({
    key: `deal:${viewerId}:${scenarioId}`,
    initial: { from: read, draft: read.draft },
    parse,
  });
  const { from, draft } = sheet.value;
  const done = (text: string) => {
    sheet.forget();
    toast({ tone: 'ok', text });
    router.push(`/labs/${slug}`);
  };
  const send = async (): Promise<Sending | undefined> => {
    const saved = await save(slug, scenarioId, commandId(sheet.value), from, draft);
    if (saved.ok) return void done('Saved.');
    if (saved.newer) {
      const { merged, theirs } = merge(from.draft, draft, saved.newer.draft);
      sheet.set({ from: saved.newer, draft: merged });
      return { errors: {}, message: saved.message, theirs };
    }
    return saved;
  };
  const takeBack = async () => {
    const refused = await withdraw(slug, scenarioId);
    if (refused) setStuck(refused.message);
    else done('Withdrawn.');
  };
  return (
    <DealForm
      title={rep ? `${rep}’s deal` : 'Your deal'}
      lead="It waits in the queue. The room sees what you change at once."
      labName={labName}
      draft={draft}
      onChange={(next) => sheet.set({ from, draft: next })}
      onSend={send}
      verb="Save it"
      beside={
        <>
          <LinkButton variant="plain" href={`/labs/${slug}`} onClick={() => sheet.forget()}>
            Leave it as it was
          </LinkButton>
          {!heard && (
            <ConfirmDialog
              title="Withdraw the deal?"
              detail="It leaves the queue, with those who seconded it."
              confirm="Withdraw it"
              cancel="Keep it"
              trigger={<Button variant="plain">Withdraw it</Button>}
              onConfirm={() => void takeBack()}
            />
          )}
          {stuck && <span className="err">{stuck}</span>}
        </>
      }
    />
  );
}

/** What the viewer didn't touch becomes theirs; where both did, the viewer's stays and theirs is shown above. */
function merge(base: DealDraft, mine: DealDraft, now: DealDraft) {
  const merged: Record<string, unknown> = { ...mine };
  const theirs: Record<string, string> = {};
  for (const field of Object.keys(mine) as (keyof DealDraft)[]) {
    const same = (a: DealDraft, b: DealDraft) => JSON.stringify(a[field]) === JSON.stringify(b[field]);
    if (same(base, now)) continue;
    const value = now[field];
    if (same(base, mine)) merged[field] = value;
    else if (!same(mine, now) && typeof value === 'string') theirs[field] = value;
  }
  return { merged: merged as DealDraft, theirs };
}
