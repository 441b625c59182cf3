'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DealForm, type Sending } from '@/app/deal/deal-form';
import { useCommandId } from '@/app/deal/command-id';
import { useKept } from '@/app/deal/use-kept';
import { dealDraft, isBlank, type DealDraft } from '@/domain/deal-draft';
import { useToast } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { SelectField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { useHydrated } from '@/ui/use-hydrated';
import { bring, keep } from './actions';
import { KeptWords } from './kept-words';
import { Similar } from './similar';
import { WorthAsking } from './worth-asking';

interface BringDealProps {
  slug: string;
  labName: string;
  viewerId: string;
  /** As the lab has it. */
  initial: DealDraft;
  /** One of one's own that comes back, as it was told: what is being written already stays before it. */
  back?: DealDraft | undefined;
  lead: string;
  verb: string;
  reason?: string | undefined;
  /** For a host: those whose deal it may be. */
  people?: { id: string; name: string }[] | undefined;
}

/** A new deal. What this device kept takes the place of what the lab has, once the device is known. */
export function BringDeal(props: BringDealProps) {
  const here = useHydrated();
  return <BringSheet key={String(here)} {...props} />;
}

const parse = (stored: unknown) => dealDraft.safeParse(stored).data;

function BringSheet({ slug, labName, viewerId, initial, back, lead, verb, reason, people }: BringDealProps) {
  const router = useRouter();
  const toast = useToast();
  const commandId = useCommandId();
  const [gone, setGone] = useState(false);
  const sheet = useKept({
    key: `deal:${viewerId}:${slug}`,
    initial,
    parse,
    save: (draft) => keep(slug, draft),
  });
  const [another, setAnother] = useState(back !== undefined && back.title !== sheet.value.title);
  const send = async (): Promise<Sending | undefined> => {
    const draft = sheet.value;
    const brought = await bring(slug, commandId(draft), draft);
    if (!brought.ok) return brought;
    setGone(true);
    sheet.forget();
    toast({ tone: 'ok', text: 'It waits in the queue.' });
    router.push(brought.live ? `/sessions/${brought.sessionId}/live` : `/labs/${slug}`);
    return undefined;
  };
  return (
    <DealForm
      title="Bring a stuck deal"
      lead={lead}
      labName={labName}
      draft={sheet.value}
      onChange={sheet.set}
      onSend={send}
      verb={verb}
      reason={gone ? 'It is on its way.' : reason}
      before={
        <>
          {back && another && (
            <Notice
              className="mt-6"
              action={
                <ConfirmDialog
                  title="Put this draft away?"
                  detail={`What you wrote here gives way to “${back.title}”.`}
                  confirm="Put it away"
                  cancel="Keep it"
                  trigger={<Button size="sm">Begin with that one</Button>}
                  onConfirm={() => {
                    sheet.set(back);
                    setAnother(false);
                  }}
                />
              }
            >
              You had begun this one already. “{back.title}” can come back after it.
            </Notice>
          )}
          {people && (
            <SelectField
              label="Whose deal is it?"
              fieldClassName="mt-6"
              value={sheet.value.for || viewerId}
              onChange={(event) => sheet.set({ ...sheet.value, for: event.target.value })}
            >
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id === viewerId ? `${name} (you)` : name}
                </option>
              ))}
            </SelectField>
          )}
        </>
      }
      after={
        <>
          <WorthAsking slug={slug} draft={sheet.value} />
          <Similar slug={slug} draft={sheet.value} />
        </>
      }
      beside={
        <>
          <Button variant="plain" onClick={() => void sheet.keepNow()}>
            Keep as a draft
          </Button>
          <KeptWords kept={sheet.kept} blank={isBlank(sheet.value)} />
        </>
      }
    />
  );
}
