'use client';

import { useCallback } from 'react';
import type { CommandData } from '@/domain/protocol';
import type { Id } from '@/domain/session/state';
import type { ContributionKind } from '@/domain/vocabulary';
import { useDraft } from '../connection/drafts';
import { useRoom } from '../connection/use-room';
import { turnOf } from '../select';

export interface Draft {
  body: string;
  kind: ContributionKind;
  /** The turn for which it was begun: words never land on another deal. */
  turnId: Id | null;
}

const EMPTY: Draft = { body: '', kind: 'question', turnId: null };

/** What this person is writing to the room. Nothing clears it but sending; the kind stays for the next. */
export function useComposer() {
  const [draft, write] = useDraft<Draft>('composer', EMPTY);
  const openId = useRoom((view) => turnOf(view)?.id) ?? null;
  const begunFor = draft.body.trim() === '' ? openId : (draft.turnId ?? openId);
  return {
    draft,
    /** The turn that these words are for. */
    turnId: begunFor,
    /** They were begun for a deal that no longer sits there. */
    astray: begunFor !== null && begunFor !== openId,
    type: (body: string) => write({ ...draft, body, turnId: begunFor }),
    choose: useCallback((kind: ContributionKind) => write((now) => ({ ...now, kind })), [write]),
    /** These words are for the deal that sits there now. */
    useHere: () => write({ ...draft, turnId: openId }),
    sent: () => write({ ...EMPTY, kind: draft.kind }),
    /** Takes refused words back, after whatever stands there. */
    add: (said: CommandData<'contribution.add'>) => {
      const before = draft.body.trim() === '' ? '' : `${draft.body}\n\n`;
      const turnId = draft.body.trim() === '' ? (said.late ?? said.turnId ?? openId) : begunFor;
      write({ body: before + said.body, kind: before ? draft.kind : said.kind, turnId });
    },
  };
}
